"""What is to be recorded of a trigger, and what is on the disk of it then."""

from __future__ import annotations

from typing import NamedTuple

from okng.device.types import Inspection
from okng.models.arrays import Float32Array, Image


class Recording(NamedTuple):
    """What is to be recorded of one trigger."""

    inspection: Inspection
    """Without path and hash of its picture."""
    image: Image | None = None
    anomaly_map: Float32Array | None = None
    """(H, W) float32 anomaly scores."""


class Recorded(NamedTuple):
    """What is on the disk now."""

    seq: int | None
    """Its place in the ledger; None while it waits on the disk for the database."""
    inspection: Inspection
    """With path and hash of its picture, or with the reason why there is none."""
