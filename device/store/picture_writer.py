"""The picture writer: a full or failing disk costs pictures, OK parts' first, and no results."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain, is_full
from okng.device.store.ledger import LedgerEntry
from okng.device.store.pictures import FOLDER, Picture, picture_path, save_pictures
from okng.device.store.recording import Recording
from okng.device.store.retention import Retention
from okng.device.types import Inspection, Outcome
from okng.models.arrays import Image
from okng.models.atomic_files import try_folder

DISK_IS_FULL = "the disk is full"

_log = logging.getLogger(__name__)


class PictureWriter:
    """Writes the pictures of results, for one recorder thread."""

    def __init__(self, data_dir: Path, retention: Retention) -> None:
        self._data_dir = data_dir
        self._retention = retention
        self.fault: str | None = None
        """Why pictures can't be stored now, in words; None while they can."""

    def note_room(self) -> None:
        """Ends the fault of a full disk where the reserve could be taken back."""
        if self.fault == DISK_IS_FULL and not self._retention.ballast_given_up:
            self.fault = None

    def try_again(self) -> None:
        """Ends another fault if the disk takes a file, even while no parts come."""
        if self.fault is None or self.fault == DISK_IS_FULL:
            return
        try:
            try_folder(self._data_dir / FOLDER)
        except OSError as error:
            _log.debug("pictures can't be stored yet: %s", error)
        else:
            self.fault = None

    def save(self, recordings: Sequence[Recording]) -> list[LedgerEntry]:
        """The entries of the ledger, each with its picture or the reason why there is none."""
        pictures = {
            recording.inspection.inspection_id: _picture(recording.inspection, recording.image)
            for recording in recordings
            if recording.image is not None
        }
        hashes = self._save(recordings, pictures)
        return [
            LedgerEntry(
                self._complete(recording.inspection, pictures, hashes), recording.anomaly_map
            )
            for recording in recordings
        ]

    def _save(
        self, recordings: Sequence[Recording], pictures: dict[str, Picture]
    ) -> dict[str, str]:
        """Saves the pictures for which there is room; returns hashes by inspection_id."""
        if not pictures:
            return {}
        if self._retention.ballast_given_up:
            self.fault = DISK_IS_FULL
            return {}
        try:
            hashes = save_pictures(self._data_dir, list(pictures.values()))
        except OSError:
            return self._save_one_by_one(recordings, pictures)
        self.fault = None
        return dict(zip(pictures, hashes, strict=True))

    def _save_one_by_one(
        self, recordings: Sequence[Recording], pictures: dict[str, Picture]
    ) -> dict[str, str]:
        """Saves one picture at a time, OK pictures last; returns hashes by inspection_id."""
        hashes = {}
        for recording in sorted(recordings, key=lambda r: r.inspection.outcome is Outcome.OK):
            inspection_id = recording.inspection.inspection_id
            if inspection_id in pictures:
                sha256 = self._save_in_need(pictures[inspection_id])
                if sha256 is not None:
                    hashes[inspection_id] = sha256
        return hashes

    def _save_in_need(self, picture: Picture) -> str | None:
        while True:
            try:
                (sha256,) = save_pictures(self._data_dir, [picture])
            except OSError as error:
                self.fault = DISK_IS_FULL if is_full(error) else explain(error)
                if not (is_full(error) and self._free()):
                    return None
            else:
                self.fault = None
                return sha256

    def _complete(
        self, inspection: Inspection, pictures: dict[str, Picture], hashes: dict[str, str]
    ) -> Inspection:
        picture = pictures.get(inspection.inspection_id)
        if picture is None:
            return inspection
        if inspection.inspection_id in hashes:
            sha256 = hashes[inspection.inspection_id]
            return inspection.model_copy(
                update={"picture_path": picture.path, "picture_sha256": sha256}
            )
        return without_picture(inspection, self.fault or "the disk fails")

    def _free(self) -> bool:
        try:
            return self._retention.remove_ok_pictures(held_too=True) > 0
        except (sqlite3.DatabaseError, StoreError) as error:
            _log.warning("removed pictures could not be marked, will be later: %s", error)
            return self._retention.give_up_ballast()


def without_picture(inspection: Inspection, problem: str) -> Inspection:
    """The inspection with the reason why its picture is not stored."""
    note = f"picture not stored: {problem}"
    reason = f"{inspection.reason}; {note}" if inspection.reason else note
    return inspection.model_copy(update={"reason": reason})


def _picture(inspection: Inspection, image: Image) -> Picture:
    return Picture(
        picture_path(inspection.inspection_id, inspection.triggered_at), image, inspection
    )
