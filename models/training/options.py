"""Training options that a person may choose; the defaults suit those who choose nothing."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from okng.models.anomaly import DEFAULT_SETTINGS, MethodSettings
from okng.models.anomaly.augmentation import Augmentation
from okng.models.anomaly.patchcore import PatchcoreSettings
from okng.models.anomaly.tiling import (
    DEFAULT_INPUT_PX,
    LARGEST_TILE_PX,
    MOST_TILES,
    Tiling,
    check_tiles,
)
from okng.models.backbone.backbone import INPUT_MULTIPLE
from okng.models.bundles.anomalib_settings import AnomalibSettings
from okng.models.strict_model import StrictModel
from okng.models.training.methods import TrainingMethod


class TrainingOptions(StrictModel):
    """Options of a training: method, input, augmentation and allowed false rejects."""

    method: TrainingMethod = DEFAULT_SETTINGS
    input_height: int = Field(
        default=DEFAULT_INPUT_PX, ge=64, le=LARGEST_TILE_PX, multiple_of=INPUT_MULTIPLE
    )
    """Pixels of the model's input, or of one tile where there are several."""
    input_width: int = Field(
        default=DEFAULT_INPUT_PX, ge=64, le=LARGEST_TILE_PX, multiple_of=INPUT_MULTIPLE
    )
    tile_rows: int = Field(default=1, ge=1, le=MOST_TILES)
    tile_columns: int = Field(default=1, ge=1, le=MOST_TILES)
    smallest_defect_px: float | None = Field(default=None, ge=1)
    """In pixels of the pictures; input size and tiles are then chosen from it, and not given."""
    augmentation: Augmentation = Augmentation()
    allowed_false_reject_rate: float = Field(default=0.01, ge=0.0001, le=0.2)
    """The share of good parts that the threshold may reject."""

    @property
    def settled_method(self) -> MethodSettings:
        """The method; for small defects PatchCore then uses the full scale only."""
        method = self.method
        looks_for_small = self.smallest_defect_px is not None
        if looks_for_small and isinstance(method, PatchcoreSettings) and method.half_scale is None:
            return method.model_copy(update={"half_scale": False})
        return method

    @property
    def tiling(self) -> Tiling:
        """The tiling by the given input size, where no smallest defect chooses it."""
        return Tiling(
            height=self.input_height,
            width=self.input_width,
            rows=self.tile_rows,
            columns=self.tile_columns,
        )

    @model_validator(mode="after")
    def _input_can_be_cut_and_is_chosen_once(self) -> Self:
        check_tiles(self.input_height, self.input_width, self.tile_rows, self.tile_columns)
        usual = Tiling(height=DEFAULT_INPUT_PX, width=DEFAULT_INPUT_PX)
        if self.tiling != usual and self.smallest_defect_px is not None:
            raise ValueError(
                f"an input of {self.tiling} and a smallest defect were given; give only one of them"
            )
        return self

    @model_validator(mode="after")
    def _anomalib_sees_whole_pictures_as_they_are(self) -> Self:
        if not isinstance(self.method, AnomalibSettings):
            return self
        tiles = self.tile_rows * self.tile_columns
        if tiles > 1 or self.smallest_defect_px is not None or self.augmentation.copies_made:
            raise ValueError(
                f"{self.method.type} supports neither tiles, nor a smallest defect, nor "
                "augmentation; leave them out, or use one of okng's own methods"
            )
        return self
