"""Parity of an anomaly model's build with the model itself, run by ONNX Runtime in FP32."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from okng.models.anomaly.graphs import ANOMALY_MAP, SCORE
from okng.models.arrays import AnyArray
from okng.models.engines.compiler import Precision
from okng.models.strict_model import StrictModel

Outputs = Mapping[str, AnyArray]


@dataclass(frozen=True)
class AnomalyTolerance:
    """Tolerances within which a build must agree with the model."""

    score: float
    """Largest difference of a score, in standard deviations of unseen good parts' scores."""
    map_value: float
    """Largest difference of a map's value, in the same unit: single values vary more."""
    changed_sides: float
    """Largest share of pictures that are OK by one and NG by the other."""


TOLERANCES: dict[Precision, AnomalyTolerance] = {
    # Orders of summation differ: 1e-5 was measured.
    "fp32": AnomalyTolerance(score=0.01, map_value=0.02, changed_sides=0.0),
    # Two pictures of the same part differ by more than a tenth.
    "fp16": AnomalyTolerance(score=0.1, map_value=0.5, changed_sides=0.01),
    # Of normally distributed scores, half of a standard deviation makes 3.4 % of 1 % rejected good
    # parts: about the three times that the review band marks. bfloat16 has eight significant bits.
    "bf16": AnomalyTolerance(score=0.5, map_value=2.0, changed_sides=0.02),
    "int8": AnomalyTolerance(score=0.5, map_value=2.0, changed_sides=0.02),
}


class AnomalyParity(StrictModel):
    """The measured differences; the build agrees with the model where `problems` is empty."""

    task: Literal["anomaly"] = "anomaly"
    pictures: int
    spread: float
    """Standard deviation of unseen good parts' scores: the unit of the differences below."""
    score_difference: float
    map_difference: float
    changed_sides: int
    problems: list[str]
    """The differences beyond the tolerances of the precision, in words."""

    @property
    def figures(self) -> str:
        """A short summary of the differences."""
        return (
            f"score {self.score_difference:.2g} sd, map {self.map_difference:.2g} sd, "
            f"{self.changed_sides} of {self.pictures} verdicts change"
        )


def anomaly_parity(
    expected: Sequence[Outputs],
    answers: Sequence[Outputs],
    *,
    threshold: float,
    spread: float,
    precision: Precision,
) -> AnomalyParity:
    """Compare the outputs `score` [1] and `anomaly_map` [1, h, w] of the same pictures.

    `spread` is the scores' standard deviation; where it is 0, for too few or equal pictures, the
    threshold is the unit.
    """
    spread = spread or abs(threshold) or 1.0
    usable = [
        (right, answer)
        for right, answer in zip(expected, answers, strict=True)
        if all(np.isfinite(answer[name]).all() for name in (SCORE, ANOMALY_MAP))
    ]
    scores = [(float(right[SCORE][0]), float(answer[SCORE][0])) for right, answer in usable]
    maps = [np.abs(right[ANOMALY_MAP] - answer[ANOMALY_MAP]).max() for right, answer in usable]
    parity = AnomalyParity(
        pictures=len(answers),
        spread=spread,
        score_difference=max((abs(a - b) for a, b in scores), default=0.0) / spread,
        map_difference=float(max(maps, default=0.0)) / spread,
        changed_sides=sum((a > threshold) != (b > threshold) for a, b in scores),
        problems=[],
    )
    broken = len(answers) - len(usable)
    return parity.model_copy(update={"problems": _problems(parity, TOLERANCES[precision], broken)})


def _problems(parity: AnomalyParity, limits: AnomalyTolerance, broken: int) -> list[str]:
    problems = []
    if broken or not parity.pictures:
        problems.append(f"{broken} of {parity.pictures} outputs are not finite")
    if parity.score_difference > limits.score:
        problems.append(
            f"a score differs by {parity.score_difference:.2g} standard deviations of good parts, "
            f"at most {limits.score:g} are allowed"
        )
    if parity.map_difference > limits.map_value:
        problems.append(
            f"a map differs by {parity.map_difference:.2g} standard deviations of good parts, "
            f"at most {limits.map_value:g} are allowed"
        )
    if parity.changed_sides > limits.changed_sides * parity.pictures:
        problems.append(
            f"{parity.changed_sides} of {parity.pictures} verdicts change, "
            f"at most {limits.changed_sides:.0%} are allowed"
        )
    return problems
