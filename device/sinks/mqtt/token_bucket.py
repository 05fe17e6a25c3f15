"""A token bucket: bounds how often something is done."""

from __future__ import annotations

import time


class TokenBucket:
    """Fills by `per_s` tokens a second, up to as many. Not thread-safe."""

    def __init__(self, per_s: int) -> None:
        self._per_s = per_s
        self._tokens = float(per_s)
        self._filled_s = time.monotonic()

    def take(self) -> bool:
        """Takes a token; False when there is none."""
        now_s = time.monotonic()
        self._tokens = min(self._per_s, self._tokens + (now_s - self._filled_s) * self._per_s)
        self._filled_s = now_s
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True
