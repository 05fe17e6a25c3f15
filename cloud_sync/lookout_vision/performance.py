"""Figures of a model that answers show: those of its evaluation, and the usual score."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from okng.cloud_sync.lookout_vision.answers import ModelPerformance
from okng.models.bundles.bundle import MANIFEST, read_manifest
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.evaluation import Metrics


class ModelFigures(NamedTuple):
    """What is read of a manifest, which may have thousands of pictures."""

    performance: ModelPerformance | None
    """None where pictures of one label are missing."""
    usual_score: float
    """The mean score of good pictures."""


def evaluated_metrics(manifest: AnomalyManifest) -> Metrics | None:
    """Of the test dataset where there is one, otherwise of the cross-validation.

    None where pictures of one label are missing.
    """
    held_out = manifest.held_out.metrics if manifest.held_out else None
    return held_out or manifest.metrics


def figures_of(folder: Path) -> ModelFigures:
    """The figures of the bundle in a folder.

    Raises:
        BundleError: it can't be read.
        OSError: it is gone.
    """
    return _figures(folder, (folder / MANIFEST).stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _figures(folder: Path, written_ns: int) -> ModelFigures:
    """A bundle never changes, but a deleted one may be followed by another in its folder."""
    manifest = read_manifest(folder, AnomalyManifest)
    return ModelFigures(_performance(manifest), manifest.normal_scores.mean)


def _performance(manifest: AnomalyManifest) -> ModelPerformance | None:
    metrics = evaluated_metrics(manifest)
    if metrics is None:
        return None
    # Precision is not defined where nothing was called anomalous.
    precision = 0.0 if metrics.precision is None else metrics.precision
    return ModelPerformance(f1_score=metrics.f1, recall=metrics.recall, precision=precision)
