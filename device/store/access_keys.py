"""Access keys: an id and a secret with which a program signs its requests, and what it may do."""

from __future__ import annotations

import json
import secrets
import sqlite3
import string
from contextlib import suppress
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

from pydantic import AwareDatetime, Field

from okng.device.store.database import Database, StoreError
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us, to_us
from okng.device.types import Name
from okng.models.errors import OkngError
from okng.models.strict_model import StrictModel

PREFIX = "AKIA"
"""Of a key's id, as AWS's own long-lived keys have it: scanners of source code know it."""
ID_CHARACTERS = string.ascii_uppercase + "234567"
ID_LENGTH = 20
SECRET_BYTES = 30
"""40 characters, as AWS's secrets have."""
USE_PERIOD_US = 60_000_000
"""How exactly the last use of a key is kept: not each request writes to the disk."""


class AccessRight(StrEnum):
    """What a program may do with a key."""

    READ = "read"
    """Describe and list."""
    DETECT = "detect"
    """Have pictures judged."""
    HOST = "host"
    """Start and stop models."""
    MANAGE = "manage"
    """Create, change, train, export and delete."""


class AccessKeyError(OkngError):
    """There is no such access key."""

    http_status = HTTPStatus.NOT_FOUND


class AccessKeyRequest(StrictModel):
    """What a new key is for."""

    title: str = Field(min_length=1, max_length=64)
    rights: tuple[AccessRight, ...] = Field(default=tuple(AccessRight), min_length=1, max_length=4)
    project: Name | None = None
    """The only project that the key gives access to; null is all."""


class AccessKey(AccessKeyRequest):
    """An access key without its secret."""

    key_id: str
    author: str
    created_at: AwareDatetime
    last_used_at: AwareDatetime | None
    """To the minute; null while it is unused."""


class KeyWithSecret(NamedTuple):
    """A key, and the secret that a program signs with."""

    key: AccessKey
    secret: str


class AccessKeys:
    """Issues, finds and revokes access keys; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def issue(self, request: AccessKeyRequest, author: str) -> KeyWithSecret:
        """Issues a key; its secret is shown this once."""
        key_id = PREFIX + "".join(
            secrets.choice(ID_CHARACTERS) for _ in range(ID_LENGTH - len(PREFIX))
        )
        rights = json.dumps([right for right in AccessRight if right in request.rights])
        values = (key_id, secrets.token_urlsafe(SECRET_BYTES), request.title, rights)
        with self._database.transaction() as connection:
            row = connection.execute(
                "INSERT INTO access_keys "
                "(key_id, secret, title, rights, project, author, created_at_us) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *",
                (*values, request.project, author, now_us()),
            ).fetchone()
        return KeyWithSecret(_key(row), row["secret"])

    def list(self) -> list[AccessKey]:
        """All keys, the oldest first."""
        rows = self._database.connection.execute(
            "SELECT * FROM access_keys ORDER BY created_at_us, key_id"
        )
        return [_key(row) for row in rows]

    def find(self, key_id: str) -> KeyWithSecret | None:
        """The key with its secret; None if there is no such key, or none any more."""
        row = self._database.connection.execute(
            "SELECT * FROM access_keys WHERE key_id = ?", (key_id,)
        ).fetchone()
        return None if row is None else KeyWithSecret(_key(row), row["secret"])

    def revoke(self, key_id: str) -> None:
        """Deletes the key with its secret; its requests are refused from now on.

        Raises:
            AccessKeyError: there is none with that id.
        """
        with self._database.transaction() as connection:
            cursor = connection.execute("DELETE FROM access_keys WHERE key_id = ?", (key_id,))
        if cursor.rowcount == 0:
            raise AccessKeyError(f"there is no access key {key_id[:ID_LENGTH]!r}")

    def record_use(self, key: AccessKey) -> None:
        """Keeps when the key was last used, to the minute, if the store can be written."""
        now = now_us()
        if key.last_used_at and 0 <= now - to_us(key.last_used_at) < USE_PERIOD_US:
            return
        with suppress(StoreError, sqlite3.OperationalError):
            self._database.connection.execute(
                "UPDATE access_keys SET last_used_at_us = ? WHERE key_id = ?", (now, key.key_id)
            )

    def accept_once(self, signature: str, expires_at_us: int) -> bool:
        """Remembers a signature until it expires; False if it is remembered already."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM used_signatures WHERE expires_at_us < ?", (now_us(),))
            cursor = connection.execute(
                "INSERT INTO used_signatures VALUES (?, ?) ON CONFLICT DO NOTHING",
                (signature, expires_at_us),
            )
        return cursor.rowcount == 1

    def forget(self, signature: str) -> None:
        """Lets a signature be used again, whose request failed without having changed anything."""
        self._database.connection.execute(
            "DELETE FROM used_signatures WHERE signature = ?", (signature,)
        )


@reads_rows_of("access_keys", "key_id")
def _key(row: sqlite3.Row) -> AccessKey:
    last_used_at_us = row["last_used_at_us"]
    return AccessKey(
        key_id=row["key_id"],
        title=row["title"],
        rights=tuple(AccessRight(word) for word in json.loads(row["rights"])),
        project=row["project"],
        author=row["author"],
        created_at=from_us(row["created_at_us"]),
        last_used_at=None if last_used_at_us is None else from_us(last_used_at_us),
    )
