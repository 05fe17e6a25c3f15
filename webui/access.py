"""Who gets in: nothing is open but what is named here, whatever routes are added."""

from __future__ import annotations

from flask import Flask, abort, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect

from okng.device.types import TriggerSource
from okng.webui.services import services
from okng.webui.users import User

OPEN_ENDPOINTS = frozenset({"static", "health.healthz", "pages.login", "pages.claim"})
"""Without login. Static files are the program's own scripts and styles, no data."""

API_PATHS = ("/api/", "/metrics", "/openapi.json")
"""Answered with 401 rather than with the login page."""

ATTEMPTS = "10/minute"
"""Wrong or right, from one address, at passwords, the claim code, and (wrong only) tokens."""

csrf = CSRFProtect()
limiter = Limiter(get_remote_address, storage_uri="memory://")


def protect(app: Flask) -> None:
    """Puts the guard before every request."""
    csrf.init_app(app)
    limiter.init_app(app)
    app.before_request(_guard)


def log_in(user: User) -> None:
    """Begins a session, for nobody but this browser."""
    session.clear()
    session.permanent = True
    session["key"] = user.session_key


def keep_logged_in(user: User) -> None:
    """Gives this browser's session the key that came with a new password."""
    session["key"] = user.session_key


def log_out() -> None:
    """Ends this browser's session."""
    session.clear()


def user_name() -> str:
    """Who makes this request."""
    name: str = g.user_name
    return name


def trigger_source() -> TriggerSource:
    """What a trigger by this request is: a person's button or a program's call."""
    return TriggerSource.HTTP if g.by_token else TriggerSource.BUTTON


def _guard() -> ResponseReturnValue | None:
    if request.endpoint in OPEN_ENDPOINTS:
        csrf.protect()
        return None
    g.by_token = "Authorization" in request.headers
    name = _token_owner() if g.by_token else _session_user()
    if name is None:
        return _turn_away()
    g.user_name = name
    if not g.by_token:
        csrf.protect()
    return None


def _session_user() -> str | None:
    user = services().users.by_session_key(session.get("key", ""))
    return user.name if user else None


def _token_owner() -> str | None:
    authorization = request.authorization
    if authorization and authorization.type == "bearer" and authorization.token:
        name = services().tokens.owner(authorization.token)
        if name:
            return name
    with limiter.shared_limit(ATTEMPTS, scope="token"):
        return None


def _turn_away() -> ResponseReturnValue:
    if request.path.startswith(API_PATHS) or g.by_token:
        abort(401, "log in, or send a token as `Authorization: Bearer okng_...`")
    if not services().users.claimed():
        return redirect(url_for("pages.claim"))
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("pages.login", next=wanted))
