"""How the manifest names a model that was trained elsewhere."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from okng.models.anomaly.method import MethodSettings


class ImportedSettings(MethodSettings):
    """A model file that was trained elsewhere."""

    type: Literal["imported"] = "imported"
    file: str
    """Its name when it was imported."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    model: str | None = None
    """anomalib's name of it, where the file tells (checkpoints do)."""
    transform: str | None = None
    """What the model does to a picture before it judges, where the file tells."""
    threshold: float | None = None
    """The other program's own, where the file tells: not used, for comparison."""
