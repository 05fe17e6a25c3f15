"""`/docs`: the OpenAPI document as a page, without scripts and without another host."""

from __future__ import annotations

from typing import Any, cast

from apiflask import APIBlueprint, APIFlask
from flask import current_app, render_template

reference = APIBlueprint("reference", __name__, enable_openapi=False)


@reference.get("/docs")
def docs() -> str:
    """All calls of the HTTP API by topic."""
    document: Any = cast(APIFlask, current_app).spec
    return render_template("docs.html", topics=_by_topic(document["paths"]))


def _by_topic(paths: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The operations by tag, each with its path and method."""
    topics: dict[str, list[dict[str, Any]]] = {}
    for path, item in paths.items():
        for method, operation in item.items():
            call = {**operation, "path": path, "method": method.upper()}
            topics.setdefault(operation["tags"][0], []).append(call)
    return topics
