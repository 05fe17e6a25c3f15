"""A circuit breaker for topics: what a broker answers by ending the connection is left out.

Some brokers disconnect a client that publishes or subscribes where their rules don't allow it.
Without that message the rest arrives.
"""

from __future__ import annotations

import time

MAX_FAILURES = 3
"""In a row after the same message; then the circuit of its topic is open."""
OPEN_S = 600.0
"""Then the message is tried once more."""


class CircuitBreaker:
    """Counts for each topic how often the connection ended after its message."""

    def __init__(self) -> None:
        self._failures: dict[str, int] = {}
        self._open_until_s: dict[str, float] = {}

    def record_failure(self, topic: str) -> None:
        """Notes that the connection ended while nothing else was on its way."""
        self._failures[topic] = self._failures.get(topic, 0) + 1
        if self._failures[topic] >= MAX_FAILURES:
            self._open_until_s[topic] = time.monotonic() + OPEN_S

    def record_success(self, topic: str) -> None:
        """Notes that the broker took the message."""
        self._failures.pop(topic, None)
        self._open_until_s.pop(topic, None)

    def is_open(self, topic: str) -> bool:
        """Whether the topic is left out now."""
        return time.monotonic() < self._open_until_s.get(topic, 0.0)

    def warning(self) -> str | None:
        """What is left out and why; None when nothing is."""
        topics = [topic for topic in list(self._open_until_s) if self.is_open(topic)]
        if not topics:
            return None
        return f"left out, because the broker ends the connection after it: {', '.join(topics)}"
