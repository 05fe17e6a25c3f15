"""The software trigger: edges from a person or a program, by the page's button or the HTTP API."""

from __future__ import annotations

from typing import ClassVar, Literal

from okng.device.triggers.trigger import Trigger, TriggerSettingsBase


class SoftwareTriggerSettings(TriggerSettingsBase):
    """The software trigger has no settings: each call makes one edge."""

    type: Literal["software"] = "software"


class SoftwareTrigger(Trigger):
    """Emits nothing itself: edges come from other processes, by the command `FireTrigger`."""

    settings_class: ClassVar = SoftwareTriggerSettings
