"""Metrics of a fine-tuned detector, and the check of its graph against the torch module."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from okng.models.arrays import Image, Uint8Array
from okng.models.bundles.manifest import ModelInput
from okng.models.detection.graph_outputs import IMAGE, SCORES
from okng.models.detection.nms import non_maximum_suppression
from okng.models.detection.resize import Resize, to_detector_input
from okng.models.engines.engine import Engine
from okng.models.evaluation.average_precision import (
    DetectionMetrics,
    Objects,
    best_minimum_score,
    evaluate_detections,
)
from okng.models.images.image_files import read_image
from okng.models.training.detection.request import BoxedPicture
from okng.models.training.request import TrainingError

MINIMUM_SCORE = 0.005
"""Boxes that score less are dropped; average precision needs the doubtful ones too."""
USUAL_SCORES = (0.2, 0.6)
"""Bounds of the score from which boxes are shown."""
NMS_IOU = 0.45
"""The default of bundles."""
TOLERANCE = 1e-3
"""Largest difference of scores between torch and ONNX Runtime, which sum in other orders."""


def objects_of(picture: BoxedPicture, classes: Sequence[str]) -> Objects:
    """The labelled objects of a picture, with class numbers."""
    corners = [(box.left, box.top, box.right, box.bottom) for box in picture.boxes]
    return Objects(
        np.array(corners, np.float64).reshape(-1, 4),
        np.array([classes.index(box.name) for box in picture.boxes], np.int64),
    )


def find_objects(engine: Engine, image: Image, size: ModelInput, resize: Resize) -> Objects:
    """The objects that a detector's graph finds in the picture, in pixels of the picture."""
    model_input, place = to_detector_input(image, size.height, size.width, resize)
    detected = non_maximum_suppression(engine.run({IMAGE: model_input}), MINIMUM_SCORE, NMS_IOU)
    return Objects(place.to_picture(detected.boxes), detected.classes, detected.scores)


def measure_detector(
    engine: Engine,
    size: ModelInput,
    resize: Resize,
    pictures: Sequence[BoxedPicture],
    classes: Sequence[str],
) -> DetectionMetrics:
    """Average precision of the detector on labelled pictures."""
    return evaluate_detections(*_compared(engine, size, resize, pictures, classes), classes)


def choose_minimum_score(
    engine: Engine,
    size: ModelInput,
    resize: Resize,
    pictures: Sequence[BoxedPicture],
    classes: Sequence[str],
) -> float:
    """Choose the score from which boxes are shown, within `USUAL_SCORES`: pictures may be few."""
    best = best_minimum_score(*_compared(engine, size, resize, pictures, classes), len(classes))
    return float(np.clip(round(best, 2), *USUAL_SCORES))


def _compared(
    engine: Engine,
    size: ModelInput,
    resize: Resize,
    pictures: Sequence[BoxedPicture],
    classes: Sequence[str],
) -> tuple[list[Objects], list[Objects]]:
    """The labelled and the detected objects of each picture."""
    truth = [objects_of(picture, classes) for picture in pictures]
    return truth, [
        find_objects(engine, read_image(picture.path), size, resize) for picture in pictures
    ]


def check_answers(engine: Engine, pixels: Uint8Array, answers: Path) -> float:
    """The largest difference between the graph's scores and the worker's, in the file `answers`.

    `pixels` are the same inputs [n, H, W, 3]. Raises `TrainingError` for more than `TOLERANCE`.
    """
    expected = np.load(answers)
    scores = [engine.run({IMAGE: image[None]})[SCORES] for image in pixels]
    difference = float(np.abs(np.stack(scores) - expected).max())
    if not difference <= TOLERANCE:
        raise TrainingError(
            f"the graph's scores differ from those of the trained network by up to "
            f"{difference:.2g}; at most {TOLERANCE:g} is allowed"
        )
    return difference
