"""The query language, without a database."""

from __future__ import annotations

import pytest

from articles.search.matching import matches
from articles.search.query import QueryError, parse
from articles.search.stems import indexed
from tests.search.rows import ROWS


@pytest.mark.parametrize(("query", "text", "found"), ROWS)
def test_a_query_means_what_is_documented(query: str, text: str, found: bool | None) -> None:
    if found is None:
        with pytest.raises(QueryError):
            parse(query)
    else:
        assert matches(indexed([text], "en").split(), parse(query)) is found
