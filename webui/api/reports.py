"""Reports: made by a press, listed, downloaded, and their signatures checked."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Literal

from apiflask import APIBlueprint
from apiflask.fields import UploadFile
from flask import Response, abort, send_file
from pydantic import AwareDatetime, Field

from okng.device.jobs.report import (
    KIND,
    LONGEST_QUESTION,
    FitReportParameters,
    ReportParameters,
    ShiftReportParameters,
)
from okng.device.jobs.store import Job
from okng.device.model_exchange.keys import ModelKeys
from okng.device.reports.archive import HTML, PDF, ReportArchive, ReportKind, StoredReport
from okng.device.reports.fit_facts import LEAST_PICTURES
from okng.device.reports.settings import Address, ReportLanguage
from okng.device.reports.signature import SignatureCheck, verify
from okng.models.exchange.signatures import PublicKey
from okng.models.strict_model import StrictModel
from okng.webui.auth.current_user import user_name
from okng.webui.body_limits import takes_upload
from okng.webui.openapi import media_type_response
from okng.webui.services import services

reports = APIBlueprint("reports", __name__, tag="Reports")


class ReportOptions(StrictModel):
    """Language and links of a report."""

    language: ReportLanguage = "en"
    """Language of the report; what the station itself words stays English."""
    address: Address | None = None
    """Start of the addresses that the report's links lead to, `https://station.example`. Null: that
    of `[reports]` in the settings, or no links."""


class NewFitReport(ReportOptions):
    """What a fit report is to answer."""

    question: str = Field(default="", max_length=LONGEST_QUESTION)
    """What is to be found out, in one's own words; it stands in the report."""


class NewShiftReport(ReportOptions):
    """Which shift to report."""

    start: AwareDatetime | None = None
    """A moment of the shift; null: the present one so far."""


class ReportList(StrictModel):
    """All reports that are stored, the newest first."""

    reports: list[StoredReport]
    least_pictures: int
    """Pictures that a dataset needs for a fit report."""


class ReportFilter(StrictModel):
    """Which reports to list."""

    kind: ReportKind | None = None
    dataset: str | None = Field(default=None, max_length=200)
    """Only fit reports of this dataset."""


class FileChoice(StrictModel):
    """Which file of a report."""

    format: Literal["html", "pdf"] = "html"


class SignedFile(StrictModel):
    """A report whose signature is to be checked."""

    file: UploadFile
    key: str | None = Field(default=None, max_length=200)
    """A public key to trust besides the station's own and those that it trusts,
    `okng-ed25519 BASE64`."""


@reports.get("/reports")
@reports.input(ReportFilter, location="query", arg_name="chosen")
@reports.output(ReportList)
def list_reports(chosen: ReportFilter) -> ReportList:
    """Lists the stored reports, the newest first."""
    return ReportList(
        reports=[
            report
            for report in _archive().list()
            if chosen.kind in (None, report.kind) and chosen.dataset in (None, report.subject)
        ],
        least_pictures=LEAST_PICTURES,
    )


@reports.post("/datasets/<name>/report")
@reports.input(NewFitReport, arg_name="asked")
@reports.output(Job, status_code=202)
@reports.doc(responses=[409])
def start_fit_report(name: str, asked: NewFitReport) -> Job:
    """Makes a fit report of a dataset, as a job whose result has the report's `report_id`."""
    summary = services().datasets.summary(name)
    pictures = summary.normal + summary.anomaly
    if not pictures:
        abort(404, f"there is no dataset {name!r} with pictures")
    if pictures < LEAST_PICTURES:
        abort(
            409,
            f"dataset {name!r} has {pictures} pictures; a fit report needs at least "
            f"{LEAST_PICTURES}",
        )
    return _start(ReportParameters(report=FitReportParameters(dataset=name, **dict(asked))))


@reports.post("/reports/shift")
@reports.input(NewShiftReport, arg_name="asked")
@reports.output(Job, status_code=202)
@reports.doc(responses=[409])
def start_shift_report(asked: NewShiftReport) -> Job:
    """Makes a shift report, as a job whose result has the report's `report_id`."""
    shifts, now = services().settings.shifts, datetime.now(UTC)
    if asked.start and asked.start > now:
        abort(422, f"the shift of {asked.start.isoformat()} has not begun")
    start = shifts.start_before(asked.start or now)
    parameters = ShiftReportParameters(
        start=start,
        end=shifts.start_after(start),
        language=asked.language,
        address=asked.address,
    )
    return _start(ReportParameters(report=parameters))


@reports.get("/reports/<report_id>")
@reports.output(StoredReport)
def get_report(report_id: str) -> StoredReport:
    """Returns what is known of a report."""
    return _archive().get(report_id)


@reports.get("/reports/<report_id>/file")
@reports.input(FileChoice, location="query", arg_name="choice")
@reports.doc(responses=media_type_response("text/html", "The file, also `application/pdf`"))
def get_report_file(report_id: str, choice: FileChoice) -> Response:
    """Returns a report as a signed HTML or PDF file, which opens without the station."""
    archive = _archive()
    report = archive.get(report_id)
    path = archive.path(report_id, HTML if choice.format == "html" else PDF)
    return send_file(
        path,
        mimetype="text/html" if choice.format == "html" else "application/pdf",
        as_attachment=True,
        download_name=f"{report.file_stem}.{choice.format}",
    )


@reports.delete("/reports/<report_id>")
@reports.output({}, status_code=204)
def remove_report(report_id: str) -> tuple[str, HTTPStatus]:
    """Removes a report from the station; downloaded files stay valid."""
    _archive().remove(report_id)
    return "", HTTPStatus.NO_CONTENT


@reports.post("/reports/verify")
@reports.input(SignedFile, location="form_and_files", arg_name="upload")
@reports.output(SignatureCheck)
@reports.doc(responses=[409, 413])
@takes_upload
def verify_report(upload: SignedFile) -> SignatureCheck:
    """Checks that a report is as its station signed it, and says by whose key."""
    trusted = {"key": PublicKey.parse(upload.key)} if upload.key else {}
    with closing(upload.file) as file:
        return verify(file.read(), trusted | ModelKeys(services().data_dir).trusted())


def _start(parameters: ReportParameters) -> Job:
    launcher = services().job_launcher
    return launcher.start(parameters.model_dump(mode="json"), user_name(), kind=KIND)


def _archive() -> ReportArchive:
    return ReportArchive(services().data_dir)
