"""A recording of the signals of one wire, as a logic analyser makes it: the newest edges."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import AwareDatetime

from okng.models.strict_model import StrictModel

if TYPE_CHECKING:
    from okng.device.handshake.line import WireInput, WireOutput

KEPT_EDGES = 2000
"""About twenty of them belong to a part."""

Level = bool | int | str
"""What a signal says: a bit, a number, or a text."""
Levels = dict[str, Level]
"""Of all signals at one moment, by their names."""

SourceT = TypeVar("SourceT")


class SignalSide(StrEnum):
    """Who gives a signal."""

    PLC = "plc"
    STATION = "station"


class SignalKind(StrEnum):
    """The kind of a signal's levels."""

    BIT = "bit"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Signal(Generic[SourceT]):
    """How a signal is recorded."""

    kind: SignalKind
    read: Callable[[SourceT], Level]


def _bit(read: Callable[[SourceT], bool]) -> Signal[SourceT]:
    return Signal(SignalKind.BIT, read)


def _number(read: Callable[[SourceT], int]) -> Signal[SourceT]:
    return Signal(SignalKind.NUMBER, read)


def _text(read: Callable[[SourceT], object]) -> Signal[SourceT]:
    return Signal(SignalKind.TEXT, lambda source: str(read(source) or ""))


PLC_SIGNALS: Mapping[str, Signal[WireInput]] = {
    "trigger_enable": _bit(lambda wire: wire.plc.trigger_enable),
    "trigger": _bit(lambda wire: wire.plc.trigger),
    "part_id": _text(lambda wire: wire.plc.part_id),
    "results_ack": _bit(lambda wire: wire.plc.results_ack),
    "load_recipe": _bit(lambda wire: wire.load_recipe),
    "recipe": _text(lambda wire: wire.recipe),
}
STATION_SIGNALS: Mapping[str, Signal[WireOutput]] = {
    "online": _bit(lambda wire: wire.station.online),
    "trigger_ready": _bit(lambda wire: wire.station.trigger_ready),
    "trigger_ack": _bit(lambda wire: wire.station.trigger_ack),
    "acquisition_id": _number(lambda wire: wire.station.acquisition_id),
    "exposure_complete": _bit(lambda wire: wire.station.exposure_complete),
    "acquisition_error": _number(lambda wire: int(wire.station.acquisition_error)),
    "inspection_completed": _bit(lambda wire: wire.station.inspection_completed),
    "results_valid": _bit(lambda wire: wire.station.results_valid),
    "result_trigger_id": _number(lambda wire: ((r := wire.station.result) and r.trigger_id) or 0),
    "result_outcome": _text(lambda wire: (r := wire.station.result) and r.outcome),
    "results_stale": _bit(lambda wire: wire.station.results_stale),
    "results_overrun": _bit(lambda wire: wire.station.results_overrun),
    "results_waiting": _number(lambda wire: wire.station.results_waiting),
    "loading": _bit(lambda wire: wire.changeover.loading),
    "load_ack": _bit(lambda wire: wire.changeover.load_ack),
    "load_failed": _bit(lambda wire: wire.changeover.failed),
    "running_recipe": _number(lambda wire: wire.recipe.number),
}


@dataclass(frozen=True, slots=True)
class Edge:
    """A change of one signal."""

    number: int
    """Counts up by one with every edge of the recording, from 1."""
    at_us: int
    """Microseconds of the station's monotonic clock."""
    signal: str
    level: Level
    """From now on."""


@dataclass(frozen=True, slots=True)
class RecordedSignal:
    """A signal of the recording, and its level before the edges."""

    name: str
    side: SignalSide
    kind: SignalKind
    level: Level


class RecordedEdges(StrictModel):
    """A part of the recording: all levels at its beginning, and every edge since then."""

    signals: tuple[RecordedSignal, ...]
    edges: tuple[Edge, ...]
    """The oldest first."""
    started_at: AwareDatetime
    """When the recording began: after a restart of the device process edges count from 1 again."""
    now: AwareDatetime
    """Of the station's clock, at the same moment as `now_us`."""
    now_us: int
    """Microseconds of the station's monotonic clock, until which nothing else has changed."""


@dataclass
class EdgeRecording:
    """Keeps the newest edges of one wire. Thread-safe, and takes microseconds for each change."""

    clock_ns: Callable[[], int] = time.monotonic_ns
    kept_edges: int = KEPT_EDGES
    _edges: deque[Edge] = field(default_factory=deque)
    _oldest: Levels = field(default_factory=dict)
    """Before the first edge that is kept."""
    _newest: Levels = field(default_factory=dict)
    _number: int = 0

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._started_at = datetime.now(UTC)

    def begin(self, wire: WireInput, output: WireOutput) -> None:
        """Takes the levels before the first edge."""
        self._newest = _levels(PLC_SIGNALS, wire) | _levels(STATION_SIGNALS, output)
        self._oldest = dict(self._newest)

    def record_input(self, wire: WireInput) -> None:
        """Takes what the PLC says now."""
        self._record(_levels(PLC_SIGNALS, wire))

    def record_output(self, output: WireOutput) -> None:
        """Takes what the station says now."""
        self._record(_levels(STATION_SIGNALS, output))

    def since(self, number: int) -> RecordedEdges:
        """The kept edges that came after the one with this number; 0 gives all of them.

        A number that no edge has yet gives all of them, too: it is from before a restart.
        """
        with self._lock:
            edges, levels = tuple(self._edges), dict(self._oldest)
            known = number if number <= self._number else 0
            now, now_us = datetime.now(UTC), self.clock_ns() // 1000
        for edge in edges:
            if edge.number <= known:
                levels[edge.signal] = edge.level
        return RecordedEdges(
            signals=_described(levels),
            edges=tuple(edge for edge in edges if edge.number > known),
            started_at=self._started_at,
            now=now,
            now_us=now_us,
        )

    def _record(self, levels: Levels) -> None:
        at_us = self.clock_ns() // 1000
        with self._lock:
            for signal, level in levels.items():
                if level != self._newest[signal]:
                    self._newest[signal] = level
                    self._number += 1
                    self._edges.append(Edge(self._number, at_us, signal, level))
            while len(self._edges) > self.kept_edges:
                dropped = self._edges.popleft()
                self._oldest[dropped.signal] = dropped.level


def _levels(signals: Mapping[str, Signal[SourceT]], source: SourceT) -> Levels:
    return {name: signal.read(source) for name, signal in signals.items()}


def _described(levels: Levels) -> tuple[RecordedSignal, ...]:
    kinds = {
        SignalSide.PLC: {name: signal.kind for name, signal in PLC_SIGNALS.items()},
        SignalSide.STATION: {name: signal.kind for name, signal in STATION_SIGNALS.items()},
    }
    return tuple(
        RecordedSignal(name, side, kind, levels[name])
        for side, signals in kinds.items()
        for name, kind in signals.items()
    )
