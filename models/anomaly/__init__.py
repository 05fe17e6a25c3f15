"""Anomaly methods, which distinguish anomalous images from normal ones: one file per method."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from okng.models.anomaly.method import AnomalyMethod, MethodSettings
from okng.models.anomaly.patchcore import PatchcoreSettings
from okng.models.plugins import by_type, implementations

__all__ = [
    "DEFAULT_SETTINGS",
    "AnomalyMethod",
    "AnomalySettings",
    "MethodSettings",
    "create_method",
    "methods",
]

DEFAULT_SETTINGS: MethodSettings = PatchcoreSettings()
"""Settings of the default method; docs/models.md says why it is the default."""


@cache
def methods() -> dict[str, type[AnomalyMethod]]:
    """Every method by its `type`."""
    return by_type(implementations(sys.modules[__name__], AnomalyMethod))  # type: ignore[type-abstract]


def create_method(settings: MethodSettings) -> AnomalyMethod:
    """Create the method that `settings` describe."""
    return methods()[settings.type](settings)


if TYPE_CHECKING:
    AnomalySettings = MethodSettings
else:
    AnomalySettings = Annotated[
        Union[tuple(method.settings_class for method in methods().values())],  # noqa: UP007
        Field(discriminator="type"),
    ]
