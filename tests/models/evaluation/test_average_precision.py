"""Average precision of detectors against values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from okng.models.evaluation.average_precision import (
    Objects,
    best_minimum_score,
    evaluate_detections,
)

SQUARE, BESIDE, FAR = (0, 0, 10, 10), (20, 0, 30, 10), (50, 50, 60, 60)
TWO_THIRDS = (22, 0, 32, 10)
"""Overlaps `BESIDE` by 8 x 10 of 12 x 10."""
A, B, C, D = range(4)


def there(*objects: tuple[int, tuple[int, ...]]) -> Objects:
    boxes = np.array([box for _, box in objects], np.float64).reshape(-1, 4)
    return Objects(boxes, np.array([number for number, _ in objects], np.int64))


def found(*objects: tuple[int, float, tuple[int, ...]]) -> Objects:
    scores = np.array([score for _, score, _ in objects], np.float32)
    return there(*((number, box) for number, _, box in objects))._replace(scores=scores)


def test_average_precision_is_what_it_is_by_hand() -> None:
    truth = [there((A, SQUARE), (A, BESIDE), (C, FAR)), there((A, SQUARE), (D, FAR))]
    answers = [
        found((A, 0.9, SQUARE), (A, 0.7, TWO_THIRDS), (A, 0.8, FAR), (C, 0.9, FAR), (C, 0.5, FAR)),
        found((B, 0.9, FAR), (D, 0.9, SQUARE), (D, 0.3, FAR)),
    ]
    metrics = evaluate_detections(truth, answers, ["a", "b", "c", "d"])
    a, b, c, d = metrics.classes
    # By score right, wrong, right: precision 1 up to recall 1/3 (34 of 101), 2/3 up to 2/3 (33).
    assert a.ap_50 == pytest.approx((34 + 33 * 2 / 3) / 101)
    # From an overlap of 0.70 on the third is wrong too: 4 of the 10 overlaps are as above.
    assert a.ap_50_95 == pytest.approx((4 * (34 + 33 * 2 / 3) + 6 * 34) / 1010)
    assert (b.boxes, b.ap_50, b.ap_50_95) == (0, None, None), "not in the pictures"
    assert (c.ap_50, c.ap_50_95) == (1, 1), "a second box of one object counts only after it"
    assert (d.ap_50, d.ap_50_95) == (0.5, 0.5), "of two boxes the wrong one scores higher"
    assert metrics.map_50 == pytest.approx(((34 + 22) / 101 + 1 + 0.5) / 3)
    assert (metrics.pictures, [figures.boxes for figures in metrics.classes]) == (2, [3, 0, 1, 1])


def test_of_two_objects_a_box_finds_the_nearer_one() -> None:
    # The first box overlaps both; it must leave the second object to the second box.
    truth = [there((A, (0, 0, 10, 10)), (A, (0, 3, 10, 13)))]
    answers = [found((A, 0.9, (0, 1, 10, 11)), (A, 0.8, (0, 5, 10, 15)))]
    (only,) = evaluate_detections(truth, answers, ["a"]).classes
    assert only.ap_50 == 1


def test_a_hundred_boxes_of_a_picture_count_and_empty_pictures_are_no_error() -> None:
    many = [(A, 0.9 - i / 1000, FAR) for i in range(100)]
    (only,) = evaluate_detections(
        [there((A, SQUARE))], [found(*many, (A, 0.1, SQUARE))], ["a"]
    ).classes
    assert only.ap_50 == 0
    empty = evaluate_detections([there(), there()], [found(), found((A, 0.9, FAR))], ["a"])
    assert (empty.map_50, empty.map_50_95, empty.pictures) == (None, None, 2)


def test_boxes_are_shown_from_the_score_on_that_is_right_most_often() -> None:
    truth = [there((A, SQUARE), (A, BESIDE), (B, FAR))]
    # Right, right, wrong, right, wrong, wrong: F1 of so many is 2/4, 4/5, 4/6, 6/7, 6/8, 6/9.
    scores = [(A, 0.9, SQUARE), (A, 0.8, BESIDE), (B, 0.7, SQUARE), (B, 0.6, FAR)]
    answers = [found(*scores, (A, 0.3, FAR), (A, 0.2, FAR))]
    assert best_minimum_score(truth, answers, 2) == pytest.approx((0.6 + 0.3) / 2)
    assert best_minimum_score(truth, [found(*scores[:2])], 2) == pytest.approx(0.8 / 2)
    assert best_minimum_score(truth, [found((A, 0.9, FAR))], 2) == 0
    assert best_minimum_score(truth, [found()], 2) == 0
