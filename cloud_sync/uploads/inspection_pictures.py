"""Pictures of inspections for the bucket: those that the rules choose, in the ledger's order."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from okng.cloud_sync.uploads.object_keys import picture_key
from okng.device.store.database import Database
from okng.device.store.sync_settings import PictureRules
from okng.device.store.timestamps import from_us
from okng.device.store.upload_rules import SqlCondition, matches
from okng.device.store.uploads import REMOVED, NewUpload, UploadKind, Uploads

LEDGER = "ledger"
REVIEWS = "reviews"
BATCH = 500
ALL_REVIEWS_S = 3600.0
"""The clock may be set back, so from time to time all reviews are looked at."""
GONE = "the file is gone"
_COLUMNS = (
    "seq, outcome, triggered_at_us, picture_path, picture_sha256, picture_removed_at_us, "
    "inspection_id"
)


class InspectionPictures:
    """Adds the pictures of new inspections, and of parts that a person has given a verdict on."""

    def __init__(self, data_dir: Path, station_id: str, rules: PictureRules) -> None:
        self._data_dir = data_dir
        self._station_id = station_id
        self._rules = rules
        self._chosen: SqlCondition = matches(rules)
        self._database = Database(data_dir)
        self._uploads = Uploads(data_dir)
        self._all_reviews_at_s = 0.0

    def read(self) -> bool:
        """Adds the next ones; returns whether there may be more at once."""
        return self._read_ledger() | (self._rules.reviewed and self._read_reviews())

    def _read_ledger(self) -> bool:
        place = self._uploads.place(LEDGER)
        (last,) = self._database.connection.execute(
            "SELECT coalesce(max(seq), 0) FROM inspections"
        ).fetchone()
        if last <= place:
            return False
        rows = self._database.connection.execute(
            f"SELECT {_COLUMNS} FROM inspections WHERE seq > ? AND seq <= ? "
            f"AND picture_path IS NOT NULL AND {self._chosen.sql} ORDER BY seq LIMIT ?",
            (place, last, *self._chosen.values, BATCH),
        ).fetchall()
        full = len(rows) == BATCH
        self._uploads.add(map(self._upload, rows), {LEDGER: rows[-1]["seq"] if full else last})
        return full

    def _read_reviews(self) -> bool:
        now_s = time.monotonic()
        place = self._uploads.place(REVIEWS)
        if now_s >= self._all_reviews_at_s:
            self._all_reviews_at_s = now_s + ALL_REVIEWS_S
            place = 0
        # With a full batch the moment of its last row may go on in the next one.
        rows = self._database.connection.execute(
            f"SELECT {_COLUMNS}, reviewed_at_us FROM reviews "
            "INDEXED BY reviews_by_time CROSS JOIN inspections USING (seq) "
            "WHERE reviewed_at_us > ? AND picture_path IS NOT NULL AND NOT EXISTS "
            "(SELECT 1 FROM uploads WHERE path = picture_path) ORDER BY reviewed_at_us LIMIT ?",
            (place, BATCH),
        ).fetchall()
        if not rows:
            return False
        full = len(rows) == BATCH
        reviewed_at_us = rows[-1]["reviewed_at_us"] - full
        self._uploads.add(map(self._upload, rows), {REVIEWS: max(place, reviewed_at_us)})
        return full

    def _upload(self, row: sqlite3.Row) -> NewUpload:
        path: str = row["picture_path"]
        failure, size = None, 0
        if row["picture_removed_at_us"] is not None:
            failure = REMOVED
        else:
            try:
                size = (self._data_dir / path).stat().st_size
            except FileNotFoundError:
                failure = GONE
        return NewUpload(
            UploadKind.PICTURE,
            picture_key(self._station_id, from_us(row["triggered_at_us"]), row["outcome"], path),
            path,
            row["picture_sha256"],
            size,
            row["triggered_at_us"],
            failure,
        )
