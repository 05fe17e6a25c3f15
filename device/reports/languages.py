"""The languages of reports: their texts, and how each writes numbers and times."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import get_args

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from okng.device.reports.settings import ReportLanguage

LANGUAGES: tuple[ReportLanguage, ...] = get_args(ReportLanguage)
TEXTS = Path(__file__).parent / "texts"


class Wording:
    """Words, numbers and times in one language."""

    def __init__(self, language: ReportLanguage) -> None:
        self.language = language
        self._bundle = _bundle(language)

    def text(self, key: str, **variables: str | int | float) -> str:
        """The text of a key.

        Raises:
            LookupError: there is no such text, or it has a variable that isn't given.
        """
        if not self._bundle.has_message(key):
            raise LookupError(f"there is no text {key!r} in {self.language!r}")
        pattern = self._bundle.get_message(key).value
        assert pattern
        words, faults = self._bundle.format_pattern(pattern, variables)
        if faults:
            raise LookupError(f"the text {key!r} in {self.language!r}: {faults[0]}")
        return str(words)

    def number(self, value: float, digits: int = 0) -> str:
        """A number with so many decimals."""
        places = f".{'0' * digits}" if digits else ""
        return format_decimal(value, f"#,##0{places}", locale=self._locale)

    def percent(self, share: float, digits: int = 0) -> str:
        """A share of 0 to 1 in per cent."""
        return f"{self.number(100 * share, digits)}\N{NARROW NO-BREAK SPACE}%"

    def time(self, moment: datetime) -> str:
        """A moment in the station's local time."""
        local = moment.astimezone()
        return format_datetime(local, "medium", tzinfo=local.tzinfo, locale=self._locale)

    def day(self, moment: datetime) -> str:
        """The day of a moment in the station's local time."""
        return format_date(moment.astimezone().date(), "medium", locale=self._locale)

    @property
    def _locale(self) -> str:
        # 24 hours, and the day before the month: the report goes to many countries.
        return "en_GB" if self.language == "en" else self.language


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: ReportLanguage) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((TEXTS / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle
