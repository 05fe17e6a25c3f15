"""Builds a report: gathers its facts, lays them out, makes the PDF, signs both and stores them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from okng.device.model_exchange.keys import ModelKeys
from okng.device.reports.archive import ReportAbout, ReportArchive, StoredReport
from okng.device.reports.fit_facts import Progress, gather_fit_facts
from okng.device.reports.pdf import to_pdf, why_no_pdf
from okng.device.reports.render import Layout, render_fit, render_shift
from okng.device.reports.settings import ReportLanguage
from okng.device.reports.shift_facts import gather_shift_facts
from okng.device.reports.signature import fingerprint, sign
from okng.models.exchange.signatures import SigningKey
from okng.models.strict_model import StrictModel


class ReportOrigin(StrictModel):
    """Who makes a report where, and how it is to read."""

    data_dir: Path
    station: str
    author: str
    language: ReportLanguage = "en"
    address: str | None = None
    """Start of the station's addresses, for links."""
    min_free_mb: int = 0
    """Space on the disk that stays free."""
    with_pdf: bool = True
    """Whether a PDF is made besides the HTML."""


def build_fit_report(
    origin: ReportOrigin, dataset: str, question: str, progress: Progress
) -> StoredReport:
    """A fit report of a dataset as it is now.

    Raises:
        okng.device.reports.errors.ReportError: the dataset has too few pictures, or the disk is
            full.
        okng.models.exchange.errors.PackageError: the station's key is damaged.
    """
    facts = gather_fit_facts(
        origin.data_dir, origin.station, dataset, origin.author, question, progress
    )
    about = ReportAbout(
        kind="fit",
        subject=dataset,
        language=origin.language,
        author=origin.author,
        made_at=facts.made_at,
    )
    return _store(origin, about, lambda layout: render_fit(facts, layout), progress)


def build_shift_report(
    origin: ReportOrigin,
    start: datetime,
    end: datetime,
    progress: Progress,
    automatic: bool = False,
) -> StoredReport:
    """A report of the parts from `start` to before `end`; raises as `build_fit_report`."""
    progress(0.05, "reading the ledger")
    facts = gather_shift_facts(origin.data_dir, origin.station, origin.author, start, end)
    about = ReportAbout(
        kind="shift",
        subject="",
        language=origin.language,
        author=origin.author,
        made_at=facts.made_at,
        start=start,
        end=end,
        automatic=automatic,
    )
    return _store(origin, about, lambda layout: render_shift(facts, layout), progress)


def _store(
    origin: ReportOrigin, about: ReportAbout, render: Callable[[Layout], str], progress: Progress
) -> StoredReport:
    progress(0.5, "laying out the pages")
    key = _signing_key(origin.data_dir)
    layout = Layout(
        language=origin.language,
        address=origin.address.rstrip("/") if origin.address else None,
        fingerprint=fingerprint(key.public) if key else None,
    )
    text = render(layout)
    no_pdf: str | None
    html, pdf, no_pdf = text.encode(), None, "it was not asked for"
    if origin.with_pdf:
        no_pdf = why_no_pdf()
    if no_pdf is None:
        progress(0.6, "making the PDF")
        pdf = to_pdf(text)
    if key:
        html, pdf = sign(html, key), sign(pdf, key) if pdf else None
    progress(0.95, "storing the report")
    about = about.model_copy(update={"fingerprint": layout.fingerprint, "no_pdf": no_pdf})
    return ReportArchive(origin.data_dir).add(about, html, pdf, origin.min_free_mb)


def _signing_key(data_dir: Path) -> SigningKey | None:
    """The station's key; None where the package that signs isn't installed: the report says so."""
    if find_spec("cryptography") is None:
        return None
    return ModelKeys(data_dir).signing_key()
