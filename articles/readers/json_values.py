"""Values of JSON, read strictly: no name twice, no NaN, bounded depth and structure."""

from __future__ import annotations

import json
import re
from typing import Any

from articles.readers.base import Limits, ReadError
from articles.readers.clean import decode

# The closing mark may be missing: a string without one must not be scanned again.
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)


def load_json(data: bytes, limits: Limits) -> object:
    """Parse one JSON value.

    Raises:
        ReadError: ``not_json``, ``not_utf8``, ``duplicate_key``, ``too_deep`` or ``too_large``.
    """
    text = decode(data)
    if len(text) > limits.max_json_structure:
        bare = len(_STRING.sub("", text))
        if bare > limits.max_json_structure:
            raise ReadError(
                "too_large",
                f"the JSON has more than {limits.max_json_structure:,} characters outside"
                " strings: it is not an article",
            )
    try:
        value: object = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise ReadError(
            "not_json", f"not valid JSON at column {error.colno} ({error.msg}): correct it"
        ) from None
    except RecursionError:
        raise _too_deep(limits) from None
    except ValueError:
        raise ReadError("not_json", "a number has too many digits: correct it") from None
    _check_depth(value, limits)
    return value


def quoted(name: str) -> str:
    """A name from the input on one short line of plain characters."""
    return json.dumps(name[:60])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        seen: set[str] = set()
        name = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ReadError("duplicate_key", f"{quoted(name)} stands twice in one object: keep one")
    return result


def _refuse_constant(name: str) -> object:
    raise ReadError("not_json", f"{name} is not a JSON value: use null or leave the field out")


def _check_depth(value: object, limits: Limits) -> None:
    level = [value]
    for _ in range(limits.max_json_depth):
        level = [
            entry
            for outer in level
            if isinstance(outer, dict | list)
            for entry in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return
    if any(isinstance(entry, dict | list) for entry in level):
        raise _too_deep(limits)


def _too_deep(limits: Limits) -> ReadError:
    reason = f"the JSON is nested deeper than {limits.max_json_depth} levels: it is not an article"
    return ReadError("too_deep", reason)
