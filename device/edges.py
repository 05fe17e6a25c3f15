"""Gives every trigger edge its number, and writes it down before anything else happens."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime

from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import Frame, TriggerEdge, TriggerSource


class EdgeCounter:
    """Thread-safe; numbers have no gaps, also over restarts."""

    def __init__(self, journal: TriggerJournal, next_id: int) -> None:
        self._journal = journal
        self._next_id = next_id
        self._lock = threading.Lock()

    def next(
        self, source: TriggerSource, part_id: str | None, frame: Frame | None = None
    ) -> TriggerEdge:
        """The edge that is there now, or that brought `frame`."""
        with self._lock:
            edge = TriggerEdge(
                trigger_id=self._next_id,
                source=source,
                at=frame.captured_at if frame else datetime.now(UTC),
                at_ns=frame.captured_ns if frame else time.monotonic_ns(),
                part_id=part_id,
            )
            self._journal.append(edge)
            self._next_id += 1
        return edge
