"""Text of persons in the cells of CSV files."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping


def no_formula(text: str) -> str:
    """Escapes text that a spreadsheet would take for a formula (OWASP, "CSV Injection")."""
    seen = (x for x in text if not x.isspace() and unicodedata.category(x) not in ("Cc", "Cf"))
    # Spreadsheets of some languages accept full-width signs as well.
    first = unicodedata.normalize("NFKC", next(seen, ""))
    return f"'{text}" if first[:1] in tuple("=+-@") or text[:1] in ("\t", "\r") else text


def safe_row(row: Mapping[str, object]) -> dict[str, object]:
    """A row of a CSV file in which no text is taken for a formula; numbers stay as they are."""
    return {name: no_formula(x) if isinstance(x, str) else x for name, x in row.items()}
