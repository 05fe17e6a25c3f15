"""The reference of a model that learns further pictures, without those which it has learnt from."""

from __future__ import annotations

from okng.models.preprocessing import Image
from okng.models.scene.comparison import SceneComparison
from okng.models.scene.learning import filling_range, without_outliers
from okng.models.scene.reference import MEASURES, Limits, Measure, SceneReference


class SceneGrower:
    """Takes further normal pictures one by one and keeps how each differs."""

    def __init__(self, reference: SceneReference) -> None:
        self._reference = reference
        self._comparison = SceneComparison(reference)
        self._pictures = 0
        self._differences: dict[Measure, list[float]] = {}

    def add(self, image: Image, significant_bits: int | None = None) -> None:
        """One picture, as `okng.models.scene.learning.SceneLearner` takes it."""
        differences = self._comparison.differences(filling_range(image, significant_bits))
        for measure, difference in differences.items():
            self._differences.setdefault(measure, []).append(difference)
        self._pictures += 1

    def reference(self) -> SceneReference:
        """The reference whose limits hold the further pictures too.

        Gross outliers among them widen nothing, as when a reference is learnt. What pictures are
        held against, the mean picture and its brightness, stays.
        """
        limits = dict(self._reference.limits)
        for measure, differences in self._differences.items():
            limits[measure] = _widened(limits[measure], measure, differences)
        return self._reference.model_copy(
            update={"pictures": self._reference.pictures + self._pictures, "limits": limits}
        )


def _widened(limits: Limits, measure: Measure, differences: list[float]) -> Limits:
    """Limits that hold differences from their centre, to the side or sides that count."""
    kept = without_outliers(measure, differences)
    below, above = max(limits.reach, -float(kept.min())), max(limits.reach, float(kept.max()))
    match MEASURES[measure].sides:
        case "below":
            return Limits(centre=limits.centre, reach=below)
        case "above":
            return Limits(centre=limits.centre, reach=above)
        case "both":
            return Limits(centre=limits.centre + (above - below) / 2, reach=(above + below) / 2)
