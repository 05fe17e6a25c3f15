"""Rows in the log for what is refused, so few that a flood of refusals fills no disk."""

from __future__ import annotations

import logging
import threading
import time

PERIOD_S = 10.0

log = logging.getLogger(__name__)


class RefusalLog:
    """Tells of a refusal at once, and then of at most one in ten seconds. Thread-safe."""

    def __init__(self, name: str) -> None:
        """Args:
        name: Of the wire or sink, with which each row begins.
        """
        self._name = name
        self._lock = threading.Lock()
        self._untold = 0
        self._next_s = 0.0

    def tell(self, reason: str) -> None:
        """Takes note of a refusal; its row says how many were passed over before it."""
        now_s = time.monotonic()
        with self._lock:
            if now_s < self._next_s:
                self._untold += 1
                return
            untold, self._untold, self._next_s = self._untold, 0, now_s + PERIOD_S
        passed_over = f" ({untold} more were refused before)" if untold else ""
        log.warning("%s: %.300s%s", self._name, reason, passed_over)
