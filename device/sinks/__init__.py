"""Where results go after they are stored: each file is one kind of sink with its settings."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from okng.device.sinks.sink import Sink, SinkSettingsBase, SinkStatus
from okng.models.extensions import by_type, implementations

__all__ = ["Sink", "SinkSettings", "SinkSettingsBase", "SinkStatus", "sinks"]


@cache
def sinks() -> dict[str, type[Sink]]:
    """Every kind of sink by its `type` word."""
    return by_type(implementations(sys.modules[__name__], Sink))  # type: ignore[type-abstract]


if TYPE_CHECKING:
    SinkSettings = SinkSettingsBase
else:
    SinkSettings = Annotated[
        # Indexing spells the union also when only one kind is there.
        Union[tuple(kind.settings_class for kind in sinks().values())],  # noqa: UP007
        Field(discriminator="type"),
    ]
