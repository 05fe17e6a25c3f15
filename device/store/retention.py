"""Room on the disk: what goes when it gets scarce, so that every result can be written.

When less than `min_free_mb` is free, the oldest pictures of OK parts go, with their anomaly maps;
results always stay. Pictures of NG and ERROR parts are what people come back for: scarce space
alone never removes them, and no new picture does. Only when the disk is full, no OK picture is
left and not even a result's row can be written, the oldest of them go for that row's sake.
"""

from __future__ import annotations

import errno
import logging
import os
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from okng.device.store import pictures
from okng.device.store.database import Database
from okng.device.store.timestamps import now_us
from okng.device.types import Outcome

if TYPE_CHECKING:
    from okng.device.settings import StorageSettings

BALLAST = "ballast"
MIB = 1024 * 1024
BATCH = 64
"""Pictures that go at a time: as many new ones then find room without another look."""

_log = logging.getLogger(__name__)


class Retention:
    """Frees space in a data directory.

    A ballast file holds some back: deleting rows needs space as well, so on a full disk it is
    given up first (https://sqlite.org/rescode.html#full).
    """

    def __init__(self, data_dir: Path, settings: StorageSettings) -> None:
        self._data_dir = data_dir
        self._database = Database(data_dir)
        self._min_free = settings.min_free_mb * MIB
        self._ballast = data_dir / BALLAST
        self._ballast_size = settings.ballast_mb * MIB
        self.ballast_given_up = False
        """The disk was full, and there is no space yet to take the ballast again.

        What it left is for rows: no picture is to be stored meanwhile.
        """

    def remove_leftovers(self) -> None:
        """Deletes pictures that a killed process wrote and didn't come to record.

        Looks where the newest ones lie; call it before anything is recorded.
        """
        hours = sorted((self._data_dir / pictures.FOLDER).glob("*/*/*/*"))
        for path in (path for hour in hours[-2:] for path in hour.iterdir()):
            row = self._database.connection.execute(
                "SELECT 1 FROM inspections WHERE inspection_id = ? AND picture_path = ?",
                (path.stem, path.relative_to(self._data_dir).as_posix()),
            ).fetchone()
            if row is None:
                path.unlink()
                _log.info("%s deleted: its part was not recorded", path)

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
        if self.is_low() or self.ballast_given_up:
            self.remove_oldest((Outcome.OK,))
        if not self._ballast.exists() and self.free_bytes() >= 2 * self._ballast_size:
            self._take_ballast()

    def give_up_ballast(self) -> bool:
        """Frees the ballast; False when it was gone already."""
        if not self._ballast.exists():
            return False
        self._ballast.unlink()
        self.ballast_given_up = True
        _log.warning("the disk is full: %s is given up", self._ballast)
        return True

    def shrink_log(self) -> None:
        """Moves the write-ahead log into the database, if there is space to do it.

        A row takes ten times its size in the log (whole pages), but the move needs some space too:
        so it is done after each group of rows while space is short.
        """
        try:
            self._database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.OperationalError as error:
            _log.info("the write-ahead log can't be shortened now: %s", error)

    def remove_oldest(self, outcomes: Sequence[Outcome]) -> int:
        """Removes some of the oldest pictures of these outcomes and returns how many.

        The rows keep the pictures' hashes. Files go first: on a full disk nothing else can.
        """
        marks = ", ".join("?" * len(outcomes))
        rows = self._database.connection.execute(
            "SELECT seq, picture_path FROM inspections INDEXED BY inspections_with_picture "
            "WHERE picture_path IS NOT NULL "
            f"AND picture_removed_at_us IS NULL AND outcome IN ({marks}) ORDER BY seq LIMIT ?",
            (*outcomes, BATCH),
        ).fetchall()
        for row in rows:
            (self._data_dir / row["picture_path"]).unlink(missing_ok=True)
        if rows:
            with self._database.transaction() as connection:
                connection.executemany(
                    "UPDATE inspections SET picture_removed_at_us = ? WHERE seq = ?",
                    [(now_us(), row["seq"]) for row in rows],
                )
                for maps in ("anomaly_maps", "trial_maps"):
                    connection.executemany(
                        f"DELETE FROM {maps} WHERE seq = ?", [(row["seq"],) for row in rows]
                    )
            _log.info("%d pictures removed, up to %s", len(rows), rows[-1]["picture_path"])
        return len(rows)

    def _take_ballast(self) -> None:
        try:
            with self._ballast.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, self._ballast_size)
        except OSError as error:
            self._ballast.unlink(missing_ok=True)
            _log.warning("%s can't be taken: %s", self._ballast, error)
        else:
            self.ballast_given_up = False


def is_full(error: Exception) -> bool:
    """Whether this is how a full disk, or a full quota, shows."""
    if isinstance(error, sqlite3.OperationalError):
        return error.sqlite_errorcode in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE)
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
