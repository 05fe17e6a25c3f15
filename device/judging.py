"""One picture by one recipe: objects by their rules, the part by its anomaly score."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from okng.device.active_recipe import ActiveRecipe
from okng.device.detector import Finding
from okng.device.part_crop import crop
from okng.device.types import MAX_DETECTIONS, DetectedObject, Image, Outcome, PixelArea, Verdict
from okng.models.anomaly_model import Judgement, is_anomalous

log = logging.getLogger(__name__)

_FIRST = (Verdict.NG, Verdict.OK, None)


class PartNotFound(Exception):
    """There is no part in the picture that could be cut out; the message says why."""


@dataclass(frozen=True, slots=True)
class PictureJudgement:
    """What a recipe made of a picture: OK, NG or ERROR."""

    outcome: Outcome
    reason: str | None = None
    finding: Finding | None = None
    """By the detector, as far as it came to it."""
    judgement: Judgement | None = None
    """By the anomaly model, as far as it came to it."""

    @property
    def preprocess_ms(self) -> float | None:
        """Of both models."""
        return _sum([one.preprocess_ms for one in (self.finding, self.judgement) if one])

    @property
    def inference_ms(self) -> float | None:
        """Of both models."""
        return _sum([one.inference_ms for one in (self.finding, self.judgement) if one])

    @property
    def objects(self) -> list[DetectedObject]:
        """Everything found, what counts as NG first, then what counts as OK."""
        found = self.finding.objects if self.finding else []
        return sorted(found, key=lambda one: _FIRST.index(one.counted_as))

    @property
    def kept_objects(self) -> tuple[DetectedObject, ...]:
        """As many of them as an inspection keeps."""
        return tuple(self.objects[:MAX_DETECTIONS])


def judge_picture(recipe: ActiveRecipe, image: Image) -> PictureJudgement:
    """Judges a picture; whatever goes wrong is an ERROR with its reason, and never OK.

    It is NG when a rule of the detection fails or the anomaly model says so. A part that is to be
    cut out and isn't there exactly once is an ERROR, whatever the rules say.
    """
    if not recipe.judges:
        return PictureJudgement(Outcome.ERROR, "the recipe names no model")
    finding = None
    try:
        finding = recipe.detector.find(image) if recipe.detector else None
        if finding and finding.part_problem:
            return PictureJudgement(Outcome.ERROR, finding.part_problem, finding)
        judgement = None
        if recipe.model:
            judgement = recipe.model.judge(crop(image, finding.crop if finding else None))
    except Exception as error:
        # A model may fail in any way; the part ends as ERROR and the line goes on.
        log.exception("a picture could not be judged")
        which = "detector" if recipe.detector and finding is None else "model"
        return PictureJudgement(Outcome.ERROR, f"the {which} failed: {error}", finding)
    return _verdict(recipe, finding, judgement)


def find_part(recipe: ActiveRecipe, image: Image) -> PixelArea:
    """Where the part is, for a recipe that cuts it out.

    Raises:
        PartNotFound: it isn't there exactly once, or the detector isn't there or fails.
    """
    if recipe.detector is None:
        raise PartNotFound("the recipe's detector is not loaded")
    try:
        finding = recipe.detector.find(image)
    except Exception as error:
        log.exception("no part could be looked for")
        raise PartNotFound(f"the detector failed: {error}") from error
    if finding.crop is None:
        raise PartNotFound(finding.part_problem or "the recipe cuts no part out")
    return finding.crop


def _verdict(
    recipe: ActiveRecipe, finding: Finding | None, judgement: Judgement | None
) -> PictureJudgement:
    failed = finding.failed_rules.values() if finding else ()
    anomalous = False
    if judgement:
        assert recipe.threshold is not None
        anomalous = is_anomalous(judgement.score, recipe.threshold)
    outcome = Outcome.NG if failed or anomalous else Outcome.OK
    return PictureJudgement(outcome, "; ".join(failed) or None, finding, judgement)


def _sum(parts: list[float]) -> float | None:
    return sum(parts) if parts else None
