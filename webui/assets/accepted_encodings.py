"""Which compression the client of the current request accepts (RFC 9110, 12.5.3)."""

from __future__ import annotations

from flask import request


def accepts_gzip() -> bool:
    """Whether it accepts gzip."""
    return request.accept_encodings.quality("gzip") > 0
