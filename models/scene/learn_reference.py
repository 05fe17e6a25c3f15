"""Learning of a scene reference from the training pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from okng.models.arrays import Float32Array, Float64Array, FloatArray, Image
from okng.models.evaluation.threshold import student_t_quantile
from okng.models.scene.alignment import Pose, Template, moved
from okng.models.scene.comparison import plain_measures, pose_measures
from okng.models.scene.features import (
    SMALLEST_PX,
    Features,
    brightness_field,
    filling_range,
    measure_features,
)
from okng.models.scene.reference import (
    MEASURES,
    SMALLEST_TEMPLATE_PX,
    Measure,
    MeasureLimits,
    SceneReference,
    TemplateImage,
)

FALSE_ALARM_RATE = 0.002
"""Share of good pictures that may lie outside, for each of focus, exposure, light and position."""
OUTLIER = 6.0
"""Robust standard deviations from the median: such a picture doesn't widen the limits."""
MAD_TO_DEVIATION = 1.4826
"""Factor for a normal distribution (Rousseeuw and Croux 1993)."""

ALIGNED_PICTURES = 50
"""Most pictures on which the alignment is checked."""
KNOWN_SHIFT_PX, KNOWN_TURN_DEG = 4.0, 4.0
"""Artificial movements that the alignment must measure, with an error of at most half..."""
FOLLOWED = 0.9
"""...in this share of the trials."""
KNOWN_SHIFTS = tuple(
    Pose(KNOWN_SHIFT_PX * right, KNOWN_SHIFT_PX * down, 0.0)
    for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1))
)
KNOWN_TURNS = (Pose(0.0, 0.0, KNOWN_TURN_DEG), Pose(0.0, 0.0, -KNOWN_TURN_DEG))
WIDEST_SHIFT, WIDEST_TURN_DEG = 0.125, 15.0
"""Wider limits (share of the longer side, degrees) mean that parts have no fixed position."""


class SceneLearner:
    """Adds normal training pictures one at a time, and keeps 5 kB of each."""

    def __init__(self) -> None:
        self._features: list[Features] = []

    def add(self, image: Image, significant_bits: int | None = None) -> None:
        """Add a picture, [H, W] grey or [H, W, 3] BGR, uint8 or uint16.

        `significant_bits` of a uint16 picture are those that it uses; None means all.
        """
        image = filling_range(image, significant_bits)
        if min(image.shape[:2]) >= SMALLEST_PX:
            self._features.append(measure_features(image))

    def reference(self) -> SceneReference | None:
        """The reference; None for fewer than two pictures of at least 32 px.

        Every picture is compared with the mean of the others. The limits are prediction bounds of
        these differences (see `_limits`), so they allow for the variation of one more picture.
        """
        features = self._features
        if len(features) < 2:
            return None
        template, limits = self._learn_position()
        fields = np.stack([brightness_field(small) for small in self._laid_upon(template)])
        by_measure: dict[Measure, list[float]] = {}
        for feature, field, others in zip(features, fields, _means_of_others(fields), strict=True):
            for measure, value in plain_measures(feature, field, others).items():
                by_measure.setdefault(measure, []).append(value)
        limits |= {
            measure: _limits(measure, values)
            for measure, values in by_measure.items()
            if len(values) == len(features)
        }
        return SceneReference(
            pictures=len(features),
            field=[[round(float(cell), 5) for cell in row] for row in fields.mean(axis=0)],
            template=template,
            position_note=None if template else self._position_note(),
            limits=limits,
        )

    def _laid_upon(self, template: TemplateImage | None) -> list[Float32Array]:
        """The small pictures, each aligned with the template."""
        pictures = [feature.small.astype(np.float32) for feature in self._features]
        if template is None:
            return pictures
        aligning = Template(template.grey)
        return [moved(picture, aligning.pose(picture), back=True) for picture in pictures]

    def _learn_position(self) -> tuple[TemplateImage | None, dict[Measure, MeasureLimits]]:
        """The template and its measures' limits; None and no limits where none can be measured."""
        shapes = {feature.small.shape for feature in self._features}
        if len(shapes) > 1 or min(min(shapes)) < SMALLEST_TEMPLATE_PX:
            return None, {}
        pictures = np.stack([feature.small for feature in self._features]).astype(np.float32)
        chosen = np.unique(np.linspace(0, len(pictures) - 1, ALIGNED_PICTURES).astype(int))
        means = _means_of_others(pictures)
        trials = [_AlignmentCheck(Template(means[i]), pictures[i]) for i in chosen]
        longer_side = max(pictures.shape[1:])
        poses = [pose_measures(trial.own, longer_side) for trial in trials]
        limits = {
            measure: _limits(measure, [pose[measure] for pose in poses]) for measure in poses[0]
        }
        if max(limits["right"].reach, limits["down"].reach) > WIDEST_SHIFT:
            return None, {}
        if not _follows(trials, KNOWN_SHIFTS):
            return None, {}
        if limits["turn"].reach > WIDEST_TURN_DEG or not _follows(trials, KNOWN_TURNS):
            del limits["turn"]
        return TemplateImage.of(pictures.mean(axis=0)), limits

    def _position_note(self) -> str:
        if len({feature.small.shape for feature in self._features}) > 1:
            return "the training pictures have different shapes"
        return "in the training pictures the parts lie anyhow, or nothing shows where they lie"


class _AlignmentCheck:
    """A check of the alignment: a training picture against the mean of the others."""

    def __init__(self, template: Template, picture: Float32Array) -> None:
        self._template = template
        self._picture = picture
        self.own = template.pose(picture)

    def follows(self, pose: Pose) -> bool:
        """Whether the measured movement differs from `pose` by at most half of it."""
        measured = self._template.pose(moved(self._picture, pose))
        shift_error = math.hypot(
            measured.right_px - self.own.right_px - pose.right_px,
            measured.down_px - self.own.down_px - pose.down_px,
        )
        turn_error = abs(measured.turn_deg - self.own.turn_deg - pose.turn_deg)
        return shift_error <= KNOWN_SHIFT_PX / 2 and turn_error <= KNOWN_TURN_DEG / 2


def without_outliers(measure: Measure, values: Sequence[float]) -> Float64Array:
    """The values [n] without gross outliers."""
    array: Float64Array = np.asarray(values, np.float64)
    distances = np.abs(array - np.median(array))
    least = MEASURES[measure].least / OUTLIER
    deviation = max(float(np.median(distances)) * MAD_TO_DEVIATION, least)
    return array[distances <= OUTLIER * deviation]


def _follows(trials: list[_AlignmentCheck], movements: tuple[Pose, ...]) -> bool:
    followed = [trial.follows(movement) for trial in trials for movement in movements]
    return sum(followed) >= FOLLOWED * len(followed)


def _means_of_others(values: FloatArray) -> FloatArray:
    """For each of n arrays, the mean of the other n - 1."""
    means: FloatArray = (values.sum(axis=0) - values) / (len(values) - 1)
    return means


def _limits(measure: Measure, values: list[float]) -> MeasureLimits:
    """Limits that the next good picture exceeds with the measure's share of the false alarm rate.

    They are prediction bounds `centre +- t * s * sqrt(1 + 1/n)` as for the threshold
    (`okng.models.evaluation.threshold`), around the median and without gross outliers, widened to
    include all other training pictures.
    """
    kind = MEASURES[measure]
    beside = sum(measure.aspect == kind.aspect for measure in MEASURES.values())
    tail = FALSE_ALARM_RATE / beside / (2 if kind.sides == "both" else 1)
    centre = float(np.median(values))
    kept = np.abs(without_outliers(measure, values) - centre)
    n = len(kept)
    spread = math.sqrt(float(np.square(kept).sum()) / max(n - 1, 1))
    bound = student_t_quantile(1 - tail, max(n - 1, 1)) * spread * math.sqrt(1 + 1 / n)
    return MeasureLimits(centre=centre, reach=max(bound, float(kept.max()), kind.least))
