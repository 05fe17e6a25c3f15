"""Descriptions of scene differences: the figures, and a sentence for a person."""

from __future__ import annotations

import math
from collections.abc import Mapping

from okng.models.scene.reference import Measure

Differences = Mapping[Measure, float]
THAN = "than in the training pictures"


def describe(worst: Measure, differences: Differences, side_px: int) -> tuple[str, str]:
    """Figures and a sentence about the measure that differs most in its aspect.

    Args:
        worst: That measure.
        differences: All differences, in the measures' own units.
        side_px: The picture's longer side.
    """
    difference = differences[worst]
    if worst in ("detail", "texture"):
        figures = f"sharpness {_change(difference / 2)}"
        how = "less sharp" if difference < 0 else "sharper"
        return figures, f"The picture is {how} than the training pictures ({figures}): check focus"
    if worst == "level":
        figures = f"brightness {_change(difference)}"
        how = "darker" if difference < 0 else "brighter"
        return figures, f"The picture is {how} than the training pictures: {figures}"
    if worst in ("saturated", "black"):
        figures = f"{worst} {100 * difference:+.1f} % of the picture".replace("-", "−")
        return figures, f"More of the picture is {worst} {THAN}: {figures}"
    if worst in _OPPOSITES:
        return _light(worst, difference)
    return _position(differences, side_px, turned=worst == "turn")


_OPPOSITES: dict[Measure, tuple[str, str]] = {
    "horizontal": ("left", "right"),
    "vertical": ("top", "bottom"),
    "centre": ("border", "middle"),
}


def _light(measure: Measure, difference: float) -> tuple[str, str]:
    first, second = _OPPOSITES[measure]
    changes = [(first, -difference / 2), (second, difference / 2)]
    figures = ", ".join(f"{side} {_change(change)}" for side, change in changes)
    to = second if difference > 0 else first
    where = f"falls more on the {to}" if measure == "centre" else f"comes more from the {to}"
    return figures, f"The light {where} {THAN}: brightness {figures}"


def _position(differences: Differences, side_px: int, turned: bool) -> tuple[str, str]:
    if turned:
        turn = differences["turn"]
        figures = f"{abs(turn):.1f}° {'clockwise' if turn > 0 else 'counterclockwise'}"
        return f"turned {figures}", f"Parts are turned {figures} against the training pictures"
    right, down = (round(differences[direction] * side_px) for direction in ("right", "down"))
    shifts = [
        f"{abs(right)} px to the {'right' if right > 0 else 'left'}" if right else "",
        f"{abs(down)} px {'down' if down > 0 else 'up'}" if down else "",
    ]
    figures = ", ".join(filter(None, shifts)) or "0 px"
    return figures, f"Parts lie {figures.replace(', ', ' and ')} against the training pictures"


def _change(logarithm: float) -> str:
    """A factor's natural logarithm as a change in per cent."""
    percent = round(100 * math.expm1(logarithm))
    return f"{percent:+d} %".replace("-", "−")
