"""Whether a build of an anomaly model answers as the model does in ONNX Runtime's FP32."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from pydantic import BaseModel, ConfigDict

from okng.models.anomaly.composition import ANOMALY_MAP, SCORE
from okng.models.engines.compiler import Precision
from okng.models.engines.engine import Array

Outputs = Mapping[str, Array]


@dataclass(frozen=True)
class Limits:
    """What a build may differ by."""

    score: float
    """Largest difference of a score, in standard deviations of unseen good parts' scores."""
    map_value: float
    """Largest difference of a map's value, in the same unit: single values vary more."""
    changed_sides: float
    """Share of pictures that are OK by one and NG by the other."""


LIMITS: dict[Precision, Limits] = {
    # Other orders of summation: seen are 1e-5.
    "fp32": Limits(score=0.01, map_value=0.02, changed_sides=0.0),
    # A tenth is less than what a picture differs by from the next one of the same part.
    "fp16": Limits(score=0.1, map_value=0.5, changed_sides=0.01),
    # Of normally distributed scores, half of a standard deviation makes 3.4 % of 1 % rejected good
    # parts: about the three times that the review band marks. bfloat16 has eight significant bits.
    "bf16": Limits(score=0.5, map_value=2.0, changed_sides=0.02),
    "int8": Limits(score=0.5, map_value=2.0, changed_sides=0.02),
}


class AnomalyParity(BaseModel):
    """The differences that were found; it holds where `problems` is empty."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    task: Literal["anomaly"] = "anomaly"
    pictures: int
    spread: float
    """Standard deviation of unseen good parts' scores: the unit of the following."""
    score_difference: float
    map_difference: float
    changed_sides: int
    problems: list[str]
    """What is beyond the limits of the precision, in words."""

    @property
    def figures(self) -> str:
        """The differences in a few words."""
        return (
            f"score {self.score_difference:.2g} sd, map {self.map_difference:.2g} sd, "
            f"{self.changed_sides} of {self.pictures} change sides"
        )


def anomaly_parity(
    expected: Sequence[Outputs],
    found: Sequence[Outputs],
    *,
    threshold: float,
    spread: float,
    precision: Precision,
) -> AnomalyParity:
    """Compare the outputs `score` [1] and `anomaly_map` [1, h, w] of the same pictures.

    `spread` is the scores' standard deviation; where that is 0, as of too few or equal pictures,
    the threshold is the unit.
    """
    spread = spread or abs(threshold) or 1.0
    usable = [
        (right, answer)
        for right, answer in zip(expected, found, strict=True)
        if all(np.isfinite(answer[name]).all() for name in (SCORE, ANOMALY_MAP))
    ]
    scores = [(float(right[SCORE][0]), float(answer[SCORE][0])) for right, answer in usable]
    maps = [np.abs(right[ANOMALY_MAP] - answer[ANOMALY_MAP]).max() for right, answer in usable]
    parity = AnomalyParity(
        pictures=len(found),
        spread=spread,
        score_difference=max((abs(a - b) for a, b in scores), default=0.0) / spread,
        map_difference=float(max(maps, default=0.0)) / spread,
        changed_sides=sum((a > threshold) != (b > threshold) for a, b in scores),
        problems=[],
    )
    broken = len(found) - len(usable)
    return parity.model_copy(update={"problems": _problems(parity, LIMITS[precision], broken)})


def _problems(parity: AnomalyParity, limits: Limits, broken: int) -> list[str]:
    problems = []
    if broken or not parity.pictures:
        problems.append(f"{broken} of {parity.pictures} answers are no finite numbers")
    if parity.score_difference > limits.score:
        problems.append(
            f"a score differs by {parity.score_difference:.2g} standard deviations of good parts, "
            f"allowed are {limits.score:g}"
        )
    if parity.map_difference > limits.map_value:
        problems.append(
            f"a map differs by {parity.map_difference:.2g} standard deviations of good parts, "
            f"allowed are {limits.map_value:g}"
        )
    if parity.changed_sides > limits.changed_sides * parity.pictures:
        problems.append(
            f"{parity.changed_sides} of {parity.pictures} pictures change sides, "
            f"allowed are {limits.changed_sides:.0%}"
        )
    return problems
