"""Amazon Lookout for Vision's manifest: JSON lines with pictures, labels and masks.

Read leniently, since AWS's own files differ from its documentation: relative source-refs, labels
under other names, a colour map whose entry 0 is a defect, dates as JavaScript writes them (no date
is read at all). `class-name` in the label's metadata decides, as it did for the service.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from pydantic import ValidationError

from okng.device.datasets.sources.file_tree import FileTree
from okng.device.datasets.sources.picture_references import PictureReferences
from okng.device.datasets.sources.source import (
    DatasetSource,
    Refusal,
    SourceError,
    SourcePicture,
)
from okng.device.types import Label, Split
from okng.models.documents import parse_json
from okng.models.masks.class_mask import (
    BACKGROUND,
    MAX_CLASSES,
    ClassMask,
    MaskClass,
    MaskError,
    color_of,
    single_class,
)
from okng.models.masks.mask_images import binary_mask, class_mask
from okng.models.validation_words import explain_first

SUFFIX = ".manifest"
METADATA = "-metadata"
LABEL, MASK = "anomaly-label", "anomaly-mask-ref"
"""Names of the service's own documentation; others are known by their type."""
CLASSIFICATION, SEGMENTATION = (
    "groundtruth/image-classification",
    "groundtruth/semantic-segmentation",
)
_LABELS = {"normal": Label.NORMAL, "anomaly": Label.ANOMALY}
_HEX = re.compile(r"^#[0-9a-fA-F]{6}$")


def read_manifest(
    tree: FileTree, name: str, references: PictureReferences, split: Split | None
) -> DatasetSource:
    """The lines of a manifest in the tree.

    Raises:
        SourceError: the file can't be read, or has no line.
    """
    pictures: list[SourcePicture] = []
    refusals: list[Refusal] = []
    for number, line in enumerate(tree.read(name).split(b"\n"), 1):
        where = f"line {number}" if "/" not in name else f"{name}, line {number}"
        try:
            content = _parsed(line)
            if content is not None:
                pictures.append(_picture(where, content, references, split))
        except SourceError as error:
            refusals.append(Refusal(where=where, reason=str(error)))
    if not pictures and not refusals:
        raise SourceError(f"{name} in {tree.address} has no line")
    return DatasetSource("a manifest of Lookout for Vision", pictures, refusals)


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        text = line.decode("utf-8-sig").strip()
        content = parse_json(text) if text else None
    except UnicodeDecodeError:
        raise SourceError("is not UTF-8") from None
    except ValueError as error:
        raise SourceError(f"is not JSON: {error}") from None
    if content is not None and not isinstance(content, dict):
        raise SourceError("is not a JSON object")
    return content


def _picture(
    where: str, content: dict[str, Any], references: PictureReferences, split: Split | None
) -> SourcePicture:
    reference = content.get("source-ref")
    if not isinstance(reference, str) or not reference:
        raise SourceError("has no source-ref")
    tree, path = references.find(reference)
    label = _label(content)
    return SourcePicture(
        where=where,
        path=path,
        read=partial(tree.read, path),
        label=label,
        split=split,
        # Lines of normal pictures name a mask that was never there.
        mask=_mask(content, references, only_in_folder=label is Label.NORMAL),
    )


def _label(content: Mapping[str, Any]) -> Label | None:
    labels = {name: metadata for name, metadata in _metadata(content) if _is_label(name, metadata)}
    if len(labels) > 1 and LABEL not in labels:
        raise SourceError(f"has several labels: {', '.join(sorted(labels))}")
    metadata = labels.get(LABEL) or next(iter(labels.values()), {})
    name = metadata.get("class-name")
    return _LABELS.get(name.strip().casefold()) if isinstance(name, str) else None


def _metadata(content: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for key, value in content.items():
        if key.endswith(METADATA) and isinstance(value, dict):
            yield key.removesuffix(METADATA), value


def _is_label(name: str, metadata: Mapping[str, Any]) -> bool:
    kind = metadata.get("type")
    return kind == CLASSIFICATION or (kind is None and "class-name" in metadata) or name == LABEL


def _mask(
    content: Mapping[str, Any], references: PictureReferences, *, only_in_folder: bool
) -> Callable[[], ClassMask] | None:
    names = mask_names(content)
    if not names:
        return None
    name = MASK if MASK in names else names[0]
    reference, metadata = content.get(name), content.get(f"{name}{METADATA}")
    color_map = metadata.get("internal-color-map") if isinstance(metadata, dict) else None

    def read() -> ClassMask:
        if not isinstance(reference, str) or not reference:
            raise SourceError(f"has no {name}")
        tree, path = references.find(reference, only_in_folder=only_in_folder)
        if not color_map:
            return binary_mask(tree.read(path), reference, single_class("defect"))
        classes, background = classes_of(color_map)
        return class_mask(tree.read(path), reference, classes, background)

    return read


def mask_names(content: Mapping[str, Any]) -> list[str]:
    """The keys of a line that name masks."""
    names = [
        name
        for name, metadata in _metadata(content)
        if metadata.get("type") == SEGMENTATION or "internal-color-map" in metadata
    ]
    return names or [name for name in (MASK,) if name in content]


def classes_of(color_map: object) -> tuple[tuple[MaskClass, ...], str | None]:
    """The classes of an `internal-color-map`, and the colour of its background where it has one.

    Classes keep their numbers as indices where none of them is 0, which is the background here.

    Raises:
        MaskError: it is no such map.
    """
    if not isinstance(color_map, dict):
        raise MaskError("internal-color-map is no object")
    entries, background = [], None
    for key, value in color_map.items():
        name, color = (
            (value.get("class-name"), value.get("hex-color")) if isinstance(value, dict) else (0, 0)
        )
        if not key.isdecimal() or not isinstance(name, str):
            raise MaskError(f"internal-color-map has an entry {key!r} that is no class")
        color = color.lower() if isinstance(color, str) and _HEX.match(color) else None
        if name.strip().casefold() == BACKGROUND:
            background = color
        else:
            entries.append((int(key), name, color))
    keeps_numbers = all(0 < number <= MAX_CLASSES for number, _, _ in entries)
    try:
        classes = tuple(
            MaskClass(
                index=number if keeps_numbers else position,
                name=name,
                color=color or color_of(number if keeps_numbers else position),
            )
            for position, (number, name, color) in enumerate(sorted(entries), 1)
        )
    except (ValidationError, TypeError) as error:
        detail = explain_first(error) if isinstance(error, ValidationError) else str(error)
        raise MaskError(f"internal-color-map has a class that can't be used: {detail}") from None
    if not classes:
        raise MaskError("internal-color-map names no class but the background")
    return classes, background
