"""The gap list: what stands between a dataset and a trustworthy verdict, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from okng.device.reports.cycle_facts import CycleFacts
from okng.device.reports.dataset_facts import DatasetFacts
from okng.device.reports.model_facts import ModelFacts
from okng.device.reports.review_facts import ReviewFacts
from okng.device.reports.unknowns import FOUND_WITHIN, WORST_SHARE, Unknown
from okng.models.dataset_review.findings import FindingKind
from okng.models.evaluation.assessment import AssessmentState
from okng.models.evaluation.sample_size import pictures_for_share
from okng.models.strict_model import StrictModel

LEAST_NORMAL = 20
"""Normal pictures below which no model is trained."""

GapKind = Literal[
    "unusable",
    "shortcut",
    "no_anomaly",
    "few_normal",
    "no_model",
    "too_slow",
    "label_conflict",
    "leakage",
    "model_is_old",
    "no_review",
    "review_is_old",
    "missed",
    "good_rejected",
    "found",
    "type_found",
    "batches",
    "one_person",
    "untyped",
    "sizes",
    "no_cycle",
    "scene",
]
"""Kinds in the order of their weight: first what makes every other figure worthless, then what is
wrong, then what isn't known, then what would help."""
_ORDER: tuple[GapKind, ...] = get_args(GapKind)


class Gap(StrictModel):
    """One gap, with the number that belongs to it and to its next step."""

    kind: GapKind
    count: int
    """What the gap counts: pictures, findings, ... that are there or missing."""
    more: int | None = None
    """How many more would close it; null where a number doesn't."""
    value: str | None = None
    anchor: str
    """Where the report says more."""


def gaps(
    dataset: DatasetFacts,
    model: ModelFacts | None,
    questions: tuple[Unknown, ...],
    review: ReviewFacts | None,
    cycle: CycleFacts | None,
) -> tuple[Gap, ...]:
    """All gaps, the weightiest first."""
    found = [
        *_of_dataset(dataset),
        *_of_model(dataset, model),
        *_of_review(dataset, review),
        *_of_cycle(model, cycle),
        *(
            Gap(
                kind=each.kind,
                count=each.have,
                more=each.more,
                value=each.value,
                anchor="defects" if each.kind == "sizes" else "unknown",
            )
            for each in questions
            if not (each.kind == "found" and dataset.anomaly == 0)
        ),
    ]
    return tuple(sorted(found, key=lambda gap: _ORDER.index(gap.kind)))


def _of_dataset(dataset: DatasetFacts) -> Iterator[Gap]:
    if dataset.normal < LEAST_NORMAL:
        yield Gap(
            kind="few_normal",
            count=dataset.normal,
            more=LEAST_NORMAL - dataset.normal,
            anchor="pictures",
        )
    if dataset.anomaly == 0:
        need = pictures_for_share(WORST_SHARE, FOUND_WITHIN)
        yield Gap(kind="no_anomaly", count=0, more=need, anchor="pictures")
    if dataset.facet("person").named == 1:
        yield Gap(kind="one_person", count=1, more=1, anchor="pictures")


def _of_model(dataset: DatasetFacts, model: ModelFacts | None) -> Iterator[Gap]:
    if model is None:
        yield Gap(kind="no_model", count=dataset.pictures, anchor="model")
        return
    if model.state is AssessmentState.UNUSABLE:
        yield Gap(kind="unusable", count=model.missed, anchor="model")
    elif model.missed:
        yield Gap(kind="missed", count=model.missed, anchor="model")
    changed = model.changed
    if not changed.is_none:
        count = changed.added + changed.removed + changed.relabelled + changed.other
        yield Gap(kind="model_is_old", count=count, anchor="model")


def _of_review(dataset: DatasetFacts, review: ReviewFacts | None) -> Iterator[Gap]:
    if review is None:
        yield Gap(kind="no_review", count=dataset.pictures, anchor="shortcuts")
        return
    if review.shortcuts:
        yield Gap(kind="shortcut", count=len(review.shortcuts), anchor="shortcuts")
    if conflicts := review.others.get(FindingKind.LABEL_CONFLICT):
        yield Gap(kind="label_conflict", count=conflicts, anchor="shortcuts")
    if leaks := review.others.get(FindingKind.LEAKAGE):
        yield Gap(kind="leakage", count=leaks, anchor="shortcuts")
    if review.unseen:
        yield Gap(kind="review_is_old", count=review.unseen, anchor="shortcuts")


def _of_cycle(model: ModelFacts | None, cycle: CycleFacts | None) -> Iterator[Gap]:
    if cycle is None:
        if model:
            yield Gap(kind="no_cycle", count=0, more=1000, anchor="cycle")
        return
    if cycle.late or (cycle.load or 0) > 1:
        yield Gap(kind="too_slow", count=cycle.late, anchor="cycle")
    if cycle.scene_changed:
        yield Gap(kind="scene", count=cycle.scene_changed, anchor="scene")
