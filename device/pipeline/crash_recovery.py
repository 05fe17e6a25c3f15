"""Parts that a stop or a crash cut off, or whose results were lost: none goes without a row."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

from okng.device.store import pictures
from okng.device.store.inspection_writer import SafeRecorder
from okng.device.store.ledger import Ledger
from okng.device.store.picture_metadata import entry_of_picture
from okng.device.store.quarantine import move_to_quarantine
from okng.device.store.recording import Recording
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import Inspection, Outcome, TriggerEdge
from okng.models.atomic_files import TEMPORARY_SUFFIX

log = logging.getLogger(__name__)

REASON = "the station stopped before the end of this part was recorded"
LOST_REASON = (
    "the part was judged, but its result was lost: the database could not be written for too long"
)
BATCH = 500
NEWEST_HOURS = 2
"""Folders of pictures in which those of a killed process can lie."""


class CrashRecovery:
    """Brings the ledger to what journal and picture files tell, as soon as it can be written."""

    def __init__(
        self,
        data_dir: Path,
        journal: TriggerJournal,
        ledger: Ledger,
        recorder: SafeRecorder,
        station: str,
    ) -> None:
        """Notes which pictures are there: make it before any part is recorded."""
        self._data_dir = data_dir
        self._journal = journal
        self._ledger = ledger
        self._recorder = recorder
        self._station = station
        self._pictures = _newest_pictures(data_dir)
        self._is_done = False

    def attempt(self, within_s: float) -> bool:
        """Writes what waits from an earlier run, then recovers; whether it came to the end.

        Raises:
            sqlite3.DatabaseError, StoreError: the database can't be read now.
        """
        deadline_s = time.monotonic() + within_s
        while self._recorder.waiting and time.monotonic() < deadline_s:
            waiting = self._recorder.waiting
            self._recorder.record([])
            if self._recorder.waiting == waiting:
                break
        if self._recorder.waiting == 0:
            self.recover()
        return self._is_done

    def recover(self) -> None:
        """Once a run: what an earlier one left; every time: the parts whose results were lost."""
        if not self._is_done:
            self._settle_pictures()
            self._record_missed(self._journal.unfinished(self._ledger), REASON)
            self._is_done = True
        if lost := self._recorder.take_lost():
            self._record_missed(self._journal.edges(lost), LOST_REASON)

    def _settle_pictures(self) -> None:
        """A picture was written and its row wasn't: the file tells how the part ended."""
        for path in self._pictures:
            if not path.is_file():
                continue
            if path.name.endswith(TEMPORARY_SUFFIX):
                path.unlink()
                log.info("%s deleted: it is only half written", path)
            elif not self._is_known(path):
                self._settle_picture(path)
        self._pictures = []

    def _is_known(self, path: Path) -> bool:
        recorded = self._ledger.get(path.stem)
        return recorded is not None and recorded.picture_sha256 is not None

    def _settle_picture(self, path: Path) -> None:
        entry = entry_of_picture(self._data_dir, path)
        if entry is None:
            move_to_quarantine(self._data_dir, path, "the database has no row of it")
            return
        trigger_id = entry.inspection.trigger_id
        if self._ledger.trigger_ids(trigger_id, trigger_id):
            move_to_quarantine(self._data_dir, path, f"trigger {trigger_id} ended otherwise")
        else:
            self._recorder.record_entries([entry])
            log.warning("trigger %d recorded from its picture %s", trigger_id, path)

    def _record_missed(self, edges: Sequence[TriggerEdge], reason: str) -> None:
        for start in range(0, len(edges), BATCH):
            batch = edges[start : start + BATCH]
            self._recorder.record(
                [Recording(_missed(edge, self._station, reason)) for edge in batch]
            )
        if edges:
            log.warning("%d parts recorded as MISSED: %s", len(edges), reason)


def _newest_pictures(data_dir: Path) -> list[Path]:
    hours = sorted((data_dir / pictures.FOLDER).glob("*/*/*/*"))
    return sorted(_files_of(hours[-NEWEST_HOURS:]))


def _files_of(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_dir():
            yield from folder.iterdir()


def _missed(edge: TriggerEdge, station: str, reason: str) -> Inspection:
    return Inspection(
        inspection_id=uuid.uuid4().hex,
        trigger_id=edge.trigger_id,
        station=station,
        source=edge.source,
        part_id=edge.part_id,
        triggered_at=edge.at,
        outcome=Outcome.MISSED,
        reason=reason,
        challenge=edge.challenge,
    )
