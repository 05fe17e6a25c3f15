"""Triggered by a person or a program: the button of the page, the HTTP API."""

from __future__ import annotations

from typing import ClassVar, Literal

from okng.device.triggers.trigger import Trigger, TriggerSettingsBase


class SoftwareTriggerSettings(TriggerSettingsBase):
    """No settings: each call is an edge."""

    type: Literal["software"] = "software"


class SoftwareTrigger(Trigger):
    """Edges come only from outside, through the daemon's `trigger` command."""

    settings_class: ClassVar = SoftwareTriggerSettings
