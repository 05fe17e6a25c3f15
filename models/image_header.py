"""What a picture file says of itself before any pixel is decoded: its format, size, completeness.

A decoder allocates what the header asks for, and OpenCV's decoders return a truncated picture as
if it were whole; so both are looked at first. PNG, JPEG, BMP and TIFF are read.
"""

import re
import struct
import zlib
from dataclasses import dataclass

# A JPEG marker that ends entropy-coded data: not a stuffed 0xff, not a restart (ITU-T T.81, B.1.1).
_JPEG_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
_JPEG_NOT_FRAMES = (0xC4, 0xC8, 0xCC)
_JPEG_START_OF_SCAN, _JPEG_END = 0xDA, 0xD9
_TIFF_WIDTH, _TIFF_HEIGHT = 256, 257


class HeaderError(ValueError):
    """The bytes are no picture of a known format, or the picture is not complete."""


@dataclass(frozen=True)
class ImageHeader:
    """Format ("PNG", "JPEG", "BMP", "TIFF") and size in pixels."""

    format: str
    width: int
    height: int


def read_header(data: bytes) -> ImageHeader:
    """The header of the picture in `data`; raises `HeaderError`, cut-off data included.

    A TIFF's data may lie anywhere in its file: whether it is complete is left to the decoder,
    which refuses it when it is not.
    """
    if not data:
        raise HeaderError("the file is empty")
    for signature, reader in _READERS:
        if data.startswith(signature):
            try:
                return reader(data)
            except (struct.error, IndexError) as error:
                raise HeaderError(f"truncated: it ends within its header ({error})") from None
    raise HeaderError(f"not a picture (it begins with {data[:8].hex(' ')})")


def _read_png(data: bytes) -> ImageHeader:
    width, height = struct.unpack_from(">II", data, 16)
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 8 + length
        if end + 4 > len(data):
            break
        (checksum,) = struct.unpack_from(">I", data, end)
        if zlib.crc32(memoryview(data)[at + 4 : end]) != checksum:
            raise HeaderError(f"damaged: wrong checksum of its {kind!r} chunk at byte {at}")
        if kind == b"IEND":
            return ImageHeader("PNG", width, height)
        at = end + 4
    raise HeaderError(f"truncated: {len(data)} bytes, and its IEND chunk is missing")


def _read_jpeg(data: bytes) -> ImageHeader:
    header = None
    at = 2
    while (found := _JPEG_MARKER.search(data, at)) is not None:
        marker = data[found.end() - 1]
        if marker == _JPEG_END and header is not None:
            return header
        (length,) = struct.unpack_from(">H", data, found.end())
        if 0xC0 <= marker <= 0xCF and marker not in _JPEG_NOT_FRAMES:
            height, width = struct.unpack_from(">HH", data, found.end() + 3)
            header = ImageHeader("JPEG", width, height)
        at = found.end() + length
    raise HeaderError(f"truncated: {len(data)} bytes, and its end marker is missing")


def _read_bmp(data: bytes) -> ImageHeader:
    (start,) = struct.unpack_from("<I", data, 10)
    width, height, _, bits, compression = struct.unpack_from("<iiHHI", data, 18)
    stride = (abs(width) * bits + 31) // 32 * 4
    if compression == 0 and len(data) < start + stride * abs(height):
        raise HeaderError(f"truncated: {len(data)} bytes of {start + stride * abs(height)}")
    return ImageHeader("BMP", abs(width), abs(height))


def _read_tiff(data: bytes) -> ImageHeader:
    order = "<" if data[:2] == b"II" else ">"
    (directory,) = struct.unpack_from(order + "I", data, 4)
    (entries,) = struct.unpack_from(order + "H", data, directory)
    sizes = {}
    for i in range(entries):
        at = directory + 2 + 12 * i
        tag, kind = struct.unpack_from(order + "HH", data, at)
        (sizes[tag],) = struct.unpack_from(order + ("H" if kind == 3 else "I"), data, at + 8)
    if _TIFF_WIDTH not in sizes or _TIFF_HEIGHT not in sizes:
        raise HeaderError("damaged: a TIFF without its width and height")
    return ImageHeader("TIFF", sizes[_TIFF_WIDTH], sizes[_TIFF_HEIGHT])


_READERS = (
    (b"\x89PNG\r\n\x1a\n", _read_png),
    (b"\xff\xd8\xff", _read_jpeg),
    (b"BM", _read_bmp),
    (b"II*\x00", _read_tiff),
    (b"MM\x00*", _read_tiff),
)
