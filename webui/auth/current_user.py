"""The user of the current request, by a browser's session or a program's bearer token."""

from __future__ import annotations

from collections.abc import Callable

from flask import g, request, session

from okng.webui.auth.authentication import authentication
from okng.webui.server.connection_table import subscriber


def user_name() -> str:
    """Name of the user of a request that has passed the access control."""
    name: str = g.user_name
    return name


def has_login() -> bool:
    """Whether this request has a valid session or token; counts as no attempt."""
    return (token_owner() if sends_authorization() else session_user()) is not None


def still_logged_in() -> Callable[[], bool]:
    """A function that tells later, in any thread, whether this request's login is still valid."""
    current, key, token = authentication(), session_key(), _bearer_token()
    if g.by_token:
        return lambda: token is not None and current.tokens.owner(token) is not None
    return lambda: key is not None and current.sessions.user_of(key) is not None


def sends_authorization() -> bool:
    """Whether the request has an `Authorization` header; then its session is ignored."""
    return "Authorization" in request.headers


def session_user() -> str | None:
    """Name of the user whose session this is; None without a valid one."""
    key = session_key()
    return authentication().sessions.user_of(key) if key else None


def session_key() -> str | None:
    """The secret in the session's cookie."""
    key = session.get("key")
    return key if isinstance(key, str) else None


def token_owner() -> str | None:
    """Name of the user whose bearer token this is; None without a valid one."""
    token = _bearer_token()
    return authentication().tokens.owner(token) if token else None


def client_address() -> str:
    """The address that attempts of this request count for; of an IPv6 client its /64 network."""
    return subscriber(request.remote_addr) if request.remote_addr else ""


def count_wrong_credentials() -> None:
    """Counts an attempt with a wrong token or key from the client's address.

    Raises:
        TooManyRequests: it has made too many in the last minute.
    """
    authentication().attempts_with_tokens.take(client_address())


def _bearer_token() -> str | None:
    authorization = request.authorization
    return authorization.token if authorization and authorization.type == "bearer" else None
