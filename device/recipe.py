"""A recipe: everything that decides how a part is judged, as one versioned piece of data."""

from __future__ import annotations

import tomllib
from typing import Literal

import tomli_w
from pydantic import AwareDatetime, Field

from okng.device.detection_rules import DetectionSettings
from okng.device.outputs import OutputSettings
from okng.device.triggers import TriggerSettings
from okng.device.triggers.software import SoftwareTriggerSettings
from okng.device.types import Message, ModelReference, Name, RecipeReference


class RegionOfInterest(Message):
    """The part of the sensor that is read, in sensor pixels (`OffsetX`, `Width`, ...)."""

    offset_x: int = Field(default=0, ge=0)
    offset_y: int = Field(default=0, ge=0)
    width: int = Field(ge=1)
    height: int = Field(ge=1)


class Acquisition(Message):
    """How the camera takes a picture; null leaves the camera's own value."""

    exposure_us: float | None = Field(default=None, gt=0)
    """`ExposureTime`."""
    gain_db: float | None = None
    """`Gain`."""
    frame_rate_hz: float | None = Field(default=None, gt=0)
    """`AcquisitionFrameRate` of the live view; triggered pictures are not slower than it."""
    pixel_format: str | None = None
    """`PixelFormat`."""
    roi: RegionOfInterest | None = None
    """Null is the whole sensor."""


class Recipe(Message):
    """What the operator sets up and the pipeline runs."""

    name: Name
    acquisition: Acquisition = Acquisition()
    trigger: TriggerSettings = SoftwareTriggerSettings()
    model: ModelReference | None = None
    threshold: float | None = None
    """A score above it is NG; null takes the model's own."""
    review_distance: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    """Parts that score no farther from the threshold are marked for review; 0 marks none, null
    takes the width that the model's training found."""
    detection: DetectionSettings | None = None
    """Objects to find, alone or before the anomaly model: NG where either says so."""
    outputs: tuple[OutputSettings, ...] = ()
    safe_output: Literal["NG", "NONE"] = "NG"
    """Signal for a part that could not be judged; OK is not possible."""
    time_limit_ms: int | None = Field(default=None, ge=10, le=600_000)
    """From trigger edge to verdict; a later verdict is an ERROR with the safe output."""

    def to_toml(self) -> str:
        """The recipe as TOML; null values are left out."""
        return tomli_w.dumps(self.model_dump(mode="json", exclude_none=True))

    @classmethod
    def from_toml(cls, text: str) -> Recipe:
        """Reads what `to_toml` wrote.

        Raises:
            tomllib.TOMLDecodeError: not TOML; the message names line and column.
            pydantic.ValidationError: a key or a value that a recipe doesn't allow.
        """
        return cls.model_validate(tomllib.loads(text))


class RecipeVersion(Message):
    """A stored recipe; equal content saved twice is one version."""

    version: int = Field(ge=1)
    recipe: Recipe
    author: str
    created_at: AwareDatetime

    @property
    def reference(self) -> RecipeReference:
        """Name and version, as results carry them."""
        return RecipeReference(name=self.recipe.name, version=self.version)
