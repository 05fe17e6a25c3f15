"""What a dataset lacks for a model that can be relied on: gaps, each with its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from okng.device.datasets.picture_columns import ABSENT, SPLITS, Facet, PictureColumns
from okng.device.datasets.review_results import ReviewStanding
from okng.models.dataset_review.findings import FindingKind
from okng.models.strict_model import StrictModel

GOOD_NEEDED = 20
"""Normal pictures that a training needs."""
CONDITIONS_FROM = 20
"""With fewer pictures it says nothing that they are of one batch, day or person."""
CHECKED_FROM = 8
"""Pictures of each label that a check for shortcuts needs."""
NAMED = 5
"""Most values that a gap names."""


class GapKind(StrEnum):
    """What is missing, in the order of the list."""

    FEW_GOOD = "few_good"
    """`count` normal pictures of the `of` that a training needs."""
    NO_ANOMALY = "no_anomaly"
    NO_TEST = "no_test"
    """No picture is set aside for testing."""
    TEST_WITHOUT_GOOD = "test_without_good"
    TEST_WITHOUT_ANOMALY = "test_without_anomaly"
    """The dataset has anomalous pictures, the test set has none."""
    NO_BATCH = "no_batch"
    """No picture has a batch."""
    ONE_BATCH = "one_batch"
    """All pictures with a batch are of `values[0]`."""
    ONE_DAY = "one_day"
    ONE_PERSON = "one_person"
    SINGLE_TYPES = "single_types"
    """`count` defect types have one picture only; `values` names some."""
    UNTYPED = "untyped"
    """`count` of `of` anomalous pictures have no defect type."""
    UNMASKED = "unmasked"
    """`count` of `of` anomalous pictures have no mask, and the others have one."""
    UNBOXED = "unboxed"
    """`count` of `of` pictures are not labelled with boxes, and the others are."""
    SIZES = "sizes"
    """The pictures have `count` different sizes; `values` names the most frequent."""
    NOT_CHECKED = "not_checked"
    """The pictures were never checked for shortcuts."""
    CHECK_OUTDATED = "check_outdated"
    """`count` pictures were added since the last check."""
    SHORTCUTS = "shortcuts"
    """The last check found `count` shortcuts that nobody has accepted."""


class Gap(StrictModel):
    """One thing that is missing, with its figures."""

    kind: GapKind
    count: int = 0
    of: int = 0
    values: tuple[str, ...] = ()


def dataset_gaps(columns: PictureColumns, review: ReviewStanding | None) -> list[Gap]:
    """What the dataset lacks; empty for a dataset without pictures."""
    if not columns.picture_id:
        return []
    return [
        *_labels(columns),
        *_test_set(columns),
        *_conditions(columns),
        *_annotations(columns),
        *_sizes(columns),
        *_shortcuts(columns, review),
    ]


def _labels(columns: PictureColumns) -> Iterator[Gap]:
    good = columns.anomaly.count(False)
    if good < GOOD_NEEDED:
        yield Gap(kind=GapKind.FEW_GOOD, count=good, of=GOOD_NEEDED)
    if not any(columns.anomaly):
        yield Gap(kind=GapKind.NO_ANOMALY)


def _test_set(columns: PictureColumns) -> Iterator[Gap]:
    test = SPLITS.index("test")
    in_test = {
        anomaly
        for anomaly, split in zip(columns.anomaly, columns.facets.split.of, strict=True)
        if split == test
    }
    if not in_test:
        yield Gap(kind=GapKind.NO_TEST)
        return
    if False not in in_test:
        yield Gap(kind=GapKind.TEST_WITHOUT_GOOD)
    if True not in in_test and any(columns.anomaly):
        yield Gap(kind=GapKind.TEST_WITHOUT_ANOMALY)


def _conditions(columns: PictureColumns) -> Iterator[Gap]:
    if len(columns.picture_id) < CONDITIONS_FROM:
        return
    facets = columns.facets
    if not facets.batch.values:
        yield Gap(kind=GapKind.NO_BATCH)
    for kind, facet in (
        (GapKind.ONE_BATCH, facets.batch),
        (GapKind.ONE_DAY, facets.day),
        (GapKind.ONE_PERSON, facets.person),
    ):
        if len(facet.values) == 1:
            yield Gap(kind=kind, values=(facet.values[0],))


def _annotations(columns: PictureColumns) -> Iterator[Gap]:
    anomalous = [index for index, anomaly in enumerate(columns.anomaly) if anomaly]
    types = columns.facets.defect_type
    single = [types.values[index] for index, count in _counts(types).items() if count == 1]
    if single:
        values = tuple(sorted(single)[:NAMED])
        yield Gap(kind=GapKind.SINGLE_TYPES, count=len(single), values=values)
    untyped = sum(types.of[index] == ABSENT for index in anomalous)
    if untyped:
        yield Gap(kind=GapKind.UNTYPED, count=untyped, of=len(anomalous))
    unmasked = sum(not columns.masked[index] for index in anomalous)
    if 0 < unmasked < len(anomalous):
        yield Gap(kind=GapKind.UNMASKED, count=unmasked, of=len(anomalous))
    unboxed = columns.boxed.count(False)
    if 0 < unboxed < len(columns.boxed):
        yield Gap(kind=GapKind.UNBOXED, count=unboxed, of=len(columns.boxed))


def _counts(facet: Facet) -> Counter[int]:
    return Counter(index for index in facet.of if index != ABSENT)


def _sizes(columns: PictureColumns) -> Iterator[Gap]:
    sizes = Counter(zip(columns.width, columns.height, strict=True))
    if len(sizes) > 1:
        values = tuple(f"{width} x {height}" for (width, height), _ in sizes.most_common(NAMED))
        yield Gap(kind=GapKind.SIZES, count=len(sizes), values=values)


def _shortcuts(columns: PictureColumns, review: ReviewStanding | None) -> Iterator[Gap]:
    anomalies = columns.anomaly.count(True)
    if min(anomalies, len(columns.anomaly) - anomalies) < CHECKED_FROM:
        return
    if review is None:
        yield Gap(kind=GapKind.NOT_CHECKED)
        return
    found = sum(finding.kind is FindingKind.SHORTCUT for finding in review.findings)
    if found:
        yield Gap(kind=GapKind.SHORTCUTS, count=found)
    if review.unseen_files:
        yield Gap(kind=GapKind.CHECK_OUTDATED, count=review.unseen_files)
