"""Export of an anomalib checkpoint to ONNX, in the training environment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from okng.models.bundles.manifest import ModelInput
from okng.models.training.subprocess.environment import TrainingEnvironment
from okng.models.training.subprocess.worker_process import run_worker, scratch_folder

EXPORTED = "model.onnx"


@dataclass(frozen=True)
class ExportedCheckpoint:
    """An exported checkpoint: the ONNX file with raw scores, and what the checkpoint records."""

    onnx: bytes
    model: str
    """anomalib's class."""
    transform: str
    """The preprocessing that the checkpoint applies to a picture."""
    threshold: float | None
    """anomalib's own threshold, in raw scores; None where it was never computed."""


def export_checkpoint(
    file: Path, size: ModelInput | None, environment: TrainingEnvironment, root: Path, threads: int
) -> ExportedCheckpoint:
    """Export the checkpoint `file`; `size` is by default the input size it was trained with.

    Only weights are read: a checkpoint that needs other objects unpickled could run any code, and
    is refused. Scratch files go into the models folder `root`. Raises
    `okng.models.training.request.TrainingError` where anomalib can't read or export it.
    """
    with scratch_folder(root) as scratch:
        done = run_worker(
            environment,
            "okng.models.training.anomalib.anomalib_worker",
            {
                "do": "export",
                "checkpoint": str(file.absolute()),
                "size": [size.height, size.width] if size else None,
                "threads": threads,
                "onnx": EXPORTED,
            },
            scratch,
            on_progress=lambda share, message: None,
            is_cancelled=lambda: False,
        )
        return ExportedCheckpoint(
            onnx=(scratch / EXPORTED).read_bytes(),
            model=done["model"],
            transform=done["transform"],
            threshold=done["threshold"],
        )
