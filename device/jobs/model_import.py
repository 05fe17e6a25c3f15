"""The import of another station's model package as a job, with progress."""

from __future__ import annotations

from pathlib import Path

from okng.device.jobs.runner import JobEnd, RunningJob, run_job
from okng.device.jobs.store import Job
from okng.device.jobs.uploads import remove_upload
from okng.device.model_exchange.keys import ModelKeys
from okng.models.exchange.receive import ReceivedModel, receive_package
from okng.models.strict_model import StrictModel

KIND = "model_import"


class ModelImportParameters(StrictModel):
    """Parameters of an import."""

    package: str
    """The package's file; one that was uploaded is removed at the end."""


def run_model_import_job(job_id: int, data_dir: Path) -> Job:
    """Does the job in this process, from taking it to its end in the store.

    Raises:
        okng.device.jobs.store.JobError: it can't start: it isn't queued, or another one runs.
    """

    def work(running: RunningJob) -> JobEnd:
        parameters = ModelImportParameters.model_validate(running.job.parameters)
        received = receive_package(
            Path(parameters.package),
            data_dir / "models",
            ModelKeys(data_dir).trusted(),
            running.report_and_log,
        )
        manifest, words = received.bundle.manifest, in_words(received)
        running.report(1.0, words)
        return {
            "name": manifest.name,
            "version": manifest.version,
            "signed_by": received.signed_by,
            "is_new": received.is_new,
        }, words

    finished = run_job(job_id, data_dir, work)
    remove_upload(data_dir, Path(ModelImportParameters.model_validate(finished.parameters).package))
    return finished


def in_words(received: ReceivedModel) -> str:
    """What the package brought."""
    manifest = received.bundle.manifest
    which = f"{manifest.name}:{manifest.version} of {received.signed_by}"
    if received.is_new:
        return f"{which}: answers here as it did there; promote it next"
    return f"{which} is on this station already"
