"""Compression of answers (RFC 9110, 8.4.1): JSON and plain text above 1 kB, by gzip.

Pages are left out: they hold the session's CSRF token beside what an address says, whose length an
attacker could watch (BREACH). Streams and pictures are left out: they would be delayed or enlarged.
"""

from __future__ import annotations

import gzip
from typing import NamedTuple

from flask import Flask, Response

from okng.webui.assets.accepted_encodings import accepts_gzip
from okng.webui.extensions.http_extension import current_extension

LEAST_BYTES = 1024
LEVEL = 5
"""Higher levels take several times as long for a few per cent less."""
MIMETYPES = frozenset({"application/json", "text/csv", "text/plain"})


class CompressedDocument(NamedTuple):
    """A JSON document that is sent often, with its compressed form, so that it is made once."""

    plain: bytes
    compressed: bytes

    @classmethod
    def of(cls, document: str) -> CompressedDocument:
        """Compresses the document."""
        plain = document.encode()
        return cls(plain, gzip.compress(plain, LEVEL, mtime=0))

    def response(self) -> Response:
        """The answer to the current request, compressed if its client accepts that."""
        if not accepts_gzip():
            return Response(self.plain, mimetype="application/json")
        response = Response(self.compressed, mimetype="application/json")
        response.content_encoding = "gzip"
        return response


def compress_answers(app: Flask) -> None:
    """Compresses what the API answers; clients of an extension get its own protocol untouched.

    Functions after a request run last registered first: this one is registered before those that
    read an answer.
    """
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if response.mimetype not in MIMETYPES or response.is_streamed or current_extension():
        return response
    response.vary.add("Accept-Encoding")
    whole = not response.direct_passthrough and "Content-Encoding" not in response.headers
    if whole and accepts_gzip() and len(response.get_data()) > LEAST_BYTES:
        response.set_data(gzip.compress(response.get_data(), LEVEL, mtime=0))
        response.content_encoding = "gzip"
    return response
