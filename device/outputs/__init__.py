"""Where a verdict goes first: each file is one kind of output with its settings."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from okng.device.outputs.output import Output, OutputFault, OutputSettingsBase, Signal
from okng.models.extensions import by_type, implementations

__all__ = ["Output", "OutputFault", "OutputSettings", "OutputSettingsBase", "Signal", "outputs"]


@cache
def outputs() -> dict[str, type[Output]]:
    """Every kind of output by its `type` word."""
    return by_type(implementations(sys.modules[__name__], Output))  # type: ignore[type-abstract]


if TYPE_CHECKING:
    OutputSettings = OutputSettingsBase
else:
    OutputSettings = Annotated[
        Union[tuple(kind.settings_class for kind in outputs().values())],  # noqa: UP007
        Field(discriminator="type"),
    ]
