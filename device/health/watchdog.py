"""The watchdog: systemd hears a sign of life while every thread of the pipeline gives one."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence

from okng.device.host.systemd_notify import notify

log = logging.getLogger(__name__)

STALL_S = 15.0
"""A thread that didn't go round its loop for so long hangs; the longest wait is a camera's open."""
DISK_STALL_S = 300.0
"""The same for a thread that waits for the disk: a restart would wait for it too, and stop the line
meanwhile."""


HANGS_S = 0.8
"""A thread without a sign of life for so long hangs, unless it said that its next step may take
longer; then the station isn't ready. Its loops take at most a quarter of it."""
LONG_STEP_S = 3.0
"""The same for a step that may take that long though nothing hangs."""


class Heartbeat:
    """A heartbeat: one thread beats, and another one reads how long ago that was."""

    def __init__(self, waits_for_disk: bool = False) -> None:
        """Args:
        waits_for_disk: No restart helps against a disk that hangs: the thread gets more time.
        """
        self._waits_for_disk = waits_for_disk
        self._last_s = time.monotonic()
        self._next_within_s = HANGS_S

    def beat(self, next_within_s: float = HANGS_S) -> None:
        """Call it each time that the thread goes round its loop.

        Args:
            next_within_s: How long the next step may take, though nothing hangs.
        """
        self._last_s, self._next_within_s = time.monotonic(), next_within_s

    def age_s(self) -> float:
        """Seconds since the last beat."""
        return time.monotonic() - self._last_s

    def hangs(self) -> bool:
        """Whether the thread takes longer than it said."""
        return self.age_s() > self._next_within_s

    def is_stalled(self) -> bool:
        """Whether the thread hangs, as far as a restart of the process could help."""
        return self.age_s() > (DISK_STALL_S if self._waits_for_disk else STALL_S)


class Watchdog:
    """Feeds systemd's watchdog only while every thread of the pipeline has a fresh heartbeat."""

    def __init__(self, threads: Sequence[tuple[str, Heartbeat]]) -> None:
        self._threads = threads

    def feed(self) -> bool:
        """Feeds and returns True, or logs which thread hangs and returns False."""
        stalled = [name for name, heartbeat in self._threads if heartbeat.is_stalled()]
        if stalled:
            log.error("no sign of life for %g s from: %s", STALL_S, ", ".join(stalled))
            return False
        notify("WATCHDOG=1")
        return True
