"""Scene reference of the training pictures, as stored in the bundle's manifest."""

from __future__ import annotations

import base64
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
from pydantic import Field

from okng.models.arrays import Float32Array
from okng.models.strict_model import StrictModel

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
    """Kind of a measure: its aspect, and which of its differences count."""

    aspect: Aspect
    least: float
    """Smaller differences never count, since they hardly affect models."""
    sides: Literal["both", "below", "above"] = "both"


MEASURES: dict[Measure, MeasureKind] = {
    # Natural logarithms of energies: 0.3 is 14 % of sharpness. Noise alone can make a picture
    # look more detailed, so at full size only a loss counts.
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


class MeasureLimits(StrictModel):
    """Limits of a measure: good pictures' values lie within `centre` plus and minus `reach`."""

    centre: float
    reach: float = Field(gt=0)


class TemplateImage(StrictModel):
    """The small grey mean of the training pictures, against which the position is measured."""

    height: int = Field(ge=SMALLEST_TEMPLATE_PX)
    width: int = Field(ge=SMALLEST_TEMPLATE_PX)
    pixels: str
    """Base64 of height x width bytes."""

    @classmethod
    def of(cls, grey: Float32Array) -> TemplateImage:
        """The template of a grey image [h, w], 0..255."""
        pixels = base64.b64encode(np.round(grey).astype(np.uint8).tobytes()).decode()
        return cls(height=grey.shape[0], width=grey.shape[1], pixels=pixels)

    @property
    def grey(self) -> Float32Array:
        """The grey image [h, w], 0..255."""
        data = np.frombuffer(base64.b64decode(self.pixels), np.uint8)
        return data.reshape(self.height, self.width).astype(np.float32)


class SceneReference(StrictModel):
    """Reference for focus, exposure, light and position, from the normal training pictures."""

    pictures: int = Field(ge=2)
    field: list[list[float]]
    """Mean brightness of 8 x 8 cells, 0..1."""
    template: TemplateImage | None
    """None where the position is not measured."""
    position_note: str | None = None
    """Why the position is not measured."""
    limits: dict[Measure, MeasureLimits]
    """Limits of the measures that can be taken of such pictures."""
