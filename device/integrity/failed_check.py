"""The result of an integrity check that failed."""

from __future__ import annotations

from okng.models.strict_model import StrictModel


class FailedCheck(StrictModel):
    """A check that failed: what is wrong, and what to do about it."""

    subject: str
    """The file or the row that is wrong."""
    problem: str
    advice: str
