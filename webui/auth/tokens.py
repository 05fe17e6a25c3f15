"""Bearer tokens for programs (RFC 6750): shown once, stored as a hash."""

from __future__ import annotations

import hashlib
import secrets

from pydantic import AwareDatetime

from okng.device.store.database import Database
from okng.device.store.timestamps import from_us, now_us
from okng.models.strict_model import StrictModel

PREFIX = "okng_"
"""Makes tokens recognisable, for example to scanners of source code."""


class Token(StrictModel):
    """A token without its secret."""

    token_id: int
    title: str
    created_at: AwareDatetime


class Tokens:
    """Issues, finds and revokes tokens; usable from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def issue(self, user_name: str, title: str) -> tuple[Token, str]:
        """Issues a token; returns it with its secret, which is not stored."""
        secret = PREFIX + secrets.token_urlsafe(32)
        created_at_us = now_us()
        with self._database.transaction() as connection:
            token_id = connection.execute(
                "INSERT INTO tokens (user_name, title, sha256, created_at_us) "
                "VALUES (?, ?, ?, ?) RETURNING token_id",
                (user_name, title, _sha256(secret), created_at_us),
            ).fetchone()[0]
        token = Token(token_id=token_id, title=title, created_at=from_us(created_at_us))
        return token, secret

    def list(self, user_name: str) -> list[Token]:
        """The user's tokens, the oldest first."""
        rows = self._database.connection.execute(
            "SELECT token_id, title, created_at_us FROM tokens WHERE user_name = ? "
            "ORDER BY token_id",
            (user_name,),
        )
        return [
            Token(token_id=token_id, title=title, created_at=from_us(created_at_us))
            for token_id, title, created_at_us in rows
        ]

    def owner(self, secret: str) -> str | None:
        """Name of the user whose token it is; None if there is no such token."""
        row = self._database.connection.execute(
            "SELECT user_name FROM tokens WHERE sha256 = ?", (_sha256(secret),)
        ).fetchone()
        return row["user_name"] if row else None

    def revoke(self, user_name: str, token_id: int) -> bool:
        """Revokes a token at once; False if the user has no such token."""
        with self._database.transaction() as connection:
            cursor = connection.execute(
                "DELETE FROM tokens WHERE user_name = ? AND token_id = ?", (user_name, token_id)
            )
        return cursor.rowcount == 1


def _sha256(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
