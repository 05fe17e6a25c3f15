"""Which pictures DetectAnomalies takes, by type, bytes and pixels, without decoding them.

Only the head of the file is read here, in microseconds; whether the rest is whole is found where
it is decoded.
"""

from __future__ import annotations

import struct

from okng.cloud_sync.lookout_vision.errors import ServiceValidationError
from okng.cloud_sync.lookout_vision.requests import MAX_PICTURE_BYTES

SIDES_PX = range(64, 4097)
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
SIGNATURES = {"image/png": _PNG, "image/jpeg": _JPEG}
"""How a file begins, by its `Content-Type`."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG with the picture's size (ITU-T T.81, B.1.1)."""
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_ENDS = frozenset({0xD9, 0xDA})


def check_picture(data: bytes, content_type: str) -> None:
    """Raises `ServiceValidationError` for a picture that the service doesn't take."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind not in SIGNATURES:
        raise ServiceValidationError(
            f"Content-Type is {content_type[:100]!r}; allowed are {', '.join(SIGNATURES)}"
        )
    if len(data) > MAX_PICTURE_BYTES:
        raise ServiceValidationError(
            f"The picture has {len(data):,} bytes; at most {MAX_PICTURE_BYTES:,} are allowed"
        )
    if not data.startswith(SIGNATURES[kind]):
        raise ServiceValidationError(
            f"The body is not a picture of the type {kind}; it begins with {data[:8].hex(' ')!r}"
        )
    try:
        width, height = _png_size(data) if kind == "image/png" else _jpeg_size(data)
    except (struct.error, IndexError):
        raise ServiceValidationError("The picture ends within its header") from None
    if width not in SIDES_PX or height not in SIDES_PX:
        raise ServiceValidationError(
            f"The picture has {width} x {height} pixels; "
            f"{SIDES_PX.start} to {SIDES_PX.stop - 1} are allowed on each side"
        )


def _png_size(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", data, len(_PNG) + 8)
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """The size in the first frame header, segment by segment."""
    at = 2
    while True:
        if data[at] != 0xFF or data[at + 1] in _ENDS:
            raise ServiceValidationError("The JPEG has no frame header, and so no size")
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        if marker == 0xFF:
            at += 1
        elif marker in _WITHOUT_LENGTH:
            at += 2
        else:
            at += 2 + struct.unpack_from(">H", data, at + 2)[0]
