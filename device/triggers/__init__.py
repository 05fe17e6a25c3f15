"""What starts an inspection: each file is one kind of trigger with its settings."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from okng.device.triggers.trigger import Emit, Trigger, TriggerSettingsBase
from okng.models.extensions import by_type, implementations

__all__ = ["Emit", "Trigger", "TriggerSettings", "TriggerSettingsBase", "triggers"]


@cache
def triggers() -> dict[str, type[Trigger]]:
    """Every kind of trigger by its `type` word."""
    return by_type(implementations(sys.modules[__name__], Trigger))


if TYPE_CHECKING:
    TriggerSettings = TriggerSettingsBase
else:
    TriggerSettings = Annotated[
        Union[tuple(kind.settings_class for kind in triggers().values())],  # noqa: UP007
        Field(discriminator="type"),
    ]
