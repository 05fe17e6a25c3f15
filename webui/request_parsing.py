"""Request parsing: strict JSON and addresses, with a message for anything else."""

from __future__ import annotations

import json
import math
from typing import IO, Any, NoReturn

from flask import Request, abort, request
from flask.json.provider import DefaultJSONProvider
from werkzeug.utils import cached_property

from okng.models.documents import parse_json
from okng.models.names import checked_name, invisible_character, normalized
from okng.webui.extensions.http_extension import current_extension

MAX_PART = 64
"""Characters: names and ids have at most 64."""
MAX_INTEGER = 2**63 - 1
"""The largest integer of SQLite."""
KINDS = {list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}


class ApiRequest(Request):
    """A request whose JSON body must be an object; explains what is wrong with any other body."""

    @cached_property
    def stream(self) -> IO[bytes]:
        """The body; what the server has counted isn't counted again, and so is read in one piece.

        Raises:
            RequestEntityTooLarge: it is larger than `max_content_length`.
        """
        checked = super().stream
        is_counted = "wsgi.input_terminated" in self.environ and self.content_length is not None
        return self.environ["wsgi.input"] if is_counted else checked

    def get_json(self, *args: Any, **kwargs: Any) -> Any:
        """Returns the body's object; 422 for other JSON, which must not pass for an empty one."""
        document = super().get_json(*args, **kwargs)
        empty = document is None and self.get_data() == b""
        if not empty and not isinstance(document, dict):
            kind = KINDS.get(type(document), "null")
            abort(422, f"the body is {kind}; a JSON object is expected")
        return document

    def on_json_loading_failed(self, e: ValueError | None) -> NoReturn:
        """Ends the request with 400 and the parser's message."""
        abort(400, f"the body is not JSON: {e}")


class StrictJson(DefaultJSONProvider):
    """JSON by RFC 8259: finite numbers, whole characters, limited depth."""

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """Parses a JSON text.

        Raises:
            ValueError: the text is not JSON, or has a number or character that can't be stored.
        """
        try:
            document = parse_json(s, parse_constant=_no_number, parse_float=_finite, **kwargs)
            json.dumps(document, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise ValueError(f"half a surrogate pair: {error.reason}") from None
        return document


def read_address() -> None:
    """Before a request: normalizes the names in its address.

    Answers 404 if a part of it can't be any stored name or id.
    """
    if current_extension():
        return
    parts = request.view_args or {}
    for name, part in parts.items():
        if isinstance(part, int) and part > MAX_INTEGER:
            abort(404, f"{name} is {part}; at most {MAX_INTEGER} is possible")
        if isinstance(part, str):
            parts[name] = part = normalized(part)
            if len(part) > MAX_PART or invisible_character(part):
                shown = f"{part[:MAX_PART]!r}" + ("..." if len(part) > MAX_PART else "")
                abort(404, f"{name} is {shown}; at most {MAX_PART} visible characters are possible")


def name_to_give(part: str) -> str:
    """The part of the address as the name of something that may be new; 422 if it can't be one."""
    try:
        return checked_name(part)
    except ValueError as error:
        abort(422, f"{part!r} can't be a name here: {error}")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is too large for a number")
    return number


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a number of JSON; only finite numbers are allowed")
