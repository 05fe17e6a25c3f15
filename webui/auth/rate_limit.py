"""Rate limit on attempts, by the monotonic clock, since the station's clock may be set."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

from werkzeug.exceptions import TooManyRequests

MAX_KEYS = 10_000
"""Beyond that number of keys the oldest are forgotten."""


class RateLimit:
    """At most `attempts` in any `period_s` seconds, for each key; usable from any thread."""

    def __init__(
        self, attempts: int, period_s: float, clock_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._attempts = attempts
        self._period_s = period_s
        self._clock_s = clock_s
        self._lock = threading.Lock()
        self._taken: OrderedDict[str, deque[float]] = OrderedDict()

    def take(self, key: str) -> None:
        """Counts an attempt.

        Raises:
            TooManyRequests: the limit is reached; says after how long to try again. Not counted.
        """
        now_s = self._clock_s()
        with self._lock:
            times = self._taken.setdefault(key, deque())
            self._taken.move_to_end(key)
            if len(self._taken) > MAX_KEYS:
                self._taken.popitem(last=False)
            while times and now_s - times[0] >= self._period_s:
                times.popleft()
            if len(times) < self._attempts:
                times.append(now_s)
                return
            wait_s = int(times[0] + self._period_s - now_s) + 1
        raise TooManyRequests(
            f"Too many attempts; {self._attempts} in {self._period_s:g} s are allowed. "
            f"Try again in {wait_s} s.",
            retry_after=wait_s,
        )
