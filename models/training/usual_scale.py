"""Scores of other programs, of any scale, and okng's rules for thresholds, made for its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from okng.models.imported.wrapped_model import ImportedModelError
from okng.models.training.threshold import allowed_rate_of, choose_threshold, review_distance

USUAL_SCORE = 10.0
"""`choose_threshold` takes scores of this size."""

HIGHEST_PROBABILITY = 1 - 1e-7
"""Float32 knows nothing between this and 1."""

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class UsualScale:
    """Scores times a `factor`; those in 0..1 become odds before, so that no threshold reaches 1.

    The odds' logarithms are what a network gave before its last sigmoid.
    """

    factor: float
    probability: bool

    @classmethod
    def of(cls, scores: Scores, probability: bool) -> UsualScale:
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

    def choose_threshold(self, scores: Scores, allowed_false_reject_rate: float) -> float:
        """`okng.models.training.threshold.choose_threshold`, in the scores' own units."""
        return self._back(choose_threshold(self.usual(scores), allowed_false_reject_rate))

    def review_distance(
        self, scores: Scores, threshold: float, allowed_false_reject_rate: float
    ) -> float:
        """`okng.models.training.threshold.review_distance`, in the scores' own units."""
        usual = float(self.usual(np.array([threshold]))[0])
        below = review_distance(self.usual(scores), usual, allowed_false_reject_rate)
        return max(threshold - self._back(usual - below), 0.0)

    def allowed_rate_of(self, scores: Scores, threshold: float) -> float:
        """`okng.models.training.threshold.allowed_rate_of` for scores in their own units."""
        usual = float(self.usual(np.array([threshold]))[0])
        return allowed_rate_of(self.usual(scores), usual)

    def usual(self, scores: Scores) -> Scores:
        """The scores [n] on okng's scale, in the same order."""
        return self.factor * (_odds(scores) if self.probability else scores)

    def _back(self, usual: float) -> float:
        own = usual / self.factor
        return own / (1 + own) if self.probability else own


def _odds(scores: Scores) -> Scores:
    scores = np.clip(scores, float(np.finfo(np.float32).tiny), HIGHEST_PROBABILITY)
    return scores / (1 - scores)
