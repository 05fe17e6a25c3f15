"""The timer trigger: edges by the clock, for a steady line or a demonstration."""

from __future__ import annotations

import logging
import threading
import time
from typing import ClassVar, Literal

from pydantic import Field

from okng.device.triggers.trigger import Trigger, TriggerEvents, TriggerSettingsBase
from okng.device.types import TriggerSource

log = logging.getLogger(__name__)


class TimerTriggerSettings(TriggerSettingsBase):
    """A trigger edge at regular intervals."""

    type: Literal["timer"] = "timer"
    period_ms: int = Field(default=1000, ge=5, le=3_600_000)
    """Milliseconds from one edge to the next."""


class TimerTrigger(Trigger):
    """Emits an edge each period, without drift: a late edge doesn't move the next one.

    Of edges that fell into a standstill (a stopped process, an overloaded machine) the last one is
    made up for, and the others are skipped: the parts of a line that went on are gone.
    """

    settings_class: ClassVar = TimerTriggerSettings

    def __init__(self, settings: TriggerSettingsBase, events: TriggerEvents) -> None:
        super().__init__(settings, events)
        assert isinstance(settings, TimerTriggerSettings)
        self._period_s = settings.period_ms / 1000
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="timer-trigger", daemon=True)

    def start(self) -> None:
        """Starts the timer; the first edge comes after one period."""
        self._thread.start()

    def stop(self) -> None:
        """Stops the timer and waits for its thread."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        due = time.monotonic() + self._period_s
        while not self._stop.wait(max(0.0, due - time.monotonic())):
            if skipped := int((time.monotonic() - due) / self._period_s):
                log.warning("the station stood still: %d edges of the timer were skipped", skipped)
                self.events.skip(skipped)
            self.events.emit(TriggerSource.TIMER, time.monotonic_ns())
            due += (skipped + 1) * self._period_s
