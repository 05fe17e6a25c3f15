"""The detector of a recipe: finds objects in an image, applies the rules, and locates the part."""

from __future__ import annotations

from dataclasses import dataclass

from okng.device.inspection.crop import area_around
from okng.device.recipes.detection_rules import DetectionSettings, apply_rules
from okng.device.types import DetectedObject, EngineBuild, ModelIdentity, PixelArea
from okng.models.arrays import Image
from okng.models.errors import OkngError
from okng.models.inference.detection_model import Detection, DetectionModel


class UnknownClassError(OkngError):
    """A recipe names a class that its detector doesn't know; the message lists what it knows."""


@dataclass(frozen=True, slots=True)
class DetectorResult:
    """The objects of one image, what the rules say of them, and where the part is."""

    objects: list[DetectedObject]
    """The highest score first."""
    failed_rules: dict[str, str]
    """What is wrong, in words, by the class's name."""
    crop: PixelArea | None
    """Of the part; None without one, and for recipes that judge the whole picture."""
    part_problem: str | None
    """Why there is no part to judge, in words."""
    preprocess_ms: float
    inference_ms: float


class RecipeDetector:
    """A loaded detection model with the recipe's rules. Not for several threads at once."""

    def __init__(
        self,
        model: DetectionModel,
        identity: ModelIdentity,
        build: EngineBuild | None,
        settings: DetectionSettings,
    ) -> None:
        """Args:
        model: Loaded and warmed up.
        identity: Version and hash, for the results.
        build: What runs the model; None where it runs as it came.
        settings: The recipe's rules and part.

        Raises:
            UnknownClassError: a rule or the part is of a class that the model lacks.
        """
        self.identity = identity
        self.build = build
        self.settings = settings
        self.model = model
        manifest = model.bundle.manifest
        self._own_score = manifest.minimum_score
        self._scores = {
            rule.name: rule.minimum_score
            for rule in settings.rules
            if rule.minimum_score is not None
        }
        self._check_classes(manifest.classes)

    def detect(self, image: Image) -> DetectorResult:
        """Detects objects in an image, as `DetectionModel.detect` does and with its errors."""
        detections = self.model.detect(
            image, minimum_score=min([self._own_score, *self._scores.values()])
        )
        sure = [detection for detection in detections.found if self._is_sure(detection)]
        objects, failed = apply_rules(sure, self.settings.rules)
        crop, problem = self._part(objects)
        return DetectorResult(
            objects, failed, crop, problem, detections.preprocess_ms, detections.inference_ms
        )

    def _is_sure(self, detection: Detection) -> bool:
        return detection.score >= self._scores.get(detection.name, self._own_score)

    def _part(self, objects: list[DetectedObject]) -> tuple[PixelArea | None, str | None]:
        """The area around the one part, or why there is none."""
        part = self.settings.part
        if part is None:
            return None, None
        has_rule = any(rule.name == part.name for rule in self.settings.rules)
        parts = [
            found
            for found in objects
            if found.name == part.name and (found.counted_as is not None or not has_rule)
        ]
        if not parts:
            return None, f"the part was not found: no {part.name}"
        if len(parts) > 1:
            return None, f"one part is needed, {len(parts)} found: {part.name}"
        return area_around(parts[0].box, part), None

    def _check_classes(self, classes: list[str]) -> None:
        settings = self.settings
        wanted = [(rule.name, "a rule") for rule in settings.rules]
        if settings.part:
            wanted.append((settings.part.name, "the part"))
        for name, what in wanted:
            if name not in classes:
                which = f"{self.identity.name} version {self.identity.version}"
                raise UnknownClassError(
                    f"{what} is of the class {name!r}, which the detector {which} doesn't know; "
                    f"its classes are: {', '.join(classes)}"
                )
