"""Users and their passwords, hashed with argon2id."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from pydantic import AwareDatetime

from okng.device.store.database import Database
from okng.device.store.timestamps import from_us, now_us
from okng.models.errors import OkngError
from okng.models.strict_model import StrictModel
from okng.webui.auth.claim_code import readable_code

MIN_PASSWORD = 10
MAX_PASSWORD = 256
_GENERATED_GROUPS = 4


class AlreadyClaimedError(OkngError):
    """The station has been claimed already, and has a user."""


class AccountError(OkngError):
    """An account that can't be added or removed as things are."""

    http_status = HTTPStatus.CONFLICT


class UnknownAccountError(OkngError):
    """There is no account with this name."""

    http_status = HTTPStatus.NOT_FOUND


class ListedAccount(StrictModel):
    """An account without its password."""

    name: str
    created_at: AwareDatetime


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

    def accounts(self) -> list[ListedAccount]:
        """All accounts, sorted by name."""
        rows = self._database.connection.execute(
            "SELECT name, created_at_us FROM users ORDER BY name"
        )
        return [
            ListedAccount(name=row["name"], created_at=from_us(row["created_at_us"]))
            for row in rows
        ]

    def add(self, name: str, password: str) -> ListedAccount:
        """Adds an account, also to a station that nobody has claimed yet.

        A name that differs from another one only in its case is refused, since people would take
        the two for the same person in the records. A name whose account was removed is free.

        Raises:
            AccountError: the name is taken.
        """
        # Asked before the hash too, which takes half a second.
        self._check_free(name)
        password_hash = self._hash(password)
        with self._database.transaction():
            self._check_free(name)
            created_at_us = self._insert(name, password_hash)
        return ListedAccount(name=name, created_at=from_us(created_at_us))

    def remove(self, name: str, author: str | None = None) -> None:
        """Removes an account with its sessions and tokens; records keep the name.

        Args:
            name: Whose account it is.
            author: The user who removes it; None on the machine itself.

        Raises:
            AccountError: it is the author's own account, or the last one of the station.
            UnknownAccountError: there is no such account.
        """
        with self._database.transaction() as connection:
            names = self.names()
            if name not in names:
                raise unknown_account(name, names)
            if len(names) == 1:
                raise AccountError(
                    f"{name!r} is the last account of this station: add another one first"
                )
            if name == author:
                raise AccountError("nobody can remove their own account; ask another person")
            # The foreign keys of sessions and tokens take these along.
            connection.execute("DELETE FROM users WHERE name = ?", (name,))

    def claim(self, name: str, password: str) -> User:
        """Creates the first user.

        Raises:
            AlreadyClaimedError: there is a user already.
        """
        password_hash = self._hash(password)
        with self._database.transaction():
            if self.claimed():
                raise AlreadyClaimedError("the station has been claimed already; log in instead")
            self._insert(name, password_hash)
        return User(name)

    def check(self, name: str, password: str) -> User | None:
        """The user if the password is right; takes the same time for a name that doesn't exist."""
        stored = self._stored_hash(name)
        verified = stored or self._hash_of_nobody
        try:
            with self._hashing:
                self._hasher.verify(verified, password)
        except VerifyMismatchError:
            return None
        # The account may have been removed, or got another password, during the half second.
        return User(name) if stored and stored == self._stored_hash(name) else None

    def set_password(self, name: str, password: str) -> None:
        """Sets a user's password and ends all their sessions.

        Raises:
            UnknownAccountError: there is no such account.
        """
        password_hash = self._hash(password)
        with self._database.transaction() as connection:
            changed = connection.execute(
                "UPDATE users SET password_hash = ? WHERE name = ?", (password_hash, name)
            )
            if not changed.rowcount:
                raise unknown_account(name, self.names())
            connection.execute("DELETE FROM sessions WHERE user_name = ?", (name,))

    def _check_free(self, name: str) -> None:
        for taken in self.names():
            if taken.casefold() == name.casefold():
                raise AccountError(
                    f"the name {name!r} is taken: there is an account {taken!r} already"
                )

    def _insert(self, name: str, password_hash: str) -> int:
        created_at_us = now_us()
        self._database.connection.execute(
            "INSERT INTO users (name, password_hash, created_at_us) VALUES (?, ?, ?)",
            (name, password_hash, created_at_us),
        )
        return created_at_us

    def _stored_hash(self, name: str) -> str | None:
        row = self._database.connection.execute(
            "SELECT password_hash FROM users WHERE name = ?", (name,)
        ).fetchone()
        return row["password_hash"] if row else None

    @cached_property
    def _hash_of_nobody(self) -> str:
        return self._hash(secrets.token_hex())

    def _hash(self, password: str) -> str:
        with self._hashing:
            return self._hasher.hash(password)


def unknown_account(name: str, names: Sequence[str]) -> UnknownAccountError:
    """The error that there is no account with this name, which names those that there are."""
    existing = ", ".join(names) or "none, the station has not been claimed yet"
    return UnknownAccountError(f"there is no user {name!r}; there are: {existing}")


def new_password() -> str:
    """Generates a password of 79 random bits as `XXXX-XXXX-XXXX-XXXX`."""
    return readable_code(_GENERATED_GROUPS)


def password_problem(password: str) -> str | None:
    """Why a new password is not allowed; None if it is."""
    if MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        return None
    allowed = f"{MIN_PASSWORD} to {MAX_PASSWORD} are allowed"
    return f"The password has {len(password)} characters; {allowed}."
