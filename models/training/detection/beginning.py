"""The network that a fine-tuning begins with."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from okng.models.bundle import Bundle
from okng.models.detection.labelled_box import ClassName
from okng.models.detection.training_record import NETWORK_CFG, NETWORK_WEIGHTS
from okng.models.manifest import DetectionManifest
from okng.models.training.request import TrainingError


class BeginningNetwork(BaseModel):
    """A darknet network, by its two files."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    cfg: Path
    weights: Path
    known_classes: tuple[ClassName, ...] = ()
    """That it tells apart already, in its order: those of the same name are learnt further."""


def network_in(bundle: Bundle[DetectionManifest]) -> BeginningNetwork:
    """The network of a detector on this station.

    Raises `TrainingError` where its bundle has only the graph.
    """
    manifest = bundle.manifest
    if NETWORK_WEIGHTS not in manifest.files:
        raise TrainingError(
            f"{manifest.name} version {manifest.version} can't be learnt further: its bundle has "
            "no weights of a darknet network. Import the .cfg and .weights that it came from; a "
            "network that came as ONNX can't be fine-tuned here"
        )
    return BeginningNetwork(
        cfg=bundle.path / NETWORK_CFG,
        weights=bundle.path / NETWORK_WEIGHTS,
        known_classes=tuple(manifest.classes),
    )
