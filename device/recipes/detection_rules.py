"""Detection rules of a recipe: how many objects of each class a good part has, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Self

from pydantic import Field, model_validator

from okng.device.types import DetectedObject, ModelReference, PixelArea, PixelBox, Verdict
from okng.models.inference.detection_model import Box, Detection
from okng.models.strict_model import StrictModel


class DetectionRule(StrictModel):
    """A rule for the number of objects of one class.

    An object counts if it has the score and the size, and the centre of its box lies in the zone.
    """

    name: str = Field(min_length=1)
    """Name of the class, as in the detector."""
    at_least: int = Field(default=0, ge=0)
    """Smallest number of objects of a good part."""
    at_most: int | None = Field(default=None, ge=0)
    """Largest number of objects of a good part. Null allows any number; 0 makes each object NG."""
    minimum_score: float | None = Field(default=None, ge=0, le=1)
    """Lowest score of an object that counts; null uses the detector's own."""
    minimum_size_px: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    """Smallest length of the box's longer side, in pixels."""
    maximum_size_px: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    """Greatest length of the box's longer side, in pixels."""
    zone: PixelArea | None = None
    """Area in which objects count; null is the whole picture."""

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        if self.at_most is not None and self.at_most < self.at_least:
            raise ValueError(f"at_most is {self.at_most}, less than at_least, {self.at_least}")
        low, high = self.minimum_size_px, self.maximum_size_px
        if low is not None and high is not None and high < low:
            raise ValueError(f"maximum_size_px is {high:g}, less than minimum_size_px, {low:g}")
        return self

    @property
    def can_fail(self) -> bool:
        """Whether any picture breaks it; if not it only says what is shown."""
        return self.at_least > 0 or self.at_most is not None

    def counts(self, box: Box) -> bool:
        """Whether an object is of the size and in the zone."""
        size_px = max(box.right - box.left, box.bottom - box.top)
        if self.minimum_size_px is not None and size_px < self.minimum_size_px:
            return False
        if self.maximum_size_px is not None and size_px > self.maximum_size_px:
            return False
        if self.zone is None:
            return True
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        inside_x = self.zone.left <= x < self.zone.right
        return inside_x and self.zone.top <= y < self.zone.bottom

    def exceeded(self, count: int) -> bool:
        """Whether there are too many."""
        return self.at_most is not None and count > self.at_most

    def failure(self, count: int) -> str | None:
        """What is wrong with so many, in words; None when nothing is."""
        if self.exceeded(count):
            return f"{self.name}: {count} found, at most {self.at_most} allowed"
        if count < self.at_least:
            return f"{self.name}: {count} found, at least {self.at_least} needed"
        return None


class PartSettings(StrictModel):
    """How the part is located, and cropped for the anomaly model.

    The crop is centred on the part and always has the same aspect ratio: it is the smallest such
    rectangle around the box with its margin. It isn't rotated.
    """

    name: str = Field(min_length=1)
    """Name of the part's class. Exactly one object of the class must be found; if the class has a
    rule, only objects that count by it are considered."""
    margin: float = Field(default=0.1, ge=0, le=0.5)
    """Margin on every side, as a share of the box's longer side."""
    aspect_ratio: float = Field(default=1.0, ge=0.2, le=5)
    """Width divided by height of the crop."""


class DetectionSettings(StrictModel):
    """The detector that finds objects before a part is judged, and the rules for these objects."""

    model: ModelReference
    """Name and version of a detector on the station."""
    rules: tuple[DetectionRule, ...] = ()
    """One rule for each class that matters; objects of other classes are shown but never count."""
    part: PartSettings | None = None
    """How to crop the image to the part; null lets the anomaly model judge the whole image."""

    @model_validator(mode="after")
    def _one_rule_a_class(self) -> Self:
        counts = Counter(rule.name for rule in self.rules)
        twice = [name for name, count in counts.items() if count > 1]
        if twice:
            raise ValueError(f"more than one rule for {', '.join(twice)}; one a class is allowed")
        return self

    @property
    def can_fail(self) -> bool:
        """Whether the rules alone can make a part NG."""
        return any(rule.can_fail for rule in self.rules)


def apply_rules(
    detections: Sequence[Detection], rules: Sequence[DetectionRule]
) -> tuple[list[DetectedObject], dict[str, str]]:
    """Judges the objects of one image.

    Returns:
        The objects with what each counts as, and for each failed rule, by its class, what is wrong
        in words.
    """
    by_name = {rule.name: rule for rule in rules}
    counted = [
        detection.name in by_name and by_name[detection.name].counts(detection.box)
        for detection in detections
    ]
    counts = Counter(
        detection.name for detection, counts in zip(detections, counted, strict=True) if counts
    )

    def verdict(name: str) -> Verdict:
        return Verdict.NG if by_name[name].exceeded(counts[name]) else Verdict.OK

    objects = [
        DetectedObject(
            name=detection.name,
            score=round(detection.score, 4),
            box=_pixel_box(detection.box),
            counted_as=verdict(detection.name) if counts else None,
        )
        for detection, counts in zip(detections, counted, strict=True)
    ]
    failures = {rule.name: rule.failure(counts[rule.name]) for rule in rules}
    return objects, {name: failure for name, failure in failures.items() if failure}


def _pixel_box(box: Box) -> PixelBox:
    sides = {side: round(getattr(box, side), 1) for side in PixelBox.model_fields}
    return PixelBox(**sides)
