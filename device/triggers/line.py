"""Triggered by the camera's own input line: the edge goes straight to the camera."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from okng.device.triggers.trigger import Trigger, TriggerSettingsBase


class LineTriggerSettings(TriggerSettingsBase):
    """The input line by its GenICam SFNC names (`TriggerSource`, `TriggerActivation`, ...)."""

    type: Literal["line"] = "line"
    line: Literal["Line1", "Line2", "Line3", "Line4"] = "Line1"
    activation: Literal["RisingEdge", "FallingEdge"] = "RisingEdge"
    debouncer_us: float = Field(default=0.0, ge=0, le=20_000)
    """`LineDebouncerTime`; it also delays every edge by its value."""
    delay_us: float = Field(default=0.0, ge=0, le=10_000_000)
    """`TriggerDelay`: from the edge to the start of the exposure."""


class LineTrigger(Trigger):
    """The camera exposes by itself; each frame that arrives is an edge."""

    settings_class: ClassVar = LineTriggerSettings
    hardware: ClassVar = True
