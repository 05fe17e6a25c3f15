"""Scene comparison: in which aspects an image differs from the training pictures, in words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from okng.models.arrays import Float64Array, Image
from okng.models.preparation.preparation import NO_PREPARATION, Preparation
from okng.models.preparation.steps.step import PictureSize
from okng.models.scene.alignment import Pose, Template, moved
from okng.models.scene.descriptions import describe
from okng.models.scene.features import (
    SMALLEST_PX,
    Features,
    brightness_field,
    filling_range,
    light_changes,
    measure_features,
)
from okng.models.scene.reference import ASPECTS, MEASURES, Aspect, Measure, SceneReference

TOO_DARK = math.log(1 / 3)
"""Change of the brightness level below which nothing else can be measured."""


class AspectReading(NamedTuple):
    """The reading of one aspect of one image: its deviation in figures and words."""

    limits: float
    """Distance from the training pictures' centre in units of their limit; above 1 is outside."""
    says: str
    """The difference in figures, such as "left +18 %, right -15 %"."""
    sentence: str
    """The same as a sentence for a person who does not know the measure."""


Differences = dict[Measure, float]
"""Signed differences from the training pictures' centre, in the measures' own units."""


class SceneComparison:
    """Compares images with a scene reference. Thread-safe."""

    def __init__(
        self,
        reference: SceneReference,
        significant_bits: int | None = None,
        preparation: Preparation = NO_PREPARATION,
    ) -> None:
        """`significant_bits` are those of the 16 bit training pictures; None means all.

        `preparation` is that of the model, from whose prepared pictures the reference was learnt.
        """
        self._significant_bits = preparation.bits_after(significant_bits)
        self._preparation = preparation
        self._reference = reference
        self._field = np.array(reference.field)
        template = reference.template
        self._template = Template(template.grey) if template else None

    @property
    def position_note(self) -> str | None:
        """Why the position is not measured; None where it is."""
        return self._reference.position_note

    def differences(self, image: Image) -> Differences:
        """Measure the differences of an image, [H, W] grey or [H, W, 3] BGR, uint8 or uint16.

        Measures that can't be taken of this image are left out. Raises
        `okng.models.images.preprocessing.ImageError` for one that the preparation does not fit.
        """
        image = self._preparation.upright(self._preparation.apply(image))
        if min(image.shape[:2]) < SMALLEST_PX:
            return {}
        features = measure_features(filling_range(image, self._significant_bits))
        small = features.small.astype(np.float32)
        differences: Differences = {}
        if self._template and small.shape == self._template.shape:
            pose = self._template.pose(small)
            differences = pose_measures(pose, max(small.shape))
            small = moved(small, pose, back=True)
        differences |= plain_measures(features, brightness_field(small), self._field)
        if differences["level"] < TOO_DARK:
            differences = {
                measure: differences[measure] for measure in ("level", "saturated", "black")
            }
        return {
            measure: differences[measure] - limits.centre
            for measure, limits in self._reference.limits.items()
            if measure in differences
        }

    def side_px(self, image: Image) -> int:
        """Longer side of what is compared of an image, px."""
        return max(self._preparation.size_after(PictureSize.of(image)))

    def readings(
        self, differences: Mapping[Measure, float], side_px: int
    ) -> dict[Aspect, AspectReading]:
        """The readings by aspect of one image's differences, or of medians over several images.

        Args:
            differences: The result of the method `differences`.
            side_px: As the method `side_px` gives it, for shifts in pixels.
        """
        distances = {measure: self._distance(measure, differences) for measure in differences}
        readings: dict[Aspect, AspectReading] = {}
        for aspect in ASPECTS:
            of_it = [measure for measure in distances if MEASURES[measure].aspect == aspect]
            if of_it:
                worst = max(of_it, key=lambda measure: distances[measure])
                words = describe(worst, differences, side_px)
                readings[aspect] = AspectReading(distances[worst], *words)
        return readings

    def _distance(self, measure: Measure, differences: Mapping[Measure, float]) -> float:
        difference = differences[measure]
        sides = MEASURES[measure].sides
        if (sides == "below" and difference > 0) or (sides == "above" and difference < 0):
            return 0.0
        return abs(difference) / self._reference.limits[measure].reach


def plain_measures(features: Features, field: Float64Array, reference: Float64Array) -> Differences:
    """Measures of focus, exposure and light; `detail` only where the picture is large enough.

    Args:
        features: Of the picture.
        field: Its brightness [CELLS, CELLS], with the part moved to where it is in good pictures.
        reference: The same of good pictures.
    """
    differences: Differences = {
        "texture": features.texture,
        "saturated": features.saturated,
        "black": features.black,
        **light_changes(field, reference),
    }
    if features.detail is not None:
        differences["detail"] = features.detail
    return differences


def pose_measures(pose: Pose, longer_side_px: int) -> Differences:
    """Measures of a pose that is given in pixels of the small picture."""
    return {
        "right": pose.right_px / longer_side_px,
        "down": pose.down_px / longer_side_px,
        "turn": pose.turn_deg,
    }
