"""Parity of a detector's build with the model itself, run by ONNX Runtime in FP32."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from okng.models.arrays import AnyArray
from okng.models.boxes import iou
from okng.models.detection.graph_outputs import BOXES, OBJECTNESS, SCORES
from okng.models.detection.nms import DetectedBoxes, non_maximum_suppression
from okng.models.engines.compiler import Precision
from okng.models.strict_model import StrictModel

Outputs = Mapping[str, AnyArray]

SCORE, CANDIDATE_SCORE = 0.5, 0.25
"""Boxes over `SCORE` need a counterpart over `CANDIDATE_SCORE`: a score of 0.51 may become 0.49
without harm, and score differences have a tolerance of their own."""
SAME_BOX_IOU = 0.8


@dataclass(frozen=True)
class DetectionTolerance:
    """Tolerances within which a build must agree with the model."""

    matched: float
    """Least share of both sides' boxes over `SCORE` that have a counterpart."""
    score: float
    """Largest 95th percentile of the score differences of matched boxes."""


TOLERANCES: dict[Precision, DetectionTolerance] = {
    # A box with a score at a limit, or at the limit of suppression, may differ.
    "fp32": DetectionTolerance(matched=0.995, score=0.005),
    "fp16": DetectionTolerance(matched=0.99, score=0.02),
    "bf16": DetectionTolerance(matched=0.98, score=0.05),
    # Eight bits change scores, which may move two boxes in a hundred across 0.5.
    "int8": DetectionTolerance(matched=0.98, score=0.1),
}


class DetectionParity(StrictModel):
    """The measured differences; the build agrees with the model where `problems` is empty."""

    task: Literal["detection"] = "detection"
    pictures: int
    boxes: int
    """Number of boxes over `SCORE`, of both sides."""
    matched: int
    """How many of these have a counterpart at `SAME_BOX_IOU`, of the same class."""
    score_difference: float
    """The 95th percentile of the score differences of matched boxes."""
    problems: list[str]
    """The differences beyond the tolerances of the precision, in words."""

    @property
    def figures(self) -> str:
        """A short summary of the differences."""
        share = self.matched / self.boxes if self.boxes else 0.0
        return f"{share:.2%} of {self.boxes} boxes match, scores within {self.score_difference:.2g}"


def detection_parity(
    expected: Sequence[Outputs], answers: Sequence[Outputs], *, nms_iou: float, precision: Precision
) -> DetectionParity:
    """Compare the outputs of the same pictures (`okng.models.detection.graph_outputs`).

    `nms_iou` is the station's overlap (IoU) over which boxes are one object.
    """
    boxes = matched = broken = 0
    differences: list[float] = []
    for right, answer in zip(expected, answers, strict=True):
        if not all(np.isfinite(answer[name]).all() for name in (BOXES, OBJECTNESS, SCORES)):
            broken += 1
            continue
        sides = [
            non_maximum_suppression(outputs, CANDIDATE_SCORE, nms_iou)
            for outputs in (right, answer)
        ]
        pairs = match_boxes(*sides)
        for side, indices in zip(
            sides, zip(*pairs, strict=True) if pairs else [(), ()], strict=True
        ):
            over = side.scores > SCORE
            boxes += int(over.sum())
            matched += int(over[list(indices)].sum())
        differences += [abs(float(sides[0].scores[i] - sides[1].scores[j])) for i, j in pairs]
    parity = DetectionParity(
        pictures=len(answers),
        boxes=boxes,
        matched=matched,
        score_difference=float(np.quantile(differences, 0.95)) if differences else 0.0,
        problems=[],
    )
    return parity.model_copy(update={"problems": _problems(parity, TOLERANCES[precision], broken)})


def match_boxes(left: DetectedBoxes, right: DetectedBoxes) -> list[tuple[int, int]]:
    """Match boxes of the same class at `SAME_BOX_IOU`, each once: pairs of indices, best first."""
    if not len(left.boxes) or not len(right.boxes):
        return []
    overlaps = iou(left.boxes, right.boxes)
    overlaps[left.classes[:, None] != right.classes[None, :]] = 0
    pairs = []
    for index in range(len(left.boxes)):
        nearest = int(overlaps[index].argmax())
        if overlaps[index, nearest] >= SAME_BOX_IOU:
            pairs.append((index, nearest))
            overlaps[:, nearest] = 0
    return pairs


def _problems(parity: DetectionParity, limits: DetectionTolerance, broken: int) -> list[str]:
    problems = []
    if broken:
        problems.append(f"{broken} of {parity.pictures} outputs are not finite")
    if not parity.boxes:
        problems.append(
            f"no box over {SCORE} in {parity.pictures} pictures, so nothing is proven; "
            "use pictures with objects that the detector knows"
        )
    elif parity.matched < limits.matched * parity.boxes:
        problems.append(
            f"{parity.matched / parity.boxes:.1%} of {parity.boxes} boxes match, "
            f"at least {limits.matched:.1%} are needed"
        )
    if parity.score_difference > limits.score:
        problems.append(
            f"scores differ by {parity.score_difference:.2g}, at most {limits.score:g} is allowed"
        )
    return problems
