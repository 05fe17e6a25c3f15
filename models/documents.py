"""Safe parsing of text, JSON and TOML files from elsewhere: malformed ones raise ValueError.

The parsers of the standard library recurse, so 200,000 brackets cause a RecursionError, which is
not a ValueError and passes every handler for bad input.
"""

from __future__ import annotations

import json
import tomllib
from typing import Any

from okng.models.errors import OkngError

MAX_DEPTH = 64
"""Largest depth of nested arrays and tables; okng's own documents have at most eight."""


class DepthError(OkngError, ValueError):
    """Arrays or tables are nested too deeply."""

    def __init__(self) -> None:
        super().__init__(f"arrays or tables are nested more than {MAX_DEPTH} deep")


def parse_json(text: str | bytes, **options: Any) -> Any:
    """Parse a JSON document; options are those of `json.loads`.

    Raises:
        ValueError: not UTF-8, not JSON (with line and column), or nested too deeply.
    """
    try:
        content = json.loads(text, **options)
    except RecursionError:
        raise DepthError from None
    _check_depth(content)
    return content


def parse_toml(text: str) -> dict[str, Any]:
    """Parse a TOML document.

    Raises:
        ValueError: not TOML (with line and column), or nested too deeply.
    """
    try:
        content = tomllib.loads(text)
    except RecursionError:
        raise DepthError from None
    _check_depth(content)
    return content


def _check_depth(content: Any) -> None:
    level = [content]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return
    raise DepthError


_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode_text(data: bytes) -> str:
    """Decode UTF-8, or UTF-16 with a byte order mark, as some Windows programs write.

    Raises `UnicodeDecodeError`.
    """
    return data.decode("utf-16" if data.startswith(_UTF_16_MARKS) else "utf-8-sig")
