"""Whether parts' pictures still have the format that their model has learnt from.

A region that was drawn anew, or a camera that gives another pixel format, changes what the model
sees of every part, and no score says so.
"""

from __future__ import annotations

from okng.device.health.condition import ConditionCode, Severity
from okng.device.health.conditions import Conditions
from okng.device.inspection.loaded_recipe import LoadedRecipe
from okng.device.pipeline.items import InspectedPart
from okng.models.arrays import Image
from okng.models.images.image_format import ImageFormat

CODE: ConditionCode = "picture_format"


class ImageFormatWatch:
    """Sets the condition `picture_format` while the format differs; for one thread."""

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions

    def look(self, inspected: InspectedPart) -> None:
        """Takes every recorded part; those that no model judged are ignored."""
        image = inspected.judged_image
        if image is None or inspected.judgement is None:
            return
        if problem := _problem(inspected.part.recipe, image):
            self._conditions.set(CODE, Severity.WARNING, problem)
        else:
            self._conditions.clear(CODE)


def _problem(recipe: LoadedRecipe, image: Image) -> str | None:
    learnt = recipe.model.bundle.manifest.picture_format if recipe.model else None
    if learnt is None:
        return None
    image_format = ImageFormat.of(image)
    differs = [word for word in image_format.differences(learnt) if word != "size"]
    if image_format.is_squeezed_otherwise(learnt):
        differs.insert(0, "shape")
    if not differs:
        return learnt.brightness_problem(image)
    return (
        f"The pictures are of another {' and '.join(differs)} than those that the model learnt "
        f"from: {image_format}, instead of {learnt}."
    )
