"""EXIF facts on how a picture was taken: the camera and the time.

CIPA DC-008 (Exif 2.32): tags 271 and 272 of the first directory, 36867 of the one at tag 34665.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from okng.models.images import tiff
from okng.models.images.jpeg_segments import APP1, segments

_MAKE, _MODEL, _EXIF_DIRECTORY, _TAKEN_AT = 271, 272, 34665, 36867
_EXIF = b"Exif\x00\x00"
_PNG = b"\x89PNG\r\n\x1a\n"


class Capture(NamedTuple):
    """How a picture was taken, as its file says; None where it doesn't say so."""

    camera: str | None = None
    """Maker and model."""
    taken_at: datetime | None = None
    """By the camera's clock, without a zone."""


def read_capture(data: bytes) -> Capture:
    """What a JPEG, PNG or TIFF file says of its capture; damaged EXIF data says nothing."""
    for exif in _exif(data):
        with suppress(struct.error, ValueError, StopIteration):
            return _capture(exif)
    return Capture()


def _exif(data: bytes) -> Iterator[bytes]:
    if data.startswith(tiff.SIGNATURES):
        yield data
    elif data.startswith(_PNG):
        at = len(_PNG)
        while at + 8 <= len(data):
            (length,) = struct.unpack_from(">I", data, at)
            if data[at + 4 : at + 8] == b"eXIf":
                yield data[at + 8 : at + 8 + length]
            at += 12 + length
    else:
        for marker, content in segments(data):
            if marker == APP1 and content.startswith(_EXIF):
                yield content.removeprefix(_EXIF)


def _capture(exif: bytes) -> Capture:
    first = next(tiff.directories(exif))
    make, model = _text(first, _MAKE), _text(first, _MODEL)
    # Many makers begin the model with their name.
    camera = model if model.lower().startswith(make.lower()) else f"{make} {model}"
    taken_at = None
    with suppress(struct.error, ValueError, KeyError):
        details = tiff.directory_at(exif, first[_EXIF_DIRECTORY][0])
        taken_at = datetime.strptime(_text(details, _TAKEN_AT), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007
    return Capture(camera.strip() or None, taken_at)


def _text(directory: tiff.Directory, tag: int) -> str:
    """A text field, which ends at its first zero."""
    data = bytes(value & 0xFF for value in directory.get(tag, ()))
    return data.partition(b"\0")[0].decode("utf-8", "replace").strip()
