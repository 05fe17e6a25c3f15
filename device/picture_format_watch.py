"""Whether parts' pictures still have the format that their model has learnt from.

A region that was drawn anew, or a camera that gives another pixel format, changes what the model
sees of every part, and no score says so.
"""

from __future__ import annotations

from okng.device.active_recipe import ActiveRecipe
from okng.device.conditions import Conditions
from okng.device.inference import Judged
from okng.device.types import ConditionCode, Severity
from okng.models.picture_format import PictureFormat

CODE: ConditionCode = "picture_format"


class PictureFormatWatch:
    """Says `picture_format` for as long as it is another one; for one thread."""

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions

    def look(self, judged: Judged) -> None:
        """Takes every part that was recorded; those that no model judged say nothing."""
        image = judged.seen
        if image is None or judged.judgement is None:
            return
        if problem := _problem(judged.part.recipe, PictureFormat.of(image)):
            self._conditions.set(CODE, Severity.WARNING, problem)
        else:
            self._conditions.clear(CODE)


def _problem(recipe: ActiveRecipe, found: PictureFormat) -> str | None:
    learnt = recipe.model.bundle.manifest.picture_format if recipe.model else None
    if learnt is None:
        return None
    differs = [word for word in found.differences(learnt) if word != "size"]
    if found.is_squeezed_otherwise(learnt):
        differs.insert(0, "shape")
    if not differs:
        return None
    return (
        f"The pictures are of another {' and '.join(differs)} than those that the model learnt "
        f"from: {found}, instead of {learnt}."
    )
