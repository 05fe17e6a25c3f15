"""`okng dataset measure`: measures the pictures of a dataset for its profile and its map."""

from __future__ import annotations

import click

from okng.device.commands.arguments import load_pictures
from okng.device.commands.job_option import job_option, run_as_job
from okng.device.commands.options import NAME, with_settings
from okng.device.jobs.dataset_profile import KIND, ProfileParameters, run_profile_job
from okng.device.jobs.store import Job, JobStore
from okng.device.settings.settings import StationSettings


@click.command("measure")
@click.argument("dataset", type=NAME, required=False)
@job_option
@with_settings
def measure_command(settings: StationSettings, dataset: str | None, job: int | None) -> None:
    """Measure brightness, contrast, focus and embedding of the pictures of a DATASET.

    Pictures that were measured before are passed over.
    """

    def parameters() -> ProfileParameters:
        if dataset is None:
            raise click.UsageError("the argument DATASET is missing: name the dataset to measure")
        load_pictures(settings, dataset)
        return ProfileParameters(dataset=dataset)

    def run(job_id: int) -> Job:
        return run_profile_job(job_id, settings.data_dir, settings.inference.threads)

    finished = run_as_job(settings, KIND, job, parameters, run)
    if job is None:
        for logged in JobStore(settings.data_dir).log_lines(finished.job_id):
            click.echo(logged.line)
