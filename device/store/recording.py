"""Recording that a full or failing disk can slow but not stop: the result's row comes first."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.pictures import Picture, picture_path, save_pictures
from okng.device.store.retention import Retention, is_full
from okng.device.types import ConditionCode, Image, Inspection, Outcome

if TYPE_CHECKING:
    from okng.device.settings import StorageSettings

RETRY_S = 1.0

_log = logging.getLogger(__name__)


class Recording(NamedTuple):
    """What is to be recorded of one trigger."""

    inspection: Inspection
    """Without path and hash of its picture."""
    image: Image | None = None
    anomaly_map: NDArray[np.float32] | None = None
    """HxW scores."""


class Recorded(NamedTuple):
    """What is in the ledger now."""

    seq: int
    inspection: Inspection
    """With path and hash of its picture, or with the reason why there is none."""


class SafeRecorder:
    """Writes pictures, then their rows, for one recorder thread.

    There is one a data directory: it begins by deleting what another left half recorded.
    """

    def __init__(self, data_dir: Path, settings: StorageSettings, sinks: Sequence[str]) -> None:
        self._data_dir = data_dir
        self._ledger = Ledger(data_dir)
        self._retention = Retention(data_dir, settings)
        self._sinks = sinks
        self._picture_fault: str | None = None
        self._row_fault: str | None = None
        self._retention.remove_leftovers()

    def record(self, recordings: Sequence[Recording]) -> list[Recorded]:
        """Records all of them in one transaction; they are on the disk when it returns.

        On a full disk OK pictures go, the oldest first; what still finds no room is recorded
        without its picture, and `reason` says so. While not even rows can be written it waits
        and tries again, and `problems` says so.

        Raises:
            sqlite3.IntegrityError: an inspection or a trigger is in the ledger already.
        """
        self._make_room()
        entries = self._with_pictures(recordings)
        seqs = self._write_rows(entries)
        return [Recorded(seq, entry.inspection) for seq, entry in zip(seqs, entries, strict=True)]

    def problems(self) -> dict[ConditionCode, str]:
        """What is wrong with the disk now, in words by code; empty when all is well."""
        found: dict[ConditionCode, str] = {}
        free_mb = self._retention.free_bytes() // 2**20
        if self._row_fault:
            found["store_fault"] = f"results can't be written and wait: {self._row_fault}"
        if self._picture_fault:
            found["disk_full"] = f"pictures can't be stored: {self._picture_fault}"
        elif self._retention.ballast_given_up:
            found["disk_full"] = f"the disk is full, {free_mb} MiB free; free some space"
        if self._retention.is_low():
            found["disk_low"] = f"{free_mb} MiB free; the oldest OK pictures are being removed"
        return found

    def _make_room(self) -> None:
        try:
            self._retention.make_room()
        except (OSError, sqlite3.OperationalError) as error:
            # The writes that follow meet the same and know what to do.
            _log.warning("no room could be made: %s", error)

    def _with_pictures(self, recordings: Sequence[Recording]) -> list[LedgerEntry]:
        pictures = {
            recording.inspection.inspection_id: _picture(recording.inspection, recording.image)
            for recording in recordings
            if recording.image is not None
        }
        kept = self._save(recordings, pictures)
        return [
            LedgerEntry(self._complete(recording.inspection, pictures, kept), recording.anomaly_map)
            for recording in recordings
        ]

    def _save(
        self, recordings: Sequence[Recording], pictures: dict[str, Picture]
    ) -> dict[str, str]:
        """Saves what there is room for; hashes by inspection_id."""
        if not pictures:
            return {}
        if self._retention.ballast_given_up:
            self._picture_fault = "the disk is full"
            return {}
        try:
            hashes = save_pictures(self._data_dir, list(pictures.values()))
        except OSError:
            return self._save_one_by_one(recordings, pictures)
        self._picture_fault = None
        return dict(zip(pictures, hashes, strict=True))

    def _save_one_by_one(
        self, recordings: Sequence[Recording], pictures: dict[str, Picture]
    ) -> dict[str, str]:
        """Saves what can be saved, OK pictures last; hashes by inspection_id."""
        kept = {}
        for recording in sorted(recordings, key=lambda r: r.inspection.outcome is Outcome.OK):
            inspection_id = recording.inspection.inspection_id
            if inspection_id in pictures:
                sha256 = self._save_in_need(pictures[inspection_id])
                if sha256 is not None:
                    kept[inspection_id] = sha256
        return kept

    def _save_in_need(self, picture: Picture) -> str | None:
        while True:
            try:
                (sha256,) = save_pictures(self._data_dir, [picture])
            except OSError as error:
                self._picture_fault = error.strerror or str(error)
                if not (is_full(error) and self._free_for_pictures()):
                    return None
            else:
                self._picture_fault = None
                return sha256

    def _complete(
        self, inspection: Inspection, pictures: dict[str, Picture], kept: dict[str, str]
    ) -> Inspection:
        picture = pictures.get(inspection.inspection_id)
        if picture is None:
            return inspection
        if inspection.inspection_id in kept:
            sha256 = kept[inspection.inspection_id]
            return inspection.model_copy(
                update={"picture_path": picture.path, "picture_sha256": sha256}
            )
        why = f"picture not stored: {self._picture_fault}"
        reason = f"{inspection.reason}; {why}" if inspection.reason else why
        return inspection.model_copy(update={"reason": reason})

    def _write_rows(self, entries: Sequence[LedgerEntry]) -> list[int]:
        log_is_short = False
        while True:
            try:
                seqs = self._ledger.record(entries, self._sinks)
            except sqlite3.OperationalError as error:
                if is_full(error) and not log_is_short:
                    self._retention.shrink_log()
                    log_is_short = True
                elif not (is_full(error) and self._free_for_rows()):
                    if self._row_fault is None:
                        _log.error("results can't be written, trying again: %s", error)
                    self._row_fault = str(error)
                    time.sleep(RETRY_S)
            else:
                self._row_fault = None
                return seqs

    def _free_for_pictures(self) -> bool:
        try:
            return self._retention.remove_oldest((Outcome.OK,)) > 0
        except sqlite3.OperationalError as error:
            _log.warning("removed pictures could not be marked, will be later: %s", error)
            return self._retention.give_up_ballast()

    def _free_for_rows(self) -> bool:
        retention = self._retention
        try:
            freed = (
                retention.give_up_ballast()
                or retention.remove_oldest((Outcome.OK,)) > 0
                or retention.remove_oldest((Outcome.NG, Outcome.ERROR)) > 0
            )
        except sqlite3.OperationalError as error:
            _log.warning("removed pictures could not be marked, will be later: %s", error)
            return False
        retention.shrink_log()
        return freed


def _picture(inspection: Inspection, image: Image) -> Picture:
    return Picture(picture_path(inspection.inspection_id, inspection.triggered_at), image)
