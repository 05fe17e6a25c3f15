"""A report opens without the station, leads from its figures to their pictures, and prints."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from support.inspections import NOON
from support.reported_station import DATASET, record

from okng.device.model_exchange.keys import ModelKeys
from okng.device.reports.archive import HTML, PDF, ReportArchive, StoredReport
from okng.device.reports.build import ReportOrigin, build_fit_report
from okng.device.reports.fit_facts import gather_fit_facts
from okng.device.reports.languages import LANGUAGES
from okng.device.reports.pdf import to_pdf
from okng.device.reports.render import Layout, render_fit, render_shift
from okng.device.reports.settings import ReportLanguage
from okng.device.reports.shift_facts import gather_shift_facts
from okng.device.reports.signature import SignatureState, verify
from okng.device.settings.shifts import ShiftSettings

QUESTION = 'Are <b>all</b> "scratches" seen & counted?'


def silent(share: float, words: str) -> None:
    """Nobody watches."""


def build(data_dir: Path, **fields: str) -> StoredReport:
    origin = ReportOrigin(data_dir=data_dir, station="line-3", author="ann", **fields)
    return build_fit_report(origin, DATASET, QUESTION, silent)


def text_of(pdf: Path | bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def test_html_and_pdf_say_the_same_and_are_signed(station: Path) -> None:
    record(station, 1, 100)
    report = build(station, address="https://station.example/")
    archive = ReportArchive(station)
    html = archive.path(report.report_id, HTML).read_bytes()
    pdf = archive.path(report.report_id, PDF)
    trusted = ModelKeys(station).trusted()
    for signed in (html, pdf.read_bytes()):
        assert verify(signed, trusted).state is SignatureState.UNCHANGED
    words = text_of(pdf)
    for said in (QUESTION, "Fit report: discs", "99 of 100", "30 normal", str(report.fingerprint)):
        assert said in words, said
    page = html.decode()
    assert "Are &lt;b&gt;all&lt;/b&gt; &#34;scratches&#34; seen &amp; counted?" in page
    document = pypdfium2.PdfDocument(pdf)
    assert next(entry.get_title() for entry in document.get_toc()) == "Fit report: discs"
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert document.is_tagged()


def test_every_link_inside_the_document_has_its_target(station: Path) -> None:
    record(station, 1, 30)
    facts = gather_fit_facts(station, "line-3", DATASET, "ann")
    page = render_fit(facts, Layout(language="en"))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    inside = set(re.findall(r'href="#([^"]+)"', page))
    assert inside
    assert inside <= set(ids)
    # Nothing of it is fetched, and without the station's address nothing leads outside.
    assert set(re.findall(r'(?:src|href)="(?!#)([a-z]+):', page)) == {"data"}


def test_with_the_stations_address_pictures_lead_there(station: Path) -> None:
    facts = gather_fit_facts(station, "line-3", DATASET, "ann")
    page = render_fit(facts, Layout(language="en", address="https://station.example"))
    picture = facts.listed[0].picture_id
    assert f'href="https://station.example/api/v1/pictures/{picture}/file"' in page
    assert 'href="https://station.example/dataset?dataset=discs"' in page


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_both_reports_are_worded_in_every_language(station: Path, language: ReportLanguage) -> None:
    record(station, 1, 40)
    layout = Layout(language=language)
    page = render_fit(gather_fit_facts(station, "line-3", DATASET, "ann"), layout)
    assert f'<html lang="{language}">' in page
    start = ShiftSettings().start_before(NOON)
    shift = gather_shift_facts(station, "line-3", "ann", start, ShiftSettings().start_after(start))
    assert f'<html lang="{language}">' in render_shift(shift, layout)


def test_the_pdf_fetches_no_address(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>SECRET</text></svg>')
    pdf = to_pdf(f'<html lang="en"><title>t</title><h1>t</h1><img alt="" src="{secret.as_uri()}">')
    assert "SECRET" not in text_of(pdf)
