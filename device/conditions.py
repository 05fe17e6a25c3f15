"""What needs a person's attention right now, from wherever in the daemon it is noticed."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime

from okng.device.types import Condition, ConditionCode, Severity

log = logging.getLogger(__name__)


class Conditions:
    """The conditions that last, one a code; thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._present: dict[ConditionCode, Condition] = {}

    def set(self, code: ConditionCode, severity: Severity, message: str) -> None:
        """The condition is there; its start stays when it already was."""
        with self._lock:
            known = self._present.get(code)
            if known is None:
                log.warning("%s: %s", code, message)
            since = known.since if known else datetime.now(UTC)
            self._present[code] = Condition(
                code=code, severity=severity, message=message, since=since
            )

    def clear(self, code: ConditionCode) -> None:
        """The condition is over."""
        with self._lock:
            if self._present.pop(code, None):
                log.info("%s: over", code)

    def present(self) -> tuple[Condition, ...]:
        """Those that last now, the oldest first."""
        with self._lock:
            return tuple(sorted(self._present.values(), key=lambda condition: condition.since))
