"""The static files over HTTP: compressed, and cached for good by the address of their version."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, abort

from okng.webui.assets.accepted_encodings import accepts_gzip
from okng.webui.assets.assets import current_assets

ONE_YEAR_S = 365 * 24 * 3600

assets = APIBlueprint("assets", __name__, enable_openapi=False)


@assets.app_context_processor
def _addresses() -> dict[str, object]:
    return {"asset": current_assets().address}


@assets.get("/static/<version>/<name>")
def file(version: str, name: str) -> Response:
    """A file by name; that of another version too, for a page that an update overtook."""
    current = current_assets()
    found = current.files.get(name)
    if found is None:
        abort(404)
    zipped = found.gzipped if accepts_gzip() else None
    response = Response(zipped or found.content, mimetype=found.mimetype)
    if found.gzipped:
        response.vary.add("Accept-Encoding")
    if zipped:
        response.content_encoding = "gzip"
    if version == current.version:
        response.cache_control.public = True
        response.cache_control.max_age = ONE_YEAR_S
        response.cache_control.immutable = True
    else:
        response.cache_control.no_cache = True
    return response
