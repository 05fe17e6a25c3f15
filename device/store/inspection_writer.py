"""The inspection writer: a full or failing disk or a locked database never stops recording."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from okng.device.health.condition import ConditionCode
from okng.device.health.sentences import sentence
from okng.device.store.database import Database, StoreError
from okng.device.store.database_errors import explain, is_full, is_locked
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.picture_writer import PictureWriter
from okng.device.store.recording import Recorded, Recording
from okng.device.store.result_spool import ResultSpool
from okng.device.store.retention import MIB, Retention
from okng.device.types import Inspection, Outcome

if TYPE_CHECKING:
    from okng.device.store.storage_settings import StorageSettings
    from okng.device.store.sync_settings import PictureRules

RETRY_S = 1.0
"""Pause between attempts while the database can't be written."""
KEEP_AFTER_S = 1.0
"""A shorter fault costs no write of its own: what waits is in memory meanwhile."""
TELL_AFTER_S = 2.0
"""Another program may hold the database for a moment; that is nobody's concern."""
CATCH_UP_S = 0.5
"""Longest time that one call spends on waiting results, so that new pictures are still stored."""
BATCH = 100

_log = logging.getLogger(__name__)


class SafeRecorder:
    """Writes pictures, then their rows, for one recorder thread."""

    def __init__(
        self,
        data_dir: Path,
        settings: StorageSettings,
        sinks: Sequence[str],
        uploads: PictureRules | None = None,
    ) -> None:
        self._data_dir = data_dir
        self._ledger = Ledger(data_dir)
        self._retention = Retention(data_dir, settings, uploads)
        self._pictures = PictureWriter(data_dir, self._retention)
        self._reserve_bytes = settings.ballast_mb * MIB
        self._waiting = ResultSpool(data_dir, self._reserve_bytes)
        self._sinks = sinks
        self._row_fault: Exception | None = None
        self._fault_since_s = 0.0
        self._next_try_s = 0.0
        self._lost_ids: set[int] = set()
        self._begin()
        self.lost = 0
        """Results lost since the start for want of room to wait in; their parts become MISSED."""

    @property
    def waiting(self) -> int:
        """Results that wait for the database."""
        return len(self._waiting)

    def record(self, recordings: Sequence[Recording]) -> list[Recorded]:
        """Records all of them in one transaction, if the database can be written.

        On a full disk OK pictures go, the oldest first; what still finds no room is recorded
        without its picture, and `reason` says so. While not even rows can be written they wait,
        and later calls, empty ones too, write them in their order.

        Returns:
            What came to the disk by this call, in the ledger's order: of earlier calls too.

        Raises:
            sqlite3.IntegrityError: an inspection or a trigger is in the ledger already.
        """
        if recordings and self._row_fault is None:
            self.make_room()
        return self.record_entries(self._pictures.save(recordings))

    def record_entries(self, entries: Sequence[LedgerEntry]) -> list[Recorded]:
        """Records results whose pictures, if any, are on the disk already."""
        if entries and not self._waiting and self._row_fault is None:
            seqs = self._write_rows(entries)
            if seqs is not None:
                return _recorded(seqs, entries)
        for entry in entries:
            if not self._waiting.put(entry):
                self._lose(entry.inspection)
        return self._catch_up()

    def take_lost(self) -> set[int]:
        """Ids of the triggers whose results were lost; each is given once.

        Call it when the database can be written: their ends are to be recorded as MISSED.
        """
        lost, self._lost_ids = self._lost_ids, set()
        return lost

    @property
    def can_write(self) -> bool:
        """Whether the last rows could be written and none waits."""
        return self._row_fault is None and not self._waiting

    def problems(self) -> dict[ConditionCode, str]:
        """What is wrong with the disk now, in words by code; empty when all is well."""
        conditions: dict[ConditionCode, str] = {}
        free_mb = self._retention.free_bytes() // 2**20
        if fault := self._fault_to_tell():
            conditions["store_fault"] = (
                f"{explain(fault)}. Parts are judged; {self.waiting} results wait to be "
                f"stored{self._words_of_loss()}"
            )
        elif self._waiting and self.lost:
            conditions["store_fault"] = (
                f"{self.waiting} results are being stored{self._words_of_loss()}"
            )
        if self._pictures.fault:
            conditions["disk_full"] = sentence(
                "disk_full", "pictures", problem=str(self._pictures.fault)
            )
        elif self._retention.ballast_given_up:
            conditions["disk_full"] = sentence("disk_full", "full", free=free_mb)
        if self._retention.is_low():
            conditions["disk_low"] = sentence("disk_low", "low", free=free_mb)
        return conditions

    def _fault_to_tell(self) -> Exception | None:
        fault = self._row_fault
        if (
            fault
            and is_locked(_cause(fault))
            and time.monotonic() - self._fault_since_s < TELL_AFTER_S
        ):
            return None
        return fault

    def _words_of_loss(self) -> str:
        return f", {self.lost} were lost because no room was left" if self.lost else ""

    def _lose(self, inspection: Inspection) -> None:
        if not self.lost:
            _log.error("no room is left for results to wait in: from now on they are lost")
        self.lost += 1
        self._lost_ids.add(inspection.trigger_id)

    def _catch_up(self) -> list[Recorded]:
        """Writes what waits, the oldest first, or at least keeps it on the disk.

        When nothing waits, an empty transaction tells whether a fault is over.
        """
        written: list[Recorded] = []
        started_s = time.monotonic()
        if started_s >= self._next_try_s:
            while not self.can_write and time.monotonic() - started_s < CATCH_UP_S:
                oldest = self._waiting.first(BATCH)
                try:
                    entries = self._not_yet_recorded(oldest)
                except (sqlite3.DatabaseError, StoreError) as error:
                    self._note_fault(error)
                    break
                seqs = self._write_rows(entries)
                if seqs is None:
                    break
                self._waiting.remove(len(oldest))
                written += _recorded(seqs, entries)
        if self._waiting and time.monotonic() - self._fault_since_s >= KEEP_AFTER_S:
            written += [Recorded(None, inspection) for inspection in self._waiting.keep()]
        return written

    def _not_yet_recorded(self, entries: Sequence[LedgerEntry]) -> list[LedgerEntry]:
        """The entries that a killed run had not written already, each under a number of its own.

        A station that could not read its ledger at the start numbers on from the trigger journal,
        which a power cut may have shortened.
        """
        recorded = self._ledger.seqs(entry.inspection.inspection_id for entry in entries)
        left = [entry for entry in entries if entry.inspection.inspection_id not in recorded]
        if not left:
            return []
        ids = [entry.inspection.trigger_id for entry in left]
        numbers = self._ledger.trigger_ids(min(ids), max(ids))
        next_id = max(*ids, self._ledger.last_trigger_id()) + 1
        chosen = []
        for entry in left:
            inspection = entry.inspection
            if inspection.trigger_id in numbers:
                if inspection.outcome is Outcome.MISSED:
                    continue
                problem = f"was given the trigger number {inspection.trigger_id}, which was taken"
                reason = f"{inspection.reason}; {problem}" if inspection.reason else problem
                entry = entry._replace(
                    inspection=inspection.model_copy(
                        update={"trigger_id": next_id, "reason": reason}
                    )
                )
                next_id += 1
            numbers.add(entry.inspection.trigger_id)
            chosen.append(entry)
        return chosen

    def _begin(self) -> None:
        """Makes a new station's database: pictures without one are the sign of a lost database."""
        try:
            Database(self._data_dir).ensure_there()
        except (sqlite3.DatabaseError, StoreError) as error:
            self._note_fault(error)

    def make_room(self) -> None:
        """Removes what has to go while space is low, and takes back the reserves when it isn't."""
        try:
            self._retention.make_room()
            self._pictures.note_room()
            if (
                not self._waiting.reserved
                and not self._retention.ballast_given_up
                and self._retention.free_bytes() >= 2 * self._reserve_bytes
            ):
                self._waiting.reserve()
        except (OSError, sqlite3.DatabaseError, StoreError) as error:
            # The writes that follow meet the same fault and handle it.
            _log.warning("no room could be made: %s", error)

    def try_pictures_again(self) -> None:
        """Stores pictures again if the disk takes a file, even while no parts come."""
        self._pictures.try_again()

    def _write_rows(self, entries: Sequence[LedgerEntry]) -> list[int] | None:
        """Writes all entries in one transaction; None when the database can't be written."""
        log_is_short = False
        while True:
            try:
                seqs = self._ledger.record(entries, self._sinks)
            except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
                raise
            except (sqlite3.DatabaseError, StoreError) as error:
                cause = _cause(error)
                if is_full(cause) and not log_is_short:
                    self._retention.shrink_log()
                    log_is_short = True
                elif not (is_full(cause) and self._free_for_rows()):
                    self._note_fault(error)
                    return None
            else:
                if self._row_fault is not None:
                    _log.warning("results can be written again; %d wait", self.waiting)
                self._row_fault = None
                return seqs

    def _note_fault(self, error: Exception) -> None:
        if self._row_fault is None:
            self._fault_since_s = time.monotonic()
            _log.error("results can't be written and wait: %s", error)
        self._row_fault = error
        self._next_try_s = time.monotonic() + RETRY_S

    def _free_for_rows(self) -> bool:
        retention = self._retention
        try:
            freed = (
                retention.give_up_ballast()
                or retention.remove_ok_pictures(held_too=True) > 0
                or retention.remove_oldest((Outcome.NG, Outcome.ERROR)) > 0
            )
        except (sqlite3.DatabaseError, StoreError) as error:
            _log.warning("removed pictures could not be marked, will be later: %s", error)
            return False
        retention.shrink_log()
        return freed


def _recorded(seqs: Sequence[int], entries: Sequence[LedgerEntry]) -> list[Recorded]:
    return [Recorded(seq, entry.inspection) for seq, entry in zip(seqs, entries, strict=True)]


def _cause(error: Exception) -> Exception:
    """SQLite's own error where opening the database failed, else the error itself."""
    cause = error.__cause__
    return cause if isinstance(error, StoreError) and isinstance(cause, Exception) else error
