"""What a dataset does not tell yet, and how many pictures would tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from okng.device.reports.dataset_facts import DatasetFacts
from okng.device.reports.model_facts import ModelFacts
from okng.models.evaluation.intervals import wilson
from okng.models.evaluation.sample_size import pictures_for_next_parts, pictures_for_share
from okng.models.strict_model import StrictModel

REJECTS_WITHIN = 0.01
"""False rejects are known when the next 1,000 good parts are predicted to within 10."""
FOUND_WITHIN = 0.1
"""The share of anomalies found is known when it is known to within 10 of 100; of a type, to 20."""
TYPE_WITHIN = 0.2
WORST_SHARE = 0.5
"""Share at which an interval is widest: what is assumed of a figure that nobody has."""
BATCHES = 3
"""Batches, days or shifts from which on it is seen whether they differ."""

UnknownKind = Literal["good_rejected", "found", "type_found", "untyped", "batches", "sizes"]


class Unknown(StrictModel):
    """A question that the pictures don't answer well enough."""

    kind: UnknownKind
    value: str | None = None
    """The type of defect."""
    have: int
    """Pictures (or batches) that there are for it."""
    need: int | None
    """Number at which it would be known, if shares stay as they are; null where more pictures
    would not tell it either."""
    half_width: float | None = None
    """Half the width of the present interval; null where there is none."""
    within: float | None = None
    """Half the width that counts as known."""

    @property
    def more(self) -> int | None:
        """How many more are needed."""
        return None if self.need is None else max(self.need - self.have, 0)


def unknowns(dataset: DatasetFacts, model: ModelFacts | None, measured: int) -> tuple[Unknown, ...]:
    """Everything that isn't known, in the order of the report; `measured`: defects with a size."""
    return (
        *_good_rejected(dataset, model),
        *_found(dataset, model),
        *_types(dataset, model),
        *_batches(dataset),
        *_sizes(dataset, measured),
    )


def _good_rejected(dataset: DatasetFacts, model: ModelFacts | None) -> Iterator[Unknown]:
    rejected = model.good_rejected if model else None
    have = rejected.of if rejected else dataset.normal
    share = model.allowed_rate if model else REJECTS_WITHIN
    # Each training chooses the threshold for the allowed rate, so that is the share to expect,
    # unless the present pictures show another one.
    if rejected and not rejected.interval.low <= share <= rejected.interval.high:
        share = rejected.share
    half_width = (rejected.interval.high - rejected.interval.low) / 2 if rejected else None
    if half_width is None or half_width > REJECTS_WITHIN:
        yield Unknown(
            kind="good_rejected",
            have=have,
            need=pictures_for_next_parts(share, REJECTS_WITHIN),
            half_width=half_width,
            within=REJECTS_WITHIN,
        )


def _found(dataset: DatasetFacts, model: ModelFacts | None) -> Iterator[Unknown]:
    found = model.found if model else None
    half_width = (found.interval.high - found.interval.low) / 2 if found else None
    if half_width is None or half_width > FOUND_WITHIN:
        yield Unknown(
            kind="found",
            have=found.of if found else dataset.anomaly,
            need=pictures_for_share(found.share if found else WORST_SHARE, FOUND_WITHIN),
            half_width=half_width,
            within=FOUND_WITHIN,
        )


def _types(dataset: DatasetFacts, model: ModelFacts | None) -> Iterator[Unknown]:
    tested = {kind.name: kind for kind in model.types} if model else {}
    for value in dataset.facet("type").values:
        if value.value is None:
            yield Unknown(kind="untyped", have=value.pictures, need=None)
            continue
        kind = tested.get(value.value)
        interval = wilson(kind.share, kind.of) if kind else None
        half_width = (interval.high - interval.low) / 2 if interval else None
        if half_width is None or half_width > TYPE_WITHIN:
            yield Unknown(
                kind="type_found",
                value=value.value,
                have=kind.of if kind else value.pictures,
                need=pictures_for_share(kind.share if kind else WORST_SHARE, TYPE_WITHIN),
                half_width=half_width,
                within=TYPE_WITHIN,
            )


def _batches(dataset: DatasetFacts) -> Iterator[Unknown]:
    have = dataset.facet("batch").named or dataset.facet("day").named
    if have < BATCHES:
        yield Unknown(kind="batches", have=have, need=BATCHES)


def _sizes(dataset: DatasetFacts, measured: int) -> Iterator[Unknown]:
    if measured < dataset.anomaly:
        yield Unknown(kind="sizes", have=measured, need=dataset.anomaly)
