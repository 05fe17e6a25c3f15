"""The scene watch: whether pictures still look as they did in training, the part itself apart.

Every recorded part's picture is held against the scene that its model learnt. One picture that
differs is only marked; a change of the scene is what many parts in a row have in common.
"""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import replace
from statistics import median

from okng.device.conditions import Conditions
from okng.device.inference import Judged
from okng.device.types import (
    Image,
    ModelIdentity,
    SceneDeviation,
    SceneReading,
    SceneStatus,
    Severity,
)
from okng.models.scene.comparison import Differences, Reading, SceneComparison
from okng.models.scene.reference import Aspect

log = logging.getLogger(__name__)

WINDOW_PARTS = 20
"""The medians are of so many parts, the newest."""
LEAST_PARTS = 10
"""With fewer nothing is said. Half of them must lie beyond the same limit: where one good part in
ten did, which is 50 times the rate that the limits are made for, that would come in fewer than
one of 600 windows of 10 and one of 100,000 windows of 20."""
OVER_BELOW = 0.8
"""A change that was said is over when the median is so far within the limits."""


class SceneWatch:
    """Marks parts and says `scene_changed`; `mark` is for one thread, `status` for any."""

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions
        self._model: ModelIdentity | None = None
        self._comparison: SceneComparison | None = None
        self._window: deque[Differences] = deque(maxlen=WINDOW_PARTS)
        self._changed: frozenset[Aspect] = frozenset()
        self._status: SceneStatus | None = None

    def mark(self, judged: Judged) -> Judged:
        """The part with what was found of its scene. Whatever goes wrong, the part is recorded."""
        try:
            return self._mark(judged)
        except Exception:
            log.exception("the scene of trigger %d was not measured", judged.part.edge.trigger_id)
            return judged

    def status(self, model: ModelIdentity | None) -> SceneStatus | None:
        """What the newest parts have in common; None when `model` has judged none of them."""
        status = self._status
        return status if status and model == self._model else None

    def _mark(self, judged: Judged) -> Judged:
        part, image = judged.part, judged.seen
        if image is None or _part_is_missing(judged):
            return judged
        if part.recipe.identity != self._model:
            self._begin(part.recipe.identity)
        self._comparison = part.recipe.scene
        if self._comparison is None:
            return judged
        differences = self._comparison.differences(image)
        self._window.append(differences)
        self._look_at_window(max(image.shape))
        readings = self._comparison.readings(differences, max(image.shape))
        scene = _deviation(readings, changed=bool(self._changed))
        return replace(judged, inspection=judged.inspection.model_copy(update={"scene": scene}))

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
            # When half of the parts differ, the median is half of the way: the newest tell all.
            newest = self._comparison.readings(self._medians(LEAST_PARTS), side_px)
            self._say(readings | newest)
        self._status = SceneStatus(
            medians=_deviation(readings, changed=bool(changed)), parts=len(self._window)
        )

    def _medians(self, parts: int) -> Differences:
        """Over the newest parts, of every measure that enough of them have."""
        newest = list(self._window)[-parts:]
        measures = {measure for differences in newest for measure in differences}
        found = {
            measure: [one[measure] for one in newest if measure in one] for measure in measures
        }
        return {
            measure: median(values)
            for measure, values in found.items()
            if len(values) >= LEAST_PARTS
        }

    def _say(self, readings: dict[Aspect, Reading]) -> None:
        if self._changed:
            said = ". ".join(readings[one].sentence for one in readings if one in self._changed)
            self._conditions.set("scene_changed", Severity.WARNING, f"{said}.")
        else:
            self._conditions.clear("scene_changed")


def _part_is_missing(judged: Judged) -> bool:
    """Whether there is no crop where the model has learnt crops."""
    return judged.part.recipe.cuts_part_out and judged.inspection.crop is None


def scene_of(comparison: SceneComparison | None, image: Image) -> SceneDeviation | None:
    """How one picture's scene differs; None where that can't be told."""
    if comparison is None:
        return None
    try:
        return _deviation(comparison.readings(comparison.differences(image), max(image.shape)))
    except Exception:
        log.exception("the scene of a live picture was not measured")
        return None


def _deviation(readings: dict[Aspect, Reading], changed: bool = False) -> SceneDeviation:
    said = {
        aspect: SceneReading(limits=round(reading.limits, 2), says=reading.says)
        for aspect, reading in readings.items()
    }
    return SceneDeviation(changed=changed, **said)
