"""Label Studio's regions: rectangles that a person drew, assembled from results with the same id.

A `RectangleLabels` tag writes one result with shape and class. The tags `Rectangle` with `Labels`,
or with `Choices` for each region, write a result each, of the same id
(https://labelstud.io/guide/task_format#Relevant-JSON-property-descriptions).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from okng.models.detection.annotation_formats.annotation_file import (
    AnnotationError,
    Record,
    SkippedAnnotation,
    shortened,
)

_SIDES = ("x", "y", "width", "height")
_CLASS_KEYS = ("rectanglelabels", "labels")
"""Keys of a result's value that hold the class of its region."""
_OTHER_SHAPES = ("polygon", "brush", "ellipse", "keypoint", "vector", "video", "bitmask", "magic")


class Result(BaseModel):
    """One of the results of an annotation."""

    id: str | int | None = None
    type: str
    value: dict[str, Any] = {}
    to_name: str = ""
    from_name: str = ""
    original_width: int | None = None
    original_height: int | None = None
    image_rotation: float | None = 0


class _Shape(BaseModel):
    x: float
    y: float
    width: float
    height: float
    rotation: float | None = 0


_RESULT, _SHAPE = Record(Result), Record(_Shape)


@dataclass
class Region:
    """A rectangle in per cent of its picture, with all candidates for its class."""

    where: str
    x: float
    y: float
    width: float
    height: float
    is_turned: bool
    size: tuple[int, int] | None
    labels: list[str] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    """The choices made for the region, by the name of their control."""

    def class_name(self) -> str:
        """The region's only label or, without labels, its only choice.

        Raises `AnnotationError` where it has none or several, or is rotated.
        """
        if self.is_turned:
            raise AnnotationError("is turned; allowed are boxes along the picture's sides")
        classes = list(dict.fromkeys(self.labels))
        if not classes:
            classes = [word for chosen in self.choices.values() for word in chosen]
        if not classes:
            raise AnnotationError("is a rectangle without a label, so its class is not known")
        if len(classes) > 1:
            raise AnnotationError(
                f"may be of class {' or '.join(shortened(name) for name in classes)}; allowed is "
                "one label"
            )
        return classes[0]


@dataclass(frozen=True)
class Regions:
    """The rectangles of one annotation."""

    boxes: list[Region]
    to_names: frozenset[str]
    """Names of the pictures they belong to, from the labelling configuration."""
    unusable: int
    """Number of regions that are not rectangles."""


def read_regions(where: str, results: Sequence[Any], skipped: list[SkippedAnnotation]) -> Regions:
    """Read the rectangles of an annotation; everything else in it is added to `skipped`."""
    regions: dict[object, Region] = {}
    relations: list[tuple[str, Result]] = []
    to_names, unusable = set[str](), 0
    for number, record in enumerate(results):
        place = f"{where}.{number}"
        try:
            result = _RESULT.read(record)
            key = place if result.id is None else (result.id, result.to_name)
            if _is_rectangle(result):
                region = _region(place, result)
                _add_classes(regions.setdefault(key, region), result)
                to_names.add(result.to_name)
            else:
                relations.append((place, result))
        except AnnotationError as error:
            skipped.append(SkippedAnnotation(place, str(error)))
            unusable += 1
    for place, result in relations:
        of_region = regions.get((result.id, result.to_name))
        if of_region:
            _add_classes(of_region, result)
        elif reason := _reason(result):
            skipped.append(SkippedAnnotation(place, reason))
            unusable += _is_shape(result)
    return Regions(list(regions.values()), frozenset(to_names - {""}), unusable)


def _is_rectangle(result: Result) -> bool:
    """Whether a result has a rectangle: labels, choices and texts of a region repeat it."""
    return not _is_shape(result) and (
        result.type in ("rectanglelabels", "rectangle")
        or all(side in result.value for side in _SIDES)
    )


def _is_shape(result: Result) -> bool:
    return result.type.startswith(_OTHER_SHAPES) or any(
        key in result.value for key in ("points", "radiusX", "rle")
    )


def _region(place: str, result: Result) -> Region:
    shape = _SHAPE.read(result.value)
    sides = (shape.x, shape.y, shape.width, shape.height)
    if not all(map(math.isfinite, sides)):
        raise AnnotationError(f"has sides that are no numbers: {sides}")
    turned = (shape.rotation or 0) % 360 or (result.image_rotation or 0) % 360
    has_size = result.original_width and result.original_height
    return Region(
        place,
        *sides,
        is_turned=bool(turned),
        size=(result.original_width or 0, result.original_height or 0) if has_size else None,
    )


def _add_classes(region: Region, result: Result) -> None:
    for key in _CLASS_KEYS:
        region.labels += _texts(result.value, key)
    chosen = _texts(result.value, "choices")
    if chosen:
        region.choices.setdefault(result.from_name, []).extend(chosen)


def _texts(value: Mapping[str, Any], key: str) -> list[str]:
    texts = value.get(key) or []
    texts = texts if isinstance(texts, list) else [texts]
    return [text for text in texts if isinstance(text, str)]


def _reason(result: Result) -> str | None:
    """Why a result is not a box; None for statements about the whole picture."""
    if result.type in ("choices", "textarea", "rating", "number", "datetime"):
        return None
    return f"type is {shortened(result.type)}, which is no box; allowed is rectanglelabels"
