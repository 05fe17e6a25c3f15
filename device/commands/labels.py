"""`okng labels`: labelling jobs and what audits found, as CSV."""

from __future__ import annotations

import click

from okng.device.commands.options import ID, NAME, with_settings
from okng.device.labelling.answers import LabellingAnswer
from okng.device.labelling.audit_results import AuditFindings
from okng.device.labelling.jobs import LabellingJobs
from okng.device.labelling.tables import agreement_csv, answers_csv, jobs_csv, times_csv
from okng.device.labelling.worker_times import WorkingTimes
from okng.device.settings.settings import StationSettings

_PAGE = 500
_JOB = click.argument("job", type=ID)


@click.group
def labels() -> None:
    """Print labelling jobs, agreement and working times as CSV."""


@labels.command
@click.argument("dataset", type=NAME)
@with_settings
def jobs(settings: StationSettings, dataset: str) -> None:
    """Print the labelling jobs of a DATASET, a line for each step."""
    _print(jobs_csv(LabellingJobs(settings.data_dir).of_dataset(dataset)))


@labels.command
@_JOB
@with_settings
def agreement(settings: StationSettings, job: int) -> None:
    """Print per cent agreement and Cohen's kappa of an audit, the labelling job JOB."""
    _print(agreement_csv(AuditFindings(settings.data_dir).results(job)))


@labels.command
@_JOB
@with_settings
def differences(settings: StationSettings, job: int) -> None:
    """Print the pictures that an audit, the labelling job JOB, found wrong or left unsure."""
    findings = AuditFindings(settings.data_dir)
    answers: list[LabellingAnswer] = []
    while page := findings.differences(job, answers[-1].answer_id if answers else None, _PAGE):
        answers += page
    _print(answers_csv(answers))


@labels.command
@_JOB
@with_settings
def times(settings: StationSettings, job: int) -> None:
    """Print who answered how many pictures of the labelling job JOB, and in what time."""
    _print(times_csv(WorkingTimes(settings.data_dir).of_job(job)))


def _print(text: str) -> None:
    click.echo(text, nl=False)
