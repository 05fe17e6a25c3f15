"""Uploads: the outbox of files for the bucket, with what has arrived there.

One process sends them. Each row is of one file and one key; it is `waiting` until the store has
confirmed the object, then `uploaded`. What can never be sent, as its file is gone, is `failed`.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from pydantic import AwareDatetime, Field

from okng.device.store.database import Database
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us
from okng.models.strict_model import StrictModel

REMOVED = "its picture was removed before it had been sent, because the disk was full"


class UploadKind(StrEnum):
    """What a file is."""

    PICTURE = "picture"
    RESULTS = "results"
    DATASET = "dataset"
    MODEL = "model"


class UploadState(StrEnum):
    """How far an upload is."""

    WAITING = "waiting"
    UPLOADED = "uploaded"
    FAILED = "failed"
    OBSOLETE = "obsolete"


class NewUpload(NamedTuple):
    """A file to be sent."""

    kind: UploadKind
    key: str
    """Of the object, without the prefix of the settings."""
    path: str
    """Relative to the data directory."""
    sha256: str
    size_bytes: int
    created_at_us: int
    failure: str | None = None
    """Why it can't be sent; such a row is only counted."""


class Upload(StrictModel):
    """One file that goes, or went, to the bucket."""

    upload_id: int = Field(ge=1)
    kind: UploadKind
    key: str
    """Key of the object, without the prefix of the settings."""
    path: str
    """The file, relative to the data directory."""
    sha256: str
    size_bytes: int
    state: UploadState
    reason: str | None
    """Why the store refused it last, or why it failed."""
    refusals: int
    """How often the store refused it."""
    created_at: AwareDatetime
    """When the part was triggered, the picture added, or the file made."""
    ended_at: AwareDatetime | None
    """When the store confirmed it, or when it failed."""


class Part(NamedTuple):
    """A part of a multipart upload that the store has confirmed."""

    number: int
    etag: str
    sha256: str


class UploadTotal(NamedTuple):
    """How many uploads are in one state, and their size."""

    files: int
    size_bytes: int


class Uploads:
    """Adds, finds and ends uploads; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def add(self, uploads: Iterable[NewUpload], places: Mapping[str, int] | None = None) -> None:
        """Adds those whose key is new, and keeps how far their sources were read, in one step.

        A key that failed before, or whose object was to be deleted, is to be sent again; one that
        has been sent is left alone.
        """
        ended_at_us = now_us()
        rows = [
            (
                upload.kind.value,
                upload.key,
                upload.path,
                upload.sha256,
                upload.size_bytes,
                UploadState.FAILED.value if upload.failure else UploadState.WAITING.value,
                upload.failure,
                upload.created_at_us,
                ended_at_us if upload.failure else None,
            )
            for upload in uploads
        ]
        if not rows and not places:
            return
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT INTO uploads (kind, key, path, sha256, bytes, state, reason, "
                "created_at_us, ended_at_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET path = excluded.path, sha256 = excluded.sha256, "
                "bytes = excluded.bytes, state = excluded.state, reason = excluded.reason, "
                "refusals = 0, ended_at_us = excluded.ended_at_us "
                "WHERE uploads.state IN ('failed', 'obsolete')",
                rows,
            )
            for source, place in (places or {}).items():
                _set_place(connection, source, place)

    def place(self, source: str) -> int:
        """How far a source has been read; 0 at first."""
        row = self._database.connection.execute(
            "SELECT place FROM upload_places WHERE source = ?", (source,)
        ).fetchone()
        return 0 if row is None else row["place"]

    def waiting(self, limit: int, without: Iterable[int] = ()) -> list[Upload]:
        """The next to be sent: the oldest first, what was refused behind the rest."""
        rows = self._database.connection.execute(
            "SELECT * FROM uploads INDEXED BY uploads_waiting WHERE state = 'waiting' "
            "AND upload_id NOT IN (SELECT value FROM json_each(?)) "
            "ORDER BY refusals, upload_id LIMIT ?",
            (json.dumps(list(without)), limit),
        )
        return [_upload(row) for row in rows]

    def obsolete(self, limit: int, without: Iterable[int] = ()) -> list[Upload]:
        """Those whose objects are to be deleted: not before their pictures have new ones."""
        rows = self._database.connection.execute(
            "SELECT * FROM uploads INDEXED BY uploads_by_state WHERE state = 'obsolete' "
            "AND upload_id NOT IN (SELECT value FROM json_each(?)) "
            "AND NOT EXISTS (SELECT 1 FROM uploads AS new INDEXED BY uploads_of_datasets "
            "WHERE new.kind = 'dataset' AND new.sha256 = uploads.sha256 AND new.state = 'waiting') "
            "ORDER BY upload_id LIMIT ?",
            (json.dumps(list(without)), limit),
        )
        return [_upload(row) for row in rows]

    def page(self, state: UploadState, before: int | None, limit: int) -> list[Upload]:
        """Uploads of one state, the newest first."""
        rows = self._database.connection.execute(
            "SELECT * FROM uploads INDEXED BY uploads_by_state WHERE state = ? AND upload_id < ? "
            "ORDER BY upload_id DESC LIMIT ?",
            (state.value, before or 2**63 - 1, limit),
        )
        return [_upload(row) for row in rows]

    def of_paths(self, paths: Iterable[str]) -> dict[str, Upload]:
        """The uploads of these files, by path; the newest where a file has several.

        Without those whose objects are to be deleted.
        """
        rows = self._database.connection.execute(
            "SELECT * FROM uploads INDEXED BY uploads_by_path "
            "WHERE path IN (SELECT value FROM json_each(?)) AND state != 'obsolete' "
            "ORDER BY upload_id",
            (json.dumps(list(paths)),),
        )
        return {row["path"]: _upload(row) for row in rows}

    def keys_under(self, kind: UploadKind, folder: str) -> dict[str, UploadState]:
        """The keys of a kind that begin with a folder's name and a slash, with their states."""
        # "0" is the character after the slash: so the index of the keys is used.
        rows = self._database.connection.execute(
            "SELECT key, state FROM uploads WHERE key >= ? AND key < ? AND kind = ?",
            (f"{folder}/", f"{folder}0", kind.value),
        )
        return {row["key"]: UploadState(row["state"]) for row in rows}

    def totals(self) -> dict[UploadState, UploadTotal]:
        """How many files there are in each state, with their size in bytes."""
        totals = dict.fromkeys(UploadState, UploadTotal(0, 0))
        for state, files, size in self._database.connection.execute("SELECT * FROM upload_totals"):
            totals[UploadState(state)] = UploadTotal(files, size)
        return totals

    def oldest_waiting(self) -> datetime | None:
        """When the first of the waiting files came to be; None when none waits."""
        row = self._database.connection.execute(
            "SELECT created_at_us FROM uploads INDEXED BY uploads_by_state "
            "WHERE state = 'waiting' ORDER BY upload_id LIMIT 1"
        ).fetchone()
        return None if row is None else from_us(row["created_at_us"])

    def most_refused(self) -> Upload | None:
        """The waiting file that the store has refused most often; None when it refused none."""
        row = self._database.connection.execute(
            "SELECT * FROM uploads INDEXED BY uploads_waiting WHERE state = 'waiting' "
            "AND refusals > 0 ORDER BY refusals DESC LIMIT 1"
        ).fetchone()
        return None if row is None else _upload(row)

    def uploaded(self, upload_ids: Sequence[int]) -> None:
        """The store has confirmed these."""
        self._end(UploadState.UPLOADED, dict.fromkeys(upload_ids))

    def failed(self, reasons: Mapping[int, str]) -> None:
        """These can't be sent, for good."""
        self._end(UploadState.FAILED, reasons)

    def refused(self, reasons: Mapping[int, str]) -> None:
        """The store refused these; they are sent again after the rest."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE uploads SET refusals = refusals + 1, reason = ? WHERE upload_id = ?",
                [(reason, upload_id) for upload_id, reason in reasons.items()],
            )

    def retry(self) -> int:
        """Sends again what has failed; returns how many files."""
        with self._database.transaction() as connection:
            return connection.execute(
                "UPDATE uploads SET state = 'waiting', refusals = 0, ended_at_us = NULL "
                "WHERE state = 'failed'"
            ).rowcount

    def make_obsolete(self, keys: Iterable[str], places: Mapping[str, int]) -> None:
        """The objects of these keys, if they are there, are to be deleted."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE uploads SET state = 'obsolete' WHERE key = ?", [(key,) for key in keys]
            )
            for source, place in places.items():
                _set_place(connection, source, place)

    def deleted(self, upload_ids: Iterable[int]) -> None:
        """Their objects are gone, or have never been there."""
        with self._database.transaction() as connection:
            connection.executemany(
                "DELETE FROM uploads WHERE upload_id = ? AND state = 'obsolete'",
                [(upload_id,) for upload_id in upload_ids],
            )

    def begin_multipart(self, upload_id: int, multipart_id: str | None) -> None:
        """Keeps the id of a multipart upload that begins with no part; None forgets one."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM upload_parts WHERE upload_id = ?", (upload_id,))
            connection.execute(
                "UPDATE uploads SET multipart_id = ? WHERE upload_id = ?", (multipart_id, upload_id)
            )

    def multipart(self, upload_id: int) -> tuple[str | None, list[Part]]:
        """The id of the multipart upload that was begun, if one was, and its confirmed parts."""
        connection = self._database.connection
        row = connection.execute(
            "SELECT multipart_id FROM uploads WHERE upload_id = ?", (upload_id,)
        ).fetchone()
        parts = connection.execute(
            "SELECT number, etag, sha256 FROM upload_parts WHERE upload_id = ? ORDER BY number",
            (upload_id,),
        )
        return (row and row["multipart_id"], [Part(*part) for part in parts])

    def add_part(self, upload_id: int, part: Part) -> None:
        """The store has confirmed a part."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO upload_parts VALUES (?, ?, ?, ?)", (upload_id, *part)
            )

    def send_to(self, target: str) -> bool:
        """Datasets and models are sent again where the target isn't that of before.

        Returns:
            Whether it was another one.
        """
        # Places are numbers.
        number = int.from_bytes(hashlib.sha256(target.encode()).digest()[:6], "big")
        known = self.place("target")
        if known == number:
            return False
        with self._database.transaction() as connection:
            _set_place(connection, "target", number)
            connection.execute(
                "DELETE FROM upload_parts WHERE upload_id IN "
                "(SELECT upload_id FROM uploads WHERE multipart_id IS NOT NULL)"
            )
            connection.execute(
                "UPDATE uploads SET multipart_id = NULL WHERE multipart_id IS NOT NULL"
            )
            connection.execute("DELETE FROM uploads WHERE state = 'obsolete'")
            connection.execute(
                "UPDATE uploads SET state = 'waiting', ended_at_us = NULL "
                "WHERE kind IN ('dataset', 'model') AND state = 'uploaded'"
            )
        return known != 0

    def _end(self, state: UploadState, reasons: Mapping[int, str | None]) -> None:
        ended_at_us = now_us()
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE uploads SET state = ?, reason = ?, ended_at_us = ?, multipart_id = NULL "
                "WHERE upload_id = ? AND state = 'waiting'",
                [(state.value, reason, ended_at_us, key) for key, reason in reasons.items()],
            )
            connection.executemany(
                "DELETE FROM upload_parts WHERE upload_id = ?", [(key,) for key in reasons]
            )


def _set_place(connection: sqlite3.Connection, source: str, place: int) -> None:
    connection.execute(
        "INSERT INTO upload_places VALUES (?, ?) "
        "ON CONFLICT (source) DO UPDATE SET place = excluded.place",
        (source, place),
    )


@reads_rows_of("uploads", "upload_id")
def _upload(row: sqlite3.Row) -> Upload:
    return Upload(
        upload_id=row["upload_id"],
        kind=row["kind"],
        key=row["key"],
        path=row["path"],
        sha256=row["sha256"],
        size_bytes=row["bytes"],
        state=row["state"],
        reason=row["reason"],
        refusals=row["refusals"],
        created_at=from_us(row["created_at_us"]),
        ended_at=None if row["ended_at_us"] is None else from_us(row["ended_at_us"]),
    )
