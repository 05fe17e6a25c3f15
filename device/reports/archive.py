"""The reports of a data directory: a folder each, which appears whole or not at all."""

from __future__ import annotations

import logging
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, Field, ValidationError

from okng.device.reports.errors import NoReportError, ReportError
from okng.device.reports.settings import ReportLanguage
from okng.models.atomic_files import exclusive, make_folder, whole_folder
from okng.models.strict_model import StrictModel

FOLDER = "reports"
HTML, PDF, ABOUT = "report.html", "report.pdf", "about.json"
ReportKind = Literal["fit", "shift"]
KEPT: dict[ReportKind, int] = {"fit": 60, "shift": 300}
"""Newest reports that are kept of each kind."""
KEPT_DAYS = 400
"""Age in days above which a report is removed."""
MIB = 1024 * 1024

log = logging.getLogger(__name__)


class ReportAbout(StrictModel):
    """What is known of a report without opening it."""

    kind: ReportKind
    subject: str
    """The dataset of a fit report; empty for a shift's."""
    language: ReportLanguage
    author: str
    made_at: AwareDatetime
    start: AwareDatetime | None = None
    """Of the shift."""
    end: AwareDatetime | None = None
    fingerprint: str | None = None
    """Of the key that signed it; null for a report without a signature."""
    no_pdf: str | None = None
    """Why there is no PDF; null where there is one."""
    automatic: bool = False
    """Whether it was made because a shift had ended."""


class StoredReport(ReportAbout):
    """A report that is stored."""

    report_id: str = Field(pattern=r"^[a-z0-9-]{1,40}$")
    html_bytes: int
    pdf_bytes: int | None
    """Null where there is no PDF."""

    @property
    def file_stem(self) -> str:
        """Name of its files for those who download them."""
        parts = [f"okng-{self.kind}-report", self.subject, f"{self.made_at:%Y%m%d-%H%M%S}"]
        return "-".join(part for part in parts if part)


class ReportArchive:
    """Stores reports and finds them again; usable from any thread and process."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / FOLDER

    def add(
        self, about: ReportAbout, html: bytes, pdf: bytes | None, min_free_mb: int = 0
    ) -> StoredReport:
        """Stores a report, and removes those that are too old or too many.

        Raises:
            ReportError: the disk has no room for it.
            OSError: its files can't be written; nothing was stored.
        """
        make_folder(self._folder)
        size = len(html) + len(pdf or b"")
        if shutil.disk_usage(self._folder).free < size + min_free_mb * MIB:
            raise ReportError(
                f"the disk has no room for the report: it has {size:,} bytes, and "
                f"{min_free_mb} MB are kept free"
            )
        with exclusive(self._folder):
            report_id = self._free_id(about)
            with whole_folder(self._folder / report_id) as building:
                (building / HTML).write_bytes(html)
                if pdf is not None:
                    (building / PDF).write_bytes(pdf)
                (building / ABOUT).write_text(about.model_dump_json(indent=2) + "\n")
            self._prune()
        return self.get(report_id)

    def list(self) -> list[StoredReport]:
        """All reports, the newest first; a folder that is damaged is left out, and logged."""
        reports = []
        for folder in self._folder.glob("[!.]*/"):
            try:
                reports.append(self.get(folder.name))
            except (ReportError, OSError) as error:
                log.warning("%s: %s", folder, error)
        return sorted(reports, key=lambda report: (report.made_at, report.report_id), reverse=True)

    def get(self, report_id: str) -> StoredReport:
        """One report.

        Raises:
            NoReportError: there is none of that id.
            ReportError: its folder is damaged.
        """
        folder = self._folder / Path(report_id).name
        try:
            about = ReportAbout.model_validate_json((folder / ABOUT).read_bytes())
            pdf = folder / PDF
            return StoredReport(
                report_id=report_id,
                html_bytes=(folder / HTML).stat().st_size,
                pdf_bytes=pdf.stat().st_size if pdf.exists() else None,
                **about.model_dump(),
            )
        except FileNotFoundError:
            raise NoReportError(f"there is no report {report_id!r}") from None
        except ValidationError as error:
            raise ReportError(f"report {report_id!r} is damaged: {error.errors()[0]}") from None

    def path(self, report_id: str, name: str) -> Path:
        """The file `HTML` or `PDF` of a report.

        Raises:
            NoReportError: there is no such report, or it has no PDF.
        """
        self.get(report_id)
        path = self._folder / report_id / name
        if not path.exists():
            raise NoReportError(f"report {report_id!r} has no {name}")
        return path

    def remove(self, report_id: str) -> None:
        """Removes a report; raises as `get`."""
        self.get(report_id)
        shutil.rmtree(self._folder / report_id)

    def _free_id(self, about: ReportAbout) -> str:
        base = f"{about.kind}-{about.made_at.astimezone(UTC):%Y%m%d-%H%M%S}"
        ids = (base if number == 1 else f"{base}-{number}" for number in range(1, 1000))
        return next(each for each in ids if not (self._folder / each).exists())

    def _prune(self) -> None:
        oldest = datetime.now(UTC) - timedelta(days=KEPT_DAYS)
        seen: dict[str, int] = dict.fromkeys(KEPT, 0)
        for report in self.list():
            seen[report.kind] += 1
            if seen[report.kind] > KEPT[report.kind] or report.made_at < oldest:
                shutil.rmtree(self._folder / report.report_id, ignore_errors=True)
