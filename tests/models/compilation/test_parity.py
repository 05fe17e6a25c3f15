"""What counts as the same answer."""

from __future__ import annotations

import numpy as np
import pytest

from okng.models.arrays import AnyArray
from okng.models.boxes import iou
from okng.models.compilation.anomaly_parity import AnomalyParity, anomaly_parity
from okng.models.compilation.detection_parity import DetectionParity, detection_parity, match_boxes
from okng.models.detection.nms import non_maximum_suppression
from okng.models.engines.compiler import Precision

Outputs = dict[str, AnyArray]


def judged(score: float, peak: float = 1.0) -> Outputs:
    anomaly_map = np.zeros((1, 4, 4), np.float32)
    anomaly_map[0, 1, 2] = peak
    return {"score": np.array([score], np.float32), "anomaly_map": anomaly_map}


def compare(expected: list[Outputs], answers: list[Outputs]) -> AnomalyParity:
    return anomaly_parity(expected, answers, threshold=10.0, spread=2.0, precision="int8")


def test_differences_of_scores_and_maps_are_in_units_of_good_parts_spread() -> None:
    parity = compare([judged(5.0), judged(12.0)], [judged(5.5), judged(11.8, peak=2.0)])
    assert parity.score_difference == pytest.approx(0.25)
    assert parity.map_difference == pytest.approx(0.5)
    assert (parity.changed_sides, parity.problems) == (0, [])


@pytest.mark.parametrize(
    ("found", "problem"),
    [
        (judged(7.0), "a score differs by 1 standard deviations"),
        (judged(5.0, peak=6.0), "a map differs by 2.5"),
        (judged(float("nan")), "1 of 1 outputs are not finite"),
        (judged(5.0, peak=float("inf")), "1 of 1 outputs are not finite"),
    ],
)
def test_what_is_beyond_the_limits_is_said(found: Outputs, problem: str) -> None:
    (problem_found,) = compare([judged(5.0)], [found]).problems
    assert problem in problem_found


def test_a_picture_that_changes_sides_is_a_problem_even_by_a_small_step() -> None:
    parity = compare([judged(9.9)], [judged(10.1)])
    assert parity.problems == ["1 of 1 verdicts change, at most 2% are allowed"]


def found_boxes(*boxes: tuple[float, float, float, float, int, float]) -> Outputs:
    """Left, top, right, bottom, class and score of each."""
    scores = np.zeros((1, len(boxes), 3), np.float32)
    for number, box in enumerate(boxes):
        scores[0, number, box[4]] = box[5]
    corners = np.array([box[:4] for box in boxes], np.float32).reshape(1, -1, 4)
    return {"boxes": corners, "objectness": scores.max(axis=2), "scores": scores}


def compare_boxes(
    expected: Outputs, answer: Outputs, precision: Precision = "int8"
) -> DetectionParity:
    return detection_parity([expected], [answer], nms_iou=0.45, precision=precision)


LEFT, RIGHT = (10.0, 10.0, 50.0, 50.0), (100.0, 10.0, 160.0, 40.0)


def test_boxes_of_the_same_class_and_place_match() -> None:
    expected = found_boxes((*LEFT, 0, 0.9), (*RIGHT, 1, 0.6), (12, 12, 50, 50, 0, 0.7))
    answer = found_boxes((101.0, 10.0, 160.0, 40.0, 1, 0.56), (*LEFT, 0, 0.88))
    parity = compare_boxes(expected, answer)
    # The third box overlaps the first one, which is better.
    assert (parity.boxes, parity.matched, parity.problems) == (4, 4, [])
    assert parity.score_difference == pytest.approx(0.04, abs=0.005)


def test_a_score_just_below_the_limit_is_no_missing_box() -> None:
    parity = compare_boxes(found_boxes((*LEFT, 0, 0.52)), found_boxes((*LEFT, 0, 0.48)))
    assert (parity.boxes, parity.matched, parity.problems) == (1, 1, [])


@pytest.mark.parametrize(
    "found",
    [
        found_boxes(),
        found_boxes((*LEFT, 1, 0.9)),
        found_boxes((20.0, 20.0, 60.0, 60.0, 0, 0.9)),
        found_boxes((*LEFT, 0, 0.9), (*RIGHT, 2, 0.9)),
    ],
    ids=["none", "another class", "another place", "one too many"],
)
def test_missing_moved_and_additional_boxes_are_problems(found: Outputs) -> None:
    parity = compare_boxes(found_boxes((*LEFT, 0, 0.9)), found)
    assert "boxes match, at least 98.0% are needed" in parity.problems[0]


def test_numbers_that_are_none_and_pictures_without_objects_prove_nothing() -> None:
    broken = found_boxes((*LEFT, 0, float("nan")))
    problems = compare_boxes(found_boxes((*LEFT, 0, 0.9)), broken, "fp32").problems
    assert "1 of 1 outputs are not finite" in problems
    (problem,) = compare_boxes(found_boxes(), found_boxes(), "fp32").problems
    assert "no box over 0.5 in 1 pictures" in problem


def test_thousands_of_boxes_match_themselves() -> None:
    generator = np.random.default_rng(0)
    corners = generator.uniform(0, 2000, (4000, 2)).astype(np.float32)
    boxes = np.concatenate([corners, corners + 20], axis=1)
    scores = generator.uniform(0.3, 1, (4000, 2)).astype(np.float32)
    outputs = {"boxes": boxes[None], "objectness": scores.max(axis=1)[None], "scores": scores[None]}
    kept = non_maximum_suppression(outputs, 0.25, 0.45)
    assert 1000 < len(kept.boxes) < 4000
    assert match_boxes(kept, kept) == [(number, number) for number in range(len(kept.boxes))]
    assert iou(boxes[:3], boxes[:3]).diagonal() == pytest.approx(1)
