"""Growing as a job: a model version learns the new pictures of a dataset, without the old ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from okng.device.job_process import JobEnd, RunningJob, run_job
from okng.device.store.datasets import DatasetStore
from okng.device.store.jobs import Job
from okng.device.training_job import train_in_job, training_pictures
from okng.device.types import DatasetPicture, Label, Message, ModelReference, Name, Split
from okng.models.bundle import read_manifest
from okng.models.manifest import AnomalyManifest
from okng.models.training.growing import GrowingRequest, grow, learnt_pictures

KIND = "grow"


class GrowingParameters(Message):
    """What a growing job is asked to do."""

    model: ModelReference
    dataset: Name


@dataclass(frozen=True)
class FurtherPictures:
    """A dataset against what a model version has learnt."""

    known: int
    """Normal pictures of the dataset that it has learnt."""
    new: list[DatasetPicture]
    """Normal pictures that it has not learnt; none that is for testing."""
    measured: list[DatasetPicture]
    """Pictures that it can be measured on: anomalous ones and those for testing."""
    forbidden: int
    """Of these, those that it has learnt as normal, which growing can't make it forget."""


def further_pictures(
    manifest: AnomalyManifest, pictures: Sequence[DatasetPicture]
) -> FurtherPictures:
    """Which pictures of a dataset the model has not learnt, by their SHA-256."""
    learnt = {image.sha256 for image in learnt_pictures(manifest)}
    normal = [one for one in pictures if _is_learnt_from(one)]
    measured = [one for one in pictures if not _is_learnt_from(one)]
    return FurtherPictures(
        known=sum(one.sha256 in learnt for one in normal),
        new=[one for one in normal if one.sha256 not in learnt],
        measured=measured,
        forbidden=sum(one.sha256 in learnt for one in measured),
    )


def _is_learnt_from(picture: DatasetPicture) -> bool:
    return picture.label is Label.NORMAL and picture.split is not Split.TEST


def run_growing_job(job_id: int, data_dir: Path, threads: int) -> Job:
    """Does the job in this process, from taking it to its end in the store.

    Raises:
        okng.device.store.jobs.JobError: it can't start: it isn't queued, or another one runs.
    """

    def work(running: RunningJob) -> JobEnd:
        request = growing_request(
            GrowingParameters.model_validate(running.job.parameters), data_dir
        )
        update = {"author": running.job.created_by, "threads": threads}
        return train_in_job(
            running,
            lambda report, is_cancelled: grow(
                request.model_copy(update=update), report, is_cancelled
            ),
        )

    return run_job(job_id, data_dir, work)


def growing_request(parameters: GrowingParameters, data_dir: Path) -> GrowingRequest:
    """The pictures of the dataset that the version has not learnt, as they stand now.

    Raises:
        okng.models.bundle.BundleError: there is no such version, or it is broken.
    """
    name, version = parameters.model.name, parameters.model.version
    root = data_dir / "models"
    pictures = DatasetStore(data_dir).pictures(parameters.dataset)
    further = further_pictures(read_manifest(root / name / str(version), AnomalyManifest), pictures)
    wanted = {one.picture_id for one in [*further.new, *further.measured]}
    # The batches of some are told by those of all.
    labelled = zip(pictures, training_pictures(pictures, data_dir), strict=True)
    return GrowingRequest(
        root=root,
        name=name,
        version=version,
        pictures=[one for picture, one in labelled if picture.picture_id in wanted],
    )
