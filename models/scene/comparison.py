"""A picture against the training pictures: which aspect of the scene differs, and how, in words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from okng.models.preprocessing import Image
from okng.models.scene.alignment import Pose, Template, moved
from okng.models.scene.features import (
    SMALLEST_PX,
    Features,
    Floats,
    brightness_field,
    light_changes,
    measure_features,
)
from okng.models.scene.reference import ASPECTS, MEASURES, Aspect, Measure, SceneReference
from okng.models.scene.words import describe

TOO_DARK = math.log(1 / 3)
"""Of the brightness level: in so dark a picture nothing else can be told."""


class Reading(NamedTuple):
    """One aspect of one picture."""

    limits: float
    """Distance from the training pictures' middle, in units of their limit: above 1 is outside."""
    says: str
    """The difference in figures, such as "left +18 %, right -15 %"."""
    sentence: str
    """The same for a person who has not thought of the scene."""


Differences = dict[Measure, float]
"""From the training pictures' middle, in the measures' own units, with sign."""


class SceneComparison:
    """A reference, ready to hold pictures against. Usable from several threads."""

    def __init__(self, reference: SceneReference) -> None:
        self._reference = reference
        self._field = np.array(reference.field)
        template = reference.template
        self._template = Template(template.grey) if template else None

    @property
    def position_note(self) -> str | None:
        """Why the position is not measured; None where it is."""
        return self._reference.position_note

    def differences(self, image: Image) -> Differences:
        """Of a picture [H, W] grey or [H, W, 3] BGR, uint8 or uint16 that fill their range.

        A measure that this picture does not allow is left out.
        """
        if min(image.shape[:2]) < SMALLEST_PX:
            return {}
        features = measure_features(image)
        small = features.small.astype(np.float32)
        found: Differences = {}
        if self._template and small.shape == self._template.shape:
            pose = self._template.pose(small)
            found = pose_measures(pose, max(small.shape))
            small = moved(small, pose, back=True)
        found |= plain_measures(features, brightness_field(small), self._field)
        if found["level"] < TOO_DARK:
            found = {measure: found[measure] for measure in ("level", "saturated", "black")}
        return {
            measure: found[measure] - limits.centre
            for measure, limits in self._reference.limits.items()
            if measure in found
        }

    def readings(self, differences: Mapping[Measure, float], side_px: int) -> dict[Aspect, Reading]:
        """The aspects of `differences` (one picture's, or their medians over some).

        Args:
            differences: As `differences` gives them.
            side_px: The picture's longer side, for shifts in pixels.
        """
        distances = {measure: self._distance(measure, differences) for measure in differences}
        found: dict[Aspect, Reading] = {}
        for aspect in ASPECTS:
            of_it = [one for one in distances if MEASURES[one].aspect == aspect]
            if of_it:
                worst = max(of_it, key=lambda one: distances[one])
                words = describe(worst, differences, side_px)
                found[aspect] = Reading(distances[worst], *words)
        return found

    def _distance(self, measure: Measure, differences: Mapping[Measure, float]) -> float:
        difference = differences[measure]
        sides = MEASURES[measure].sides
        if (sides == "below" and difference > 0) or (sides == "above" and difference < 0):
            return 0.0
        return abs(difference) / self._reference.limits[measure].reach


def plain_measures(features: Features, field: Floats, reference: Floats) -> Differences:
    """Focus, exposure and light; `detail` only of a picture large enough.

    Args:
        features: Of the picture.
        field: Its brightness [CELLS, CELLS], of the part where it lies in good pictures.
        reference: The same of good pictures.
    """
    found: Differences = {
        "texture": features.texture,
        "saturated": features.saturated,
        "black": features.black,
        **light_changes(field, reference),
    }
    if features.detail is not None:
        found["detail"] = features.detail
    return found


def pose_measures(pose: Pose, longer_side_px: int) -> Differences:
    """A pose in small pixels as measures."""
    return {
        "right": pose.right_px / longer_side_px,
        "down": pose.down_px / longer_side_px,
        "turn": pose.turn_deg,
    }
