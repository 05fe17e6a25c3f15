"""How a model that learnt further pictures differs from the version that it grew from."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class ChangedPicture(_Strict):
    """A picture that the version before and the grown one call otherwise, each at its threshold."""

    sha256: str
    name: str
    label: Literal["normal", "anomaly"]
    score_before: float
    score: float


class GrownBank(_Strict):
    """A memory bank before and after; `kept` of its vectors were in it before."""

    before: int
    after: int
    kept: int


class Growth(_Strict):
    """What a bundle keeps of the version that it grew from, and the difference that it made.

    Scores are by models that had not seen the picture.
    """

    version: int = Field(ge=1)
    """The version that it grew from; the name is the same."""
    content_hash: str
    """That version's model hash."""
    learnt: int
    """Normal pictures that the version before had learnt; none of them was read again."""
    added: int = Field(ge=1)
    """Normal pictures that were learnt besides."""
    threshold_before: float
    expected_reject_rate_before: float
    """Share of good parts that the version before was expected to reject."""
    good_score_ratio: float
    """What the scores of the learnt pictures were multiplied by: scores of the added pictures that
    the version before called good, grown by before (geometric mean); 1 where these say nothing."""
    anomaly_score_ratio: float | None
    """The ratio of the anomalous pictures; None without any."""
    auroc_before: float | None
    """Of the added pictures against the anomalous ones; None without any."""
    auroc: float | None
    bank: GrownBank | None
    """None for methods without a memory bank."""
    changed: list[ChangedPicture]
    """The pictures that changed sides."""
