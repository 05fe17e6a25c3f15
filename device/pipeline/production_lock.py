"""The lock of production: why the station takes no further part, whoever has it so."""

from __future__ import annotations

import threading


class ProductionLock:
    """Held by any number of holders; thread-safe.

    While one holds it, wires read not-ready, software triggers are refused, and timers pause. Edges
    of the camera's line can't be refused.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._reasons: dict[str, str] = {}

    @property
    def obstacle(self) -> str | None:
        """Why no further part may be triggered; None when one may. Never waits for long."""
        with self._lock:
            return next(iter(self._reasons.values()), None)

    def hold(self, holder: str, reason: str) -> None:
        """Lets no further part be triggered until this holder releases it."""
        with self._lock:
            self._reasons[holder] = reason

    def release(self, holder: str) -> None:
        """Ends what this holder holds, if it does."""
        with self._lock:
            self._reasons.pop(holder, None)
