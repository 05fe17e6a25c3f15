"""How many defects of each type are found."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from okng.models.evaluation.intervals import Interval, wilson


class DefectType(BaseModel):
    """How many pictures of one type of defect were called anomalous."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    pictures: int
    caught: int
    interval: Interval
    """95 % confidence interval of the caught share (Wilson)."""


def defect_types(scores: Iterable[tuple[str | None, float]], threshold: float) -> list[DefectType]:
    """Each type by its name, from pictures' types and scores; None is no known type."""
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
