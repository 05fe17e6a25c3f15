"""Triggered by the clock, for a steady line or a demonstration."""

from __future__ import annotations

import threading
import time
from typing import ClassVar, Literal

from pydantic import Field

from okng.device.triggers.trigger import Emit, Trigger, TriggerSettingsBase
from okng.device.types import TriggerSource


class TimerTriggerSettings(TriggerSettingsBase):
    """An edge every `period_ms`."""

    type: Literal["timer"] = "timer"
    period_ms: int = Field(default=1000, ge=5, le=3_600_000)


class TimerTrigger(Trigger):
    """Emits an edge each period, without drift: a late edge doesn't move the next one."""

    settings_class: ClassVar = TimerTriggerSettings

    def __init__(self, settings: TriggerSettingsBase, emit: Emit) -> None:
        super().__init__(settings, emit)
        assert isinstance(settings, TimerTriggerSettings)
        self._period_s = settings.period_ms / 1000
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="timer-trigger", daemon=True)

    def start(self) -> None:
        """Begins; the first edge comes after one period."""
        self._thread.start()

    def stop(self) -> None:
        """Ends and waits for the thread."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        due = time.monotonic() + self._period_s
        while not self._stop.wait(max(0.0, due - time.monotonic())):
            self.emit(TriggerSource.TIMER)
            due += self._period_s
