"""PDF by WeasyPrint, which is imported only where a PDF is made; it fetches nothing."""

from __future__ import annotations

import logging
from importlib.util import find_spec

from okng.device.reports.errors import ReportError

INSTALL = "pip install 'okng[report]'"


def why_no_pdf() -> str | None:
    """Why no PDF can be made here, in words; None where one can."""
    if find_spec("weasyprint") is None:
        return f"WeasyPrint is not installed: {INSTALL}"
    # Rules that are for screens only are told of as warnings, in hundreds of lines.
    for name in ("weasyprint", "weasyprint.progress", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)
    try:
        import weasyprint  # noqa: F401 - it loads the system's Pango
    except OSError as error:
        return f"WeasyPrint can't load the system's Pango: {str(error).splitlines()[0]}"
    return None


def to_pdf(html: str) -> bytes:
    """A tagged PDF (PDF/UA-1) of a report, with bookmarks of its headings.

    Raises:
        ReportError: WeasyPrint can't be used.
    """
    if reason := why_no_pdf():
        raise ReportError(reason)
    import weasyprint

    document = weasyprint.HTML(
        string=html, url_fetcher=weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    )
    pdf = document.write_pdf(pdf_variant="pdf/ua-1")
    assert isinstance(pdf, bytes)
    return pdf
