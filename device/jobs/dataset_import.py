"""An import of labelled pictures as a job, with progress and the list of what was refused."""

from __future__ import annotations

from pathlib import Path

from okng.device.datasets.dataset_import import import_source
from okng.device.datasets.sources.open_source import open_source
from okng.device.datasets.sources.remote import StationAccess
from okng.device.jobs.refusals import JobRefusals
from okng.device.jobs.runner import JobEnd, RunningJob, run_job
from okng.device.jobs.store import Job
from okng.device.jobs.uploads import remove_upload
from okng.device.types import Label, Name, Split
from okng.models.strict_model import StrictModel

KIND = "dataset_import"


class ImportParameters(StrictModel):
    """Parameters of an import."""

    dataset: Name
    source: str
    """A folder, zip or manifest on the station, or an address such as `s3://bucket/prefix`."""
    pictures: str | None = None
    """A folder on the station with a copy of what a manifest refers to."""
    label: Label | None = None
    """Of pictures whose source doesn't tell it; null leaves them out."""
    split: Split | None = None
    """Of pictures whose source doesn't tell it."""


def run_import_job(job_id: int, station: StationAccess) -> Job:
    """Does the job in this process, from taking it to its end in the store.

    It succeeds when the source was read to its end, whatever was refused.

    Raises:
        okng.device.jobs.store.JobError: it can't start: it isn't queued, or another one runs.
    """
    data_dir = station.data_dir

    def work(running: RunningJob) -> JobEnd:
        parameters = ImportParameters.model_validate(running.job.parameters)
        pictures = Path(parameters.pictures) if parameters.pictures else None
        with open_source(parameters.source, station, pictures) as source:
            imported = import_source(
                data_dir,
                parameters.dataset,
                source,
                running.job.created_by,
                label=parameters.label,
                split=parameters.split,
                report=running.report,
            )
        JobRefusals(data_dir).record(job_id, imported.refusals)
        refused = len(imported.refusals)
        words = f"{imported.added} pictures added to {imported.dataset}, {refused} refusals"
        counts = imported.model_dump(mode="json", exclude={"refusals"})
        return counts | {"refused": refused}, words

    finished = run_job(job_id, data_dir, work)
    remove_upload(data_dir, Path(ImportParameters.model_validate(finished.parameters).source))
    return finished
