"""Method settings of an imported model, as stored in its manifest."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from okng.models.anomaly.method import MethodSettings


class ImportedSettings(MethodSettings):
    """An imported model: another program's file and its metadata."""

    type: Literal["imported"] = "imported"
    file: str
    """The file's name when it was imported."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    model: str | None = None
    """anomalib's name of the model, where the file has it (as in checkpoints)."""
    transform: str | None = None
    """The model's preprocessing, where the file has it."""
    threshold: float | None = None
    """The other program's threshold, where the file has it; for comparison only."""
