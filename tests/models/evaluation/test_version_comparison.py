"""Two models on the same pictures: who is right, and when the new one is worse."""

from __future__ import annotations

from typing import Literal

import pytest

from okng.models.evaluation.version_comparison import TwiceScored, compare_versions

NG, OK = 2.0, 0.0


def pictures(
    label: Literal["normal", "anomaly"], *calls: tuple[int, float, float]
) -> list[TwiceScored]:
    """So many pictures of a label with the scores before and after."""
    return [
        TwiceScored(sha256=f"{label} {before} {after} {i}", name="", label=label,
                    score_before=before, score=after)
        for count, before, after in calls
        for i in range(count)
    ]  # fmt: skip


def test_fewer_defects_found_are_objected_to_by_their_number() -> None:
    defects = pictures("anomaly", (14, NG, NG), (4, NG, OK), (1, OK, NG), (1, OK, OK))
    compared = compare_versions([*defects, *pictures("normal", (30, OK, OK))], 1, 1)
    assert compared.objection == "It finds 3 fewer of 20 defects."
    assert (compared.before.found, compared.after.found) == (18, 15)
    assert (compared.normal, compared.anomaly, len(compared.differ)) == (30, 20, 5)


def test_what_the_new_one_calls_wrong_comes_first_and_defects_before_good_parts() -> None:
    compared = compare_versions(
        [
            *pictures("normal", (1, NG, OK), (1, OK, NG)),
            *pictures("anomaly", (1, OK, NG), (1, NG, OK)),
        ],
        1,
        1,
    )
    calls = [(picture.label, picture.score > 1) for picture in compared.differ]
    assert calls == [("anomaly", False), ("normal", True), ("anomaly", True), ("normal", False)]
    assert compared.objection is None


def test_each_is_judged_at_its_own_threshold() -> None:
    compared = compare_versions(pictures("anomaly", (3, 3, 1)), 2, 0.5)
    assert (compared.before.found, compared.after.found, compared.differ) == (3, 3, [])


@pytest.mark.parametrize(
    ("more", "found_more", "objected"), [(1, 0, False), (5, 0, True), (5, 1, False)]
)
def test_more_false_rejects_count_beyond_chance_and_without_a_gain(
    more: int, found_more: int, objected: bool
) -> None:
    good = pictures("normal", (50, OK, OK), (more, OK, NG))
    defects = pictures("anomaly", (10, NG, NG), (found_more, OK, NG))
    compared = compare_versions([*good, *defects], 1, 1)
    assert (compared.objection is not None) is objected


def test_without_pictures_in_common_nothing_is_objected() -> None:
    compared = compare_versions([], 1, 1)
    assert (compared.objection, compared.after.metrics) == (None, None)
