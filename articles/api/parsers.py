"""Reading request bodies."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from articles.extraction.contract import ContractError, load_json

if TYPE_CHECKING:
    from collections.abc import Mapping


class StrictJSONParser(JSONParser):
    """Reads JSON as the extraction contract has it, and refuses all else with 400."""

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        try:
            return load_json(stream.read())
        except ContractError as error:
            raise ParseError(f"The body cannot be read: {error}.") from error
