"""What is said to be missing: each sentence only where it is true, none without a ground."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from okng.device.datasets.dataset_gaps import GapKind, dataset_gaps
from okng.device.datasets.picture_columns import read_pictures
from okng.device.store.database import Database
from okng.device.store.timestamps import to_us

COMPLETE = {
    "normal": 24,
    "anomaly": 8,
    "batches": 2,
    "types": 2,
    "days": 2,
    "persons": 2,
    "test": 4,
    "masked": 8,
    "boxed": 32,
    "sizes": 1,
}
"""A dataset that lacks nothing but the check for shortcuts."""


def gaps(data_dir: Path, **changes: int) -> dict[str, tuple[int, int, tuple[str, ...]]]:
    """The gaps of a dataset with rows like these, by kind."""
    given = COMPLETE | changes
    database = Database(data_dir)
    first = datetime(2026, 3, 2, 12, tzinfo=UTC)
    count = given["normal"] + given["anomaly"]
    rows = []
    for number in range(count):
        anomaly = number >= given["normal"]
        place = number - given["normal"] if anomaly else number
        batch, day, person = (given[key] for key in ("batches", "days", "persons"))
        rows.append(
            (
                *("cells", "anomaly" if anomaly else "normal", f"{number}.png", f"{number:064x}"),
                *(640 + number % given["sizes"], 480, f"person {number % person}"),
                to_us(first + timedelta(days=number % day)),
                f"lot {number % batch}" if batch else None,
                f"type {place % given['types']}"
                if anomaly and place < given["types"] * 4
                else None,
                "test" if place < given["test"] else None,
                "{}" if anomaly and place < given["masked"] else None,
                "[]" if number < given["boxed"] else None,
            )
        )
    with database.transaction() as connection:
        connection.execute("DELETE FROM dataset_pictures")
        connection.executemany(
            "INSERT INTO dataset_pictures (dataset, label, path, sha256, width, height, author, "
            "created_at_us, batch, defect_type, split, mask, boxes, perceptual_hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '0')",
            rows,
        )
    columns = read_pictures(database, "cells").columns
    return {gap.kind.value: (gap.count, gap.of, gap.values) for gap in dataset_gaps(columns, None)}


def test_a_dataset_that_lacks_nothing_but_a_check(tmp_path: Path) -> None:
    assert list(gaps(tmp_path)) == ["not_checked"]


@pytest.mark.parametrize(
    ("changes", "kind", "figures"),
    [
        ({"normal": 19}, GapKind.FEW_GOOD, (19, 20, ())),
        ({"test": 0}, GapKind.NO_TEST, (0, 0, ())),
        ({"batches": 0}, GapKind.NO_BATCH, (0, 0, ())),
        ({"batches": 1}, GapKind.ONE_BATCH, (0, 0, ("lot 0",))),
        ({"persons": 1}, GapKind.ONE_PERSON, (0, 0, ("person 0",))),
        ({"types": 1}, GapKind.UNTYPED, (4, 8, ())),
        ({"types": 8}, GapKind.SINGLE_TYPES, (8, 0, tuple(f"type {n}" for n in range(5)))),
        ({"masked": 3}, GapKind.UNMASKED, (5, 8, ())),
        ({"boxed": 30}, GapKind.UNBOXED, (2, 32, ())),
        ({"sizes": 3}, GapKind.SIZES, (3, 0, ("640 x 480", "641 x 480", "642 x 480"))),
    ],
)
def test_each_gap_is_told_with_its_figures(
    tmp_path: Path,
    changes: dict[str, int],
    kind: GapKind,
    figures: tuple[int, int, tuple[str, ...]],
) -> None:
    found = gaps(tmp_path, **changes)
    assert found[kind.value] == figures
    assert set(found) == {kind.value, "not_checked"}


def test_all_pictures_of_one_day(tmp_path: Path) -> None:
    ((day,),) = [values for kind, (_, _, values) in gaps(tmp_path, days=1).items() if values]
    assert day == datetime(2026, 3, 2, 12, tzinfo=UTC).astimezone().date().isoformat()


def test_a_dataset_of_one_label_has_no_word_on_what_it_can_not_know(tmp_path: Path) -> None:
    assert set(gaps(tmp_path, anomaly=0, boxed=24)) == {"no_anomaly"}
    assert set(gaps(tmp_path, normal=0, boxed=8)) == {"few_good", "test_without_good"}


def test_two_pictures_say_nothing_about_batches_days_and_persons(tmp_path: Path) -> None:
    found = gaps(
        tmp_path, normal=2, anomaly=0, batches=1, days=1, persons=1, test=0, boxed=0, masked=0
    )
    assert set(found) == {"few_good", "no_anomaly", "no_test"}


def test_no_word_on_masks_and_boxes_where_nobody_uses_them(tmp_path: Path) -> None:
    assert set(gaps(tmp_path, masked=0, boxed=0)) == {"not_checked"}


def test_an_empty_dataset_has_no_gaps(tmp_path: Path) -> None:
    assert dataset_gaps(read_pictures(Database(tmp_path), "none").columns, None) == []
