"""Comparison of two models on the same labelled pictures, each at its own threshold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from okng.models.evaluation.exact_tests import SIGNIFICANT, mcnemar_exact
from okng.models.evaluation.metrics import Metrics, evaluate
from okng.models.strict_model import StrictModel


class TwiceScored(StrictModel):
    """A labelled picture with the scores of both models."""

    sha256: str
    name: str
    label: Literal["normal", "anomaly"]
    score_before: float
    score: float


class Calls(StrictModel):
    """What a model calls right and wrong."""

    threshold: float
    found: int
    """Anomalous pictures above the threshold."""
    rejected: int
    """Normal pictures above the threshold."""
    metrics: Metrics | None
    """None where one of the classes is missing."""


class VersionComparison(StrictModel):
    """How a model compares with the one before, on the pictures that both were tested on."""

    normal: int
    anomaly: int
    before: Calls
    after: Calls
    differ: list[TwiceScored]
    """The pictures that they call differently, those that the new one calls wrong first."""
    objection: str | None
    """Why the new one is worse; None where it isn't, or where nothing can be compared."""


def compare_versions(
    pictures: Sequence[TwiceScored], threshold_before: float, threshold: float
) -> VersionComparison:
    """Compare the calls of two models on the same pictures.

    The new one is worse where it finds fewer defects, however few: each of them would have passed.
    It is worse as well where it finds as many, and rejects more good parts than by chance.
    """
    before = _calls([(p.label, p.score_before) for p in pictures], threshold_before)
    after = _calls([(p.label, p.score) for p in pictures], threshold)
    anomaly = sum(picture.label == "anomaly" for picture in pictures)
    differ = [
        picture
        for picture in pictures
        if (picture.score_before > threshold_before) is not (picture.score > threshold)
    ]
    wrong = [picture for picture in differ if _is_wrong(picture, threshold)]
    right = [picture for picture in differ if not _is_wrong(picture, threshold)]
    return VersionComparison(
        normal=len(pictures) - anomaly,
        anomaly=anomaly,
        before=before,
        after=after,
        # Defects that would pass from now on come before good parts that would be rejected.
        differ=sorted(wrong, key=lambda p: p.label) + sorted(right, key=lambda p: p.label),
        objection=_objection(before, after, wrong, right, anomaly, len(pictures) - anomaly),
    )


def _calls(scored: Sequence[tuple[str, float]], threshold: float) -> Calls:
    normal = [score for label, score in scored if label == "normal"]
    anomaly = [score for label, score in scored if label == "anomaly"]
    return Calls(
        threshold=threshold,
        found=sum(score > threshold for score in anomaly),
        rejected=sum(score > threshold for score in normal),
        metrics=evaluate(normal, anomaly, threshold) if normal and anomaly else None,
    )


def _is_wrong(picture: TwiceScored, threshold: float) -> bool:
    return (picture.score > threshold) is not (picture.label == "anomaly")


def _objection(
    before: Calls,
    after: Calls,
    wrong: Sequence[TwiceScored],
    right: Sequence[TwiceScored],
    anomaly: int,
    normal: int,
) -> str | None:
    if fewer := max(0, before.found - after.found):
        return f"It finds {fewer} fewer of {anomaly} defect{'' if anomaly == 1 else 's'}."
    lost, gained = (sum(p.label == "normal" for p in pictures) for pictures in (wrong, right))
    if after.found == before.found and mcnemar_exact(lost, gained) <= SIGNIFICANT:
        more = after.rejected - before.rejected
        return f"It rejects {more} more of {normal} good parts, and finds no more defects."
    return None
