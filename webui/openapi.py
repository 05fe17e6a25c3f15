"""What APIFlask can't tell from the code about the HTTP API."""

from __future__ import annotations

from typing import Any

ANYWHERE = {
    "400": "The body is no JSON, or the CSRF token of a session is missing",
    "401": "No login",
    "422": "A value that is not allowed",
    "503": "The device process or the store can't answer now",
}


def complete(document: dict[str, Any] | str) -> dict[str, Any] | str:
    """Adds who may call, common refusals and bodies that are no JSON to an OpenAPI document."""
    assert isinstance(document, dict), "the document is JSON, not YAML"
    document["security"] = [{"session": []}, {"token": []}]
    paths = document["paths"]
    for item in paths.values():
        for operation in item.values():
            for status, description in ANYWHERE.items():
                operation["responses"].setdefault(status, _refusal(description))
    paths["/healthz"]["get"]["security"] = []
    paths["/api/v1/recipes/import"]["post"]["requestBody"] = {
        "required": True,
        "content": {"text/plain": {"schema": {"type": "string"}}},
    }
    return document


def _refusal(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/HTTPError"}
    return {"description": description, "content": {"application/json": {"schema": schema}}}
