"""Score range of an anomaly model: a threshold outside of it has no effect.

Scores may be clipped inside a graph by any operator, or saturate in a build's eight bits. So the
range is measured: pictures that are as unlike usual parts as possible must score higher than a
threshold, or no part ever will.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from http import HTTPStatus
from pathlib import Path

from pydantic import Field, ValidationError

from okng.models.arrays import Uint8Array
from okng.models.atomic_files import write_file
from okng.models.errors import OkngError
from okng.models.images.extreme_images import extreme_images
from okng.models.strict_model import StrictModel

SHARED_BY = 3
"""If so many different pictures share the highest score, scores are clipped there."""
CLOSE = 1e-6
"""Relative difference below which scores count as equal, for float32's rounding."""


class ThresholdError(OkngError, ValueError):
    """A threshold without effect, or whose effect can't be computed; the message says why."""

    http_status = HTTPStatus.CONFLICT


class ScoreRange(StrictModel):
    """The lowest and the highest score that a model gave to the measured pictures."""

    lowest: float
    highest: float
    extreme_pictures: int = Field(ge=0)
    """Number of synthetic extreme pictures: even, chequered, noisy, inverted."""
    at_highest: int = Field(ge=0)
    """How many of these share the highest score; several mean that scores are clipped there."""

    @property
    def is_cut_off(self) -> bool:
        """Whether scores are clipped at the highest one."""
        return self.at_highest >= SHARED_BY

    def why_unreachable(self, threshold: float) -> str | None:
        """Why no part could be NG at a threshold; None where some could."""
        if threshold < self.highest - CLOSE * abs(self.highest):
            return None
        if self.is_cut_off:
            reason = (
                f"the model's scores end at {self.highest:.6g} ({self.at_highest} of "
                f"{self.extreme_pictures} extreme pictures score just that)"
            )
        else:
            reason = (
                f"the highest score that the model gave to any picture, "
                f"{self.extreme_pictures} extreme ones among them, is {self.highest:.6g}"
            )
        return (
            f"no part can score more than the threshold {threshold:.6g}, so every part would be "
            f"OK: {reason}. Allowed are thresholds below {self.highest:.6g}"
        )

    def why_always(self, threshold: float) -> str | None:
        """Why every part would be NG at a threshold; None where some could be OK."""
        if threshold >= self.lowest:
            return None
        return (
            f"every part would be NG by the threshold {threshold:.6g}: the lowest score that the "
            f"model gave to any picture is {self.lowest:.6g}"
        )

    def check(self, threshold: float) -> None:
        """Raise `ThresholdError` where no score can exceed the threshold."""
        if problem := self.why_unreachable(threshold):
            raise ThresholdError(problem)


def measure_score_range(
    score: Callable[[Uint8Array], float],
    height: int,
    width: int,
    usual: Sequence[Uint8Array] = (),
    scores: Iterable[float] = (),
) -> ScoreRange | None:
    """Measure the range of `score` over extreme pictures of that size, and of known `scores`.

    `usual` are inputs of good parts, from which some extreme pictures are made. Scores that are not
    finite are left out; None where none is finite.
    """
    answers = [score(pixels) for pixels in extreme_images(height, width, usual)]
    extremes = [score for score in answers if math.isfinite(score)]
    every = [*extremes, *scores]
    if not every:
        return None
    highest = max(every)
    return ScoreRange(
        lowest=min(every),
        highest=highest,
        extreme_pictures=len(extremes),
        at_highest=sum(score >= highest - CLOSE * abs(highest) for score in extremes),
    )


def read_score_range(path: Path) -> ScoreRange | None:
    """Read the stored range of a bundle whose manifest has none; None where nothing was stored."""
    try:
        return ScoreRange.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def keep_score_range(path: Path, measured: ScoreRange) -> None:
    """Store a range; a failing disk is ignored, since the range can be measured again."""
    try:
        path.parent.mkdir(exist_ok=True)
        write_file(path, (measured.model_dump_json(indent=2) + "\n").encode())
    except OSError:
        return
