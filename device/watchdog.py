"""Feeds systemd's watchdog for as long as frames or triggers advance."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from okng.device.heartbeat import Heartbeat
from okng.device.systemd_notify import notify

log = logging.getLogger(__name__)

STALL_S = 15.0
"""A thread that didn't go round its loop for so long hangs; the longest wait is a camera's open."""


class Watchdog:
    """Asks every thread of the pipeline for a sign of life before it gives one to systemd."""

    def __init__(self, threads: Sequence[tuple[str, Heartbeat]]) -> None:
        self._threads = threads

    def feed(self) -> bool:
        """Feeds and returns True, or says which thread hangs and returns False."""
        stalled = [name for name, heartbeat in self._threads if heartbeat.age_s() > STALL_S]
        if stalled:
            log.error("no sign of life for %g s from: %s", STALL_S, ", ".join(stalled))
            return False
        notify("WATCHDOG=1")
        return True
