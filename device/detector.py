"""A recipe's detector at work: the objects of a picture, what the rules say, and the part."""

from __future__ import annotations

from dataclasses import dataclass

from okng.device.detection_rules import DetectionSettings, apply_rules
from okng.device.part_crop import area_around
from okng.device.types import DetectedObject, EngineBuild, Image, ModelIdentity, PixelArea
from okng.models.detection.detection_model import Detection, DetectionModel


class UnknownClass(Exception):
    """A recipe names a class that its detector doesn't know."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in one picture."""

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


class Detector:
    """A loaded detector with the recipe's rules. Not for several threads at once."""

    def __init__(
        self,
        model: DetectionModel,
        identity: ModelIdentity,
        build: EngineBuild | None,
        settings: DetectionSettings,
    ) -> None:
        """Raises `UnknownClass` for a rule or a part of a class that the detector doesn't have."""
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

    def find(self, image: Image) -> Finding:
        """Looks at one picture, as `DetectionModel.detect` has it and with its errors."""
        detections = self.model.detect(
            image, minimum_score=min([self._own_score, *self._scores.values()])
        )
        found = [one for one in detections.found if self._is_sure(one)]
        objects, failed = apply_rules(found, self.settings.rules)
        crop, problem = self._part(objects)
        return Finding(
            objects, failed, crop, problem, detections.preprocess_ms, detections.inference_ms
        )

    def _is_sure(self, found: Detection) -> bool:
        return found.score >= self._scores.get(found.name, self._own_score)

    def _part(self, objects: list[DetectedObject]) -> tuple[PixelArea | None, str | None]:
        part = self.settings.part
        if part is None:
            return None, None
        has_rule = any(rule.name == part.name for rule in self.settings.rules)
        parts = [
            one
            for one in objects
            if one.name == part.name and (one.counted_as is not None or not has_rule)
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
                raise UnknownClass(
                    f"{what} is of the class {name!r}, which the detector {which} doesn't know; "
                    f"its classes are: {', '.join(classes)}"
                )
