"""Who may use the station: names, passwords (argon2id), and the keys that their sessions carry."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from okng.device.store.database import Database
from okng.device.store.timestamps import now_us

MIN_PASSWORD = 10
MAX_PASSWORD = 256


class AlreadyClaimed(Exception):
    """The station has a user already."""


@dataclass(frozen=True)
class User:
    """Somebody who may log in."""

    name: str
    session_key: str


class Users:
    """Keeps and checks them; usable from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._hasher = PasswordHasher()
        # A hash takes 64 MiB for half a second: many at once would take the inference's memory.
        self._hashing = threading.Lock()

    def claimed(self) -> bool:
        """Whether anybody may log in."""
        query = "SELECT EXISTS (SELECT 1 FROM users)"
        return bool(self._database.connection.execute(query).fetchone()[0])

    def names(self) -> list[str]:
        """Who may log in."""
        rows = self._database.connection.execute("SELECT name FROM users ORDER BY name")
        return [row["name"] for row in rows]

    def claim(self, name: str, password: str) -> User:
        """Makes the first user.

        Raises:
            AlreadyClaimed: there is one.
        """
        user = User(name, secrets.token_hex())
        password_hash = self._hash(password)
        with self._database.transaction() as connection:
            if self.claimed():
                raise AlreadyClaimed("the station has been claimed already; log in instead")
            connection.execute(
                "INSERT INTO users (name, password_hash, session_key, created_at_us) "
                "VALUES (?, ?, ?, ?)",
                (name, password_hash, user.session_key, now_us()),
            )
        return user

    def check(self, name: str, password: str) -> User | None:
        """The user, if the password is theirs; takes as long for a name that doesn't exist."""
        row = self._database.connection.execute(
            "SELECT password_hash, session_key FROM users WHERE name = ?", (name,)
        ).fetchone()
        stored = row["password_hash"] if row else self._hash_of_nobody
        try:
            with self._hashing:
                self._hasher.verify(stored, password)
        except VerifyMismatchError:
            return None
        return User(name, row["session_key"]) if row else None

    def by_session_key(self, session_key: str) -> User | None:
        """Whose session it is; None when it has ended."""
        row = self._database.connection.execute(
            "SELECT name FROM users WHERE session_key = ?", (session_key,)
        ).fetchone()
        return User(row["name"], session_key) if row else None

    def set_password(self, name: str, password: str) -> User:
        """Gives the user another password and ends all their sessions."""
        user = User(name, secrets.token_hex())
        password_hash = self._hash(password)
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE users SET password_hash = ?, session_key = ? WHERE name = ?",
                (password_hash, user.session_key, name),
            )
        return user

    @cached_property
    def _hash_of_nobody(self) -> str:
        return self._hash(secrets.token_hex())

    def _hash(self, password: str) -> str:
        with self._hashing:
            return self._hasher.hash(password)


def password_problem(password: str) -> str | None:
    """What a new password lacks, in words."""
    if MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        return None
    allowed = f"{MIN_PASSWORD} to {MAX_PASSWORD} are allowed"
    return f"The password has {len(password)} characters; {allowed}."
