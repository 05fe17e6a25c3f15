"""What a bundle keeps of the training that made its detector."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from okng.models.detection.labelled_box import BOXES, Boxes
from okng.models.evaluation.detections import DetectionMetrics

NETWORK_CFG, NETWORK_WEIGHTS = "network.cfg", "network.weights"
"""Files of a bundle that can be fine-tuned: darknet's, of a network from elsewhere or from here."""


class BoxedImage(BaseModel):
    """One picture of the training's dataset, and what was drawn in it at that time."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sha256: str
    name: str
    use: Literal["learnt", "validation", "test"]
    """Pictures of "validation" chose the epoch, those of "test" nothing at all."""
    boxes: Boxes


class DetectorTraining(BaseModel):
    """How a detector was fine-tuned, and how well it finds what it has never seen."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    metrics: DetectionMetrics
    """Of the test pictures."""
    validation: DetectionMetrics
    """Of the pictures that chose the epoch: a little too good."""
    epochs: int
    best_epoch: int
    batch_size: int
    mirror: bool
    quarter_turns: bool
    seed: int
    torch_version: str
    onnx_difference: float
    """Largest between the scores of the graph and of what was learnt, on the same pictures."""
    dataset: list[BoxedImage]
    dataset_sha256: str
    """Of all pictures with their boxes, by `boxes_sha256`."""


def boxes_sha256(dataset: Sequence[BoxedImage]) -> str:
    """Of pictures and boxes in any order: of their sorted rows as JSON (no spaces, ASCII)."""
    rows = sorted([one.sha256, BOXES.dump_json(one.boxes).decode()] for one in dataset)
    return hashlib.sha256(json.dumps(rows, separators=(",", ":")).encode()).hexdigest()
