"""The scene of the training pictures, as the bundle's manifest keeps it."""

from __future__ import annotations

import base64
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field

Aspect: TypeAlias = Literal["focus", "exposure", "light", "position"]
ASPECTS: tuple[Aspect, ...] = ("focus", "exposure", "light", "position")

Measure: TypeAlias = Literal[
    "detail",
    "texture",
    "level",
    "saturated",
    "black",
    "horizontal",
    "vertical",
    "centre",
    "right",
    "down",
    "turn",
]


SMALLEST_TEMPLATE_PX = 8


class MeasureKind(NamedTuple):
    """What a measure belongs to, and which of its differences count."""

    aspect: Aspect
    least: float
    """Differences below never count: models hardly notice them."""
    sides: Literal["both", "below", "above"] = "both"


MEASURES: dict[Measure, MeasureKind] = {
    # Natural logarithms of energies: 0.3 is 14 % of sharpness. Noise alone can make a picture
    # look more detailed, so at full size only what is lost counts.
    "detail": MeasureKind("focus", 0.3, "below"),
    "texture": MeasureKind("focus", 0.3),
    # Natural logarithm of brightness: 0.06 is 6 %.
    "level": MeasureKind("exposure", 0.06),
    # Shares of the picture.
    "saturated": MeasureKind("exposure", 0.03, "above"),
    "black": MeasureKind("exposure", 0.05, "above"),
    # Natural logarithms of one side's brightness by the other's: 0.08 is 4 % on each side.
    "horizontal": MeasureKind("light", 0.08),
    "vertical": MeasureKind("light", 0.08),
    "centre": MeasureKind("light", 0.08),
    # Shares of the picture's longer side, and degrees.
    "right": MeasureKind("position", 0.01),
    "down": MeasureKind("position", 0.01),
    "turn": MeasureKind("position", 2.0),
}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Limits(_Strict):
    """Good pictures' values lie within `centre` plus and minus `reach`."""

    centre: float
    reach: float = Field(gt=0)


class TemplatePicture(_Strict):
    """The mean training picture, grey and small, for the position."""

    height: int = Field(ge=SMALLEST_TEMPLATE_PX)
    width: int = Field(ge=SMALLEST_TEMPLATE_PX)
    pixels: str
    """Base64 of height x width bytes."""

    @classmethod
    def of(cls, grey: npt.NDArray[np.float32]) -> TemplatePicture:
        """From [h, w], 0..255."""
        pixels = base64.b64encode(np.round(grey).astype(np.uint8).tobytes()).decode()
        return cls(height=grey.shape[0], width=grey.shape[1], pixels=pixels)

    @property
    def grey(self) -> npt.NDArray[np.float32]:
        """[h, w], 0..255."""
        data = np.frombuffer(base64.b64decode(self.pixels), np.uint8)
        return data.reshape(self.height, self.width).astype(np.float32)


class SceneReference(_Strict):
    """What focus, exposure, light and position were in the normal training pictures."""

    pictures: int = Field(ge=2)
    field: list[list[float]]
    """Mean brightness of 8 x 8 cells, 0..1."""
    template: TemplatePicture | None
    """None where the position is not measured."""
    position_note: str | None = None
    """Why the position is not measured."""
    limits: dict[Measure, Limits]
    """Of the measures that can be taken of pictures like these."""
