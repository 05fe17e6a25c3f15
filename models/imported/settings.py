"""How the manifest names a model that none of okng's own methods learnt."""

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
