"""Limits on the size of request bodies: large only for the calls that accept uploads."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flask import Flask, current_app, request

from okng.webui.auth.current_user import has_login
from okng.webui.extensions.http_extension import current_extension
from okng.webui.server.wsgi import Environ

P = ParamSpec("P")
R = TypeVar("R")

MAX_BODY_BYTES = 1_000_000
MAX_UPLOAD_BYTES = 256_000_000
"""A picture of 40 megapixels, 16 bit, three channels, uncompressed."""

_MARK = "takes_upload"


def takes_upload(view: Callable[P, R]) -> Callable[P, R]:
    """Marks a view whose requests may have bodies of `MAX_UPLOAD_BYTES`."""
    setattr(view, _MARK, True)
    return view


def limit_body() -> None:
    """Before a request: sets the body limit of the view that handles it."""
    request.max_content_length = _limit_of_view()


def body_limit(app: Flask, environ: Environ) -> int:
    """Largest body of a request, in bytes; 0 without a valid login, which has no large bodies."""
    with app.request_context(environ):
        extension = current_extension()
        is_known = extension.knows_sender() if extension else has_login()
        return _limit_of_view() if is_known else 0


def _limit_of_view() -> int:
    if extension := current_extension():
        return extension.body_limit()
    view = current_app.view_functions.get(request.endpoint or "")
    return MAX_UPLOAD_BYTES if hasattr(view, _MARK) else MAX_BODY_BYTES
