"""Triggers, whose edges start inspections: each file is one kind with its settings."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from okng.device.triggers.trigger import Trigger, TriggerEvents, TriggerSettingsBase
from okng.models.plugins import by_type, implementations

__all__ = ["Trigger", "TriggerEvents", "TriggerSettings", "TriggerSettingsBase", "triggers"]


@cache
def triggers() -> dict[str, type[Trigger]]:
    """The registered kinds of trigger by their `type` word."""
    return by_type(implementations(sys.modules[__name__], Trigger))


if TYPE_CHECKING:
    TriggerSettings = TriggerSettingsBase
else:
    TriggerSettings = Annotated[
        Union[tuple(kind.settings_class for kind in triggers().values())],  # noqa: UP007
        Field(discriminator="type"),
    ]
