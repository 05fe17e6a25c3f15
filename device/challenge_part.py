"""Challenge parts: known parts that show whether the station still judges right."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from okng.models.strict_model import StrictModel


def _printable(name: str) -> str:
    if not name.isprintable():
        raise ValueError(f"{name!r} has characters that can't be shown; allowed are printable ones")
    return name


PartName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=64),
    AfterValidator(_printable),
]
"""What the operator calls a part, in any language: 1 to 64 characters, not only blanks."""

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
"""Why a challenge is overridden; blanks alone are none."""


class ChallengePart(StrictModel):
    """A known part with the verdict that it has to get."""

    name: PartName
    """As it is written on the part; no other part of the recipe has it."""
    expected: Literal["OK", "NG"]
    failed_rule: str | None = Field(default=None, min_length=1, max_length=128)
    """Class whose detection rule has to fail for an NG part; null: whatever makes it NG."""

    @model_validator(mode="after")
    def _only_ng_parts_fail_a_rule(self) -> Self:
        if self.expected == "OK" and self.failed_rule is not None:
            raise ValueError(
                f"{self.name!r} is expected OK, so no rule can fail; failed_rule was given as "
                f"{self.failed_rule!r}, and is only allowed for NG parts"
            )
        return self

    def is_met(self, outcome: str, failed_rules: Collection[str]) -> bool:
        """Whether a part with this end was judged as it has to be."""
        rule_failed = self.failed_rule is None or self.failed_rule in failed_rules
        return outcome == self.expected and rule_failed


class ChallengeMark(ChallengePart):
    """Marks one inspection as that of a challenge part: it is no part of production."""

    challenge_id: int = Field(ge=1)
    author: str
    """Who put the part under the camera."""
