"""Loaded detector: finds objects in images and names their classes."""

from __future__ import annotations

import time
from dataclasses import dataclass

from okng.models.arrays import Image
from okng.models.bundles.manifest import DetectionManifest
from okng.models.detection.graph_outputs import IMAGE
from okng.models.detection.nms import non_maximum_suppression
from okng.models.detection.resize import to_detector_input
from okng.models.inference.loaded_model import LoadedModel


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels of the picture; (0, 0) is the outer corner of its first pixel."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Detection:
    """A detected object: its class, score and box."""

    name: str
    """The name of its class."""
    score: float
    """0 to 1."""
    box: Box


@dataclass(frozen=True)
class Detections:
    """Detections in one image, the highest score first, and how long each step took."""

    found: list[Detection]
    preprocess_ms: float
    inference_ms: float
    postprocess_ms: float


class DetectionModel(LoadedModel[DetectionManifest]):
    """A detector's bundle with the engine that runs it. Not thread-safe."""

    manifest_class = DetectionManifest

    def detect(
        self,
        image: Image,
        minimum_score: float | None = None,
        nms_iou: float | None = None,
        significant_bits: int | None = None,
    ) -> Detections:
        """Find the objects in one image, [H, W] grey or [H, W, 3] BGR, uint8 or uint16.

        `minimum_score` and `nms_iou` are by default the bundle's, and are passed to
        `okng.models.detection.nms.non_maximum_suppression`. `significant_bits` is as in
        `AnomalyModel.judge`. Raises `okng.models.images.preprocessing.ImageError` for another kind
        of array, and `okng.models.errors.JudgementError` for outputs that are not finite.
        """
        manifest = self.bundle.manifest
        start = time.perf_counter()
        size = manifest.input
        model_input, place = to_detector_input(
            image, size.height, size.width, manifest.resized, significant_bits
        )
        prepared = time.perf_counter()
        outputs = self._engine.run({IMAGE: model_input})
        inferred = time.perf_counter()
        selected = non_maximum_suppression(
            outputs,
            manifest.minimum_score if minimum_score is None else minimum_score,
            manifest.nms_iou if nms_iou is None else nms_iou,
        )
        corners = place.to_picture(selected.boxes).tolist()
        boxes = [
            Detection(manifest.classes[number], score, Box(*corner))
            for number, score, corner in zip(
                selected.classes.tolist(), selected.scores.tolist(), corners, strict=True
            )
        ]
        done = time.perf_counter()
        return Detections(
            boxes, (prepared - start) * 1e3, (inferred - prepared) * 1e3, (done - inferred) * 1e3
        )
