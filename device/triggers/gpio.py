"""The GPIO trigger: edges on a GPIO line of the machine, with the kernel's time of each."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from typing import Any, ClassVar, Literal

from pydantic import Field

from okng.device.host.gpio import (
    GpioChip,
    GpioError,
    GpioLineId,
    find_line,
    gpio_errors,
    import_gpiod,
    unavailable_reason,
)
from okng.device.triggers.part_spacing import PartSpacing
from okng.device.triggers.trigger import PulseSettings, Trigger, TriggerEvents, TriggerSettingsBase
from okng.device.types import TriggerSource

log = logging.getLogger(__name__)

BUFFERED_EVENTS = 512
"""Edges that the kernel keeps while this process does something else."""
POLL = timedelta(seconds=0.2)
"""How long a stop may wait for the thread."""
RETRY_S = 1.0


class GpioTriggerSettings(PulseSettings):
    """A GPIO line of the machine: each edge on it is a part."""

    type: Literal["gpio"] = "gpio"
    chip: GpioChip = "gpiochip0"
    """The chip, by device (`gpiochip0`) or label (`tegra234-gpio`)."""
    line: GpioLineId = 0
    """The line, by number, name (`PQ.06`) or pin of a Jetson's header (`header pin 29`, on whatever
    chip it is)."""
    activation: Literal["RisingEdge", "FallingEdge"] = "RisingEdge"
    bias: Literal["as_is", "disabled", "pull_up", "pull_down"] = "as_is"
    """Resistor of the chip that keeps an open line at its level."""
    debouncer_us: int = Field(default=0, ge=0, le=1_000_000)
    """Shorter levels are ignored, by the kernel; edges are told later by so much, and their times
    are corrected for it."""
    every: int = Field(default=1, ge=1, le=1_000_000)
    """Every so many-th edge is a part: for an encoder that gives pulses along the way."""


class GpioTrigger(Trigger):
    """Waits for edges in a thread; a line that is gone is looked for until it is back."""

    settings_class: ClassVar = GpioTriggerSettings

    @classmethod
    def unavailable_reason(cls) -> str | None:
        """Why GPIO can't be used here, with the install command; None when it can."""
        return unavailable_reason()

    def __init__(self, settings: TriggerSettingsBase, events: TriggerEvents) -> None:
        super().__init__(settings, events)
        assert isinstance(settings, GpioTriggerSettings)
        self._gpio = settings
        self._spacing = PartSpacing(settings.min_interval_ms, settings.every)
        self._last_number: int | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="gpio-trigger", daemon=True)

    def check(self) -> None:
        """Requests the line once.

        Raises:
            GpioError: it can't be used.
        """
        self._request().release()

    def start(self) -> None:
        """Begins to wait for edges."""
        self._thread.start()

    def stop(self) -> None:
        """Gives the line back."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._watch()
            except GpioError as error:
                self.events.fault(str(error))
                self._stop.wait(RETRY_S)

    def _watch(self) -> None:
        request = self._request()
        self.events.fault(None)
        self._last_number = None
        try:
            with gpio_errors(f"GPIO line {self._gpio.line} can't be read"):
                while not self._stop.is_set():
                    if request.wait_edge_events(POLL):
                        for event in request.read_edge_events():
                            self._take(event)
        finally:
            request.release()

    def _take(self, event: Any) -> None:
        number = event.line_seqno
        if self._last_number is not None and number > self._last_number + 1:
            overrun = number - self._last_number - 1
            log.warning("the kernel lost %d edges of GPIO line %s", overrun, self._gpio.line)
            self.events.skip(overrun)
        self._last_number = number
        # The kernel tells an edge when its level has stood for the debouncer's time.
        at_ns = event.timestamp_ns - self._gpio.debouncer_us * 1000
        if self._spacing.bounces(at_ns, at_ns):
            self.events.bounce()
        elif self._spacing.is_part():
            self.events.emit(TriggerSource.GPIO, at_ns)

    def _request(self) -> Any:
        settings = self._gpio
        found = find_line(settings.chip, settings.line)
        gpiod = import_gpiod()
        line = gpiod.line
        rising = settings.activation == "RisingEdge"
        wanted = gpiod.LineSettings(
            direction=line.Direction.INPUT,
            edge_detection=line.Edge.RISING if rising else line.Edge.FALLING,
            bias=getattr(line.Bias, settings.bias.upper()),
            debounce_period=timedelta(microseconds=settings.debouncer_us),
            event_clock=line.Clock.MONOTONIC,
        )
        return found.request(wanted, event_buffer_size=BUFFERED_EVENTS)
