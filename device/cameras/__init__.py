"""Camera drivers: each file, or package, is one kind of camera with its settings."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from okng.device.cameras.camera import Camera, CameraSettingsBase
from okng.models.plugins import by_type, implementations

__all__ = ["Camera", "CameraSettings", "CameraSettingsBase", "cameras"]


@cache
def cameras() -> dict[str, type[Camera]]:
    """Every kind of camera by its `type` word."""
    return by_type(implementations(sys.modules[__name__], Camera))  # type: ignore[type-abstract]


if TYPE_CHECKING:
    CameraSettings = CameraSettingsBase
else:
    CameraSettings = Annotated[
        Union[tuple(kind.settings_class for kind in cameras().values())],  # noqa: UP007
        Field(discriminator="type"),
    ]
