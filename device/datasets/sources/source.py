"""Dataset source: labelled pictures to import, and what can't be used of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from okng.device.types import Label, Split
from okng.models.boxes import Boxes
from okng.models.errors import OkngError
from okng.models.masks.class_mask import ClassMask
from okng.models.strict_model import StrictModel


class SourceError(OkngError, ValueError):
    """The source, or a file of it, can't be used; the message says which and why."""

    http_status = HTTPStatus.CONFLICT


class Refusal(StrictModel):
    """A line or file of a source that doesn't come in."""

    where: str
    """The line of the manifest, or the file's path in the source."""
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


UNLABELLED = (
    "is not labelled. Import again with a label for such pictures (`--label normal` or "
    "`--label anomaly`; on the page: Pictures without a label), or label them in the source"
)


@dataclass(frozen=True)
class ExportNote:
    """What the station that exported a picture knew of it beyond what the layout can say."""

    sha256: str
    """Of the exported file; the note holds for no other."""
    source_sha256: str
    """Of the file on that station."""
    label: Label
    """Counts where the layout tells none."""
    split: Split | None
    batch: str | None
    defect_type: str | None
    boxes: Boxes | None
    mask: Callable[[], ClassMask] | None


@dataclass(frozen=True)
class SourcePicture:
    """A picture of a source and what the source says of it; nothing of it is read before its turn.

    The two functions raise `SourceError`, `ImageError` or `MaskError` for what can't be read.
    """

    where: str
    """The line of the manifest, or the file's path in the source."""
    path: str
    """The file's path in the source, or in the folder with its pictures."""
    read: Callable[[], bytes]
    label: Label | None
    """None where the source doesn't tell it; then `unlabelled` says why."""
    split: Split | None = None
    batch: str | None = None
    defect_type: str | None = None
    boxes: Boxes | None = None
    mask: Callable[[], ClassMask] | None = None
    note: ExportNote | None = None
    unlabelled: str = UNLABELLED


@dataclass(frozen=True)
class DatasetSource:
    """All that a source has, in its own order."""

    layout: str
    """The kind of source, in words."""
    pictures: Sequence[SourcePicture]
    refusals: Sequence[Refusal]
    """What is refused before any picture is read."""
