"""Incremental training as a job: a version learns a dataset's new pictures, without the old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from okng.device.datasets.picture_rows import PictureOutline, PictureT
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.model_job import run_model_job
from okng.device.jobs.store import Job
from okng.device.jobs.training import training_pictures
from okng.device.types import DatasetPicture, Label, ModelReference, Name, Split
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.strict_model import StrictModel
from okng.models.training.anomaly.incremental_training import (
    IncrementalTrainingRequest,
    learnt_pictures,
    train_incrementally,
)

KIND = "grow"


class GrowingParameters(StrictModel):
    """Parameters of an incremental training job."""

    model: ModelReference
    dataset: Name


@dataclass(frozen=True)
class FurtherPictures(Generic[PictureT]):
    """A dataset against what a model version has learnt."""

    known: int
    """Normal pictures of the dataset that it has learnt."""
    new: list[PictureT]
    """Normal pictures that it has not learnt; none that is for testing."""
    measured: list[PictureT]
    """Pictures that it can be measured on: anomalous ones and those for testing."""
    forbidden: int
    """Of these, those that it has learnt as normal, which growing can't make it forget."""


def further_pictures(
    manifest: AnomalyManifest, pictures: Sequence[PictureT]
) -> FurtherPictures[PictureT]:
    """Which pictures of a dataset the model has not learnt, by their SHA-256."""
    learnt = {image.sha256 for image in learnt_pictures(manifest)}
    normal = [picture for picture in pictures if _is_learnt_from(picture)]
    measured = [picture for picture in pictures if not _is_learnt_from(picture)]
    return FurtherPictures(
        known=sum(picture.sha256 in learnt for picture in normal),
        new=[picture for picture in normal if picture.sha256 not in learnt],
        measured=measured,
        forbidden=sum(picture.sha256 in learnt for picture in measured),
    )


def _is_learnt_from(picture: DatasetPicture | PictureOutline) -> bool:
    return picture.label is Label.NORMAL and picture.split is not Split.TEST


def run_growing_job(job_id: int, data_dir: Path, threads: int) -> Job:
    """Trains a version further, in the process of the job, as `run_model_job` does."""
    return run_model_job(
        job_id,
        data_dir,
        threads,
        lambda parameters: growing_request(GrowingParameters.model_validate(parameters), data_dir),
        train_incrementally,
    )


def growing_request(parameters: GrowingParameters, data_dir: Path) -> IncrementalTrainingRequest:
    """The pictures of the dataset that the version has not learnt, as they stand now.

    Raises:
        okng.models.bundles.bundle.BundleError: there is no such version, or it is broken.
    """
    name, version = parameters.model.name, parameters.model.version
    root = data_dir / "models"
    pictures = DatasetStore(data_dir).pictures(parameters.dataset)
    further = further_pictures(read_manifest(root / name / str(version), AnomalyManifest), pictures)
    chosen = {picture.picture_id for picture in [*further.new, *further.measured]}
    # The default of a batch, its day, depends on the batches of all pictures.
    labelled = zip(pictures, training_pictures(pictures, data_dir), strict=True)
    return IncrementalTrainingRequest(
        root=root,
        name=name,
        version=version,
        pictures=[entry for picture, entry in labelled if picture.picture_id in chosen],
    )
