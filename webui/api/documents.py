"""Answers that are no JSON: plain text, and how the OpenAPI document describes such answers."""

from __future__ import annotations

from typing import Any

from flask import Response

Responses = dict[int | str, dict[str, str | dict[str, dict[str, Any]]]]


def text_response(text: str) -> Response:
    """Plain text, UTF-8."""
    return Response(text, mimetype="text/plain")


def gives(media_type: str, description: str) -> Responses:
    """For `doc(responses=...)`: the call answers with this media type."""
    return {200: {"description": description, "content": {media_type: {}}}}
