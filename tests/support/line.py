"""A production line: trigger edges at a steady rate, whatever the station does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

from okng.device.cameras import Camera
from okng.device.cameras.camera import CameraError
from okng.device.types import Inspection


@dataclass(frozen=True)
class Edge:
    """A trigger edge, given to the camera between two moments."""

    before: datetime
    after: datetime
    given_ns: int


@dataclass(frozen=True)
class Ran:
    """A recipe version, applied between two moments."""

    name: str
    version: int
    requested: datetime
    applied: datetime


class SteadyLine:
    """Gives edges to a simulated camera during a `with` block, and keeps them."""

    def __init__(
        self,
        camera: Camera,
        rate_hz: float,
        has_room: Callable[[int], bool] = lambda _given: True,
    ) -> None:
        """Args:
        camera: Sees the edges.
        rate_hz: Edges per second.
        has_room: Whether the next edge may come, after so many; otherwise the line leaves a gap.
        """
        self._camera = camera
        self._period_s = 1 / rate_hz
        self._has_room = has_room
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self.edges: list[Edge] = []
        self.refused: list[str] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        due = time.monotonic()
        while not self._stop.wait(max(0.0, due - time.monotonic())):
            due += self._period_s
            if not self._has_room(len(self.edges)):
                continue
            before, given_ns = datetime.now(UTC), time.monotonic_ns()
            try:
                self._camera.simulate_line_edge()
            except CameraError as fault:
                self.refused.append(str(fault))
            else:
                self.edges.append(Edge(before, datetime.now(UTC), given_ns))


def changed(change: Callable[[], tuple[str, int]]) -> Ran:
    """Changes the recipe; returns the new version with the moments before and after."""
    requested = datetime.now(UTC)
    name, version = change()
    return Ran(name, version, requested, datetime.now(UTC))


def check_ages(edges: list[Edge], rows: list[Inspection]) -> None:
    """Checks that each row has the time of its edge."""
    clocks = timedelta(milliseconds=5)
    for edge, row in zip(edges, rows, strict=True):
        off = row.triggered_at - edge.before, row.triggered_at - edge.after
        assert edge.before - clocks <= row.triggered_at <= edge.after + clocks, (off, row)


def check_recipes(rows: list[Inspection], runs: list[Ran]) -> None:
    """Checks that each row has the recipe that ran at its edge; during a change either is right."""
    story = [(ran.name, ran.version, ran.requested.time(), ran.applied.time()) for ran in runs]
    for row in rows:
        possible = {(runs[0].name, runs[0].version)}
        for ran in runs[1:]:
            if row.triggered_at > ran.applied:
                possible = set()
            if row.triggered_at >= ran.requested:
                possible.add((ran.name, ran.version))
        assert row.recipe
        assert (row.recipe.name, row.recipe.version) in possible, (row, story)
