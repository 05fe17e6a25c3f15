"""Signs of life of the daemon's threads, for the watchdog."""

from __future__ import annotations

import time


class Heartbeat:
    """One thread beats, another one asks when it last did."""

    def __init__(self) -> None:
        self._last_s = time.monotonic()

    def beat(self) -> None:
        """The thread goes round its loop."""
        self._last_s = time.monotonic()

    def age_s(self) -> float:
        """Seconds since the last beat."""
        return time.monotonic() - self._last_s
