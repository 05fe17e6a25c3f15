"""The notifier of one receiver: a thread that turns changes of conditions into messages."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from okng.device.health.condition import Condition
from okng.device.notifications.settings import NotificationSettings
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain
from okng.device.store.notifications import Notification, NotificationQueue

log = logging.getLogger(__name__)

LOOK_S = 1.0
OVER_AFTER_S = 10.0
"""A condition that is away for so long is over. A start takes less until conditions are back."""
RETRY_S = (5.0, 300.0)
"""First and longest wait before a message that was not taken is sent again."""


class Notifier:
    """Sends each message at least once, in their order; a receiver that is away is waited for."""

    def __init__(
        self,
        settings: NotificationSettings,
        queue: NotificationQueue,
        send: Callable[[Notification], bool],
        over_after_s: float = OVER_AFTER_S,
        retry_s: tuple[float, float] = RETRY_S,
    ) -> None:
        self.settings = settings
        self._queue = queue
        self._send = send
        self._over_after_s = over_after_s
        self._first_retry_s, self._longest_retry_s = retry_s
        self._retry_s = self._first_retry_s
        self._next_try_s = 0.0
        self._present: tuple[Condition, ...] | None = None
        self._away_since_s: dict[str, float] = {}
        self._newest: dict[str, Notification] | None = None
        self._problem: str | None = None
        self._stopping = threading.Event()
        # A service that hangs must not keep the process from ending.
        self._thread = threading.Thread(target=self._run, name="notifier", daemon=True)

    @property
    def problem(self) -> str | None:
        """Why messages wait, in words; None when they don't. Never blocks."""
        return self._problem

    def start(self) -> None:
        """Begins to send."""
        self._thread.start()

    def stop(self) -> None:
        """Ends; what was not taken is sent after the next start."""
        self._stopping.set()
        self._thread.join(timeout=2.0)

    def note(self, conditions: Sequence[Condition]) -> None:
        """Takes the present conditions. Never blocks; only the newest count."""
        self._present = tuple(conditions)

    def _run(self) -> None:
        while not self._stopping.wait(min(LOOK_S, self._first_retry_s)):
            try:
                self._queue_changes()
                self._deliver()
            except (sqlite3.Error, StoreError) as error:
                self._problem = f"the messages can't be stored: {explain(error)}"
            except Exception:
                # A fault of one service must not end the station.
                log.exception("notification receiver %s", self.settings.name)
                self._wait("the service failed; the log says why")

    def _queue_changes(self) -> None:
        if self._present is None:
            return
        if self._newest is None:
            self._newest = self._queue.newest()
        present = {condition.code: condition for condition in self._present}
        changes = [
            *(change for condition in present.values() if (change := self._appeared(condition))),
            *(
                change
                for code in self._newest.keys() - present.keys()
                if (change := self._over(self._newest[code]))
            ),
        ]
        if changes:
            self._queue.add(changes)
            self._newest |= {change.code: change for change in changes}

    def _appeared(self, condition: Condition) -> Notification | None:
        assert self._newest is not None
        self._away_since_s.pop(condition.code, None)
        told = self._newest.get(condition.code)
        if not self.settings.wants(condition) or (told and (told.appeared or self._is_soon(told))):
            return None
        now = datetime.now(UTC)
        return Notification(condition.code, True, condition.severity, condition.message, now)

    def _over(self, told: Notification) -> Notification | None:
        now_s = time.monotonic()
        away_since_s = self._away_since_s.setdefault(told.code, now_s)
        if not told.appeared or now_s - away_since_s < self._over_after_s or self._is_soon(told):
            return None
        return told._replace(appeared=False, changed_at=datetime.now(UTC))

    def _is_soon(self, told: Notification) -> bool:
        """Whether another message about the same condition would come too soon after this one."""
        age_s = (datetime.now(UTC) - told.changed_at).total_seconds()
        # A clock that was set back makes no receiver wait for longer than the interval.
        return 0 <= age_s < self.settings.min_interval_s

    def _deliver(self) -> None:
        if time.monotonic() < self._next_try_s:
            return
        for notification_id, notification in self._queue.pending():
            if self._stopping.is_set():
                return
            if not self._send(notification):
                self._wait("the receiver did not take the message; the log says why")
                return
            self._queue.delivered(notification_id)
        self._problem = None
        self._retry_s = self._first_retry_s

    def _wait(self, problem: str) -> None:
        self._problem = problem
        self._next_try_s = time.monotonic() + self._retry_s
        self._retry_s = min(2 * self._retry_s, self._longest_retry_s)
