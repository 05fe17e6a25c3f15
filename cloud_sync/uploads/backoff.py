"""Exponential back-off with jitter between attempts that fail."""

from __future__ import annotations

import random
import time

FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 300.0
JITTER = 0.25


class Backoff:
    """How long to wait before the next attempt."""

    def __init__(self) -> None:
        self._pause_s = FIRST_PAUSE_S
        self._due_s = 0.0

    def failed(self) -> None:
        """An attempt failed; those that failed meanwhile don't make the pause longer."""
        if self.wait_s() > 0:
            return
        self._due_s = time.monotonic() + self._pause_s * random.uniform(1 - JITTER, 1 + JITTER)
        self._pause_s = min(2 * self._pause_s, LONGEST_PAUSE_S)

    def succeeded(self) -> None:
        """An attempt succeeded: the next one may come at once."""
        self._pause_s, self._due_s = FIRST_PAUSE_S, 0.0

    def wait_s(self) -> float:
        """Seconds until the next attempt; 0 if it is due."""
        return max(0.0, self._due_s - time.monotonic())
