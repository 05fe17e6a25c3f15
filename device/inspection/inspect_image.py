"""Inspection of one image by one recipe: objects by their rules, the part by its anomaly score."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from okng.device.inspection.crop import crop
from okng.device.inspection.loaded_recipe import LoadedRecipe
from okng.device.inspection.recipe_detector import DetectorResult
from okng.device.types import MAX_DETECTIONS, DetectedObject, Outcome, PixelArea, Verdict
from okng.models.arrays import Image
from okng.models.errors import OkngError
from okng.models.inference.anomaly_model import Judgement, is_anomalous

log = logging.getLogger(__name__)

_FIRST = (Verdict.NG, Verdict.OK, None)


class PartNotFoundError(OkngError):
    """There is no part in the image that could be cut out; the message says why."""


@dataclass(frozen=True, slots=True)
class ImageJudgement:
    """What an image is judged to be, and what the models gave for it."""

    outcome: Outcome
    reason: str | None = None
    detector_result: DetectorResult | None = None
    """The detector's; None where it did not come to it."""
    judgement: Judgement | None = None
    """The anomaly model's; None where it did not come to it."""

    @property
    def preprocess_ms(self) -> float | None:
        """Preprocessing of both models together."""
        return _sum([result.preprocess_ms for result in self._results])

    @property
    def inference_ms(self) -> float | None:
        """Inference of both models together."""
        return _sum([result.inference_ms for result in self._results])

    @property
    def _results(self) -> list[DetectorResult | Judgement]:
        return [result for result in (self.detector_result, self.judgement) if result]

    @property
    def objects(self) -> list[DetectedObject]:
        """Every object, what counts as NG first, then what counts as OK."""
        objects = self.detector_result.objects if self.detector_result else []
        return sorted(objects, key=lambda found: _FIRST.index(found.counted_as))

    @property
    def kept_objects(self) -> tuple[DetectedObject, ...]:
        """As many objects as an inspection keeps, in the same order."""
        return tuple(self.objects[:MAX_DETECTIONS])


def inspect_image(recipe: LoadedRecipe, image: Image) -> ImageJudgement:
    """Judges an image; whatever goes wrong is an ERROR with its reason, and never OK.

    It is NG when a rule of the detection fails or the anomaly model says so. A part that is to be
    cut out and isn't there exactly once is an ERROR, whatever the rules say.
    """
    if not recipe.judges:
        return ImageJudgement(Outcome.ERROR, "the recipe names no model")
    detected = None
    try:
        detected = recipe.detector.detect(image) if recipe.detector else None
        if detected and detected.part_problem:
            return ImageJudgement(Outcome.ERROR, detected.part_problem, detected)
        judgement = None
        if recipe.model:
            judgement = recipe.model.judge(crop(image, detected.crop if detected else None))
    except Exception as error:
        # A model may fail in any way; the part ends as ERROR and the line goes on.
        log.exception("a picture could not be judged")
        which = "detector" if recipe.detector and detected is None else "model"
        return ImageJudgement(Outcome.ERROR, f"the {which} failed: {error}", detected)
    return _verdict(recipe, detected, judgement)


def find_part(recipe: LoadedRecipe, image: Image) -> PixelArea:
    """The area of the part, for a recipe that cuts it out.

    Raises:
        PartNotFoundError: it isn't there exactly once, or the detector isn't there or fails.
    """
    if recipe.detector is None:
        raise PartNotFoundError("the recipe's detector is not loaded")
    try:
        detected = recipe.detector.detect(image)
    except Exception as error:
        log.exception("no part could be looked for")
        raise PartNotFoundError(f"the detector failed: {error}") from error
    if detected.crop is None:
        raise PartNotFoundError(detected.part_problem or "the recipe cuts no part out")
    return detected.crop


def _verdict(
    recipe: LoadedRecipe, detected: DetectorResult | None, judgement: Judgement | None
) -> ImageJudgement:
    failed = detected.failed_rules.values() if detected else ()
    anomalous = False
    if judgement:
        assert recipe.threshold is not None
        anomalous = is_anomalous(judgement.score, recipe.threshold)
    outcome = Outcome.NG if failed or anomalous else Outcome.OK
    return ImageJudgement(outcome, "; ".join(failed) or None, detected, judgement)


def _sum(parts: list[float]) -> float | None:
    return sum(parts) if parts else None
