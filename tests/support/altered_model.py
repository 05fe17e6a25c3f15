"""Versions of a trained model with other scores in the manifest, without another training."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from okng.models.bundles.bundle import load_bundle, write_bundle
from okng.models.bundles.manifest import AnomalyDescription, AnomalyManifest, ManifestPicture
from okng.models.evaluation import evaluate


def write_altered(
    models: Path, name: str, score: Callable[[ManifestPicture], float]
) -> AnomalyManifest:
    """The next version of a model, with these scores of its pictures and the metrics of them."""
    bundle = load_bundle(models / name / "1", AnomalyManifest)
    manifest = bundle.manifest
    dataset = [picture.model_copy(update={"score": score(picture)}) for picture in manifest.dataset]
    scores: dict[str, list[float]] = {"normal": [], "anomaly": []}
    for picture in dataset:
        assert picture.score is not None
        scores[picture.label].append(picture.score)
    fields = {field: getattr(manifest, field) for field in AnomalyDescription.model_fields}
    description = AnomalyDescription(**fields).model_copy(
        update={
            "dataset": dataset,
            "metrics": evaluate(scores["normal"], scores["anomaly"], manifest.threshold),
        }
    )
    return write_bundle(models, name, description, bundle.model_path.read_bytes()).manifest


def blind(picture: ManifestPicture) -> float:
    """The score by a model that finds no defect and ranks them below good parts."""
    assert picture.score is not None
    return picture.score if picture.label == "normal" else 1e-3


def forgetful(lost: int) -> Callable[[ManifestPicture], float]:
    """Scores by a model that no longer finds the first `lost` defects."""
    left = iter(range(lost))

    def score(picture: ManifestPicture) -> float:
        assert picture.score is not None
        missed = picture.label == "anomaly" and next(left, None) is not None
        return 1e-3 if missed else picture.score

    return score
