"""Steps of a preparation: one file a step, registered by being there."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from okng.models.plugins import implementations
from okng.models.preparation.steps.step import PreparationStep

__all__ = ["AnyStep", "steps"]


@cache
def steps() -> dict[str, type[PreparationStep]]:
    """Every kind of step by its `type`."""
    classes = implementations(sys.modules[__name__], PreparationStep)
    return {str(cls.model_fields["type"].default): cls for cls in classes}


if TYPE_CHECKING:
    AnyStep = PreparationStep
else:
    AnyStep = Annotated[
        Union[tuple(steps().values())],  # noqa: UP007
        Field(discriminator="type"),
    ]
