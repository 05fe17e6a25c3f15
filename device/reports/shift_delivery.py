"""Shift reports by themselves: made when a shift has ended, and sent until each receiver has them.

The report is stored before it is sent, so a mail server that is away costs nothing but time. What
was made stands in the store with the number of its parts: a shift that gets further parts
afterwards, because the clock was set back, gets another report.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import SecretStr

from okng.device.notifications.apprise_service import send_files
from okng.device.reports.archive import HTML, PDF, ReportArchive, StoredReport
from okng.device.reports.build import ReportOrigin, build_shift_report
from okng.device.reports.errors import NoReportError, ReportError
from okng.device.reports.languages import Wording
from okng.device.reports.shift_status import (
    ReportedShift,
    ShiftReportState,
    ShiftReportStatus,
    Span,
    UnsentReport,
)

AUTHOR = "okng"
"""Who makes them, for the records."""
KEPT = 30
"""Shifts whose reports are remembered, and reports that may wait to be sent."""

log = logging.getLogger(__name__)


class ShiftReports:
    """Makes and sends what is due, for one process at a time."""

    def __init__(self, origin: ReportOrigin, receivers: Mapping[str, SecretStr]) -> None:
        """`receivers` are Apprise's URLs by the receivers' names."""
        self._origin = origin
        self._receivers = receivers
        self._state = ShiftReportState(origin.data_dir)
        self._archive = ReportArchive(origin.data_dir)

    def make_due(self, ended: Sequence[Span]) -> list[StoredReport]:
        """Makes the reports of these shifts that are missing, the oldest first, and sends them.

        Before the first report only the newest of the shifts counts. A shift without a part gets
        none.

        Raises:
            ReportError: something failed and is to be tried again; what could be done is done.
        """
        try:
            if not self._state.status().reported:
                self._count_as_reported(sorted(ended)[:-1])
            status = self._state.status()
            due = [span for span in sorted(ended) if self._state.is_to_report(status, span)]
            made = [self._make(span) for span in due]
            problem = self._send()
        except Exception as error:
            self._change(problem=str(error) or type(error).__name__)
            raise
        self._change(problem=problem)
        if problem:
            raise ReportError(problem)
        return made

    def _make(self, span: Span) -> StoredReport:
        """The report of a shift, which then is to be sent."""
        # Counted first: what comes while the report is made leads to another one.
        parts = self._state.totals(span).parts
        report = build_shift_report(self._origin, *span, _no_progress, automatic=True)
        if self._receivers:
            unsent = UnsentReport(report_id=report.report_id, receivers=tuple(self._receivers))
            self._change(unsent=(*self._state.status().unsent, unsent)[-KEPT:])
        self._count_as_reported([span], parts)
        return report

    def _count_as_reported(self, spans: Sequence[Span], parts: int | None = None) -> None:
        reported = {each.start: each for each in self._state.status().reported}
        for span in spans:
            count = self._state.totals(span).parts if parts is None else parts
            reported[span[0]] = ReportedShift(start=span[0], parts=count)
        newest = sorted(reported.values(), key=lambda each: each.start)[-KEPT:]
        self._change(reported=tuple(newest))

    def _send(self) -> str | None:
        """Sends what waits, the oldest first; returns who did not take what."""
        unsent: list[UnsentReport] = []
        problems: list[str] = []
        for each in self._state.status().unsent:
            try:
                report = self._archive.get(each.report_id)
            except NoReportError:
                log.warning("report %s was removed before it was sent", each.report_id)
                continue
            # A receiver that is no longer in the settings is not waited for.
            wanted = [name for name in each.receivers if name in self._receivers]
            refused = [name for name in wanted if not self._deliver(report, self._receivers[name])]
            if refused:
                unsent.append(UnsentReport(report_id=each.report_id, receivers=tuple(refused)))
                problems.append(f"{', '.join(refused)} did not take report {each.report_id}")
        self._change(unsent=tuple(unsent))
        return "; ".join(problems) or None

    def _deliver(self, report: StoredReport, url: SecretStr) -> bool:
        assert report.start
        assert report.end
        words = Wording(report.language)
        totals = self._state.totals((report.start, report.end))
        title = words.text("mail-title", station=self._origin.station, parts=totals.parts)
        body = words.text(
            "mail-body",
            start=words.time(report.start),
            end=words.time(report.end),
            parts=totals.parts,
            ng=totals.ng,
            error=totals.error,
            missed=totals.missed,
        )
        files = {
            f"{report.file_stem}{Path(name).suffix}": self._archive.path(report.report_id, name)
            for name in ((PDF, HTML) if report.pdf_bytes else (HTML,))
        }
        return send_files(url, title, body, files)

    def _change(self, **changes: object) -> None:
        status = self._state.status()
        self._state.keep(
            ShiftReportStatus.model_validate(status.model_copy(update=changes).model_dump())
        )


def _no_progress(share: float, words: str) -> None:
    """Ignores progress, since no person waits for a report that is made by itself."""
