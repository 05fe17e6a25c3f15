"""From the training pictures to the reference that later pictures are held against."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from okng.models.preprocessing import Image
from okng.models.scene.alignment import Pose, Template, moved
from okng.models.scene.comparison import plain_measures, pose_measures
from okng.models.scene.features import (
    SMALLEST_PX,
    Features,
    Floats,
    brightness_field,
    measure_features,
)
from okng.models.scene.reference import (
    MEASURES,
    SMALLEST_TEMPLATE_PX,
    Limits,
    Measure,
    SceneReference,
    TemplatePicture,
)
from okng.models.training.threshold import student_t_quantile

FALSE_ALARM_RATE = 0.002
"""Share of good pictures that may lie outside, for each of focus, exposure, light and position."""
OUTLIER = 6.0
"""Robust standard deviations from the median: such a picture doesn't widen the limits."""
MAD_TO_DEVIATION = 1.4826
"""Of a normal distribution (Rousseeuw and Croux 1993)."""

ALIGNED_PICTURES = 50
"""The position is tried on at most so many pictures."""
KNOWN_SHIFT_PX, KNOWN_TURN_DEG = 4.0, 4.0
"""Movements that were made must be measured, within half of them..."""
FOLLOWED = 0.9
"""...in this share of the trials."""
KNOWN_SHIFTS = tuple(
    Pose(KNOWN_SHIFT_PX * right, KNOWN_SHIFT_PX * down, 0.0)
    for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1))
)
KNOWN_TURNS = (Pose(0.0, 0.0, KNOWN_TURN_DEG), Pose(0.0, 0.0, -KNOWN_TURN_DEG))
WIDEST_SHIFT, WIDEST_TURN_DEG = 0.125, 15.0
"""Limits beyond (share of the longer side, degrees) say that parts lie anyhow."""


class SceneLearner:
    """Takes the normal training pictures one by one and keeps 5 kB of each."""

    def __init__(self) -> None:
        self._features: list[Features] = []

    def add(self, image: Image, significant_bits: int | None = None) -> None:
        """One picture, [H, W] grey or [H, W, 3] BGR, uint8 or uint16.

        `significant_bits` of a uint16 picture are those that it fills; None means all.
        """
        image = filling_range(image, significant_bits)
        if min(image.shape[:2]) >= SMALLEST_PX:
            self._features.append(measure_features(image))

    def reference(self) -> SceneReference | None:
        """The reference; None for fewer than two pictures of 32 px and more.

        Every picture is held against the mean of the others, and the limits are prediction bounds
        of these differences (see `_limits`), so they allow for what one more picture may bring.
        """
        features = self._features
        if len(features) < 2:
            return None
        template, limits = self._learn_position()
        fields = np.stack([brightness_field(small) for small in self._laid_upon(template)])
        found: dict[Measure, list[float]] = {}
        for one, field, others in zip(features, fields, _means_of_others(fields), strict=True):
            for measure, value in plain_measures(one, field, others).items():
                found.setdefault(measure, []).append(value)
        limits |= {
            measure: _limits(measure, values)
            for measure, values in found.items()
            if len(values) == len(features)
        }
        return SceneReference(
            pictures=len(features),
            field=[[round(float(cell), 5) for cell in row] for row in fields.mean(axis=0)],
            template=template,
            position_note=None if template else self._position_note(),
            limits=limits,
        )

    def _laid_upon(self, template: TemplatePicture | None) -> list[npt.NDArray[np.float32]]:
        """The small pictures, each where the template's part lies."""
        pictures = [one.small.astype(np.float32) for one in self._features]
        if template is None:
            return pictures
        aligning = Template(template.grey)
        return [moved(picture, aligning.pose(picture), back=True) for picture in pictures]

    def _learn_position(self) -> tuple[TemplatePicture | None, dict[Measure, Limits]]:
        """The template and limits of what can be measured with it; both empty where nothing can."""
        shapes = {one.small.shape for one in self._features}
        if len(shapes) > 1 or min(min(shapes)) < SMALLEST_TEMPLATE_PX:
            return None, {}
        pictures = np.stack([one.small for one in self._features]).astype(np.float32)
        chosen = np.unique(np.linspace(0, len(pictures) - 1, ALIGNED_PICTURES).astype(int))
        means = _means_of_others(pictures)
        trials = [_Trial(Template(means[i]), pictures[i]) for i in chosen]
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
        return TemplatePicture.of(pictures.mean(axis=0)), limits

    def _position_note(self) -> str:
        if len({one.small.shape for one in self._features}) > 1:
            return "the training pictures have different shapes"
        return "in the training pictures the parts lie anyhow, or nothing shows where they lie"


class _Trial:
    """A training picture and the mean of the others."""

    def __init__(self, template: Template, picture: npt.NDArray[np.float32]) -> None:
        self._template = template
        self._picture = picture
        self.own = template.pose(picture)

    def follows(self, known: Pose) -> bool:
        """Whether a known movement is measured for what it was, within half of it."""
        seen = self._template.pose(moved(self._picture, known))
        shift_error = math.hypot(
            seen.right_px - self.own.right_px - known.right_px,
            seen.down_px - self.own.down_px - known.down_px,
        )
        turn_error = abs(seen.turn_deg - self.own.turn_deg - known.turn_deg)
        return shift_error <= KNOWN_SHIFT_PX / 2 and turn_error <= KNOWN_TURN_DEG / 2


def filling_range(image: Image, significant_bits: int | None) -> Image:
    """The picture with its `significant_bits` moved up; None means that it fills its range."""
    if significant_bits and image.dtype == np.uint16:
        return np.left_shift(image, np.uint16(16 - significant_bits))
    return image


def without_outliers(measure: Measure, values: Sequence[float]) -> Floats:
    """The values [n] that are no gross outliers of their own kind."""
    found: Floats = np.asarray(values, np.float64)
    distances = np.abs(found - np.median(found))
    least = MEASURES[measure].least / OUTLIER
    deviation = max(float(np.median(distances)) * MAD_TO_DEVIATION, least)
    return found[distances <= OUTLIER * deviation]


def _follows(trials: list[_Trial], movements: tuple[Pose, ...]) -> bool:
    followed = [trial.follows(known) for trial in trials for known in movements]
    return sum(followed) >= FOLLOWED * len(followed)


def _means_of_others(values: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    """For each of n arrays the mean of the other n - 1."""
    means: npt.NDArray[np.floating] = (values.sum(axis=0) - values) / (len(values) - 1)
    return means


def _limits(measure: Measure, values: list[float]) -> Limits:
    """Bounds that the next good picture's value leaves with the measure's share of the rate.

    They are prediction bounds `centre +- t * s * sqrt(1 + 1/n)` as for the threshold
    (`okng.models.training.threshold`), about the median, without gross outliers, and hold all
    other training pictures.
    """
    kind = MEASURES[measure]
    beside = sum(other.aspect == kind.aspect for other in MEASURES.values())
    tail = FALSE_ALARM_RATE / beside / (2 if kind.sides == "both" else 1)
    centre = float(np.median(values))
    kept = np.abs(without_outliers(measure, values) - centre)
    n = len(kept)
    spread = math.sqrt(float(np.square(kept).sum()) / max(n - 1, 1))
    bound = student_t_quantile(1 - tail, max(n - 1, 1)) * spread * math.sqrt(1 + 1 / n)
    return Limits(centre=centre, reach=max(bound, float(kept.max()), kind.least))
