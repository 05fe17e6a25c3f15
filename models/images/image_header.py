"""Headers of image files, read and checked before any pixel is decoded.

Decoders allocate the memory that the header asks for, and OpenCV's return many a damaged or unusual
picture as if it were complete, so both are checked before. PNG, JPEG, BMP and TIFF are
supported; kinds that okng would misread are refused by name.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from okng.models.errors import OkngError
from okng.models.images import tiff as tags
from okng.models.images.exif_orientation import read_orientation
from okng.models.images.tiff import Directory, directories

USE = "use PNG, JPEG, BMP or TIFF"

# A JPEG marker that ends entropy-coded data: not a stuffed 0xff, not a restart (ITU-T T.81, B.1.1).
# It begins with a literal, so that re skips to the next 0xff: 24 times faster than a repetition.
_JPEG_MARKER = re.compile(rb"\xff\xff*[^\x00\xff\xd0-\xd7]")
_JPEG_PROGRESSIVE = 0xC2
_JPEG_READ = (0xC0, 0xC1, _JPEG_PROGRESSIVE)
_JPEG_NOT_FRAMES = (0xC4, 0xC8, 0xCC)
_JPEG_APP1, _JPEG_START_OF_SCAN, _JPEG_END = 0xE1, 0xDA, 0xD9
_EXIF = b"Exif\x00\x00"

_PNG_CHANNELS = {0: 1, 2: 3, 3: 3, 4: 1, 6: 3}
"""Channels once decoded, by colour type."""
_BMP_RGB, _BMP_BITFIELDS = 0, (3, 6)

# By the offset of their signature; these formats are refused by name.
_OTHER_FORMATS = (
    (0, b"GIF8", "GIF"),
    (8, b"WEBP", "WebP"),
    (4, b"ftypavif", "AVIF"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"jP  \r\n\x87\n", "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG 2000"),
    (4, b"JXL \r\n\x87\n", "JPEG XL"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"MM\x00+", "big-endian BigTIFF"),
    (0, b"8BPS", "Photoshop"),
    (0, b"v/1\x01", "OpenEXR"),
    (0, b"%PDF", "PDF"),
    (0, b"PK\x03\x04", "ZIP"),
)


class HeaderError(OkngError, ValueError):
    """The data is not a picture that okng reads, or the picture is incomplete."""


@dataclass(frozen=True)
class ImageHeader:
    """The header of an image file: its properties before it is decoded."""

    format: str
    """ "PNG", "JPEG", "BMP" or "TIFF"."""
    width: int
    """Width of the upright picture in pixels."""
    height: int
    bits: int
    """Bits of a decoded value: 8 or 16."""
    channels: int
    """Channels once decoded: 1 or 3, without transparency."""
    orientation: int = 1
    """EXIF orientation of the stored pixels; 1 is upright."""
    inverted: bool = False
    """Whether it is a 16 bit TIFF whose zero is white: OpenCV only inverts those of 8 bit."""
    progressive: bool = False
    """Whether it is a JPEG of several scans, whose decoder holds all coefficients."""

    @property
    def decoded_bytes(self) -> int:
        """Memory of the decoded pixels."""
        return self.width * self.height * self.channels * self.bits // 8

    @property
    def decoding_bytes(self) -> int:
        """Peak memory of decoding, besides the file's own bytes (measured, rounded up)."""
        copies = 1 if self.format == "JPEG" else 2
        if self.format == "TIFF" and self.bits == 8:
            copies = 5
        if self.orientation != 1 or self.inverted:
            copies += 1
        if self.progressive:
            copies += 2
        return copies * self.decoded_bytes


def read_header(data: bytes) -> ImageHeader:
    """Read and check the header of the picture in `data`.

    Raises:
        HeaderError: no picture, a format or kind that okng doesn't read, cut off, or with a wrong
            checksum. The entropy-coded data of a JPEG or TIFF is left to its decoder.
    """
    if not data:
        raise HeaderError("the file is empty")
    for signature, reader in _READERS:
        if data.startswith(signature):
            try:
                return reader(data)
            except (struct.error, IndexError) as error:
                raise HeaderError(f"truncated: it ends within its header ({error})") from None
    for at, signature, name in _OTHER_FORMATS:
        if data.startswith(signature, at):
            raise HeaderError(f"okng doesn't read {name} files; {USE}")
    raise HeaderError(f"not an image (it begins with {data[:8].hex(' ')}); {USE}")


def _upright(
    name: str,
    width: int,
    height: int,
    bits: int,
    channels: int,
    turned: int,
    inverted: bool = False,
    progressive: bool = False,
) -> ImageHeader:
    if turned >= 5:
        width, height = height, width
    return ImageHeader(name, width, height, bits, channels, turned, inverted, progressive)


def _read_png(data: bytes) -> ImageHeader:
    width, height, depth, colour = struct.unpack_from(">IIBB", data, 16)
    if colour not in _PNG_CHANNELS:
        raise HeaderError(f"damaged: a PNG of colour type {colour}")
    turned = 1
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 8 + length
        if end + 4 > len(data):
            break
        (checksum,) = struct.unpack_from(">I", data, end)
        if zlib.crc32(memoryview(data)[at + 4 : end]) != checksum:
            raise HeaderError(f"damaged: wrong checksum of its {kind!r} chunk at byte {at}")
        if kind == b"acTL":
            raise HeaderError(
                "an animated PNG, which holds more than one picture; save one of them"
            )
        if kind == b"eXIf":
            turned = read_orientation(data[at + 8 : end])
        if kind == b"IEND":
            bits = 16 if depth == 16 else 8
            return _upright("PNG", width, height, bits, _PNG_CHANNELS[colour], turned)
        at = end + 4
    raise HeaderError(f"truncated: {len(data)} bytes, and its IEND chunk is missing")


def _read_jpeg(data: bytes) -> ImageHeader:
    frame: tuple[int, int, int] | None = None
    turned, progressive = 1, False
    at = 2
    while (match := _JPEG_MARKER.search(data, at)) is not None:
        marker, segment = data[match.end() - 1], match.end()
        if marker == _JPEG_END and frame is not None:
            height, width, channels = frame
            return _upright("JPEG", width, height, 8, channels, turned, progressive=progressive)
        (length,) = struct.unpack_from(">H", data, segment)
        if 0xC0 <= marker <= 0xCF and marker not in _JPEG_NOT_FRAMES:
            frame = _jpeg_frame(data, segment, marker)
            progressive = marker == _JPEG_PROGRESSIVE
        elif marker == _JPEG_APP1 and data.startswith(_EXIF, segment + 2):
            turned = read_orientation(data[segment + 2 + len(_EXIF) : segment + length])
        at = segment + length
    raise HeaderError(f"truncated: {len(data)} bytes, and its end marker is missing")


def _jpeg_frame(data: bytes, segment: int, marker: int) -> tuple[int, int, int]:
    """Height, width and channels in a frame header of a JPEG."""
    precision, height, width, components = struct.unpack_from(">BHHB", data, segment + 2)
    if marker not in _JPEG_READ or precision != 8:
        raise HeaderError(
            f"a JPEG of a kind that is seldom read (frame SOF{marker - 0xC0}, {precision} bit); "
            "save it as baseline JPEG or PNG"
        )
    if components == 4:
        raise HeaderError("a CMYK JPEG, which is made for printing; save it as RGB or grey")
    if components not in (1, 3):
        raise HeaderError(f"a JPEG of {components} components; allowed are 1 and 3")
    return height, width, components


def _read_bmp(data: bytes) -> ImageHeader:
    start, header_size = struct.unpack_from("<II", data, 10)
    if header_size < 40:
        raise HeaderError("a BMP of OS/2's old form; save it as PNG")
    width, height, _, bits, compression = struct.unpack_from("<iiHHI", data, 18)
    if compression != _BMP_RGB and compression not in _BMP_BITFIELDS:
        raise HeaderError("a compressed BMP, whose damage can't be noticed; save it as PNG")
    if width <= 0 or height == 0:
        raise HeaderError(f"damaged: a BMP of {width} x {height} pixels")
    stride = (width * bits + 31) // 32 * 4
    if len(data) < start + stride * abs(height):
        raise HeaderError(f"truncated: {len(data)} bytes of {start + stride * abs(height)}")
    # The palette of a BMP decides whether it is grey; three channels are the most it may become.
    return ImageHeader("BMP", width, abs(height), 8, 3)


def _read_tiff(data: bytes) -> ImageHeader:
    try:
        pages = [page for page in directories(data) if not _is_reduced(page)]
    except ValueError as error:
        raise HeaderError(f"damaged: {error}") from None
    if not pages:
        raise HeaderError("damaged: a TIFF without a picture")
    if len(pages) > 1:
        raise HeaderError(f"a TIFF of {len(pages)} pages; save each as a file of its own")
    (page,) = pages
    if tags.WIDTH not in page or tags.HEIGHT not in page:
        raise HeaderError("damaged: a TIFF without its width and height")
    samples, depths = _one(page, tags.SAMPLES, 1), set(page.get(tags.BITS, (1,)))
    photometric = _one(page, tags.PHOTOMETRIC, -1)
    bits = 8 if max(depths) <= 8 else 16
    _check_tiff(page, samples, depths, photometric)
    _check_strips(page, data)
    width, height = _one(page, tags.WIDTH, 0), _one(page, tags.HEIGHT, 0)
    channels = 3 if photometric in (tags.RGB, tags.PALETTE) else 1
    turned = _one(page, tags.ORIENTATION, 1)
    turned = turned if 1 <= turned <= 8 else 1
    inverted = bits == 16 and photometric == tags.WHITE_IS_ZERO
    return _upright("TIFF", width, height, bits, channels, turned, inverted)


def _check_tiff(page: Directory, samples: int, depths: set[int], photometric: int) -> None:
    """Raise `HeaderError` for kinds that decoders misread, or whose damage they don't notice."""
    deep, planar = max(depths) > 8, _one(page, tags.PLANAR, 1) == 2
    kinds = {
        "floating point or signed numbers": set(page.get(tags.SAMPLE_FORMAT, (1,))) - {1},
        f"{'/'.join(map(str, sorted(depths)))} bit": depths not in _TIFF_DEPTHS,
        f"photometric interpretation {photometric}": photometric not in _TIFF_PHOTOMETRIC,
        "JPEG inside": _one(page, tags.COMPRESSION, 1) in tags.JPEG,
        "separate colour planes of 16 bit": deep and samples > 1 and planar,
        "16 bit grey with transparency": deep and samples == 2,
        f"{samples} channels": samples > 4,
    }
    unread = [kind for kind, is_so in kinds.items() if is_so]
    if unread:
        raise HeaderError(
            f"a TIFF with {' and '.join(unread)}; save it with 8 or 16 bit unsigned grey or RGB"
        )


def _check_strips(page: Directory, data: bytes) -> None:
    """Raise `HeaderError` where pixels lie beyond the end of the file or fail their checksum."""
    tiled = tags.TILE_OFFSETS in page
    offsets: Sequence[int] = page.get(tags.TILE_OFFSETS if tiled else tags.STRIP_OFFSETS, ())
    sizes: Sequence[int] = page.get(tags.TILE_BYTES if tiled else tags.STRIP_BYTES, ())
    if not offsets or len(offsets) != len(sizes):
        raise HeaderError("damaged: a TIFF that doesn't say where its pixels are")
    end = max(offset + size for offset, size in zip(offsets, sizes, strict=True))
    if end > len(data):
        raise HeaderError(f"truncated: {len(data)} bytes of {end}")
    if _one(page, tags.COMPRESSION, 1) in tags.DEFLATE:
        view = memoryview(data)
        for offset, size in zip(offsets, sizes, strict=True):
            _check_deflate(view[offset : offset + size])


def _check_deflate(strip: memoryview) -> None:
    """Check a deflated strip: libtiff stops at the last pixel, before the checksum."""
    inflater = zlib.decompressobj()
    try:
        rest: bytes | memoryview = strip
        while rest and not inflater.eof:
            inflater.decompress(rest, _INFLATED_AT_ONCE)
            rest = inflater.unconsumed_tail
    except zlib.error as error:
        raise HeaderError(f"damaged: {error}") from None
    if not inflater.eof:
        raise HeaderError("damaged: compressed pixels that end too early")


def _is_reduced(page: Directory) -> bool:
    """Whether it is a thumbnail or a mask of another page (TIFF 6.0, NewSubfileType)."""
    return bool(_one(page, tags.SUBFILE, 0) & 0b101)


def _one(page: Directory, tag: int, default: int) -> int:
    return page.get(tag, (default,))[0]


_TIFF_PHOTOMETRIC = (tags.WHITE_IS_ZERO, tags.BLACK_IS_ZERO, tags.RGB, tags.PALETTE)
_TIFF_DEPTHS = ({1}, {8}, {10}, {12}, {14}, {16})
_INFLATED_AT_ONCE = 1 << 20

_Reader = Callable[[bytes], ImageHeader]
_READERS: tuple[tuple[bytes, _Reader], ...] = (
    (b"\x89PNG\r\n\x1a\n", _read_png),
    (b"\xff\xd8\xff", _read_jpeg),
    (b"BM", _read_bmp),
    *((signature, _read_tiff) for signature in tags.SIGNATURES),
)
