"""A digital output line: its level follows from the signals that are planned for it."""

from __future__ import annotations

import logging
import math
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace

from okng.device.outputs.output import OutputError
from okng.device.outputs.scheduler import OutputScheduler

log = logging.getLogger(__name__)

REFRESH_NS = 500_000_000
"""So often a level is written again: a camera that was away comes back with its own."""

LAST_HOLD_NS = 500_000_000
"""How long a level stands for a part that came to the gate after its recipe had ended."""


class LineDriver(ABC):
    """What writes the level of one physical line."""

    @abstractmethod
    def write(self, high: bool) -> None:
        """Sets the level.

        Raises:
            OutputError: it was not set.
        """

    def close(self) -> None:  # noqa: B027
        """Gives the line back."""


@dataclass(frozen=True, slots=True)
class PlannedSignal:
    """The signal for one part, and when it begins."""

    part: int
    """Its trigger id."""
    due_ns: int
    """By `time.monotonic_ns()`."""
    active: bool
    length_ns: int | None
    """Of the pulse; None holds the level until the signal of another part."""


class DigitalLine:
    """Pulses that overlap are one; each has its whole length from when it really began.

    Thread-safe. Several outputs may share the line: those of the old recipe and of the new one.
    """

    def __init__(
        self,
        name: str,
        driver: LineDriver,
        scheduler: OutputScheduler,
        report: Callable[[], None],
        active_low: bool,
    ) -> None:
        """Args:
        name: For messages.
        driver: Writes the level.
        scheduler: Calls when a pulse begins or ends.
        report: Called when `fault` has changed.
        active_low: Whether the low level is the active one.
        """
        self.name = name
        self.fault: str | None = None
        """Why the scheduler could not set the level; None since it was set again."""
        self._driver = driver
        self._scheduler = scheduler
        self._report = report
        self._active_low = active_low
        self._lock = threading.RLock()
        self._planned: dict[tuple[int, int], PlannedSignal] = {}
        self._held = False
        self._active_until_ns = 0
        self._written: bool | None = None
        self._users = 0
        self._closed = False
        scheduler.at(time.monotonic_ns(), self._refresh)

    @property
    def is_closed(self) -> bool:
        """Whether the line was given back."""
        with self._lock:
            return self._closed

    @property
    def parts_waiting(self) -> set[int]:
        """The parts whose signal has not begun."""
        with self._lock:
            return {signal.part for signal in self._planned.values() if signal.active}

    def is_busy(self, before_ns: float = math.inf) -> bool:
        """Whether a pulse runs, or a part's signal begins before a moment."""
        with self._lock:
            planned = self._planned.values()
            begins = any(signal.active and signal.due_ns < before_ns for signal in planned)
            return begins or self._pulse_runs()

    def join(self, active_low: bool) -> bool:
        """Counts a user; False when the line was given back already."""
        with self._lock:
            if self._closed:
                return False
            self._users += 1
            if active_low != self._active_low:
                self._active_low, self._written = active_low, None
            return True

    def leave(self) -> None:
        """Takes a user away: after the last one's signals the line is given back, inactive."""
        with self._lock:
            self._users -= 1
            self._held = False
        self._serve()

    def plan(self, owner: int, signal: PlannedSignal) -> None:
        """Plans a signal for an output."""
        with self._lock:
            self._planned[owner, signal.part] = signal
        self._scheduler.at(signal.due_ns, self._serve)

    def replan(self, owner: int, part: int, active: bool) -> bool:
        """Changes a signal that has not begun; False when it has, or was never planned."""
        with self._lock:
            planned = self._planned.get((owner, part))
            if planned is None:
                return False
            self._planned[owner, part] = replace(planned, active=active)
            return True

    def give(self, active: bool, length_ns: int | None) -> None:
        """Begins a signal now, in the caller's thread.

        Raises:
            OutputError: the level was not set.
        """
        with self._lock:
            if self._closed:
                raise OutputError(f"{self.name} was given back")
            self._begin(active, length_ns, time.monotonic_ns())
            self._set_level()

    def close(self) -> None:
        """Sets the line inactive and gives it back, whatever is planned; never raises."""
        with self._lock:
            if self._closed:
                return
            self._planned.clear()
            self._held, self._active_until_ns, self._closed = False, 0, True
            try:
                self._set_level()
            except OutputError as error:
                log.warning("%s may still be active: %s", self.name, error)
            self._driver.close()

    def _begin(self, active: bool, length_ns: int | None, now_ns: int) -> None:
        if length_ns is None and not self._users:
            length_ns = LAST_HOLD_NS
        if length_ns is None:
            self._held = active
        elif active:
            self._active_until_ns = max(self._active_until_ns, now_ns + length_ns)
            self._scheduler.at(self._active_until_ns, self._serve)

    def _serve(self) -> None:
        """Begins what is due, ends what is over, and closes the line that nobody uses."""
        with self._lock:
            if self._closed:
                return
            begun = self._begin_due()
            try:
                self._set_level()
            except OutputError as error:
                parts = ", ".join(str(signal.part) for signal in begun if signal.active)
                lost = f"; the signal of part {parts} was not given" if parts else ""
                self._note(f"{error}{lost}")
            if not self._users and not self.is_busy():
                self.close()

    def _begin_due(self) -> list[PlannedSignal]:
        now_ns = time.monotonic_ns()
        due = [key for key, signal in self._planned.items() if signal.due_ns <= now_ns]
        begun = sorted((self._planned.pop(key) for key in due), key=lambda signal: signal.due_ns)
        for signal in begun:
            self._begin(signal.active, signal.length_ns, now_ns)
        return begun

    def _pulse_runs(self) -> bool:
        return time.monotonic_ns() < self._active_until_ns

    def _refresh(self) -> None:
        with self._lock:
            if self._closed:
                return
            self._written = None
            try:
                self._set_level()
            except OutputError as error:
                # That the camera is away has a condition of its own.
                log.debug("%s was not refreshed: %s", self.name, error)
        self._scheduler.at(time.monotonic_ns() + REFRESH_NS, self._refresh)

    def _set_level(self) -> None:
        active = self._held or self._pulse_runs()
        if active == self._written:
            return
        self._written = None
        self._driver.write(active != self._active_low)
        self._written = active
        if self.fault:
            self._note(None)

    def _note(self, fault: str | None) -> None:
        self.fault = fault
        self._report()
