"""A recipe: everything that decides how a part is judged, as one versioned document."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal, Self

import tomli_w
from pydantic import AwareDatetime, Field, model_validator

from okng.device.cameras.acquisition_settings import Acquisition
from okng.device.outputs import OutputSettings
from okng.device.recipes.alarm_settings import AlarmSettings
from okng.device.recipes.challenge_settings import ChallengeSettings
from okng.device.recipes.detection_rules import DetectionSettings
from okng.device.triggers import TriggerSettings
from okng.device.triggers.line import LineTriggerSettings
from okng.device.triggers.software import SoftwareTriggerSettings
from okng.device.types import ModelReference, Name, RecipeReference
from okng.models.documents import parse_toml
from okng.models.strict_model import StrictModel


class Recipe(StrictModel):
    """A recipe: the operator sets up how a part is judged, and the pipeline runs it."""

    name: Name
    number: int | None = Field(default=None, ge=1, le=65535)
    """Number by which a PLC selects the recipe; no other recipe may have it."""
    note: str | None = Field(default=None, min_length=1, max_length=500)
    """What this version is for, for whoever compares versions; it has no effect on inspections."""
    acquisition: Acquisition = Acquisition()
    trigger: TriggerSettings = SoftwareTriggerSettings()
    model: ModelReference | None = None
    threshold: float | None = None
    """Score above which a part is NG; null uses the model's own threshold."""
    review_distance: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    """Parts whose score is at most this far from the threshold are marked for review. 0 marks none;
    null uses the distance that the model's training found."""
    detection: DetectionSettings | None = None
    """Object detection, alone or before the anomaly model: the part is NG if either says so."""
    outputs: tuple[OutputSettings, ...] = ()
    safe_output: Literal["NG", "NONE"] = "NG"
    """Signal for a part that could not be judged; OK is not possible."""
    time_limit_ms: int | None = Field(default=None, ge=10, le=600_000)
    """Longest time from trigger edge to verdict, in milliseconds; a later verdict is an ERROR with
    the safe output."""
    alarms: AlarmSettings | None = None
    """How many NG parts raise an alarm; null: none do."""
    challenge: ChallengeSettings | None = None
    """Known parts that must be judged right before production begins; null: none are asked for."""

    @model_validator(mode="after")
    def _a_line_has_one_use(self) -> Self:
        strobe = self.acquisition.strobe_line
        if isinstance(self.trigger, LineTriggerSettings) and self.trigger.line == strobe:
            raise ValueError(f"{strobe} can't be both the trigger's line and the strobe_line")
        return self

    def to_toml(self) -> str:
        """The recipe as TOML; null values are left out."""
        return tomli_w.dumps(self.model_dump(mode="json", exclude_none=True))

    @classmethod
    def from_toml(cls, text: str) -> Recipe:
        """Reads what `to_toml` wrote.

        Raises:
            ValueError: not TOML; the message names line and column.
            pydantic.ValidationError: a key or a value that a recipe doesn't allow.
        """
        return cls.model_validate(parse_toml(text))


class RecipeVersion(StrictModel):
    """A stored recipe; equal content saved twice is one version."""

    version: int = Field(ge=1)
    recipe: Recipe
    author: str
    created_at: AwareDatetime

    @classmethod
    def unsaved(cls, recipe: Recipe, author: str) -> RecipeVersion:
        """A recipe that is not in the store yet; it stands there under a version of its own."""
        return cls(version=1, recipe=recipe, author=author, created_at=datetime.now(UTC))

    @property
    def reference(self) -> RecipeReference:
        """Name and version, as results carry them."""
        return RecipeReference(name=self.recipe.name, version=self.version)
