"""Wrapped model: another program's model with okng's inputs and outputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from okng.models.bundles.manifest import ModelInput


@dataclass(frozen=True)
class WrappedModel:
    """`image` uint8 [1, H, W, 3] RGB -> `score` float32 [1], `anomaly_map` float32 [1, h, w]."""

    files: Mapping[str, bytes]
    """The bundle's files by name: one of ONNX, or two of OpenVINO."""
    input: ModelInput
    clamped: bool
    """Whether scores are clipped to a range, such as anomalib's 0..1; beyond it they are equal."""
    probability: bool
    """Whether scores come from a sigmoid: very anomalous parts then have nearly equal ones at 1."""
    threshold: float | None
    """The other program's threshold, in the units of these scores."""
