"""Users and their passwords, hashed with argon2id."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from okng.device.store.database import Database
from okng.device.store.timestamps import now_us
from okng.models.errors import OkngError

MIN_PASSWORD = 10
MAX_PASSWORD = 256


class AlreadyClaimedError(OkngError):
    """The station has been claimed already, and has a user."""


@dataclass(frozen=True)
class User:
    """A user who may log in."""

    name: str


class Users:
    """Stores users and checks their passwords; usable from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._hasher = PasswordHasher()
        # A hash takes 64 MiB for half a second: many at once would take the inference's memory.
        self._hashing = threading.Lock()

    def claimed(self) -> bool:
        """Whether the station has a user."""
        query = "SELECT EXISTS (SELECT 1 FROM users)"
        return bool(self._database.connection.execute(query).fetchone()[0])

    def names(self) -> list[str]:
        """Names of all users, sorted."""
        rows = self._database.connection.execute("SELECT name FROM users ORDER BY name")
        return [row["name"] for row in rows]

    def claim(self, name: str, password: str) -> User:
        """Creates the first user.

        Raises:
            AlreadyClaimedError: there is a user already.
        """
        password_hash = self._hash(password)
        with self._database.transaction() as connection:
            if self.claimed():
                raise AlreadyClaimedError("the station has been claimed already; log in instead")
            connection.execute(
                "INSERT INTO users (name, password_hash, created_at_us) VALUES (?, ?, ?)",
                (name, password_hash, now_us()),
            )
        return User(name)

    def check(self, name: str, password: str) -> User | None:
        """The user if the password is right; takes the same time for a name that doesn't exist."""
        row = self._database.connection.execute(
            "SELECT password_hash FROM users WHERE name = ?", (name,)
        ).fetchone()
        stored = row["password_hash"] if row else self._hash_of_nobody
        try:
            with self._hashing:
                self._hasher.verify(stored, password)
        except VerifyMismatchError:
            return None
        return User(name) if row else None

    def set_password(self, name: str, password: str) -> None:
        """Sets a user's password and ends all their sessions."""
        password_hash = self._hash(password)
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE users SET password_hash = ? WHERE name = ?", (password_hash, name)
            )
            connection.execute("DELETE FROM sessions WHERE user_name = ?", (name,))

    @cached_property
    def _hash_of_nobody(self) -> str:
        return self._hash(secrets.token_hex())

    def _hash(self, password: str) -> str:
        with self._hashing:
            return self._hasher.hash(password)


def password_problem(password: str) -> str | None:
    """Why a new password is not allowed; None if it is."""
    if MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        return None
    allowed = f"{MIN_PASSWORD} to {MAX_PASSWORD} are allowed"
    return f"The password has {len(password)} characters; {allowed}."
