"""Wires to PLCs: each file or package is one kind with its settings."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from okng.device.wires.wire import Wire, WireSettingsBase
from okng.models.plugins import by_type, implementations

__all__ = ["Wire", "WireSettings", "WireSettingsBase", "wires"]


@cache
def wires() -> dict[str, type[Wire]]:
    """The registered kinds of wire by their `type` word."""
    return by_type(implementations(sys.modules[__name__], Wire))  # type: ignore[type-abstract]


if TYPE_CHECKING:
    WireSettings = WireSettingsBase
else:
    WireSettings = Annotated[
        Union[tuple(kind.settings_class for kind in wires().values())],  # noqa: UP007
        Field(discriminator="type"),
    ]
