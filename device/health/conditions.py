"""Conditions (OPC UA): what needs a person's attention now, from anywhere in the daemon."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime

from okng.device.health.condition import Condition, ConditionCode, Severity
from okng.device.health.sentences import values_of

log = logging.getLogger(__name__)


class Conditions:
    """The present conditions, one for each code; thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._present: dict[ConditionCode, Condition] = {}

    def set(self, code: ConditionCode, severity: Severity, message: str) -> None:
        """Sets a condition; one that is present already keeps its start."""
        with self._lock:
            existing = self._present.get(code)
            if existing is None:
                log.warning("%s: %s", code, message)
            since = existing.since if existing else datetime.now(UTC)
            self._present[code] = Condition(
                code=code,
                severity=severity,
                message=str(message),
                since=since,
                values=values_of(message),
            )

    def clear(self, code: ConditionCode) -> None:
        """Clears a condition."""
        with self._lock:
            if self._present.pop(code, None):
                log.info("%s: over", code)

    def present(self) -> tuple[Condition, ...]:
        """The present conditions, the oldest first."""
        with self._lock:
            return tuple(sorted(self._present.values(), key=lambda condition: condition.since))
