"""Which of a detector's boxes are shown."""

from __future__ import annotations

import time

import numpy as np
import numpy.typing as npt
import pytest

from okng.models.detection.nms import MAX_CANDIDATES, non_maximum_suppression
from okng.models.errors import JudgementError

CLASSES = 3
Outputs = dict[str, npt.NDArray[np.float32]]


def outputs(*rows: tuple[tuple[float, float, float, float], int, float]) -> Outputs:
    """Of boxes, each with a class and its score; objectness is a little more."""
    boxes = np.array([row[0] for row in rows], np.float32).reshape(1, -1, 4)
    scores = np.zeros((1, len(rows), CLASSES), np.float32)
    for number, (_, kind, score) in enumerate(rows):
        scores[0, number, kind] = score
    return {"boxes": boxes, "objectness": scores.max(axis=2) * 1.01, "scores": scores}


def overlapping(boxes: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Intersection over union of each with each."""
    low = np.maximum(boxes[:, None, :2], boxes[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], boxes[None, :, 2:])
    shared = np.clip(high - low, 0, None).prod(axis=2)
    area = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    return shared / (area[:, None] + area[None] - shared)


def test_the_best_of_boxes_on_one_object_stays() -> None:
    detected = non_maximum_suppression(
        outputs(
            ((10, 10, 50, 50), 0, 0.6),
            ((12, 12, 52, 52), 0, 0.9),
            ((12, 12, 52, 52), 1, 0.7),
            ((100, 100, 150, 150), 0, 0.3),
            ((200, 200, 250, 250), 2, 0.2),
        ),
        0.25,
        0.45,
    )
    assert detected.classes.tolist() == [0, 1, 0]
    np.testing.assert_allclose(detected.scores, [0.9, 0.7, 0.3])
    assert detected.boxes[0].tolist() == [12, 12, 52, 52]


def test_it_is_greedy_suppression_as_the_definition_has_it() -> None:
    generator = np.random.default_rng(3)
    corners = generator.uniform(0, 200, (300, 2))
    boxes = np.hstack([corners, corners + generator.uniform(20, 80, (300, 2))]).astype(np.float32)
    scores = generator.permutation(np.linspace(0.01, 0.99, 300))
    kinds = generator.integers(0, CLASSES, 300)
    rows = [(tuple(b), int(k), float(s)) for b, k, s in zip(boxes, kinds, scores, strict=True)]
    detected = non_maximum_suppression(outputs(*rows), 0.25, 0.5)  # type: ignore[arg-type]

    overlap, kept = overlapping(boxes), list[int]()
    for number in np.argsort(-scores):
        rivals = [rival for rival in kept if kinds[rival] == kinds[number]]
        if scores[number] >= 0.25 and (overlap[number, rivals] <= 0.5).all():
            kept.append(int(number))
    assert 10 < len(kept) < 200
    np.testing.assert_array_equal(detected.boxes, boxes[kept])
    np.testing.assert_array_equal(detected.classes, kinds[kept])


def test_a_score_equal_to_the_minimum_counts() -> None:
    assert non_maximum_suppression(outputs(((0, 0, 9, 9), 0, 0.5)), 0.5, 0.45).scores.tolist() == [
        0.5
    ]


def test_nothing_is_found_where_nothing_is() -> None:
    for rows in ([], [((0.0, 0.0, 9.0, 9.0), 0, 0.1)]):
        detected = non_maximum_suppression(outputs(*rows), 0.25, 0.45)  # type: ignore[arg-type]
        assert (detected.boxes.shape, detected.scores.size, detected.classes.size) == ((0, 4), 0, 0)


def test_thousands_of_objects_take_bounded_time() -> None:
    """The best of them; 16 times as many boxes do not take many times as long."""

    def apart(count: int) -> Outputs:
        side = int(np.ceil(np.sqrt(count)))
        places = np.stack(np.divmod(np.arange(count), side), axis=1) * 10
        boxes = np.hstack([places, places + 8]).astype(np.float32)
        scores = np.linspace(0.3, 0.9, count, dtype=np.float32)
        every = np.zeros((1, count, CLASSES), np.float32)
        every[0, :, 1] = scores
        return {"boxes": boxes[None], "objectness": scores[None], "scores": every}

    seconds = {}
    for count in (MAX_CANDIDATES, 16 * MAX_CANDIDATES):
        raw = apart(count)
        rounds = []
        for _ in range(5):
            start = time.process_time()
            detected = non_maximum_suppression(raw, 0.25, 0.45)
            rounds.append(time.process_time() - start)
        seconds[count] = min(rounds)
        assert detected.scores.size == MAX_CANDIDATES
        assert detected.scores.min() == np.sort(raw["objectness"][0])[-MAX_CANDIDATES]
    assert seconds[16 * MAX_CANDIDATES] < 4 * seconds[MAX_CANDIDATES]


@pytest.mark.parametrize("name", ["boxes", "objectness", "scores"])
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_numbers_that_are_not_finite_are_never_a_result(name: str, value: float) -> None:
    raw = outputs(((0, 0, 9, 9), 0, 0.5), ((20, 20, 29, 29), 1, 0.8))
    raw[name][0, 1] = value
    with pytest.raises(JudgementError, match="not finite"):
        non_maximum_suppression(raw, 0.25, 0.45)
