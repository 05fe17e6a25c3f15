"""The files of an evaluation: a manifest with each tested picture, and a summary."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from okng.cloud_sync.lookout_vision.arns import Arns
from okng.cloud_sync.lookout_vision.confidence import confidence
from okng.cloud_sync.lookout_vision.entries import Entries
from okng.cloud_sync.lookout_vision.performance import evaluated_metrics
from okng.cloud_sync.lookout_vision.shapes import OutputConfig
from okng.cloud_sync.lookout_vision.storage import Storage
from okng.device.types import ModelReference
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest, ManifestPicture
from okng.models.errors import OkngError

DETECTED = "anomaly-label-detected"
TYPE = "groundtruth/image-classification"


class EvaluationFiles:
    """Writes the files where the client of CreateModel wants them."""

    def __init__(self, data_dir: Path, storage: Storage) -> None:
        self._data_dir = data_dir
        self._entries = Entries(data_dir)
        self._storage = storage

    def write(
        self, model: ModelReference, config: OutputConfig, arns: Arns
    ) -> tuple[dict[str, Any] | None, str | None]:
        """Writes both; returns where they are, or None and why they could not be written."""
        folder = self._data_dir / "models" / model.name / str(model.version)
        manifest = read_manifest(folder, AnomalyManifest)
        arn = arns.model(model.name, model.version)
        files = {
            "manifest": (
                f"EvaluationManifest-{model.name}-{model.version}.json",
                self._manifest(manifest, model, arn),
            ),
            "result": (
                f"EvaluationResult-{model.name}-{model.version}.json",
                json.dumps(_summary(manifest, arn), indent=4),
            ),
        }
        try:
            written = {
                kind: self._storage.write(config.s3_location, name, text.encode())
                for kind, (name, text) in files.items()
            }
        except OkngError as error:
            return None, f"The evaluation's files were not written: {error}"
        return {kind: place.model_dump() for kind, place in written.items()}, None

    def _manifest(self, manifest: AnomalyManifest, model: ModelReference, arn: str) -> str:
        """One line for each tested picture: what it is, and what the model says."""
        tested = list(_tested(manifest))
        lines = self._entries.lines_by_hash(model.name, [picture.sha256 for picture in tested])
        detected_at = manifest.created_at.astimezone(UTC).replace(tzinfo=None).isoformat()
        return "".join(
            json.dumps(
                lines.get(picture.sha256, {})
                | _detected(picture, manifest)
                | {
                    f"{DETECTED}-metadata": {
                        **_detected_metadata(picture, manifest),
                        "type": TYPE,
                        "human-annotated": "no",
                        "creation-date": detected_at,
                        "job-name": "training-job/anomaly-detection",
                        "model-arn": arn,
                        "project-name": model.name,
                        "model-version": str(model.version),
                    }
                },
                ensure_ascii=False,
            )
            + "\n"
            for picture in tested
        )


def _tested(manifest: AnomalyManifest) -> Iterable[ManifestPicture]:
    """The test dataset where there is one; otherwise all, by models that had not seen them."""
    held_out = [picture for picture in manifest.dataset if picture.held_out]
    return (picture for picture in held_out or manifest.dataset if picture.score is not None)


def _is_anomalous(picture: ManifestPicture, manifest: AnomalyManifest) -> bool:
    return picture.score is not None and picture.score > manifest.threshold


def _detected(picture: ManifestPicture, manifest: AnomalyManifest) -> dict[str, Any]:
    return {DETECTED: int(_is_anomalous(picture, manifest))}


def _detected_metadata(picture: ManifestPicture, manifest: AnomalyManifest) -> dict[str, Any]:
    assert picture.score is not None
    return {
        "class-name": "anomaly" if _is_anomalous(picture, manifest) else "normal",
        "confidence": round(
            confidence(picture.score, manifest.threshold, manifest.normal_scores.mean), 6
        ),
    }


def _summary(manifest: AnomalyManifest, arn: str) -> dict[str, Any]:
    metrics = evaluated_metrics(manifest)
    learnt = sum(picture.split == "train" for picture in manifest.dataset)
    return {
        "Version": 1,
        "EvaluationDetails": {
            "ModelArn": arn,
            "EvaluationEndTimestamp": datetime.now(UTC).replace(tzinfo=None).isoformat(),
            "NumberOfTrainingImages": learnt,
            "NumberOfTestingImages": len(list(_tested(manifest))),
        },
        "AggregatedEvaluationResults": {
            "Metrics": None
            if metrics is None
            else {
                "ROCAUC": metrics.image_auroc,
                "AveragePrecision": metrics.average_precision,
                "Precision": metrics.precision,
                "Recall": metrics.recall,
                "F1Score": metrics.f1,
            }
        },
    }
