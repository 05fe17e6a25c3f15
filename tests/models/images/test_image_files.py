"""Picture files of every kind: read as they look, or refused by name; never misread."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import PIL.Image
import pytest
from support.tiff_files import CMYK, PALETTE, WHITE_IS_ZERO, as_stored, tiff

from okng.models.images.image_files import read_image, read_image_header, read_mask, read_reduced
from okng.models.images.preprocessing import ImageError

GENERATOR = np.random.default_rng(5)
GREY = GENERATOR.integers(0, 256, (40, 64), np.uint8)
GREY16 = GENERATOR.integers(0, 65536, (40, 64), np.uint16)
COLOUR = GENERATOR.integers(0, 256, (40, 64, 3), np.uint8)
COLOUR16 = GENERATOR.integers(0, 65536, (40, 64, 3), np.uint16)
SMOOTH = cv2.resize(COLOUR, (320, 200), interpolation=cv2.INTER_LINEAR)
ORIENTATIONS = range(1, 9)


def rgb(image: np.ndarray) -> np.ndarray:
    return image[..., ::-1]


def exif(orientation: int) -> bytes:
    entry = struct.pack(">HHIHH", 274, 3, 1, orientation, 0)
    return b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + entry + b"\0\0\0\0"


def saved(image: np.ndarray, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    PIL.Image.fromarray(image).save(file, kind, **options)
    return file.getvalue()


def png(image: np.ndarray, colour_type: int, *chunks: tuple[bytes, bytes]) -> bytes:
    depth = image.dtype.itemsize * 8
    rows = image.astype(">u2") if depth == 16 else image
    height, width = image.shape[:2]
    pixels = zlib.compress(b"".join(b"\0" + row.tobytes() for row in rows))
    head = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    parts = [(b"IHDR", head), *chunks, (b"IDAT", pixels), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def alpha(image: np.ndarray) -> np.ndarray:
    """The picture with transparency that differs from pixel to pixel."""
    top = np.iinfo(image.dtype).max
    return np.dstack([image, top - image.reshape(*image.shape[:2], -1)[..., :1]])


PALETTE_TAG = {320: tuple(int(value) * 257 for value in np.arange(768) % 256)}

READ = {
    "grey TIFF": (tiff(GREY), GREY),
    "white is zero TIFF": (tiff(GREY, WHITE_IS_ZERO), 255 - GREY),
    "16 bit white is zero TIFF": (tiff(GREY16, WHITE_IS_ZERO), 65535 - GREY16),
    "16 bit colour TIFF": (tiff(COLOUR16), rgb(COLOUR16)),
    "big-endian 16 bit TIFF": (tiff(GREY16, order=">"), GREY16),
    "BigTIFF": (tiff(COLOUR, big=True), rgb(COLOUR)),
    "16 bit BigTIFF": (tiff(COLOUR16, big=True), rgb(COLOUR16)),
    "planar TIFF": (tiff(COLOUR, planar=True), rgb(COLOUR)),
    "1 bit TIFF": (tiff(GREY // 128, bits=1), GREY // 128 * 255),
    "palette TIFF": (
        tiff(GREY, PALETTE, tags=PALETTE_TAG),
        np.repeat(GREY[..., None], 3, axis=2),
    ),
    "transparent TIFF": (tiff(alpha(COLOUR), tags={338: (2,)}), rgb(COLOUR)),
    "16 bit transparent TIFF": (tiff(alpha(COLOUR16), tags={338: (2,)}), rgb(COLOUR16)),
    "grey transparent TIFF": (tiff(alpha(GREY), tags={338: (2,)}), GREY),
    "TIFF with a thumbnail": (tiff(GREY, tags={254: (0,)}), GREY),
    "LZW TIFF": (saved(SMOOTH, "TIFF", compression="tiff_lzw"), rgb(SMOOTH)),
    "deflate TIFF": (saved(SMOOTH, "TIFF", compression="tiff_deflate"), rgb(SMOOTH)),
    "grey transparent PNG": (png(alpha(GREY), 4), GREY),
    "16 bit grey transparent PNG": (png(alpha(GREY16), 4), GREY16),
    "16 bit transparent PNG": (png(alpha(COLOUR16), 6), rgb(COLOUR16)),
    "palette PNG with transparency": (
        png(GREY, 3, (b"PLTE", bytes(np.repeat(np.arange(256), 3).tolist())), (b"tRNS", b"\x07")),
        np.repeat(GREY[..., None], 3, axis=2),
    ),
    "PNG with gamma": (png(COLOUR, 2, (b"gAMA", struct.pack(">I", 100000))), rgb(COLOUR)),
    "1 bit PNG": (saved(GREY > 127, "PNG"), (GREY > 127).astype(np.uint8) * 255),
    "BMP": (saved(COLOUR, "BMP"), rgb(COLOUR)),
    "grey JPEG": (
        cv2.imencode(".jpg", GREY)[1].tobytes(),
        cv2.imdecode(cv2.imencode(".jpg", GREY)[1], cv2.IMREAD_GRAYSCALE),
    ),
    "colour JPEG": (
        cv2.imencode(".jpg", SMOOTH)[1].tobytes(),
        cv2.imdecode(cv2.imencode(".jpg", SMOOTH)[1], cv2.IMREAD_COLOR),
    ),
}

REFUSED = {
    "floating point TIFF": (tiff(GREY.astype(np.float32)), "floating point"),
    "signed TIFF": (tiff(GREY.astype(np.int16)), "signed numbers"),
    "32 bit TIFF": (tiff(GREY.astype(np.uint32)), "32 bit"),
    "CMYK TIFF": (tiff(alpha(COLOUR), CMYK), "photometric interpretation 5"),
    "16 bit planar TIFF": (tiff(COLOUR16, planar=True), "separate colour planes"),
    "16 bit grey transparent TIFF": (tiff(alpha(GREY16), tags={338: (2,)}), "transparency"),
    "TIFF of pages": (tiff(GREY, pages=3), "3 pages"),
    "BigTIFF of pages": (tiff(GREY, pages=2, big=True), "2 pages"),
    "JPEG in TIFF": (saved(SMOOTH, "TIFF", compression="jpeg"), "JPEG inside"),
    "big-endian BigTIFF": (tiff(GREY, big=True, order=">"), "big-endian BigTIFF"),
    "animated PNG": (png(GREY, 0, (b"acTL", struct.pack(">II", 2, 0))), "animated PNG"),
    "WebP": (saved(COLOUR, "WEBP"), "WebP"),
    "GIF": (saved(GREY, "GIF"), "GIF"),
    "PDF": (b"%PDF-1.7 and so on", "PDF"),
}


def write(folder: Path, data: bytes) -> Path:
    # The name says nothing: what the file is decides.
    path = folder / "picture.bin"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("kind", READ)
def test_is_read_as_it_looks(tmp_path: Path, kind: str) -> None:
    data, expected = READ[kind]
    path = write(tmp_path, data)
    image = read_image(path)
    assert image.dtype == expected.dtype
    np.testing.assert_array_equal(image, expected)
    header = read_image_header(path)
    assert (header.height, header.width) == expected.shape[:2]
    assert header.bits == expected.dtype.itemsize * 8
    assert header.decoded_bytes >= image.nbytes


@pytest.mark.parametrize("kind", REFUSED)
def test_is_refused_by_its_name(tmp_path: Path, kind: str) -> None:
    data, name = REFUSED[kind]
    with pytest.raises(ImageError, match=rf"picture\.bin: .*{name}"):
        read_image(write(tmp_path, data))


def test_a_cmyk_jpeg_is_refused_by_its_name(tmp_path: Path) -> None:
    file = io.BytesIO()
    PIL.Image.fromarray(COLOUR).convert("CMYK").save(file, "JPEG")
    with pytest.raises(ImageError, match="CMYK JPEG"):
        read_image(write(tmp_path, file.getvalue()))


def jpeg(upright: np.ndarray, orientation: int) -> bytes:
    return saved(as_stored(upright, orientation), "JPEG", quality=100, exif=exif(orientation))


TURNED: dict[str, Callable[[np.ndarray, int], bytes]] = {
    "JPEG": jpeg,
    "PNG": lambda upright, n: png(as_stored(upright, n), 2, (b"eXIf", exif(n)[6:])),
    "TIFF": lambda upright, n: tiff(as_stored(upright, n), tags={274: (n,)}),
    "16 bit TIFF": lambda upright, n: tiff(
        as_stored(upright, n).astype(np.uint16) * 257, tags={274: (n,)}
    ),
}


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("kind", TURNED)
def test_every_reader_sees_it_upright(tmp_path: Path, kind: str, orientation: int) -> None:
    """A bright corner at the upper left, and more of it to the right than below."""
    upright = np.zeros((48, 80, 3), np.uint8)
    upright[:8, :24] = 255
    path = write(tmp_path, TURNED[kind](upright, orientation))
    image, mask, small = read_image(path), read_mask(path), read_reduced(path, 80)
    header = read_image_header(path)
    assert (header.width, header.height) == (80, 48)
    for pixels in (image, small):
        bright = pixels.max(axis=2) > np.iinfo(pixels.dtype).max // 2
        np.testing.assert_array_equal(bright, upright[..., 0] > 0)
    np.testing.assert_array_equal(mask, upright[..., 0] > 0)


def damaged(data: bytes, start: int, length: int) -> bytes:
    return (
        data[:start]
        + bytes(byte ^ 0x5A for byte in data[start : start + length])
        + data[start + length :]
    )


NOISY = cv2.GaussianBlur(
    np.random.default_rng(8).integers(0, 256, (300, 400, 3), np.uint8), (5, 5), 0
)


@pytest.mark.parametrize("progressive", [0, 1])
@pytest.mark.parametrize("quality", [75, 95])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_jpeg_damaged_inside_is_refused(
    tmp_path: Path, share: float, quality: int, progressive: int
) -> None:
    options = [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_PROGRESSIVE, progressive]
    data = cv2.imencode(".jpg", NOISY, options)[1].tobytes()
    assert read_image(write(tmp_path, data)).shape == NOISY.shape
    path = write(tmp_path, damaged(data, int(len(data) * share), 2000))
    with pytest.raises(ImageError, match="damaged"):
        read_image(path)


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_deflate", "tiff_adobe_deflate"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_compressed_tiff_damaged_inside_is_refused(
    tmp_path: Path, share: float, compression: str
) -> None:
    data = saved(NOISY, "TIFF", compression=compression)
    path = write(tmp_path, damaged(data, int(len(data) * share), 4000))
    with pytest.raises(ImageError, match="damaged"):
        read_image(path)


@pytest.mark.parametrize("deep", [False, True])
def test_a_tiff_that_ends_early_is_refused(tmp_path: Path, deep: bool) -> None:
    data = tiff(COLOUR16 if deep else COLOUR)
    with pytest.raises(ImageError, match="truncated"):
        read_image(write(tmp_path, data[:-100]))


def test_a_png_with_too_few_pixels_is_refused(tmp_path: Path) -> None:
    """Its checksums are right: it was written so."""
    whole = png(GREY, 0)
    short = png(GREY[:20], 0)
    start = whole.index(b"IHDR") + 4
    # The height of the whole one over the pixels of the short one.
    head = whole[start : start + 13]
    data = short.replace(
        short[start - 4 : start + 17],
        b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head)),
    )
    with pytest.raises(ImageError, match="damaged or cut off"):
        read_image(write(tmp_path, data))


def test_a_mask_with_noise_is_the_mask_without(tmp_path: Path) -> None:
    exact = np.zeros((60, 80), np.uint8)
    exact[20:40, 30:60] = 255
    noise = np.random.default_rng(2).integers(0, 4, exact.shape, np.uint8)
    noisy = np.where(exact > 0, exact, noise)
    np.testing.assert_array_equal(read_mask(write(tmp_path, png(noisy, 0))), exact > 0)


def test_a_mask_saved_as_jpeg_is_nearly_the_mask(tmp_path: Path) -> None:
    exact = np.zeros((64, 80), np.uint8)
    exact[21:41, 30:61] = 255
    data = cv2.imencode(".jpg", exact, [cv2.IMWRITE_JPEG_QUALITY, 60])[1].tobytes()
    assert (read_mask(write(tmp_path, data)) != (exact > 0)).sum() <= 4


@pytest.mark.parametrize("value", [1, 2, 63, 128, 254, 255])
@pytest.mark.parametrize("deep", [False, True])
def test_any_one_value_is_a_defect(tmp_path: Path, value: int, deep: bool) -> None:
    exact = np.zeros((60, 80), np.uint16 if deep else np.uint8)
    exact[20:40, 30:60] = value
    np.testing.assert_array_equal(read_mask(write(tmp_path, png(exact, 0))), exact > 0)


def test_numbers_of_classes_are_all_defects(tmp_path: Path) -> None:
    classes = np.zeros((60, 80), np.uint8)
    classes[5:20], classes[30:40], classes[50:52] = 1, 2, 7
    np.testing.assert_array_equal(read_mask(write(tmp_path, png(classes, 0))), classes > 0)


def test_colours_of_classes_are_all_defects(tmp_path: Path) -> None:
    """As Pascal VOC draws them: a palette of dark and bright colours on black."""
    index = np.zeros((60, 80), np.uint8)
    index[5:20], index[30:40] = 1, 2
    palette = bytes([0, 0, 0, 128, 0, 0, 0, 0, 255]) + bytes(759)
    mask = read_mask(write(tmp_path, png(index, 3, (b"PLTE", palette))))
    np.testing.assert_array_equal(mask, index > 0)


def test_a_transparent_mask_is_defective_where_it_is_opaque(tmp_path: Path) -> None:
    drawn = np.full((60, 80, 4), 255, np.uint8)
    drawn[..., 3] = 0
    drawn[20:30, :, 3] = 255
    np.testing.assert_array_equal(read_mask(write(tmp_path, png(drawn, 6))), drawn[..., 3] > 0)


def test_grey_levels_that_may_be_defects_are_refused(tmp_path: Path) -> None:
    levels = np.zeros((60, 80), np.uint8)
    levels[5:20], levels[30:40] = 85, 255
    with pytest.raises(ImageError, match=r"1,200 pixels of the mask have the value 85"):
        read_mask(write(tmp_path, png(levels, 0)))
