"""Trigger edges: each gets its number and is journalled before anything else happens."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from okng.device.cameras.edge_time import EdgeTime
from okng.device.challenge_part import ChallengeMark
from okng.device.health.clock import utc_of
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import TriggerEdge, TriggerSource


class EdgeCounter:
    """Thread-safe; numbers have no gaps, also over restarts."""

    def __init__(
        self, journal: TriggerJournal, next_id: int, acquired: Callable[[TriggerEdge], None]
    ) -> None:
        """Args:
        journal: Where each edge is noted.
        next_id: Number of the first edge.
        acquired: Called with each edge of a part on the line, when it is noted.
        """
        self._journal = journal
        self._acquired = acquired
        self._next_id = next_id
        self._lock = threading.Lock()

    def next(
        self,
        source: TriggerSource,
        part_id: str | None,
        came: EdgeTime | None = None,
        challenge: ChallengeMark | None = None,
    ) -> TriggerEdge:
        """The edge that comes now, or that came at another time on the camera's line."""
        came = came or EdgeTime(time.monotonic_ns())
        at = utc_of(came.earliest_ns)
        with self._lock:
            edge = TriggerEdge(
                trigger_id=self._next_id,
                source=source,
                at=at,
                at_ns=came.earliest_ns,
                part_id=part_id,
                uncertainty_ns=came.uncertainty_ns,
                challenge=challenge,
            )
            self._journal.append(edge)
            self._next_id += 1
        if edge.is_on_the_line:
            self._acquired(edge)
        return edge
