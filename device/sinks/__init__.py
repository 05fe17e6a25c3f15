"""Sinks, which deliver stored results: each file or package is one kind with its settings."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from okng.device.sinks.sink import Sink, SinkSettingsBase
from okng.device.types import SinkStatus
from okng.models.plugins import by_type, implementations

__all__ = ["Sink", "SinkSettings", "SinkSettingsBase", "SinkStatus", "sinks"]


@cache
def sinks() -> dict[str, type[Sink]]:
    """The registered kinds of sink by their `type` word."""
    return by_type(implementations(sys.modules[__name__], Sink))  # type: ignore[type-abstract]


if TYPE_CHECKING:
    SinkSettings = SinkSettingsBase
else:
    SinkSettings = Annotated[
        # Indexing spells the union also when only one kind is there.
        Union[tuple(kind.settings_class for kind in sinks().values())],  # noqa: UP007
        Field(discriminator="type"),
    ]
