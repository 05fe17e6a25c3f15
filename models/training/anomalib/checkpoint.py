"""A checkpoint of anomalib's becomes ONNX, in the training environment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from okng.models.manifest import ModelInput
from okng.models.training.environment import TrainingEnvironment
from okng.models.training.worker_process import run_worker, scratch_folder

EXPORTED = "model.onnx"


@dataclass(frozen=True)
class ExportedCheckpoint:
    """The ONNX file, with raw scores, and what the checkpoint says of itself."""

    onnx: bytes
    model: str
    """anomalib's class."""
    transform: str
    """What it does to a picture before it judges."""
    threshold: float | None
    """anomalib's own, in raw scores; None where it was never computed."""


def export_checkpoint(
    file: Path, size: ModelInput | None, environment: TrainingEnvironment, root: Path, threads: int
) -> ExportedCheckpoint:
    """Export the checkpoint `file`; without a `size` it is the one that it was trained with.

    Nothing but weights is read of it: a checkpoint that would need more, which could run anything,
    is refused. Scratch files lie in the models folder `root`. Raises
    `okng.models.training.request.TrainingError` where anomalib can't read or export it.
    """
    with scratch_folder(root) as scratch:
        done = run_worker(
            environment,
            "okng.models.training.anomalib.worker",
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
