"""Outputs, which tell the line the verdict: each file is one kind with its settings."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from okng.device.outputs.output import (
    Output,
    OutputContext,
    OutputError,
    OutputSettingsBase,
    Signal,
    opened,
)
from okng.models.plugins import by_type, implementations

__all__ = [
    "Output",
    "OutputContext",
    "OutputError",
    "OutputSettings",
    "OutputSettingsBase",
    "Signal",
    "opened",
    "outputs",
]


@cache
def outputs() -> dict[str, type[Output]]:
    """The registered kinds of output by their `type` word."""
    return by_type(implementations(sys.modules[__name__], Output))  # type: ignore[type-abstract]


if TYPE_CHECKING:
    OutputSettings = OutputSettingsBase
else:
    OutputSettings = Annotated[
        Union[tuple(kind.settings_class for kind in outputs().values())],  # noqa: UP007
        Field(discriminator="type"),
    ]
