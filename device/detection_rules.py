"""What a recipe asks of the objects in a picture: how many of each class, how large and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Self

from pydantic import Field, model_validator

from okng.device.types import DetectedObject, Message, ModelReference, PixelArea, PixelBox, Verdict
from okng.models.detection.detection_model import Box, Detection


class DetectionRule(Message):
    """How many objects of one class may be there.

    An object counts when it has the score and the size, and its box's centre lies in the zone.
    """

    name: str = Field(min_length=1)
    """Of the class, as the detector has it."""
    at_least: int = Field(default=0, ge=0)
    at_most: int | None = Field(default=None, ge=0)
    """Null is any number; 0 makes each of them NG."""
    minimum_score: float | None = Field(default=None, ge=0, le=1)
    """Null is the detector's own."""
    minimum_size_px: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    """Of the box's longer side."""
    maximum_size_px: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    zone: PixelArea | None = None
    """Null is the whole picture."""

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


class PartSettings(Message):
    """How the part is found and cut out for the anomaly model.

    The crop has the part in its middle, and always the same aspect ratio: it is the smallest such
    rectangle around the box with its margin. It isn't turned.
    """

    name: str = Field(min_length=1)
    """Of the class; exactly one object of it must be there, by its rule if it has one."""
    margin: float = Field(default=0.1, ge=0, le=0.5)
    """On every side, as a share of the box's longer side."""
    aspect_ratio: float = Field(default=1.0, ge=0.2, le=5)
    """Width by height."""


class DetectionSettings(Message):
    """What is looked for before a part is judged."""

    model: ModelReference
    """A detector of the station."""
    rules: tuple[DetectionRule, ...] = ()
    """One for each class that matters; the others are shown and never count."""
    part: PartSettings | None = None
    """Null: the anomaly model judges the whole picture."""

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
    found: Sequence[Detection], rules: Sequence[DetectionRule]
) -> tuple[list[DetectedObject], dict[str, str]]:
    """The objects with what each counts as, and what is wrong in words by the class's name."""
    by_name = {rule.name: rule for rule in rules}
    counted = [one.name in by_name and by_name[one.name].counts(one.box) for one in found]
    counts = Counter(one.name for one, counts in zip(found, counted, strict=True) if counts)

    def verdict(name: str) -> Verdict:
        return Verdict.NG if by_name[name].exceeded(counts[name]) else Verdict.OK

    objects = [
        DetectedObject(
            name=one.name,
            score=round(one.score, 4),
            box=_pixel_box(one.box),
            counted_as=verdict(one.name) if counts else None,
        )
        for one, counts in zip(found, counted, strict=True)
    ]
    failed = {rule.name: rule.failure(counts[rule.name]) for rule in rules}
    return objects, {name: said for name, said in failed.items() if said}


def _pixel_box(box: Box) -> PixelBox:
    sides = {side: round(getattr(box, side), 1) for side in PixelBox.model_fields}
    return PixelBox(**sides)
