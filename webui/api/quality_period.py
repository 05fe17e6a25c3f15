"""The period that quality is asked for, and which of its rejects are counted."""

from __future__ import annotations

from datetime import datetime

from flask import abort
from pydantic import Field

from okng.device.store.quality import Defects
from okng.webui.api.results import LONGEST, Period


class QualityPeriod(Period):
    """The period, and which rejects to count: all of them, or those that are all of what is given.

    Other figures are of all parts.
    """

    failed_rule: str | None = Field(default=None, min_length=1, max_length=200)
    """Rejects because of the rule of this class, alone or among others."""
    by_score: bool = False
    """True: rejects because of the anomaly score alone."""
    region: int | None = Field(default=None, ge=1, le=9)
    """Rejects with the defect in this cell of the picture, row by row."""

    def checked_span(self) -> tuple[datetime, datetime]:
        """The first moment of the period, and the first after it; refuses more than 366 days."""
        start, end = self.span()
        if end - start > LONGEST:
            abort(422, f"a period has at most {LONGEST.days} days; given was {start} to {end}")
        return start, end

    @property
    def selects(self) -> bool:
        """Whether only some rejects are counted."""
        return self.failed_rule is not None or self.by_score or self.region is not None

    def has(self, defects: Defects) -> bool:
        """Whether these rejects are counted."""
        return (
            (defects.is_first or self.failed_rule is not None)
            and (self.failed_rule is None or defects.type == self.failed_rule)
            and not (self.by_score and defects.type)
            and (self.region is None or defects.region == self.region)
        )
