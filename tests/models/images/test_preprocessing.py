import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import ImageError, to_model_input


def write(path: Path, image: np.ndarray, *options: int) -> Path:
    assert cv2.imwrite(str(path), image, list(options))
    return path


@pytest.fixture
def photograph() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 255, (90, 120, 3), dtype=np.uint8)


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".tiff"])
def test_reading_keeps_every_pixel(tmp_path: Path, photograph: np.ndarray, suffix: str) -> None:
    path = write(tmp_path / f"a{suffix}", photograph)
    np.testing.assert_array_equal(read_image(path), photograph)


def test_reads_jpeg_with_a_thumbnail_and_trailing_bytes(
    tmp_path: Path, photograph: np.ndarray
) -> None:
    path = write(tmp_path / "a.jpg", photograph)
    data = path.read_bytes()
    thumbnail = b"\xff\xe1\x00\x0aExif\x00\xff\xd9\x00"
    path.write_bytes(data[:2] + thumbnail + data[2:] + b"trailing")
    assert read_image(path).shape == (90, 120, 3)


@pytest.mark.parametrize("suffix", [".png", ".tiff"])
def test_sixteen_bits_are_kept(tmp_path: Path, suffix: str) -> None:
    image = (np.arange(64 * 64).reshape(64, 64) * 16).astype(np.uint16)
    read = read_image(write(tmp_path / f"a{suffix}", image))
    assert read.dtype == np.uint16
    np.testing.assert_array_equal(read, image)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".bmp", ".tiff"])
@pytest.mark.parametrize("kept", [0.01, 0.3, 0.9, 0.999])
def test_truncated_is_refused(
    tmp_path: Path, photograph: np.ndarray, suffix: str, kept: float
) -> None:
    path = write(tmp_path / f"a{suffix}", photograph)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    with pytest.raises(ImageError, match=f"a{suffix}"):
        read_image(path)


def test_changed_byte_in_png_is_refused(tmp_path: Path, photograph: np.ndarray) -> None:
    path = write(tmp_path / "a.png", photograph)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(ImageError, match="checksum"):
        read_image(path)


def test_enormous_is_refused_from_its_header(tmp_path: Path) -> None:
    """A few bytes that ask for 40 GB: 200,000 x 200,000 pixels in a whole PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", 200_000, 200_000, 8, 0, 0, 0, 0)
    path = tmp_path / "bomb.png"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )
    with pytest.raises(ImageError, match=r"bomb.png: 200000 x 200000 pixels; allowed"):
        read_image(path)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".bmp", ".tiff"])
def test_pixel_limit_counts_width_times_height(
    tmp_path: Path, photograph: np.ndarray, suffix: str
) -> None:
    path = write(tmp_path / f"a{suffix}", photograph)
    assert read_image(path, max_pixels=120 * 90).shape == (90, 120, 3)
    with pytest.raises(ImageError, match="120 x 90 pixels"):
        read_image(path, max_pixels=120 * 90 - 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "empty"), (b"hello, I am a text", "not an image"), (b"\x89PNG\r\n\x1a\n", "truncated")],
)
def test_not_a_picture_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    with pytest.raises(ImageError, match=f"a.png: .*{message}"):
        read_image(path)


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match=r"gone\.png: cannot be read"):
        read_image(tmp_path / "gone.png")
    with pytest.raises(ImageError, match="cannot be read"):
        read_image(tmp_path)


def test_float_picture_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tiff", np.ones((8, 8), np.float32))
    with pytest.raises(ImageError, match="a TIFF with floating point"):
        read_image(path)


def test_model_input_is_rgb() -> None:
    blue = np.zeros((50, 70, 3), np.uint8)
    blue[..., 0] = 200
    result = to_model_input(blue, 32, 64)
    assert result.shape == (1, 32, 64, 3)
    assert result.dtype == np.uint8
    assert (result == [0, 0, 200]).all()


def test_grey_becomes_three_equal_channels() -> None:
    image = np.arange(64, dtype=np.uint8).reshape(8, 8)
    result = to_model_input(image, 8, 8)
    assert (result[0] == image[..., None]).all()


@pytest.mark.parametrize("bits", [10, 12, 16])
def test_significant_bits_are_scaled_to_eight(bits: int) -> None:
    top = 2**bits - 1
    image = np.array([[0, top // 2, top]], np.uint16)
    assert to_model_input(image, 1, 3, bits)[0, 0, :, 0].tolist() == [0, 127, 255]


def test_values_over_the_significant_bits_are_white() -> None:
    assert to_model_input(np.full((4, 4), 60000, np.uint16), 4, 4, 12).min() == 255


def test_significant_bits_say_nothing_of_8_bit_pictures() -> None:
    image = np.array([[0, 127, 255]], np.uint8)
    assert to_model_input(image, 1, 3, 12)[0, 0, :, 0].tolist() == [0, 127, 255]


def test_shrinking_averages_so_that_no_small_defect_is_skipped() -> None:
    image = np.zeros((400, 400), np.uint8)
    image[200, 200] = 255
    assert to_model_input(image, 100, 100).sum() == 3 * round(255 / 16)


def test_shrinking_16_bit_loses_nothing_before_it_is_averaged() -> None:
    """Half the pixels 0, half 30 of 4095: 8 bits first would make 1 or 0, the mean is 0.93."""
    image = np.tile(np.array([0, 30], np.uint16), (64, 32))
    assert (to_model_input(image, 32, 32, 12) == 1).all()


@pytest.mark.parametrize(
    ("image", "bits", "message"),
    [
        (np.zeros((4, 4), np.float32), None, "float32; allowed"),
        (np.zeros((4, 4, 4), np.uint8), None, r"\(4, 4, 4\); allowed"),
        (np.zeros((0, 4), np.uint8), None, r"\(0, 4\); allowed"),
        (np.zeros((4, 4), np.uint16), 7, "7 significant bits; allowed are 8 to 16"),
        (np.zeros((4, 4), np.uint16), 17, "17 significant bits"),
    ],
)
def test_unusable_arrays_are_refused(image: np.ndarray, bits: int | None, message: str) -> None:
    with pytest.raises(ImageError, match=message):
        to_model_input(image, 32, 32, bits)
