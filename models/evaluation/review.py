"""The review band: scores so near to the threshold that a person should look at the part.

As measurements near a limit of tolerance lie in a guard band, where the verdict is within what the
measurement itself may err (JCGM 106:2012, 8.3). The verdict stays what it is.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field

from okng.models.evaluation.intervals import NEXT_PARTS, Interval, prediction_interval


class ReviewBand(BaseModel):
    """Marked are parts that score at most `distance` below or above the threshold."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    distance: float = Field(ge=0)
    marked: int
    """How many of `unseen` good pictures lie in the band, by models that had not seen them."""
    unseen: int
    interval: Interval
    """95 % interval of the marked share of the next 1,000 good parts (`prediction_interval`)."""


def is_suspicious(score: float, threshold: float, distance: float) -> bool:
    """Whether a part is to be reviewed; a distance of 0 marks none."""
    return 0 < distance >= abs(score - threshold)


def measure_review_band(
    unseen_normal_scores: npt.NDArray[np.float64], threshold: float, distance: float
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
