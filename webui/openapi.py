"""The OpenAPI document: additions to what APIFlask derives from the code, and its page `/docs`."""

from __future__ import annotations

from typing import Any, cast

from apiflask import APIBlueprint, APIFlask
from flask import current_app, render_template

docs = APIBlueprint("docs", __name__, enable_openapi=False)

Responses = dict[int | str, dict[str, str | dict[str, dict[str, Any]]]]

ANYWHERE = {
    "400": "The body is not JSON, or the CSRF token of a session is missing",
    "401": "No login",
    "404": "What the address or the body names doesn't exist",
    "413": "The body is larger than is allowed here",
    "422": "A value that is not allowed",
    "429": "Too many attempts with wrong tokens, or at a password",
    "503": "The device process or the store can't answer now, or too many ask at once",
}
"""Refusals that any call may answer with, by status."""
FOR_PERSONS = ("/api/v1/account", "/api/v1/access-keys")
PERSONS_ONLY = {"403": "A token can't do this, or the current password is wrong"}


@docs.get("/docs")
def api_reference() -> str:
    """Shows all calls of the HTTP API by topic; needs no scripts and no other host."""
    document: Any = cast(APIFlask, current_app).spec
    return render_template("docs.html", topics=_by_topic(document["paths"]))


def media_type_response(media_type: str, description: str) -> Responses:
    """For `doc(responses=...)`: a response of this media type instead of JSON."""
    return {200: {"description": description, "content": {media_type: {}}}}


def error_response(description: str) -> dict[str, Any]:
    """For `doc(responses=...)`: a refusal in the format of `webui/errors.py`."""
    schema = {"$ref": "#/components/schemas/HTTPError"}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def complete(document: dict[str, Any] | str) -> dict[str, Any] | str:
    """Adds security schemes, common refusals and non-JSON bodies to an OpenAPI document."""
    assert isinstance(document, dict), "the document is JSON, not YAML"
    document["security"] = [{"session": []}, {"token": []}]
    paths = document["paths"]
    for path, item in paths.items():
        own = PERSONS_ONLY if path.startswith(FOR_PERSONS) else {}
        for operation in item.values():
            for status, description in (ANYWHERE | own).items():
                operation["responses"].setdefault(status, error_response(description))
    health = paths["/healthz"]["get"]
    health["security"] = []
    health["responses"] = {status: health["responses"][status] for status in ("200", "503")}
    for path in ("/api/v1/recipes/check", "/api/v1/recipes/import"):
        paths[path]["post"]["requestBody"] = {
            "required": True,
            "content": {"text/plain": {"schema": {"type": "string"}}},
        }
    paths["/api/v1/judge"]["post"]["requestBody"] = {
        "required": True,
        "content": {
            **{media_type: {} for media_type in ("image/png", "image/jpeg", "image/bmp")},
            **{media_type: {} for media_type in ("image/tiff", "application/octet-stream")},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"file": {"type": "string", "format": "binary"}},
                    "required": ["file"],
                }
            },
        },
    }
    paths["/api/v1/pictures/{picture_id}/mask"]["put"]["requestBody"] = {
        "required": True,
        "content": {"image/png": {"schema": {"type": "string", "format": "binary"}}},
    }
    return document


def _by_topic(paths: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The operations by tag, each with its path and method."""
    topics: dict[str, list[dict[str, Any]]] = {}
    for path, item in paths.items():
        for method, operation in item.items():
            call = {**operation, "path": path, "method": method.upper()}
            topics.setdefault(operation["tags"][0], []).append(call)
    return topics
