"""Review band: scores so near to the threshold that a person should look at the part.

It corresponds to a guard band around a tolerance limit, where a measurement's own uncertainty may
change the verdict (JCGM 106:2012, 8.3). The verdict itself stays unchanged.
"""

from __future__ import annotations

from pydantic import Field

from okng.models.arrays import Float64Array
from okng.models.evaluation.intervals import NEXT_PARTS, Interval, prediction_interval
from okng.models.strict_model import StrictModel


class ReviewBand(StrictModel):
    """Band of scores at most `distance` below or above the threshold, whose parts are marked."""

    distance: float = Field(ge=0)
    marked: int
    """How many of `unseen` good pictures are in the band, by models that had not seen them."""
    unseen: int
    interval: Interval
    """95 % interval of the marked share of the next 1,000 good parts (`prediction_interval`)."""


def is_suspicious(score: float, threshold: float, distance: float) -> bool:
    """Whether a part should be reviewed; a distance of 0 marks none."""
    return 0 < distance >= abs(score - threshold)


def measure_review_band(
    unseen_normal_scores: Float64Array, threshold: float, distance: float
) -> ReviewBand:
    """How many good parts are marked, counted on scores [n]; raises ValueError without any."""
    marked = sum(is_suspicious(score, threshold, distance) for score in unseen_normal_scores)
    unseen = len(unseen_normal_scores)
    return ReviewBand(
        distance=distance,
        marked=marked,
        unseen=unseen,
        interval=prediction_interval(marked, unseen, NEXT_PARTS),
    )
