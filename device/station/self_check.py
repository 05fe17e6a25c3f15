"""The self-check: once a second, what is wrong with disk, store, wires or sinks is a condition."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

from okng.device.data_lake.scheduled_export import ALIVE_S as EXPORT_ALIVE_S
from okng.device.data_lake.scheduled_export import ExportReports
from okng.device.health.condition import ConditionCode, Severity
from okng.device.health.conditions import Conditions
from okng.device.health.data_directory import DataDirectory
from okng.device.health.sentences import Sentence, joined, sentence
from okng.device.notifications.notifier import Notifier
from okng.device.notifications.settings import OWN_CODE
from okng.device.pipeline.housekeeping import Housekeeping
from okng.device.pipeline.recorder import RecorderThread
from okng.device.reports.shift_status import ShiftReportState
from okng.device.sinks import Sink
from okng.device.store.database import StoreError
from okng.device.store.quarantine import FOLDER as QUARANTINE
from okng.device.store.sync_reports import ALIVE_S as SYNC_ALIVE_S
from okng.device.store.sync_reports import SyncReports
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import SinkStatus
from okng.device.wires import Wire

STORE_CONDITIONS: dict[ConditionCode, Severity] = {
    "store_fault": Severity.FAULT,
    "disk_full": Severity.FAULT,
    "disk_low": Severity.WARNING,
    "files_quarantined": Severity.WARNING,
}


class SelfCheck:
    """Asks the parts of the station how they are; a disk that fails ends nothing here."""

    def __init__(
        self,
        data_dir: Path,
        recorder: RecorderThread,
        journal: TriggerJournal,
        housekeeping: Housekeeping,
        sinks: Sequence[Sink],
        notifiers: Sequence[Notifier],
        wires: Sequence[Wire],
        sync: SyncReports | None,
        export: ExportReports | None,
        shift_reports: ShiftReportState | None,
        conditions: Conditions,
    ) -> None:
        """Raises: OSError: there is no data directory."""
        self._sync = sync
        self._export = export
        self._shift_reports = shift_reports
        self._started_s = time.monotonic()
        self._data_dir = data_dir
        self._data_directory = DataDirectory(data_dir)
        self._recorder = recorder
        self._journal = journal
        self._housekeeping = housekeeping
        self._sinks = sinks
        self._notifiers = notifiers
        self._wires = wires
        self._conditions = conditions

    def run(self) -> None:
        """Sets the conditions that are there now and clears those that are over."""
        try:
            self._data_directory.check()
            self._check_store()
            self._check_wires()
            self._check_sinks()
            self._check_notifiers()
            self._check_process("sync_trouble", self._sync, SYNC_ALIVE_S)
            self._check_process("export_trouble", self._export, EXPORT_ALIVE_S)
            self._conditions.clear("data_dir_fault")
        except (OSError, sqlite3.Error, StoreError) as error:
            message = sentence(
                "data_dir_fault", "fails", folder=str(self._data_dir), problem=str(error)
            )
            self._conditions.set("data_dir_fault", Severity.FAULT, message)

    def close(self) -> None:
        """Lets go of the data directory."""
        self._data_directory.close()

    def _check_store(self) -> None:
        problems = self._recorder.problems()
        if self._journal.fault:
            problems.setdefault("store_fault", self._journal.fault)
        if quarantined := self._housekeeping.quarantined:
            problems["files_quarantined"] = sentence(
                "files_quarantined",
                "files",
                count=quarantined,
                folder=str(self._data_dir / QUARANTINE),
            )
        for code, severity in STORE_CONDITIONS.items():
            if message := problems.get(code):
                self._conditions.set(code, severity, message)
            else:
                self._conditions.clear(code)

    def _check_wires(self) -> None:
        self._warn(
            "wire_away",
            [
                f"{status.name}: {status.last_error}"
                if status.last_error
                else sentence("wire_away", "no_plc", name=status.name)
                for status in (wire.status() for wire in self._wires)
                if not status.connected
            ],
        )

    def _check_sinks(self) -> None:
        statuses = [sink.status() for sink in self._sinks]
        self._warn(
            "sink_away",
            [_away(status) for status in statuses if not status.connected],
        )
        self._warn(
            "sink_trouble",
            [
                f"{status.name}: {status.last_error}"
                for status in statuses
                if status.connected and status.last_error
            ],
        )
        self._warn(
            "results_set_aside",
            [
                sentence("results_set_aside", "refused", name=status.name, count=status.set_aside)
                for status in statuses
                if status.set_aside
            ],
        )

    def _check_notifiers(self) -> None:
        status = self._shift_reports.status() if self._shift_reports else None
        self._warn(
            OWN_CODE,
            [
                *(
                    sentence(
                        OWN_CODE, "waits", name=notifier.settings.name, problem=notifier.problem
                    )
                    for notifier in self._notifiers
                    if notifier.problem
                ),
                *([f"shift report: {status.problem}"] if status and status.problem else []),
            ],
        )

    def _check_process(
        self, code: ConditionCode, reports: SyncReports | ExportReports | None, alive_s: float
    ) -> None:
        """Whether a process beside the station runs, where it is set up, and what it lacks."""
        if reports is None:
            return
        status = reports.status()
        if status and status.is_alive:
            self._warn(code, status.problems)
        elif time.monotonic() - self._started_s > alive_s:
            self._warn(code, [sentence(code, "not_running")])

    def _warn(self, code: ConditionCode, problems: Sequence[str]) -> None:
        if problems:
            self._conditions.set(code, Severity.WARNING, joined(problems))
        else:
            self._conditions.clear(code)


def _away(sink: SinkStatus) -> Sentence:
    if error := sink.last_error:
        return sentence("sink_away", "fails", name=sink.name, problem=error, count=sink.pending)
    return sentence("sink_away", "away", name=sink.name, count=sink.pending)
