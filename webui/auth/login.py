"""Login and logout of a browser, and the rate limit on attempts at passwords."""

from __future__ import annotations

from flask import session

from okng.webui.auth.authentication import authentication
from okng.webui.auth.current_user import client_address, session_key, user_name

MAX_NAME = 64


def count_attempt(name: str) -> None:
    """Counts an attempt, right or wrong, at a user's password or at the claim code.

    Raises:
        TooManyRequests: this address made too many attempts at this name or at all names.
    """
    address = client_address()
    authentication().attempts_at_name.take(f"{address} {name[:MAX_NAME]}")
    authentication().attempts_from_address.take(address)


def log_in(name: str) -> None:
    """Begins a new session for this browser, and ends the one it had."""
    log_out()
    session.permanent = True
    session["key"] = authentication().sessions.begin(name)


def log_out() -> None:
    """Ends this browser's session, and with it every copy of its cookie."""
    if key := session_key():
        authentication().sessions.end(key)
    session.clear()


def change_session() -> None:
    """Ends all sessions of this user, and gives this browser a new one."""
    authentication().sessions.end_all(user_name())
    session["key"] = authentication().sessions.begin(user_name())
