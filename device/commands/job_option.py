"""`--job`: a command does its work as a job of the store, a new one or one that waits there."""

from __future__ import annotations

from collections.abc import Callable

import click

from okng.device.commands.options import ID, log_to_stderr, user
from okng.device.jobs.store import Job, JobState, JobStore
from okng.device.settings.settings import StationSettings
from okng.models.strict_model import StrictModel

job_option = click.option(
    "--job", type=ID, hidden=True, help="Run this queued job; the web pages start it so."
)
"""The number of a job that waits in the store; its parameters stand there, too."""


def run_as_job(
    settings: StationSettings,
    kind: str,
    job: int | None,
    parameters: Callable[[], StrictModel],
    run: Callable[[int], Job],
) -> Job:
    """Runs a job in this process until its end, and logs to standard error meanwhile.

    Args:
        settings: Whose store it is.
        kind: What kind of job a new one is.
        job: The number of the job that waits; null puts a new one into the store.
        parameters: Makes those of a new job, in the name of whoever calls the command.
        run: Does the job of this number.

    Raises:
        okng.device.jobs.store.JobError: it can't start.
        click.ClickException: it failed or was cancelled.
    """
    log_to_stderr(settings.log_level)
    jobs = JobStore(settings.data_dir)
    jobs.fail_interrupted()
    if job is None:
        job = jobs.create(kind, parameters().model_dump(mode="json"), user()).job_id
    finished = run(job)
    if finished.state is not JobState.SUCCEEDED:
        raise click.ClickException(f"{finished.state}: {finished.message}")
    return finished
