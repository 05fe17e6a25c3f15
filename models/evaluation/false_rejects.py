"""False rejects: the good parts that a threshold rejects, counted and predicted."""

from __future__ import annotations

from pydantic import Field

from okng.models.evaluation.intervals import Interval
from okng.models.strict_model import StrictModel


class FalseRejects(StrictModel):
    """Good parts that the threshold rejects, counted and predicted.

    `rejected` of `unseen` good pictures score over the threshold by models that had not seen them;
    `interval` is the 95 % interval of that share among the next 1,000 good parts
    (`okng.models.evaluation.intervals.prediction_interval`; before format 4 Clopper and Pearson's).
    """

    expected_rate: float
    """The allowed rate; where it is outside the interval, the counted share."""
    rejected: int = Field(ge=0)
    unseen: int = Field(ge=1)
    independent: int | None = Field(default=None, ge=1)
    """Effective number of pictures in the interval: fewer where those of a batch are alike."""
    interval: Interval
