"""A stand-in for the module `gpiod` and the kernel behind it, where no chip is simulated.

Lines are kept in memory. What is checked against the real library: the settings are gpiod's own.
"""

from __future__ import annotations

import errno
import os
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import gpiod

PATH = "/dev/gpiochip0"
LABEL = "fake-gpio"
NAMES = ("PQ.05", "PQ.06", "", "PQ.07")


@dataclass(frozen=True)
class Event:
    timestamp_ns: int
    line_seqno: int
    line_offset: int
    event_type: gpiod.EdgeEvent.Type


@dataclass
class FakeRequest:
    """Lines that are requested together."""

    gpio: FakeGpio
    config: dict[int, gpiod.LineSettings]
    events: deque[Event] = field(default_factory=deque)
    number: int = 0

    def __post_init__(self) -> None:
        self.fd = os.eventfd(0, os.EFD_NONBLOCK)

    def get_values(self, offsets: list[int]) -> list[gpiod.line.Value]:
        self.gpio.check_there()
        values = (gpiod.line.Value.INACTIVE, gpiod.line.Value.ACTIVE)
        return [values[self.is_active(offset)] for offset in offsets]

    def is_active(self, offset: int) -> bool:
        """What the program sees of a line's level."""
        return self.gpio.levels.get(offset, False) != self.config[offset].active_low

    def set_value(self, offset: int, value: gpiod.line.Value) -> None:
        self.set_values({offset: value})

    def set_values(self, values: dict[int, gpiod.line.Value]) -> None:
        self.gpio.check_there()
        for offset, value in values.items():
            active = value is gpiod.line.Value.ACTIVE
            self.gpio.levels[offset] = active != self.config[offset].active_low
        self.gpio.history.append(dict(self.gpio.levels))

    def wait_edge_events(self, timeout: timedelta) -> bool:
        with self.gpio.changed:
            self.gpio.changed.wait_for(
                lambda: self.events or not self.gpio.is_there, timeout.total_seconds()
            )
        self.gpio.check_there()
        return bool(self.events)

    def read_edge_events(self) -> list[Event]:
        with self.gpio.changed:
            events = list(self.events)
            self.events.clear()
            os.eventfd_read(self.fd)
            return events

    def add(self, event: Event) -> None:
        self.events.append(event)
        os.eventfd_write(self.fd, 1)

    def release(self) -> None:
        # Whoever drives the lines may be about to wake this request.
        with self.gpio.changed:
            for offset in self.config:
                self.gpio.requests.pop(offset, None)
            os.close(self.fd)


class FakeChip:
    """An open chip."""

    def __init__(self, gpio: FakeGpio) -> None:
        gpio.check_there()
        self._names = gpio.names
        self.name, self.label, self.num_lines = Path(PATH).name, gpio.label, len(gpio.names)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return

    def get_info(self) -> FakeChip:
        return self

    def get_line_info(self, offset: int) -> Any:
        @dataclass
        class Info:
            name: str

        return Info(self._names[offset])


class FakeGpio:
    """The module `gpiod` with one chip."""

    line = gpiod.line
    LineSettings = gpiod.LineSettings
    EdgeEvent = gpiod.EdgeEvent

    def __init__(self) -> None:
        self.is_there = True
        self.label = LABEL
        self.names = NAMES
        self.levels: dict[int, bool] = {}
        """High or low, by the line's number."""
        self.history: list[dict[int, bool]] = []
        """All levels after each write."""
        self.requests: dict[int, FakeRequest] = {}
        self.changed = threading.Condition()

    def chip_paths(self) -> list[Path]:
        return [Path(PATH)] if self.is_there else []

    def check_there(self) -> None:
        if not self.is_there:
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))

    def Chip(self, path: str) -> FakeChip:  # noqa: N802
        assert path == PATH
        return FakeChip(self)

    def request_lines(
        self,
        path: str,
        config: dict[int, gpiod.LineSettings],
        consumer: str,
        event_buffer_size: int | None = None,
    ) -> FakeRequest:
        self.check_there()
        with self.changed:
            if self.requests.keys() & config.keys():
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
            request = FakeRequest(self, config)
            for offset, settings in config.items():
                self.requests[offset] = request
                if settings.direction is gpiod.line.Direction.OUTPUT:
                    active = settings.output_value is gpiod.line.Value.ACTIVE
                    self.levels[offset] = active != settings.active_low
            return request

    def edge(self, offset: int, at_ns: int | None = None, lost: int = 0) -> None:
        """An edge on a line that is watched.

        Args:
            offset: Of the line.
            at_ns: By the monotonic clock; None is now.
            lost: So many edges before it found the kernel's buffer full.
        """
        with self.changed:
            request = self.requests[offset]
            request.number += 1 + lost
            at_ns = time.monotonic_ns() if at_ns is None else at_ns
            kinds = gpiod.EdgeEvent.Type
            rising = request.is_active(offset)
            kind = kinds.RISING_EDGE if rising else kinds.FALLING_EDGE
            request.add(Event(at_ns, request.number, offset, kind))
            self.changed.notify_all()

    def drive(self, offset: int, high: bool) -> None:
        """Sets an input from outside; an edge where that is another level and it is watched."""
        with self.changed:
            before, self.levels[offset] = self.levels.get(offset, False), high
            if high != before and offset in self.requests:
                self.edge(offset)

    def unplug(self) -> None:
        """Takes the chip away."""
        with self.changed:
            self.is_there = False
            for request in self.requests.values():
                os.eventfd_write(request.fd, 1)
            self.changed.notify_all()
