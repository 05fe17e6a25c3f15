"""`okng report`: fit reports, shift reports, and the check of their signatures."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import click
from pydantic import ValidationError

from okng.device.commands.job_option import job_option, run_as_job
from okng.device.commands.options import NAME, log_to_stderr, with_settings
from okng.device.host.lowest_priority import give_way
from okng.device.jobs.report import (
    KIND,
    LONGEST_QUESTION,
    FitReportParameters,
    ReportParameters,
    ShiftReportParameters,
    run_report_job,
)
from okng.device.model_exchange.keys import ModelKeys
from okng.device.reports.archive import HTML, PDF, ReportArchive
from okng.device.reports.build import ReportOrigin
from okng.device.reports.errors import ReportError
from okng.device.reports.settings import ReportLanguage
from okng.device.reports.shift_delivery import AUTHOR, ShiftReports
from okng.device.reports.signature import SignatureState, verify
from okng.device.settings.settings import StationSettings
from okng.device.settings.shifts import ended_shifts
from okng.models.exchange.signatures import PublicKey
from okng.models.strict_model import StrictModel

language_option = click.option(
    "--language",
    type=click.Choice(get_args(ReportLanguage)),
    default=None,
    help="Language of the report. Defaults to that of [reports] in the settings.",
)
address_option = click.option(
    "--address", help="Address of the station for the report's links, such as http://station:8080."
)
output_option = click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder to copy the report's files to as well.",
)


@click.group
def report() -> None:
    """Make reports as HTML and PDF, and check their signatures."""


@report.command
@click.argument("dataset", type=NAME, required=False)
@click.option("--question", default="", help="What is to be found out, in your own words.")
@language_option
@address_option
@output_option
@job_option
@with_settings
def fit(
    settings: StationSettings,
    dataset: str | None,
    question: str,
    language: ReportLanguage | None,
    address: str | None,
    output: Path | None,
    job: int | None,
) -> None:
    """Report whether DATASET and its newest model fit the task, and what is missing."""
    if job is None and dataset is None:
        raise click.UsageError("name the DATASET")
    if len(question) > LONGEST_QUESTION:
        raise click.UsageError(f"the question is longer than {LONGEST_QUESTION} characters")

    def parameters() -> FitReportParameters:
        return FitReportParameters(
            dataset=dataset or "",
            question=question,
            language=language or settings.reports.language,
            address=address,
        )

    _run(settings, job, parameters, output)


@report.command
@click.option(
    "--start",
    type=click.DateTime(("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M")),
    help="A moment of the shift, in local time. Defaults to the newest shift that is over.",
)
@click.option("--present", is_flag=True, help="Report the present shift so far.")
@language_option
@address_option
@output_option
@click.option(
    "--due",
    is_flag=True,
    help="Make and send what is due by [reports] of the settings; the web server calls this.",
)
@job_option
@with_settings
def shift(
    settings: StationSettings,
    start: datetime | None,
    present: bool,
    language: ReportLanguage | None,
    address: str | None,
    output: Path | None,
    due: bool,
    job: int | None,
) -> None:
    """Report what was inspected in a shift."""
    if due:
        log_to_stderr(settings.log_level)
        _make_due(settings)
        return
    if present and start:
        raise click.UsageError("--present and --start exclude each other")

    def parameters() -> ShiftReportParameters:
        shifts, now = settings.shifts, datetime.now(UTC)
        present_start = shifts.start_before(now)
        begin = (
            shifts.start_before(start.astimezone())
            if start
            else present_start
            if present
            else next(shifts.starts_before(present_start))
        )
        return ShiftReportParameters(
            start=begin,
            end=shifts.start_after(begin),
            language=language or settings.reports.language,
            address=address,
        )

    _run(settings, job, parameters, output)


@report.command("verify")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--key", help="Also trust this public key, `okng-ed25519 BASE64`.")
@with_settings
def verify_command(settings: StationSettings, file: Path, key: str | None) -> None:
    """Check that FILE, a report as HTML or PDF, is as its station signed it."""
    trusted = {"--key": PublicKey.parse(key)} if key else {}
    # The station's own key is made at its first use; a reader's computer needs none.
    if settings.data_dir.is_dir():
        trusted |= ModelKeys(settings.data_dir).trusted()
    check = verify(file.read_bytes(), trusted)
    if check.state is SignatureState.UNCHANGED:
        click.echo(f"{file}: unchanged, signed by {check.signer} ({check.fingerprint})")
        return
    words = {
        SignatureState.CHANGED: "CHANGED after it was signed; don't rely on it",
        SignatureState.UNSIGNED: "has no signature, so a change to it can't be seen",
        SignatureState.UNKNOWN_KEY: f"unchanged since it was signed, but by an unknown key: "
        f"{check.key} (fingerprint {check.fingerprint}). Compare it with what the station's owner "
        "says, then give it with --key",
    }
    raise click.ClickException(f"{file}: {words[check.state]}")


def _origin(settings: StationSettings) -> ReportOrigin:
    return ReportOrigin(
        data_dir=settings.data_dir,
        station=settings.station,
        author=AUTHOR,
        language=settings.reports.language,
        address=settings.reports.address,
        min_free_mb=settings.storage.min_free_mb,
    )


def _make_due(settings: StationSettings) -> None:
    give_way()
    receivers = {
        receiver.name: receiver.apprise_url
        for receiver in settings.notifications
        if receiver.name in settings.reports.receivers
    }
    ended = ended_shifts(settings.shifts, datetime.now(UTC))
    for made in ShiftReports(_origin(settings), receivers).make_due(ended):
        click.echo(made.report_id)


def _run(
    settings: StationSettings,
    job: int | None,
    asked: Callable[[], FitReportParameters | ShiftReportParameters],
    output: Path | None,
) -> None:
    def parameters() -> StrictModel:
        try:
            return ReportParameters(report=asked())
        except ValidationError as error:
            first = error.errors()[0]
            raise ReportError(f"{first['loc'][-1]}: {first['msg']}") from None

    finished = run_as_job(
        settings, KIND, job, parameters, lambda number: run_report_job(number, _origin(settings))
    )
    assert finished.result
    report_id = str(finished.result["report_id"])
    archive = ReportArchive(settings.data_dir)
    stored = archive.get(report_id)
    for name in (HTML, PDF) if stored.pdf_bytes else (HTML,):
        path = archive.path(report_id, name)
        if output:
            path = Path(shutil.copy(path, output / f"{stored.file_stem}{path.suffix}"))
        click.echo(path)
    if stored.no_pdf:
        click.echo(f"no PDF was made: {stored.no_pdf}", err=True)
