"""Access control: every route needs a login unless it is named here, including later ones."""

from __future__ import annotations

from flask import Flask, abort, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from okng.webui.auth.authentication import EXTENSION, Authentication, authentication
from okng.webui.auth.csrf import csrf, init_csrf
from okng.webui.auth.current_user import (
    count_wrong_credentials,
    sends_authorization,
    session_user,
    token_owner,
)
from okng.webui.extensions.http_extension import current_extension

OPEN_ENDPOINTS = frozenset(
    {
        *("assets.file", "health.healthz", "pages.manifest"),
        *("pages.login", "pages.claim", "pages.language"),
    }
)
"""Endpoints without login. Assets are the program's own scripts and styles, no data; the manifest
names the station, as the login page does.
"""

API_PATHS = ("/api/", "/metrics", "/openapi.json")
"""Paths that answer 401 instead of redirecting to the login page."""


def control_access(app: Flask, authentication: Authentication) -> None:
    """Refuses every request that is neither to an open endpoint nor from a user."""
    app.extensions[EXTENSION] = authentication
    init_csrf(app)
    app.before_request(_require_login)


def _require_login() -> ResponseReturnValue | None:
    if request.endpoint in OPEN_ENDPOINTS:
        csrf.protect()
        return None
    if current_extension():
        # It has no cookie that a browser would send by itself, and checks each request's signature.
        return None
    g.by_token = sends_authorization()
    name = token_owner() if g.by_token else session_user()
    if name is None:
        return _turn_away()
    g.user_name = name
    if not g.by_token:
        csrf.protect()
    return None


def _turn_away() -> ResponseReturnValue:
    if g.by_token:
        count_wrong_credentials()
    if request.path.startswith(API_PATHS) or g.by_token:
        abort(401, "log in, or send a token as `Authorization: Bearer okng_...`")
    if not authentication().users.claimed():
        return redirect(url_for("pages.claim"))
    return_to = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("pages.login", next=return_to))
