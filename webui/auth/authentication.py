"""Authentication: the users, sessions and tokens of a station, with rate limits on attempts."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from okng.device.store.database import Database
from okng.webui.auth.claim_code import ClaimCode
from okng.webui.auth.rate_limit import RateLimit
from okng.webui.auth.sessions import Sessions
from okng.webui.auth.tokens import Tokens
from okng.webui.auth.users import Users

EXTENSION = "okng-authentication"

ATTEMPTS_PERIOD_S = 60.0
ATTEMPTS_AT_NAME = 10
"""Attempts at one name from one address, right or wrong; the same for wrong tokens."""
ATTEMPTS_FROM_ADDRESS = 30
"""Attempts from one address at all names: more, so that attempts at other names don't use up those
at one's own."""


@dataclass(frozen=True)
class Authentication:
    """Users, tokens, sessions and rate limits of one station; usable from any thread."""

    claim_code: ClaimCode
    users: Users
    tokens: Tokens
    sessions: Sessions
    attempts_at_name: RateLimit
    attempts_from_address: RateLimit
    attempts_with_tokens: RateLimit

    @classmethod
    def of(cls, database: Database, claim_code: ClaimCode) -> Authentication:
        """The authentication of the station with this database."""
        return cls(
            claim_code=claim_code,
            users=Users(database),
            tokens=Tokens(database),
            sessions=Sessions(database),
            attempts_at_name=RateLimit(ATTEMPTS_AT_NAME, ATTEMPTS_PERIOD_S),
            attempts_from_address=RateLimit(ATTEMPTS_FROM_ADDRESS, ATTEMPTS_PERIOD_S),
            attempts_with_tokens=RateLimit(ATTEMPTS_AT_NAME, ATTEMPTS_PERIOD_S),
        )


def authentication() -> Authentication:
    """The authentication of the current application."""
    extension: Authentication = current_app.extensions[EXTENSION]
    return extension
