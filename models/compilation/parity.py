"""Parity: whether two runs of a model give the same answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from okng.models.arrays import AnyArray
from okng.models.bundles.manifest import AnomalyManifest, DetectionManifest, Manifest
from okng.models.compilation.anomaly_parity import AnomalyParity, anomaly_parity
from okng.models.compilation.detection_parity import DetectionParity, detection_parity
from okng.models.engines.compiler import Precision


def compare_answers(
    manifest: Manifest,
    expected: Sequence[Mapping[str, AnyArray]],
    answers: Sequence[Mapping[str, AnyArray]],
    precision: Precision,
) -> AnomalyParity | DetectionParity:
    """Compare the outputs of the model's graph for the same pictures, by the model's task.

    The answers agree with what was expected where `problems` of the result is empty.
    """
    if isinstance(manifest, DetectionManifest):
        return detection_parity(expected, answers, nms_iou=manifest.nms_iou, precision=precision)
    assert isinstance(manifest, AnomalyManifest)
    return anomaly_parity(
        expected,
        answers,
        threshold=manifest.threshold,
        spread=manifest.normal_scores.standard_deviation,
        precision=precision,
    )
