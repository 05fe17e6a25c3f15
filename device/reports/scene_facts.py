"""Light and focus: how far good pictures of the training differ, and how often parts did since."""

from __future__ import annotations

import math

from okng.models.scene.reference import ASPECTS, MEASURES, Aspect, Measure, SceneReference
from okng.models.strict_model import StrictModel

PERCENT_MEASURES: frozenset[Measure] = frozenset(
    {"detail", "texture", "level", "horizontal", "vertical", "centre"}
)
"""Measures that are natural logarithms of a ratio."""
ENERGIES: frozenset[Measure] = frozenset({"detail", "texture"})
"""Those of them that are energies: a sharpness is the square root."""


class Spread(StrictModel):
    """How far good pictures differ in one measure."""

    aspect: Aspect
    measure: Measure
    reach: float
    """Limit of the difference from their centre: a share, or degrees for `turn`."""


class SceneFacts(StrictModel):
    """The scene of the good training pictures."""

    pictures: int
    spreads: tuple[Spread, ...]
    not_measured: tuple[Aspect, ...]
    position_note: str | None
    """Why the position is not measured, in the station's own words."""


def scene_facts(reference: SceneReference) -> SceneFacts:
    """The limits of each measure, as shares rather than logarithms."""
    spreads = tuple(
        Spread(aspect=MEASURES[measure].aspect, measure=measure, reach=_share(measure, each.reach))
        for measure, each in reference.limits.items()
    )
    measured = {spread.aspect for spread in spreads}
    return SceneFacts(
        pictures=reference.pictures,
        spreads=spreads,
        not_measured=tuple(aspect for aspect in ASPECTS if aspect not in measured),
        position_note=reference.position_note,
    )


def _share(measure: Measure, reach: float) -> float:
    if measure not in PERCENT_MEASURES:
        return reach
    return math.expm1(reach / 2 if measure in ENERGIES else reach)
