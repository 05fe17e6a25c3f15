"""How well a network finds objects: its graph against what was learnt, and against the truth."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from okng.models.detection.letterbox import letterbox
from okng.models.detection.outputs import IMAGE, SCORES
from okng.models.detection.selection import select
from okng.models.engines.engine import Engine
from okng.models.evaluation.detections import (
    DetectionMetrics,
    Objects,
    best_minimum_score,
    evaluate_detections,
)
from okng.models.manifest import ModelInput
from okng.models.preprocessing import Image, read_image
from okng.models.training.detection.request import BoxedPicture
from okng.models.training.request import TrainingError

MINIMUM_SCORE = 0.005
"""Found is what scores more: average precision asks for the doubtful boxes too."""
USUAL_SCORES = (0.2, 0.6)
"""Between them lies the score from which on boxes are shown."""
NMS_IOU = 0.45
"""As bundles have it unless told otherwise."""
TOLERANCE = 1e-3
"""Of scores between torch and ONNX Runtime, which add up in another order."""


def objects_of(picture: BoxedPicture, classes: Sequence[str]) -> Objects:
    """What is in the picture, its classes by number."""
    corners = [(box.left, box.top, box.right, box.bottom) for box in picture.boxes]
    return Objects(
        np.array(corners, np.float64).reshape(-1, 4),
        np.array([classes.index(box.name) for box in picture.boxes], np.int64),
    )


def find_objects(engine: Engine, image: Image, size: ModelInput) -> Objects:
    """What a detector's graph finds in the picture, in its pixels."""
    model_input, place = letterbox(image, size.height, size.width)
    found = select(engine.run({IMAGE: model_input}), MINIMUM_SCORE, NMS_IOU)
    return Objects(place.to_picture(found.boxes), found.classes, found.scores)


def measure_detector(
    engine: Engine, size: ModelInput, pictures: Sequence[BoxedPicture], classes: Sequence[str]
) -> DetectionMetrics:
    """The figures of the pictures."""
    return evaluate_detections(*_compared(engine, size, pictures, classes), classes)


def choose_minimum_score(
    engine: Engine, size: ModelInput, pictures: Sequence[BoxedPicture], classes: Sequence[str]
) -> float:
    """From which score on boxes are shown; few pictures may not move it out of `USUAL_SCORES`."""
    best = best_minimum_score(*_compared(engine, size, pictures, classes), len(classes))
    return float(np.clip(round(best, 2), *USUAL_SCORES))


def _compared(
    engine: Engine, size: ModelInput, pictures: Sequence[BoxedPicture], classes: Sequence[str]
) -> tuple[list[Objects], list[Objects]]:
    """What is in the pictures, and what is found there."""
    truth = [objects_of(one, classes) for one in pictures]
    return truth, [find_objects(engine, read_image(one.path), size) for one in pictures]


def check_answers(engine: Engine, pixels: npt.NDArray[np.uint8], answers: Path) -> float:
    """The largest difference of scores to those in the file, of the same inputs [n, H, W, 3].

    Raises `TrainingError` where it is more than `TOLERANCE`.
    """
    expected = np.load(answers)
    found = [engine.run({IMAGE: one[None]})[SCORES] for one in pixels]
    difference = float(np.abs(np.stack(found) - expected).max())
    if not difference <= TOLERANCE:
        raise TrainingError(
            f"the graph's scores differ from what was learnt by up to {difference:.2g}; allowed is "
            f"{TOLERANCE:g}"
        )
    return difference
