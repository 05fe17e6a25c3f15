"""Pagination tokens: where a list goes on, opaque for the client."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from typing import TypeVar

from okng.cloud_sync.lookout_vision.errors import ServiceValidationError

T = TypeVar("T")
Position = TypeVar("Position", int, str)


def token_after(kind: str, position: int | str) -> str:
    """The token for what comes after the position, in a list of this kind."""
    return base64.b64encode(json.dumps([kind, position]).encode()).decode()


def position_of(kind: str, token: str | None, of_type: type[Position]) -> Position | None:
    """The position in a token; None without one.

    Raises:
        ServiceValidationError: it is none that a list of this kind gave.
    """
    if not token:
        return None
    try:
        of_kind, position = json.loads(base64.b64decode(token, validate=True))
    except (ValueError, TypeError):
        of_kind, position = None, None
    if of_kind != kind or type(position) is not of_type:
        raise ServiceValidationError("NextToken is not the one of the page before")
    return position


def first_page(items: Sequence[T], size: int) -> tuple[Sequence[T], bool]:
    """The items of one page, and whether more follow; `items` has one more than a page if so."""
    return items[:size], len(items) > size
