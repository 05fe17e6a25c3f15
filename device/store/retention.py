"""Room on the disk: what goes when it gets scarce, so that every result can be written.

When less than `min_free_mb` is free, the oldest pictures of OK parts go, with their anomaly maps;
results always stay. Pictures of NG and ERROR parts are what people come back for: scarce space
alone never removes them, and no new picture does. Only when the disk is full, no OK picture is
left and not even a result's row can be written, the oldest of them go for that row's sake.
Files in quarantine go after the OK pictures: nobody knows what they show.

A picture that is to go to a bucket and hasn't arrived there is held: it stays while other pictures
can go, and goes like them when the disk is full. `okng sync` then counts it as failed.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from okng.device.store import quarantine
from okng.device.store.ballast import give_up_ballast, is_given_up, take_ballast
from okng.device.store.database import Database
from okng.device.store.timestamps import now_us
from okng.device.store.upload_rules import SqlCondition, is_held
from okng.device.store.uploads import REMOVED
from okng.device.types import Outcome

if TYPE_CHECKING:
    from okng.device.store.storage_settings import StorageSettings
    from okng.device.store.sync_settings import PictureRules

MIB = 1024 * 1024
BATCH = 64
"""Pictures that go at a time: as many new ones then find room without another look."""
LOOK_AGAIN_S = 60.0
"""Held pictures are passed over for so long; in the meantime they may have arrived."""
_NOTHING = SqlCondition("0", ())

_log = logging.getLogger(__name__)


class Retention:
    """Frees space in a data directory.

    A ballast file holds some back: deleting rows needs space as well, so on a full disk it is
    given up first (https://sqlite.org/rescode.html#full).
    """

    def __init__(
        self, data_dir: Path, settings: StorageSettings, uploads: PictureRules | None = None
    ) -> None:
        """Args:
        data_dir: Where the pictures are.
        settings: How much is to be kept free.
        uploads: Which pictures go to a bucket; None where no bucket is configured.
        """
        self._data_dir = data_dir
        self._held = _NOTHING if uploads is None else is_held(uploads)
        self._passed: dict[tuple[Outcome, ...], int] = {}
        # So that the held ones at the ledger's beginning are not read for every new picture.
        self._passed_since_s = 0.0
        self._database = Database(data_dir)
        self._min_free = settings.min_free_mb * MIB
        self._ballast_size = settings.ballast_mb * MIB

    @property
    def ballast_given_up(self) -> bool:
        """The disk was full, and there is no space yet to take the ballast again.

        What it left is for rows: no picture is to be stored meanwhile.
        """
        return is_given_up(self._data_dir)

    def free_bytes(self) -> int:
        """Free space of the data directory's file system."""
        return shutil.disk_usage(self._data_dir).free

    def is_low(self) -> bool:
        """Whether less is free than the settings ask for."""
        return self.free_bytes() < self._min_free

    def make_room(self) -> None:
        """Removes some of the oldest OK pictures when space is low; keeps the ballast in place."""
        if self.ballast_given_up:
            self.shrink_log()
            self.remove_ok_pictures(held_too=True)
        elif self.is_low():
            self.remove_ok_pictures()
        if self.free_bytes() >= 2 * self._ballast_size:
            take_ballast(self._data_dir, self._ballast_size)

    def give_up_ballast(self) -> bool:
        """Frees the ballast; False when it was gone already."""
        return give_up_ballast(self._data_dir)

    def shrink_log(self) -> None:
        """Moves the write-ahead log into the database, if there is space to do it.

        A row takes ten times its size in the log (whole pages), but the move needs some space too:
        so it is done after each group of rows while space is short.
        """
        try:
            self._database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.OperationalError as error:
            _log.info("the write-ahead log can't be shortened now: %s", error)

    def remove_ok_pictures(self, *, held_too: bool = False) -> int:
        """Removes some of the oldest OK pictures, or else of the quarantine; returns how many.

        Args:
            held_too: Whether those that have not arrived in the bucket go, too, as the last ones.
        """
        return (
            self._remove_arrived((Outcome.OK,))
            or quarantine.remove_oldest(self._data_dir, BATCH)
            or (self.remove_oldest((Outcome.OK,)) if held_too else 0)
        )

    def remove_oldest(self, outcomes: Sequence[Outcome]) -> int:
        """Removes some of the oldest pictures of these outcomes and returns how many.

        Those that are held go last.
        """
        return self._remove_arrived(outcomes) or self._remove(self._rows(outcomes, _NOTHING, 0))

    def _remove_arrived(self, outcomes: Sequence[Outcome]) -> int:
        """Removes some of the oldest pictures that are not held."""
        if time.monotonic() - self._passed_since_s > LOOK_AGAIN_S:
            self._passed, self._passed_since_s = {}, time.monotonic()
        key = tuple(outcomes)
        rows = self._rows(outcomes, self._held, self._passed.get(key, 0))
        if rows and self._held is not _NOTHING:
            self._passed[key] = rows[-1]["seq"]
        return self._remove(rows)

    def _rows(
        self, outcomes: Sequence[Outcome], without: SqlCondition, after: int
    ) -> list[sqlite3.Row]:
        marks = ", ".join("?" * len(outcomes))
        return self._database.connection.execute(
            "SELECT seq, picture_path FROM inspections INDEXED BY inspections_with_picture "
            "WHERE picture_path IS NOT NULL AND picture_removed_at_us IS NULL "
            f"AND outcome IN ({marks}) AND seq > ? AND NOT {without.sql} ORDER BY seq LIMIT ?",
            (*outcomes, after, *without.values, BATCH),
        ).fetchall()

    def _remove(self, rows: Sequence[sqlite3.Row]) -> int:
        """Removes the pictures of these rows, which keep the pictures' hashes.

        Files go first: on a full disk nothing else can.
        """
        for row in rows:
            (self._data_dir / row["picture_path"]).unlink(missing_ok=True)
        if rows:
            with self._database.transaction() as connection:
                connection.executemany(
                    "UPDATE inspections SET picture_removed_at_us = ? WHERE seq = ?",
                    [(now_us(), row["seq"]) for row in rows],
                )
                connection.executemany(
                    "UPDATE uploads SET state = 'failed', reason = ?, ended_at_us = ? "
                    "WHERE path = ? AND kind = 'picture' AND state = 'waiting'",
                    [(REMOVED, now_us(), row["picture_path"]) for row in rows],
                )
                for maps in ("anomaly_maps", "trial_maps"):
                    connection.executemany(
                        f"DELETE FROM {maps} WHERE seq = ?", [(row["seq"],) for row in rows]
                    )
            _log.info("%d pictures removed, up to %s", len(rows), rows[-1]["picture_path"])
        return len(rows)
