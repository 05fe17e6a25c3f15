"""The hardware trigger: edges on an input line of the camera, which exposes by itself."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from okng.device.triggers.trigger import PulseSettings, Trigger


class LineTriggerSettings(PulseSettings):
    """The camera's input line, by SFNC names (`TriggerSource`, `TriggerActivation`, ...)."""

    type: Literal["line"] = "line"
    line: Literal["Line1", "Line2", "Line3", "Line4"] = "Line1"
    activation: Literal["RisingEdge", "FallingEdge"] = "RisingEdge"
    debouncer_us: float = Field(default=0.0, ge=0, le=20_000)
    """`LineDebouncerTime` in microseconds; it also delays every edge by its value."""
    delay_us: float = Field(default=0.0, ge=0, le=10_000_000)
    """`TriggerDelay` in microseconds, from the edge to the start of the exposure."""

    every: int = Field(default=1, ge=1, le=1_000_000)
    """Every so many-th edge is a part, for an encoder that gives pulses along the way: the camera's
    `TriggerDivider`. A camera without it takes 1 only."""


class LineTrigger(Trigger):
    """Emits nothing itself: the camera sees the edges, and each frame of it stands for one."""

    settings_class: ClassVar = LineTriggerSettings
    hardware: ClassVar = True
