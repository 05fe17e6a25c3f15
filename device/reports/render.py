"""The layout of reports: facts and words put into one HTML template for screen and print."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from okng.device.reports.fit_facts import FitFacts
from okng.device.reports.languages import Wording
from okng.device.reports.settings import ReportLanguage
from okng.device.reports.shift_facts import ShiftFacts
from okng.models.strict_model import StrictModel

TEMPLATES = Path(__file__).parent / "templates"
STYLE = "report.css"


class Layout(StrictModel):
    """What a report shows besides its facts."""

    language: ReportLanguage
    address: str | None = None
    """Start of the station's addresses, without a slash at its end; null: no link leads there."""
    fingerprint: str | None = None
    """Of the key that signs the report; null where it isn't signed."""


def render_fit(facts: FitFacts, layout: Layout) -> str:
    """The HTML of a fit report, without a signature."""
    return _render("fit.html", facts, layout)


def render_shift(facts: ShiftFacts, layout: Layout) -> str:
    """The HTML of a shift report, without a signature."""
    return _render("shift.html", facts, layout)


def _render(template: str, facts: FitFacts | ShiftFacts, layout: Layout) -> str:
    words = Wording(layout.language)
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        t=words.text,
        num=words.number,
        pct=words.percent,
        when=words.time,
        day=words.day,
        image=_image,
        link=lambda page: _link(layout.address, page),
        quoted=lambda text: quote(text, safe=""),
        style=Markup((TEMPLATES / STYLE).read_text(encoding="utf-8")),  # Our own style sheet.
    )
    values: dict[str, Any] = {"facts": facts, "layout": layout}
    return environment.get_template(template).render(values)


def _image(jpeg: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}"


def _link(address: str | None, page: str | None) -> str | None:
    """The whole address of one of the station's pages; None where either is not known."""
    return f"{address}{page}" if address and page else None
