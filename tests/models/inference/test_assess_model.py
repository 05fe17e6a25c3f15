"""A model is assessed by the pictures in its manifest, held-out and contradictory ones included."""

from __future__ import annotations

from pathlib import Path

import pytest

from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest, ManifestPicture
from okng.models.evaluation.assessment import AssessmentState
from okng.models.inference.assess_model import assess_model


@pytest.fixture
def manifest(trained_models: Path) -> AnomalyManifest:
    return read_manifest(trained_models / "discs" / "1", AnomalyManifest)


def with_dataset(manifest: AnomalyManifest, dataset: list[ManifestPicture]) -> AnomalyManifest:
    return manifest.model_copy(update={"dataset": dataset})


def test_held_out_defects_are_no_defects_that_nobody_tested(manifest: AnomalyManifest) -> None:
    held_out = [p.model_copy(update={"held_out": p.label == "anomaly"}) for p in manifest.dataset]
    changed = with_dataset(manifest, held_out).model_copy(update={"metrics": None})
    assert assess_model(changed).state is AssessmentState.USABLE
    good = [picture for picture in manifest.dataset if picture.label == "normal"]
    assert assess_model(with_dataset(manifest, good)).state is AssessmentState.UNKNOWN


def test_pictures_with_both_labels_are_counted(manifest: AnomalyManifest) -> None:
    good = [picture for picture in manifest.dataset if picture.label == "normal"]
    twice = [picture.model_copy(update={"label": "anomaly"}) for picture in good]
    assessment = assess_model(with_dataset(manifest, [*good, *twice]))
    assert assessment.state is AssessmentState.UNUSABLE
    assert "30 pictures are labelled both normal and anomalous" in assessment.summary
    assert assessment.labels_suspect


def test_before_scores_were_kept_the_figures_of_then_count(manifest: AnomalyManifest) -> None:
    unscored = [picture.model_copy(update={"score": None}) for picture in manifest.dataset]
    assert assess_model(with_dataset(manifest, unscored)).state is AssessmentState.USABLE
