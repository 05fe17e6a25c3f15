"""The initial network of a fine-tuning: a darknet network with its weights and classes."""

from __future__ import annotations

from pathlib import Path

from okng.models.boxes import ClassName
from okng.models.bundles.bundle import Bundle
from okng.models.bundles.manifest import DetectionManifest
from okng.models.bundles.training_records import NETWORK_CFG, NETWORK_WEIGHTS
from okng.models.detection.resize import Resize
from okng.models.strict_model import StrictModel
from okng.models.training.request import TrainingError


class InitialNetwork(StrictModel):
    """A darknet network, given by its `.cfg` and `.weights`."""

    cfg: Path
    weights: Path
    known_classes: tuple[ClassName, ...] = ()
    """Its classes in their order: training continues those whose names are the same."""
    resize: Resize | None = None
    """How its training resized pictures; None means as the `.cfg` says."""


def network_in(bundle: Bundle[DetectionManifest]) -> InitialNetwork:
    """The network of a detector's bundle.

    Raises `TrainingError` where the bundle has only the graph.
    """
    manifest = bundle.manifest
    if NETWORK_WEIGHTS not in manifest.files:
        raise TrainingError(
            f"{manifest.name} version {manifest.version} can't be fine-tuned: its bundle has no "
            "weights of a darknet network. Import the original .cfg and .weights; a network that "
            "was imported as ONNX can't be fine-tuned here"
        )
    return InitialNetwork(
        cfg=bundle.path / NETWORK_CFG,
        weights=bundle.path / NETWORK_WEIGHTS,
        known_classes=tuple(manifest.classes),
        resize=_learnt_resize(manifest),
    )


def _learnt_resize(manifest: DetectionManifest) -> Resize | None:
    """How pictures were resized in the training of a bundle's weights.

    Before format 6 detectors were always fine-tuned here on letterboxed pictures, whatever their
    `.cfg` said. Imported detectors were trained elsewhere, as their `.cfg` says.
    """
    if manifest.resize is None and manifest.training is None:
        return None
    return manifest.resized
