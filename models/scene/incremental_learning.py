"""Incremental learning of a scene reference, without the pictures learnt before."""

from __future__ import annotations

from okng.models.arrays import Image
from okng.models.scene.comparison import SceneComparison
from okng.models.scene.features import filling_range
from okng.models.scene.learn_reference import without_outliers
from okng.models.scene.reference import MEASURES, Measure, MeasureLimits, SceneReference


class IncrementalSceneLearner:
    """Adds further normal pictures one at a time and records their differences."""

    def __init__(self, reference: SceneReference) -> None:
        self._reference = reference
        self._comparison = SceneComparison(reference)
        self._pictures = 0
        self._differences: dict[Measure, list[float]] = {}

    def add(self, image: Image, significant_bits: int | None = None) -> None:
        """Add a picture, as in `okng.models.scene.learn_reference.SceneLearner.add`."""
        differences = self._comparison.differences(filling_range(image, significant_bits))
        for measure, difference in differences.items():
            self._differences.setdefault(measure, []).append(difference)
        self._pictures += 1

    def reference(self) -> SceneReference:
        """The reference, with limits widened to include the further pictures.

        Gross outliers among them do not widen the limits, as in `SceneLearner`. The mean picture
        and its brightness, with which pictures are compared, stay the same.
        """
        limits = dict(self._reference.limits)
        for measure, differences in self._differences.items():
            limits[measure] = _widened(limits[measure], measure, differences)
        return self._reference.model_copy(
            update={"pictures": self._reference.pictures + self._pictures, "limits": limits}
        )


def _widened(limits: MeasureLimits, measure: Measure, differences: list[float]) -> MeasureLimits:
    """Widen limits to include differences from their centre, on the side or sides that count."""
    kept = without_outliers(measure, differences)
    below, above = max(limits.reach, -float(kept.min())), max(limits.reach, float(kept.max()))
    match MEASURES[measure].sides:
        case "below":
            return MeasureLimits(centre=limits.centre, reach=below)
        case "above":
            return MeasureLimits(centre=limits.centre, reach=above)
        case "both":
            return MeasureLimits(
                centre=limits.centre + (above - below) / 2, reach=(above + below) / 2
            )
