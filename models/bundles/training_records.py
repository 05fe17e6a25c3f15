"""Training records in a bundle's manifest: of fine-tuning and of incremental training."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from okng.models.boxes import BOXES, Boxes
from okng.models.evaluation.average_precision import DetectionMetrics
from okng.models.strict_model import StrictModel

NETWORK_CFG, NETWORK_WEIGHTS = "network.cfg", "network.weights"
"""Darknet files in the bundle of a detector that can be fine-tuned."""


class ChangedJudgement(StrictModel):
    """A picture that two versions judge differently, each at its own threshold."""

    sha256: str
    name: str
    label: Literal["normal", "anomaly"]
    score_before: float
    score: float


class MemoryBankGrowth(StrictModel):
    """Sizes of a memory bank before and after growing, and how many old vectors were kept."""

    before: int
    after: int
    kept: int


class IncrementalTrainingRecord(StrictModel):
    """Record of incremental training: the version that was continued, and what changed.

    All scores are by models that had not seen the picture.
    """

    version: int = Field(ge=1)
    """The version that was continued, of the same name."""
    content_hash: str
    """That version's model hash."""
    learnt: int
    """Number of normal pictures learnt before; none of them was read again."""
    added: int = Field(ge=1)
    """Number of normal pictures that were added."""
    threshold_before: float
    expected_reject_rate_before: float
    """Expected reject rate of good parts by the version before."""
    good_score_ratio: float
    """Factor for the scores of pictures learnt before: the geometric mean of new to old scores over
    added pictures that the version before called good; 1 where it can't be measured."""
    anomaly_score_ratio: float | None
    """The same ratio over the anomalous pictures; None without any."""
    auroc_before: float | None
    """AUROC of the added against the anomalous pictures; None without any."""
    auroc: float | None
    bank: MemoryBankGrowth | None
    """None for methods without a memory bank."""
    changed: list[ChangedJudgement]
    """Pictures that the two versions judge differently."""


class BoxedManifestPicture(StrictModel):
    """A picture of a detector's training dataset, with its boxes at that time."""

    sha256: str
    name: str
    use: Literal["learnt", "validation", "test"]
    """Pictures of "validation" chose the epoch; those of "test" were only measured on."""
    boxes: Boxes


class DetectorTrainingRecord(StrictModel):
    """Record of a fine-tuning: its settings, and its metrics on unseen pictures."""

    metrics: DetectionMetrics
    """Metrics on the test set."""
    validation: DetectionMetrics
    """Metrics on the validation set, which are slightly optimistic as it chose the epoch."""
    epochs: int
    best_epoch: int
    batch_size: int
    mirror: bool
    quarter_turns: bool
    seed: int
    torch_version: str
    onnx_difference: float
    """Largest difference between scores of the graph and the torch module, on the same pictures."""
    dataset: list[BoxedManifestPicture]
    dataset_sha256: str
    """Hash of all pictures with their boxes, by `boxes_sha256`."""


def boxes_sha256(dataset: Sequence[BoxedManifestPicture]) -> str:
    """SHA-256 of pictures and boxes in any order: of sorted rows as JSON (no spaces, ASCII)."""
    rows = sorted([picture.sha256, BOXES.dump_json(picture.boxes).decode()] for picture in dataset)
    return hashlib.sha256(json.dumps(rows, separators=(",", ":")).encode()).hexdigest()
