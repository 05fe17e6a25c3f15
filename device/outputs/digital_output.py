"""An output that is one digital line: which signal makes it active, when, and for how long."""

from __future__ import annotations

import threading
import time
from abc import abstractmethod
from contextlib import suppress
from typing import Literal, Self

from pydantic import Field, model_validator

from okng.device.outputs.digital_line import DigitalLine, LineDriver, PlannedSignal
from okng.device.outputs.output import (
    Output,
    OutputContext,
    OutputError,
    OutputSettingsBase,
    Signal,
)
from okng.device.outputs.output_lines import MAX_PARTS, Address
from okng.device.types import TriggerEdge

READY_PERIOD_NS = 200_000_000
"""The ready output follows the station so often, and the heartbeat toggles so often."""


class DigitalOutputSettings(OutputSettingsBase):
    """The settings that every digital line has, whatever device it is on."""

    role: Literal["verdict", "ready", "heartbeat"] = "verdict"
    """`ready` is active while a part could be inspected; `heartbeat` toggles every 200 ms then, so
    that a PLC also notices a process that is gone. Both ignore what is said of verdicts."""
    active_on: Literal["OK", "NG"] = "NG"
    """The verdict for which the output becomes active."""
    active_low: bool = False
    """True makes the low level the active one: the line is high at rest."""
    pulse_ms: int | None = Field(default=None, ge=1, le=10_000)
    """Length of the pulse in milliseconds; null holds the level until the next verdict."""
    delay_ms: float = Field(default=0.0, ge=0, le=600_000)
    """Milliseconds from `delay_from` to the signal."""
    delay_from: Literal["verdict", "trigger"] = "verdict"
    """What the delay counts from. From the trigger, the signal comes at the same place of the line
    however long the verdict took; a later verdict is late for the gate, and the safe output was
    given in its place."""
    distance_mm: float | None = Field(default=None, gt=0, le=100_000)
    """Way from the camera to the gate, with `speed_mm_s`: the travel time is added to the delay."""
    speed_mm_s: float | None = Field(default=None, gt=0, le=100_000)
    """Speed of the line, in millimetres per second."""
    parts: int | None = Field(default=None, ge=1, le=MAX_PARTS // 2)
    """The delay counts from the trigger of the so many-th part after this one (a shift register):
    for lines that stop and go."""

    @model_validator(mode="after")
    def _ways_fit(self) -> Self:
        if (self.distance_mm is None) != (self.speed_mm_s is None):
            raise ValueError("distance_mm and speed_mm_s go together: set both or neither")
        if self.distance_mm is not None and self.parts is not None:
            raise ValueError("the way to the gate is given by distance_mm or by parts, not by both")
        if self.delay_from == "verdict" and (self.distance_mm or self.parts):
            raise ValueError(
                'distance_mm and parts count from the trigger: set delay_from = "trigger" with them'
            )
        return self

    @property
    def delay_ns(self) -> int:
        """Delay and travel time."""
        travel_ms = 0.0
        if self.distance_mm is not None and self.speed_mm_s is not None:
            travel_ms = self.distance_mm / self.speed_mm_s * 1000
        return round((self.delay_ms + travel_ms) * 1e6)

    @property
    def length_ns(self) -> int | None:
        """Of the pulse; None holds the level."""
        return None if self.pulse_ms is None else self.pulse_ms * 1_000_000


class DigitalOutput(Output):
    """Gives each part's signal at its time: at once in the caller's thread, or by the scheduler.

    Where the time counts from the trigger, the safe signal is planned as soon as the part comes,
    and the verdict takes its place: a part without one in time is never let through in silence.
    """

    def __init__(self, settings: OutputSettingsBase, context: OutputContext) -> None:
        super().__init__(settings, context)
        assert isinstance(settings, DigitalOutputSettings)
        self._digital = settings
        self._lines = context.lines
        self._line: DigitalLine | None = None
        self._lock = threading.Lock()
        self._expected: dict[int, bool] = {}
        """The safe levels of parts whose verdict is still to come."""
        self._on_edge: dict[int, tuple[int, bool]] = {}
        """By the part at whose edge it begins: the part of a signal, and its level."""
        self._closing = False
        self._beat = False

    @property
    @abstractmethod
    def address(self) -> Address:
        """Names the physical line."""

    @abstractmethod
    def connect(self, high: bool) -> LineDriver:
        """The driver of the line, which has this level from the beginning.

        Raises:
            OutputError: there is no such line, or it is in use.
        """

    @property
    def parts_waiting(self) -> set[int]:
        """The parts whose signal waits for others to come to the camera."""
        with self._lock:
            return {part for part, active in self._on_edge.values() if active}

    def open(self) -> None:
        """Opens the line, inactive.

        Raises:
            OutputError: it can't be opened.
        """
        with self._lock:
            self._closing = False
            if self._line is not None:
                return
            self._line = self._lines.open(self, self.connect, self._digital.active_low)
        if self._digital.role != "verdict":
            self._follow_station()

    def expect(self, edge: TriggerEdge, safe: Signal) -> None:
        """Plans the safe signal for a part whose verdict is still to come."""
        settings, line = self._digital, self._line
        if line is None or settings.role != "verdict" or settings.delay_from == "verdict":
            return
        active = safe.value == settings.active_on
        with self._lock:
            self._expected[edge.trigger_id] = active
            self._plan(line, edge, active)

    def late_ns(self, edge: TriggerEdge, verdict_ns: int) -> int:
        """How long after the part's signal was due the verdict came."""
        settings = self._digital
        if settings.role != "verdict" or settings.delay_from == "verdict":
            return 0
        due_ns = self._due_ns(edge)
        return 0 if due_ns is None else max(0, verdict_ns - due_ns)

    def write(self, signal: Signal, edge: TriggerEdge) -> None:
        """Gives the signal, or plans it for when the part is at the gate."""
        settings = self._digital
        self.open()
        line = self._line
        assert line
        if settings.role != "verdict":
            return
        active = signal.value == settings.active_on
        if settings.delay_from == "trigger":
            self._settle(line, edge, active)
        elif settings.delay_ns:
            due_ns = time.monotonic_ns() + settings.delay_ns
            line.plan(id(self), self._planned(edge.trigger_id, due_ns, active))
        else:
            line.give(active, settings.length_ns)

    def edge(self, edge: TriggerEdge) -> None:
        """Moves the shift register on: another part came to the camera."""
        with self._lock:
            if (waiting := self._on_edge.pop(edge.trigger_id, None)) and self._line:
                part, active = waiting
                due_ns = edge.at_ns + self._digital.delay_ns
                self._line.plan(id(self), self._planned(part, due_ns, active))
        self._leave_when_done()

    def close(self) -> None:
        """Makes the output inactive after the signals of the parts that were judged."""
        with self._lock:
            self._closing = True
            for part in self._expected:
                # No verdict of this recipe comes any more: the new recipe's outputs are told.
                if self._line:
                    self._line.replan(id(self), part, active=False)
            self._on_edge = {
                at: (part, active)
                for at, (part, active) in self._on_edge.items()
                if part not in self._expected and active
            }
            self._expected.clear()
        self._leave_when_done()

    def _settle(self, line: DigitalLine, edge: TriggerEdge, active: bool) -> None:
        """Puts the verdict in the place of the safe signal.

        Raises:
            OutputError: another signal has begun.
        """
        part = edge.trigger_id
        with self._lock:
            safe = self._expected.pop(part, None)
            if safe is None:
                # Its edge came while another recipe ran.
                self._plan(line, edge, active)
                return
            for at, (waiting, _) in self._on_edge.items():
                if waiting == part:
                    self._on_edge[at] = part, active
                    return
        if not line.replan(id(self), part, active) and active != safe:
            raise OutputError(f"{line.name}: the verdict came late for the gate")

    def _plan(self, line: DigitalLine, edge: TriggerEdge, active: bool) -> None:
        due_ns = self._due_ns(edge)
        if due_ns is None:
            assert self._digital.parts
            self._on_edge[edge.trigger_id + self._digital.parts] = edge.trigger_id, active
        else:
            line.plan(id(self), self._planned(edge.trigger_id, due_ns, active))

    def _due_ns(self, edge: TriggerEdge) -> int | None:
        """When the signal of a part is due that counts from a trigger; None is not known yet."""
        from_ns: int | None = edge.at_ns
        if self._digital.parts:
            from_ns = self._lines.edge_ns(edge.trigger_id + self._digital.parts)
        return None if from_ns is None else from_ns + self._digital.delay_ns

    def _planned(self, part: int, due_ns: int, active: bool) -> PlannedSignal:
        return PlannedSignal(part, due_ns, active, self._digital.length_ns)

    def _leave_when_done(self) -> None:
        with self._lock:
            line = self._line
            if not self._closing or line is None or self._on_edge:
                return
            self._line = None
        self._lines.forget(self)
        line.leave()

    def _follow_station(self) -> None:
        """Sets a ready or heartbeat output, and comes again until the output is closed."""
        line = self._line
        if line is None:
            return
        toggles = self._digital.role == "heartbeat"
        self._beat = self._lines.is_ready() and not (toggles and self._beat)
        # A level that was not set is set when the line is refreshed.
        with suppress(OutputError):
            line.give(self._beat, None)
        scheduler = self._lines.scheduler(self.address[0])
        scheduler.at(time.monotonic_ns() + READY_PERIOD_NS, self._follow_station)
