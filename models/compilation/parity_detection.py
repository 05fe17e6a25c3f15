"""Whether a build of a detection model finds the boxes that ONNX Runtime's FP32 finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from pydantic import BaseModel, ConfigDict

from okng.models.detection.outputs import BOXES, OBJECTNESS, SCORES
from okng.models.detection.overlap import iou
from okng.models.detection.selection import Selected, select
from okng.models.engines.compiler import Precision
from okng.models.engines.engine import Array

Outputs = Mapping[str, Array]

SCORE, CANDIDATE_SCORE = 0.5, 0.25
"""Boxes over the first must be there; what is over the second may be their counterpart, since a
score of 0.51 may be one of 0.49 without harm: how far scores differ is judged by itself."""
SAME_BOX_IOU = 0.8


@dataclass(frozen=True)
class Limits:
    """What a build may differ by."""

    matched: float
    """Least share of the boxes over `SCORE`, of both sides, that the other side has as well."""
    score: float
    """The 95th percentile of the differences of matched boxes' scores."""


LIMITS: dict[Precision, Limits] = {
    # A box whose score is at a limit, or that is the other's neighbour in suppression, may differ.
    "fp32": Limits(matched=0.995, score=0.005),
    "fp16": Limits(matched=0.99, score=0.02),
    "bf16": Limits(matched=0.98, score=0.05),
    # Eight bits move scores; two boxes in a hundred may pass the limit of 0.5 because of it.
    "int8": Limits(matched=0.98, score=0.1),
}


class DetectionParity(BaseModel):
    """The differences that were found; it holds where `problems` is empty."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    task: Literal["detection"] = "detection"
    pictures: int
    boxes: int
    """Over `SCORE`, of both sides."""
    matched: int
    """Of these, those that the other side has at `SAME_BOX_IOU`, in the same class."""
    score_difference: float
    """The 95th percentile."""
    problems: list[str]
    """What is beyond the limits of the precision, in words."""

    @property
    def figures(self) -> str:
        """The differences in a few words."""
        share = self.matched / self.boxes if self.boxes else 0.0
        return f"{share:.2%} of {self.boxes} boxes match, scores within {self.score_difference:.2g}"


def detection_parity(
    expected: Sequence[Outputs], found: Sequence[Outputs], *, nms_iou: float, precision: Precision
) -> DetectionParity:
    """Compare the outputs of the same pictures (`okng.models.detection.outputs`).

    `nms_iou` is the overlap at which boxes are one object, as the station has it.
    """
    boxes = matched = broken = 0
    differences: list[float] = []
    for right, answer in zip(expected, found, strict=True):
        if not all(np.isfinite(answer[name]).all() for name in (BOXES, OBJECTNESS, SCORES)):
            broken += 1
            continue
        sides = [select(one, CANDIDATE_SCORE, nms_iou) for one in (right, answer)]
        pairs = match(*sides)
        for side, indices in zip(
            sides, zip(*pairs, strict=True) if pairs else [(), ()], strict=True
        ):
            over = side.scores > SCORE
            boxes += int(over.sum())
            matched += int(over[list(indices)].sum())
        differences += [abs(float(sides[0].scores[i] - sides[1].scores[j])) for i, j in pairs]
    parity = DetectionParity(
        pictures=len(found),
        boxes=boxes,
        matched=matched,
        score_difference=float(np.quantile(differences, 0.95)) if differences else 0.0,
        problems=[],
    )
    return parity.model_copy(update={"problems": _problems(parity, LIMITS[precision], broken)})


def match(left: Selected, right: Selected) -> list[tuple[int, int]]:
    """Pairs of indices of boxes of one class at `SAME_BOX_IOU`; the best first, each once."""
    if not len(left.boxes) or not len(right.boxes):
        return []
    overlaps = iou(left.boxes, right.boxes)
    overlaps[left.classes[:, None] != right.classes[None, :]] = 0
    pairs = []
    for index in range(len(left.boxes)):
        other = int(overlaps[index].argmax())
        if overlaps[index, other] >= SAME_BOX_IOU:
            pairs.append((index, other))
            overlaps[:, other] = 0
    return pairs


def _problems(parity: DetectionParity, limits: Limits, broken: int) -> list[str]:
    problems = []
    if broken:
        problems.append(f"{broken} of {parity.pictures} answers are no finite numbers")
    if not parity.boxes:
        problems.append(
            f"no box over {SCORE} in {parity.pictures} pictures, so nothing is proven; "
            "give pictures that show what is looked for"
        )
    elif parity.matched < limits.matched * parity.boxes:
        problems.append(
            f"{parity.matched / parity.boxes:.1%} of {parity.boxes} boxes match, "
            f"needed are {limits.matched:.1%}"
        )
    if parity.score_difference > limits.score:
        problems.append(
            f"scores differ by {parity.score_difference:.2g}, allowed are {limits.score:g}"
        )
    return problems
