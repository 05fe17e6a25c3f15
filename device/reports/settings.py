"""The settings of reports: whether each shift gets one, and who receives it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from okng.device.types import Name
from okng.models.strict_model import StrictModel

ReportLanguage = Literal["en", "de", "fr", "es", "zh"]
"""Languages that reports are written in, by BCP 47 tag."""
Address = Annotated[
    str, StringConstraints(pattern=r"^https?://[^\s/?#\"'<>]+(/[^\s?#\"'<>]*)?$", max_length=300)
]
"""The start of the station's own addresses, `https://station.example`."""


class ReportSettings(StrictModel):
    """Reports by themselves; `okng report` and the pages make them without any setting."""

    shift_report: bool = False
    """Whether a report is made when a shift ends. It lies in `reports/` of the data directory."""
    receivers: tuple[Name, ...] = Field(default=(), max_length=20)
    """Receivers of `[[notifications]]`, by name, that get the shift report with its files attached,
    such as `["quality"]`. A receiver with `severities = []` gets reports only."""
    language: ReportLanguage = "en"
    """Language of the report that a shift gets by itself."""
    address: Address | None = None
    """Address of the station as the report's readers know it, `https://station.example`: links of
    the report lead there. Without it, its figures link to the report's own appendix only."""
