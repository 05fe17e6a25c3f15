"""Alarms of a recipe: so many NG parts that the process, not the part, needs a person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Literal, NamedTuple, Self

from pydantic import Field, model_validator

from okng.models.strict_model import StrictModel

MAX_PARTS = 1000
"""Most parts that a rule looks back."""


class NgOfLast(StrictModel):
    """The rule N of M: how many of the last parts may be NG."""

    limit: int = Field(ge=1, le=MAX_PARTS)
    """This many NG parts raise the alarm."""
    parts: int = Field(ge=1, le=MAX_PARTS)
    """Number of last parts that are looked at."""

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if self.limit > self.parts:
            raise ValueError(
                f"limit is {self.limit}, but only the last {self.parts} parts are looked at"
            )
        return self


class BrokenRule(NamedTuple):
    """A rule that parts break, by the numbers in which they do."""

    rule: Literal["one", "in_a_row", "of_last"]
    ng: int
    parts: int
    """So many of the last are looked at."""


class AlarmSettings(StrictModel):
    """When NG parts raise the condition `ng_alarm`. Only parts with a verdict count."""

    ng_of_last: NgOfLast | None = None
    """Raise it when so many of the last parts are NG; null: never."""
    consecutive_ng: int | None = Field(default=None, ge=1, le=MAX_PARTS)
    """Raise it after so many NG parts in a row; null: never."""
    stop: bool = False
    """True: the station isn't ready for parts until a person acknowledges the alarm. Software
    triggers are refused; edges of the camera's line are judged and recorded as always."""

    def broken_rule(self, ng: Sequence[bool]) -> BrokenRule | None:
        """Which rule the parts break; None when they break none.

        Args:
            ng: whether each of the last parts is NG, the oldest first.
        """
        in_a_row = sum(1 for _ in takewhile(bool, reversed(ng)))
        if self.consecutive_ng and in_a_row >= self.consecutive_ng:
            return BrokenRule("one" if in_a_row == 1 else "in_a_row", in_a_row, in_a_row)
        rule = self.ng_of_last
        if rule and (count := sum(list(ng)[-rule.parts :])) >= rule.limit:
            return BrokenRule("of_last", count, rule.parts)
        return None
