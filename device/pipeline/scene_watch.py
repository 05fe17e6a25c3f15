"""The scene watch: whether pictures still look as they did in training, the part itself apart.

Every recorded part's picture is held against the scene that its model learnt. One picture that
differs is only marked; a change of the scene is what many parts in a row have in common.
"""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import replace
from statistics import median

from okng.device.health.condition import Severity
from okng.device.health.conditions import Conditions
from okng.device.pipeline.items import InspectedPart
from okng.device.pipeline.operation_history import OperationHistory
from okng.device.types import ModelIdentity, SceneDeviation, SceneReading, SceneStatus
from okng.models.arrays import Image
from okng.models.scene.comparison import AspectReading, Differences, SceneComparison
from okng.models.scene.reference import Aspect

log = logging.getLogger(__name__)

WINDOW_PARTS = 20
"""Number of newest parts over which the medians are taken."""
LEAST_PARTS = 10
"""With fewer nothing is said. Half of them must lie beyond the same limit: where one good part in
ten did, which is 50 times the rate that the limits are made for, that would come in fewer than
one of 600 windows of 10 and one of 100,000 windows of 20."""
OVER_BELOW = 0.8
"""Hysteresis: a reported change is over when the median is so far within the limits."""


class SceneWatch:
    """Marks parts and sets `scene_changed`; `mark` is for one thread, `status` for any."""

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions
        self._model: ModelIdentity | None = None
        self._comparison: SceneComparison | None = None
        self._window: deque[Differences] = deque(maxlen=WINDOW_PARTS)
        self._changed: frozenset[Aspect] = frozenset()
        self._status: SceneStatus | None = None

    def mark(self, inspected: InspectedPart) -> InspectedPart:
        """The part with what was found of its scene. Whatever goes wrong, the part is recorded."""
        try:
            return self._mark(inspected)
        except Exception:
            log.exception(
                "the scene of trigger %d was not measured", inspected.part.edge.trigger_id
            )
            return inspected

    def status(self, model: ModelIdentity | None) -> SceneStatus | None:
        """What the newest parts have in common; None when `model` has judged none of them."""
        status = self._status
        return status if status and model == self._model else None

    def _mark(self, inspected: InspectedPart) -> InspectedPart:
        part, image = inspected.part, inspected.judged_image
        if image is None or _part_is_missing(inspected):
            return inspected
        if part.recipe.identity != self._model:
            self._begin(part.recipe.identity)
        self._comparison = part.recipe.scene
        if self._comparison is None:
            return inspected
        differences = self._comparison.differences(image)
        self._window.append(differences)
        side_px = self._comparison.side_px(image)
        self._look_at_window(side_px)
        readings = self._comparison.readings(differences, side_px)
        scene = _deviation(readings, changed=bool(self._changed))
        return replace(
            inspected, inspection=inspected.inspection.model_copy(update={"scene": scene})
        )

    def _begin(self, model: ModelIdentity | None) -> None:
        self._model = model
        self._window.clear()
        self._changed = frozenset()
        self._status = None
        self._conditions.clear("scene_changed")

    def _look_at_window(self, side_px: int) -> None:
        assert self._comparison
        readings = self._comparison.readings(self._medians(WINDOW_PARTS), side_px)
        changed = frozenset(
            aspect
            for aspect, reading in readings.items()
            if reading.limits > (OVER_BELOW if aspect in self._changed else 1)
        )
        # The words are those of the beginning: figures that move with every part would be read
        # out again and again.
        if changed != self._changed:
            self._changed = changed
            # While only half of the parts differ, their median is half-way: the newest show it all.
            newest = self._comparison.readings(self._medians(LEAST_PARTS), side_px)
            self._say(readings | newest)
        self._status = SceneStatus(
            medians=_deviation(readings, changed=bool(changed)), parts=len(self._window)
        )

    def _medians(self, parts: int) -> Differences:
        """Medians over the newest `parts`, of every measure that enough of them have."""
        newest = list(self._window)[-parts:]
        measures = {measure for differences in newest for measure in differences}
        by_measure = {
            measure: [values[measure] for values in newest if measure in values]
            for measure in measures
        }
        return {
            measure: median(values)
            for measure, values in by_measure.items()
            if len(values) >= LEAST_PARTS
        }

    def _say(self, readings: dict[Aspect, AspectReading]) -> None:
        if self._changed:
            message = ". ".join(
                readings[aspect].sentence for aspect in readings if aspect in self._changed
            )
            self._conditions.set("scene_changed", Severity.WARNING, f"{message}.")
        else:
            self._conditions.clear("scene_changed")


class LiveScene:
    """Compares live images with the scene that the running recipe's model learnt."""

    def __init__(self, operations: OperationHistory) -> None:
        self._operations = operations

    def deviation(self, image: Image) -> SceneDeviation | None:
        """How one image's scene differs; None where that can't be measured.

        It can't where the model has learnt crops of parts, since live images are not searched for
        parts.
        """
        recipe = self._operations.current.recipe
        if recipe.cuts_part_out or recipe.scene is None:
            return None
        try:
            differences = recipe.scene.differences(image)
            return _deviation(recipe.scene.readings(differences, recipe.scene.side_px(image)))
        except Exception:
            log.exception("the scene of a live picture was not measured")
            return None


def _part_is_missing(inspected: InspectedPart) -> bool:
    """Whether there is no crop where the model has learnt crops."""
    return inspected.part.recipe.cuts_part_out and inspected.inspection.crop is None


def _deviation(readings: dict[Aspect, AspectReading], changed: bool = False) -> SceneDeviation:
    by_aspect = {
        aspect: SceneReading(limits=round(reading.limits, 2), says=reading.says)
        for aspect, reading in readings.items()
    }
    return SceneDeviation(changed=changed, **by_aspect)
