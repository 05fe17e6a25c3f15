"""Objections to a change of what judges: a model that finds no defects, or is worse than before."""

from __future__ import annotations

from pathlib import Path

from okng.device.store.promotions import Judging
from okng.models.bundles.bundle import BundleError, read_manifest
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.evaluation.assessment import AssessmentState
from okng.models.inference.assess_model import assess_model, compare_models


def objections(models_dir: Path, before: Judging | None, after: Judging) -> tuple[str, ...]:
    """Why a person should think twice, in whole sentences; empty where nothing speaks against it.

    A model that judges already is objected to only where another threshold makes it unusable.
    """
    manifest = _manifest(models_dir, after)
    manifest_before = _manifest(models_dir, before) if before else None
    if manifest is None:
        return ()
    unusable = _unusable(manifest, after.threshold)
    if before is None or manifest_before is None:
        return (unusable,) if unusable else ()
    if before.model == after.model:
        known = _unusable(manifest_before, before.threshold)
        return (unusable,) if unusable and not known else ()
    worse = compare_models(manifest_before, before.threshold, manifest, after.threshold).objection
    which = f"{before.model.name} version {before.model.version}"
    compared = f"Compared with {which} on the same pictures: {worse}" if worse else None
    return tuple(filter(None, (unusable, compared)))


def _unusable(manifest: AnomalyManifest, threshold: float) -> str | None:
    assessment = assess_model(manifest, threshold)
    return assessment.summary if assessment.state is AssessmentState.UNUSABLE else None


def _manifest(models_dir: Path, judging: Judging) -> AnomalyManifest | None:
    """The manifest of what judges; None where that version isn't on the station any more."""
    folder = models_dir / judging.model.name / str(judging.model.version)
    try:
        manifest = read_manifest(folder, AnomalyManifest)
    except BundleError:
        return None
    return manifest if manifest.content_hash == judging.model.sha256 else None
