"""The appendix of a report: groups of pictures that its figures link to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from okng.device.types import DatasetPicture
from okng.models.images.preprocessing import ImageError
from okng.models.images.scaled_jpeg import scaled_jpeg
from okng.models.strict_model import StrictModel

SHOWN = 12
"""Most pictures of a group that are shown; the others are counted."""
THUMBNAIL_PX = 150
LISTED = 1000
"""Most pictures of a dataset that are listed with their SHA-256."""


class ReportPicture(StrictModel):
    """A picture of the appendix."""

    name: str
    """Name of its file, or of the part."""
    sha256: str
    thumbnail: bytes | None
    """JPEG; null where the station has the file no more, or can't read it."""
    label: str | None = None
    """`normal` or `anomaly`."""
    score: float | None = None
    """By a model that had not seen it."""
    words: str | None = None
    """What the station itself says of it, in English."""
    page: str | None = None
    """Its address on the station, from the root on."""


class PictureGroup(StrictModel):
    """The pictures behind one figure: the first of them, and how many there are."""

    anchor: str
    """Id in the document."""
    kind: str
    """What the pictures have in common, as a key of the texts."""
    value: str | None
    """The batch, type, ... that they have in common."""
    total: int
    pictures: tuple[ReportPicture, ...]


class ListedPicture(StrictModel):
    """A picture of the dataset by its hash."""

    picture_id: int
    name: str
    label: str
    sha256: str


class Appendix:
    """Collects groups; the thumbnail of a picture is made once."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._thumbnails: dict[str, bytes | None] = {}
        self.groups: list[PictureGroup] = []

    def add(
        self,
        kind: str,
        pictures: Sequence[DatasetPicture],
        value: str | None = None,
        scores: Mapping[str, float] | None = None,
    ) -> str | None:
        """Adds pictures of a dataset; the anchor of the group, None where there is no picture.

        `scores` are by SHA-256; those that the model is most wrong about should come first.
        """
        shown = [
            ReportPicture(
                name=Path(picture.path).name,
                sha256=picture.sha256,
                thumbnail=self.thumbnail(picture.path),
                label=picture.label.value,
                score=scores.get(picture.sha256) if scores else None,
                page=f"/api/v1/pictures/{picture.picture_id}/file",
            )
            for picture in pictures[:SHOWN]
        ]
        return self.add_shown(kind, len(pictures), shown, value)

    def add_shown(
        self,
        kind: str,
        total: int,
        pictures: Iterable[ReportPicture],
        value: str | None = None,
    ) -> str | None:
        """Adds a group of `total` pictures, of which these are shown."""
        if not total:
            return None
        name = hashlib.sha256(f"{kind} {value or ''}".encode()).hexdigest()[:8]
        group = PictureGroup(
            anchor=f"{kind}-{name}", kind=kind, value=value, total=total, pictures=tuple(pictures)
        )
        if group.anchor not in (existing.anchor for existing in self.groups):
            self.groups.append(group)
        return group.anchor

    def thumbnail(self, path: str | None) -> bytes | None:
        """A small JPEG of a file of the data directory; None where it is gone or damaged."""
        if path is None:
            return None
        if path not in self._thumbnails:
            try:
                self._thumbnails[path] = scaled_jpeg(self._data_dir / path, THUMBNAIL_PX)
            except ImageError:
                self._thumbnails[path] = None
        return self._thumbnails[path]


def listed(pictures: Sequence[DatasetPicture]) -> tuple[ListedPicture, ...]:
    """The first `LISTED` pictures with their hashes."""
    return tuple(
        ListedPicture(
            picture_id=picture.picture_id,
            name=Path(picture.path).name,
            label=picture.label.value,
            sha256=picture.sha256,
        )
        for picture in pictures[:LISTED]
    )
