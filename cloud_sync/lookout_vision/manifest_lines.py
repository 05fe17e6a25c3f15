"""Lines of a manifest as entries have them: source-ref, label and mask as they are now."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from okng.device.datasets.manifest_export import mask_keys
from okng.device.datasets.sources.file_tree import FileTree
from okng.device.datasets.sources.manifest import CLASSIFICATION, LABEL, METADATA, mask_names
from okng.device.datasets.sources.source import SourceError
from okng.device.types import Label, PictureMask
from okng.models.documents import parse_json

MAX_LINE = 8192
"""Characters, as the service allows."""


class ManifestLine(NamedTuple):
    """A line that has a source-ref."""

    source_ref: str
    text: str


def lines_of(manifest: bytes) -> dict[int, ManifestLine]:
    """The lines with a source-ref, by their number from 1; others are refused elsewhere."""
    lines = {}
    for number, data in enumerate(manifest.split(b"\n"), 1):
        try:
            content = parse_json(data.decode("utf-8-sig"))
        except ValueError:
            continue
        if isinstance(content, dict) and isinstance(content.get("source-ref"), str):
            text = json.dumps(content, ensure_ascii=False)
            lines[number] = ManifestLine(content["source-ref"], text)
    return lines


def number_of(where: str) -> int:
    """The line's number in the words by which a source names it."""
    return int(where.rpartition("line ")[2])


class ChangesTree(FileTree):
    """The changes of UpdateDatasetEntries as a manifest, which lies in no folder."""

    NAME = "changes"
    address = "the changes"

    def __init__(self, changes: bytes) -> None:
        self._changes = changes

    def names(self) -> Sequence[str]:
        """The changes alone."""
        return [self.NAME]

    def read(self, name: str) -> bytes:
        """The changes; raises `SourceError` for any other name."""
        if name != self.NAME:
            raise SourceError(f"{name} is not in {self.address}")
        return self._changes


def line_of_picture(source_ref: str, label: Label, created_at: datetime) -> dict[str, Any]:
    """The line of a picture that the station took itself."""
    line: dict[str, Any] = {"source-ref": source_ref}
    metadata = {
        "confidence": 1,
        "job-name": "okng",
        "human-annotated": "yes",
        "creation-date": created_at.astimezone(UTC).replace(tzinfo=None).isoformat(),
        "type": CLASSIFICATION,
    }
    return with_label(line | {LABEL: 0, f"{LABEL}{METADATA}": metadata}, label)


def with_mask(
    content: dict[str, Any], reference: str, mask: PictureMask | None, created_at: datetime
) -> dict[str, Any]:
    """The line with the station's mask of the picture in the place of what it said of masks."""
    names = mask_names(content)
    said = {*names, *(f"{name}{METADATA}" for name in names)}
    rest = {key: value for key, value in content.items() if key not in said}
    return rest | (mask_keys(reference, mask.classes, created_at) if mask else {})


def with_label(content: dict[str, Any], label: Label | None) -> dict[str, Any]:
    """The line with this label; one without stays as it is."""
    if label is None:
        return content
    name = next(
        (
            key.removesuffix(METADATA)
            for key, value in content.items()
            if key.endswith(METADATA)
            and isinstance(value, dict)
            and (value.get("type") == CLASSIFICATION or "class-name" in value)
        ),
        LABEL,
    )
    metadata = content.get(f"{name}{METADATA}")
    metadata = metadata if isinstance(metadata, dict) else {"type": CLASSIFICATION}
    if metadata.get("class-name") == label:
        return content
    return content | {
        name: int(label is Label.ANOMALY),
        f"{name}{METADATA}": metadata | {"class-name": label.value},
    }
