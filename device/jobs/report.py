"""Jobs that make a report, with progress: a fit report of a dataset, or a shift report."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from okng.device.jobs.runner import JobEnd, RunningJob, run_job
from okng.device.jobs.store import Job
from okng.device.reports.build import ReportOrigin, build_fit_report, build_shift_report
from okng.device.reports.settings import Address, ReportLanguage
from okng.device.types import Name
from okng.models.strict_model import StrictModel

KIND = "report"
LONGEST_QUESTION = 2000


class FitReportParameters(StrictModel):
    """Parameters of a fit report."""

    kind: Literal["fit"] = "fit"
    dataset: Name
    question: str = Field(default="", max_length=LONGEST_QUESTION)
    """What is to be found out, in the words of whoever asks for the report."""
    language: ReportLanguage = "en"
    address: Address | None = None
    """Start of the station's addresses, for links in the report."""


class ShiftReportParameters(StrictModel):
    """Parameters of a shift report."""

    kind: Literal["shift"] = "shift"
    start: AwareDatetime
    end: AwareDatetime
    language: ReportLanguage = "en"
    address: Address | None = None


class ReportParameters(StrictModel):
    """Parameters of either."""

    report: FitReportParameters | ShiftReportParameters = Field(discriminator="kind")


def run_report_job(job_id: int, station: ReportOrigin) -> Job:
    """Runs the job in this process, from its start to its end in the store.

    `station` says where; author, language and, where it has one, address are those of the job.

    Raises:
        okng.device.jobs.store.JobError: the job can't start, because it isn't queued or another
            one is running.
    """

    def work(running: RunningJob) -> JobEnd:
        asked = ReportParameters.model_validate(running.job.parameters).report
        origin = station.model_copy(
            update={
                "author": running.job.created_by,
                "language": asked.language,
                "address": asked.address or station.address,
            }
        )
        if isinstance(asked, FitReportParameters):
            report = build_fit_report(origin, asked.dataset, asked.question, running.report)
        else:
            report = build_shift_report(origin, asked.start, asked.end, running.report)
        words = f"report {report.report_id}: {report.html_bytes:,} bytes of HTML"
        words += f", {report.pdf_bytes:,} bytes of PDF" if report.pdf_bytes else ", no PDF"
        return {"report_id": report.report_id, "no_pdf": report.no_pdf}, words

    return run_job(job_id, station.data_dir, work)
