"""How a request is read: how much of it, and what is said of a body that is no JSON."""

from __future__ import annotations

from typing import NoReturn

from flask import Request, abort, request

MAX_BODY_BYTES = 1_000_000
MAX_UPLOAD_BYTES = 256_000_000
"""A picture of 40 megapixels, 16 bit, three channels, uncompressed."""


class ApiRequest(Request):
    """Says what is wrong with a body."""

    def on_json_loading_failed(self, e: ValueError | None) -> NoReturn:
        """400 with what the parser says."""
        abort(400, f"the body is no JSON: {e}")


def allow_large_uploads() -> None:
    """Before a request to upload a picture; all others keep to `MAX_BODY_BYTES`."""
    if request.endpoint in ("datasets.upload", "regression.upload"):
        request.max_content_length = MAX_UPLOAD_BYTES
