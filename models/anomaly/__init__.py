"""Telling anomalous pictures from normal ones: each file with settings is one method."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from okng.models.anomaly.method import AnomalyMethod, MethodSettings
from okng.models.anomaly.patchcore import PatchcoreSettings
from okng.models.extensions import by_type, implementations

__all__ = [
    "DEFAULT_SETTINGS",
    "AnomalyMethod",
    "AnomalySettings",
    "MethodSettings",
    "create_method",
    "methods",
]

DEFAULT_SETTINGS: MethodSettings = PatchcoreSettings()
"""The method that is taken unless another one is asked for; docs/models.md says why."""


@cache
def methods() -> dict[str, type[AnomalyMethod]]:
    """Every method by its `type` word."""
    return by_type(implementations(sys.modules[__name__], AnomalyMethod))  # type: ignore[type-abstract]


def create_method(settings: MethodSettings) -> AnomalyMethod:
    """The method that `settings` describe."""
    return methods()[settings.type](settings)


if TYPE_CHECKING:
    AnomalySettings = MethodSettings
else:
    AnomalySettings = Annotated[
        Union[tuple(method.settings_class for method in methods().values())],  # noqa: UP007
        Field(discriminator="type"),
    ]
