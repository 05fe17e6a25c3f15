"""Labels from file names: which pattern of names means which label, at import."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import Literal

from pydantic import Field

from okng.models.images.preprocessing import ImageError
from okng.models.names import Words
from okng.models.preparation.steps.step import PreparationStep
from okng.models.strict_model import StrictModel

MOST_RULES = 50


class LabelRule(StrictModel):
    """A pattern of file names, and the label of the pictures that it fits."""

    pattern: str = Field(min_length=1, max_length=200)
    """`*` is any text, `?` one character, `[0-9]` one of a range; capitals don't matter."""
    label: Literal["normal", "anomaly"]
    defect_type: Words | None = None
    """Of anomalous pictures."""

    def fits(self, file_name: str) -> bool:
        """Whether the whole name of a file, without its folder, fits the pattern."""
        return fnmatchcase(file_name.casefold(), self.pattern.casefold())


class LabelsFromFileNames(PreparationStep):
    """Labels of imported pictures by the names of their files; pixels are not changed.

    Patterns are those of a shell (glob). Regular expressions are not offered, because some take
    hours on a name of thirty characters.
    """

    type: Literal["labels_from_file_names"] = "labels_from_file_names"
    rules: tuple[LabelRule, ...] = Field(min_length=1, max_length=MOST_RULES)

    def rule_for(self, file_name: str) -> LabelRule:
        """The first rule that fits the name of a file, without its folder.

        Raises `ImageError` where none does, or where two say different things.
        """
        rule = self.find(file_name)
        if rule is None:
            raise ImageError(
                f"the name {file_name!r} fits no pattern for a label; there are "
                f"{_listed(self.rules)}"
            )
        return rule

    def find(self, file_name: str) -> LabelRule | None:
        """As `rule_for`, but None where no rule fits."""
        fitting = [rule for rule in self.rules if rule.fits(file_name)]
        if len({(rule.label, rule.defect_type) for rule in fitting}) > 1:
            raise ImageError(
                f"the name {file_name!r} fits patterns that contradict each other: "
                f"{_listed(fitting)}"
            )
        return fitting[0] if fitting else None


def _listed(rules: Sequence[LabelRule]) -> str:
    return ", ".join(
        f"{rule.pattern!r} ({rule.label}{f', {rule.defect_type}' if rule.defect_type else ''})"
        for rule in rules
    )
