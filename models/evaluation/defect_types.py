"""Recall of each defect type: how many of its pictures are called anomalous."""

from __future__ import annotations

from collections.abc import Iterable

from okng.models.evaluation.intervals import Interval, wilson
from okng.models.strict_model import StrictModel


class DefectType(StrictModel):
    """Recall of one defect type: how many of its pictures were called anomalous."""

    name: str
    pictures: int
    caught: int
    interval: Interval
    """95 % confidence interval of the caught share (Wilson)."""


def defect_types(scores: Iterable[tuple[str | None, float]], threshold: float) -> list[DefectType]:
    """Recall of each defect type, by name, from pictures' types (None if unknown) and scores."""
    caught: dict[str, list[bool]] = {}
    for name, score in scores:
        if name is not None:
            caught.setdefault(name, []).append(score > threshold)
    return [
        DefectType(
            name=name,
            pictures=len(calls),
            caught=sum(calls),
            interval=wilson(sum(calls) / len(calls), len(calls)),
        )
        for name, calls in sorted(caught.items())
    ]
