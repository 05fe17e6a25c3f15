"""Housekeeping of the store: what is due about once a second while no part waits for the disk."""

from __future__ import annotations

from pathlib import Path

from okng.device.pipeline.challenge_watch import ChallengeWatch
from okng.device.pipeline.crash_recovery import CrashRecovery
from okng.device.pipeline.ng_alarm_watch import NgAlarmWatch
from okng.device.pipeline.shadow import ShadowThread
from okng.device.store.ledger import Ledger
from okng.device.store.quarantine import QuarantineCount
from okng.device.store.trigger_journal import TriggerJournal


class Housekeeping:
    """Runs in the recorder's thread; the number of quarantined files may be read in any thread."""

    def __init__(
        self,
        data_dir: Path,
        recovery: CrashRecovery,
        journal: TriggerJournal,
        ledger: Ledger,
        shadow: ShadowThread,
        ng_alarm: NgAlarmWatch,
        challenge: ChallengeWatch,
    ) -> None:
        self._recovery = recovery
        self._journal = journal
        self._ledger = ledger
        self._shadow = shadow
        self._ng_alarm = ng_alarm
        self._challenge = challenge
        self._quarantine = QuarantineCount(data_dir)
        self.quarantined = 0
        """Files in quarantine when they were counted last."""

    def run(self) -> None:
        """Does all of it once.

        Raises:
            OSError, sqlite3.DatabaseError, StoreError: disk or database fail; the rest comes later.
        """
        self._recovery.recover()
        self._journal.discard_finished(self._ledger)
        self._ng_alarm.keep()
        self._challenge.keep()
        self._shadow.resume()
        self._journal.try_again()
        self.quarantined = self._quarantine.count()
