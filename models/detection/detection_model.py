"""A detector of this station: finds objects in pictures and names them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from okng.models.bundle import load_bundle
from okng.models.detection.letterbox import letterbox
from okng.models.detection.outputs import IMAGE
from okng.models.detection.selection import select
from okng.models.loaded_model import LoadedModel
from okng.models.manifest import DetectionManifest
from okng.models.preprocessing import Image


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels of the picture; (0, 0) is the outer corner of its first pixel."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Detection:
    """One object."""

    name: str
    """Of its class."""
    score: float
    """0 to 1."""
    box: Box


@dataclass(frozen=True)
class Detections:
    """What was found in one picture, the highest score first."""

    found: list[Detection]
    preprocess_ms: float
    inference_ms: float
    postprocess_ms: float


class DetectionModel(LoadedModel[DetectionManifest]):
    """A bundle and the engine that runs it. Not for several threads at once."""

    @classmethod
    def load(cls, path: Path, threads: int = 2) -> DetectionModel:
        """Verify the bundle in folder `path` and load its model, warmed up.

        The build that was chosen for it runs where it fits this machine; else the model as it came.
        Raises `okng.models.bundle.BundleError`, also where it is no detector or its engine is not
        installed.
        """
        return cls.open(load_bundle(path, DetectionManifest), threads)

    def detect(
        self,
        image: Image,
        minimum_score: float | None = None,
        nms_iou: float | None = None,
        significant_bits: int | None = None,
    ) -> Detections:
        """Find the objects of one picture, [H, W] grey or [H, W, 3] BGR, uint8 or uint16.

        `minimum_score` and `nms_iou` are the bundle's unless given; `okng.models.detection.
        selection.select` says what they do. `significant_bits` as `AnomalyModel.judge` has it.
        Raises `okng.models.preprocessing.ImageError` for a picture of another kind and
        `okng.models.judgement_error.JudgementError` for outputs that are no finite numbers.
        """
        manifest = self.bundle.manifest
        start = time.perf_counter()
        size = manifest.input
        model_input, place = letterbox(image, size.height, size.width, significant_bits)
        prepared = time.perf_counter()
        outputs = self._engine.run({IMAGE: model_input})
        inferred = time.perf_counter()
        selected = select(
            outputs,
            manifest.minimum_score if minimum_score is None else minimum_score,
            manifest.nms_iou if nms_iou is None else nms_iou,
        )
        corners = place.to_picture(selected.boxes).tolist()
        found = [
            Detection(manifest.classes[number], score, Box(*corner))
            for number, score, corner in zip(
                selected.classes.tolist(), selected.scores.tolist(), corners, strict=True
            )
        ]
        done = time.perf_counter()
        return Detections(
            found, (prepared - start) * 1e3, (inferred - prepared) * 1e3, (done - inferred) * 1e3
        )
