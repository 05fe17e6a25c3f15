"""Confidence: how sure a model is of its verdict, from the score and the threshold."""

from __future__ import annotations

import math

STEEPNESS = math.log(19)
"""A score as far from the threshold as usual good parts have gets 95 %."""


def confidence(score: float, threshold: float, usual_score: float) -> float:
    """The confidence in the verdict, 0.5 to 1: it grows with the distance from the threshold.

    It is a logistic function of that distance, in units of the distance between the threshold and
    the mean score of good pictures (`usual_score`). It orders pictures; it is no probability.
    """
    unit = abs(threshold - usual_score) or 1.0
    return 1 / (1 + math.exp(-STEEPNESS * abs(score - threshold) / unit))
