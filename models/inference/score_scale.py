"""Score scale: converts other programs' scores to the scale that okng's thresholds assume."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from okng.models.arrays import Float64Array
from okng.models.errors import ImportedModelError
from okng.models.evaluation.threshold import allowed_rate_of, choose_threshold, review_distance

USUAL_SCORE = 10.0
"""The magnitude of scores that `choose_threshold` assumes."""

HIGHEST_PROBABILITY = 1 - 1e-7
"""Float32 has no value between this and 1."""


@dataclass(frozen=True)
class ScoreScale:
    """Multiplies scores by `factor`; probabilities become odds first, so no threshold reaches 1.

    The logarithm of the odds is the network's output before its last sigmoid.
    """

    factor: float
    probability: bool

    @classmethod
    def of(cls, scores: Float64Array, probability: bool) -> ScoreScale:
        """The scale on which good pictures with these scores [n] have okng's usual scores.

        Raises `ImportedModelError` unless at least half of the scores are greater than 0.
        """
        median = float(np.median(scores))
        if not median > 0:
            raise ImportedModelError(
                f"half of the scores of good pictures are at or below {median:.4g}, and a "
                "threshold can only be chosen from scores above 0: give one with --threshold"
            )
        if probability:
            median = float(np.median(_odds(scores)))
        return cls(USUAL_SCORE / median, probability)

    def choose_threshold(self, scores: Float64Array, allowed_false_reject_rate: float) -> float:
        """Apply `okng.models.evaluation.threshold.choose_threshold` in the scores' own units."""
        return self._back(choose_threshold(self.scaled(scores), allowed_false_reject_rate))

    def review_distance(
        self, scores: Float64Array, threshold: float, allowed_false_reject_rate: float
    ) -> float:
        """Apply `okng.models.evaluation.threshold.review_distance` in the scores' own units."""
        scaled = float(self.scaled(np.array([threshold]))[0])
        below = review_distance(self.scaled(scores), scaled, allowed_false_reject_rate)
        return max(threshold - self._back(scaled - below), 0.0)

    def allowed_rate_of(self, scores: Float64Array, threshold: float) -> float:
        """Apply `okng.models.evaluation.threshold.allowed_rate_of` in the scores' own units."""
        scaled = float(self.scaled(np.array([threshold]))[0])
        return allowed_rate_of(self.scaled(scores), scaled)

    def scaled(self, scores: Float64Array) -> Float64Array:
        """The scores [n] on okng's scale, in the same order."""
        return self.factor * (_odds(scores) if self.probability else scores)

    def _back(self, scaled: float) -> float:
        own = scaled / self.factor
        return own / (1 + own) if self.probability else own


def _odds(scores: Float64Array) -> Float64Array:
    scores = np.clip(scores, float(np.finfo(np.float32).tiny), HIGHEST_PROBABILITY)
    return scores / (1 - scores)
