"""Brightness, contrast and focus of single pictures, against changes that are known."""

from __future__ import annotations

from pathlib import Path

import cv2
import elpv_dataset
import numpy as np
import pytest

from okng.models.arrays import Image
from okng.models.dataset_review.picture_measurement import PictureMeasurement, PictureMeter
from okng.models.images.preprocessing import ImageError

CELL = Path(elpv_dataset.__file__).parent / "data" / "images" / "cell0001.png"


@pytest.fixture(scope="module")
def meter() -> PictureMeter:
    return PictureMeter([CELL])


def measured(meter: PictureMeter, image: Image) -> PictureMeasurement:
    return meter.measure(cv2.imencode(".png", image)[1].tobytes(), "picture")


@pytest.fixture(scope="module")
def cell() -> Image:
    image = cv2.imread(str(CELL), cv2.IMREAD_GRAYSCALE)
    assert image is not None
    return image


def test_light_changes_brightness_and_contrast_and_not_the_focus(
    meter: PictureMeter, cell: Image
) -> None:
    whole, half = measured(meter, cell), measured(meter, cell // 2)
    assert whole.brightness == pytest.approx(cell.mean() / 255, abs=1e-4)
    assert whole.contrast == pytest.approx(cell.std() / 255, abs=1e-4)
    assert half.brightness == pytest.approx(whole.brightness / 2, abs=0.01)
    assert half.contrast == pytest.approx(whole.contrast / 2, abs=0.01)
    assert whole.focus_db is not None
    assert half.focus_db == pytest.approx(whole.focus_db, abs=0.5)


def test_a_blurred_picture_has_less_focus(meter: PictureMeter, cell: Image) -> None:
    sharp, blurred = measured(meter, cell), measured(meter, cv2.GaussianBlur(cell, (0, 0), 2))
    assert sharp.focus_db is not None
    assert blurred.focus_db is not None
    assert blurred.focus_db < sharp.focus_db - 1


def test_large_pictures_are_measured_at_full_size(meter: PictureMeter) -> None:
    """A blur of one pixel is lost in a reduced picture."""
    image = np.random.default_rng(1).integers(0, 255, (1200, 1600)).astype(np.uint8)
    sharp, blurred = measured(meter, image), measured(meter, cv2.GaussianBlur(image, (0, 0), 1))
    assert sharp.focus_db is not None
    assert blurred.focus_db is not None
    assert blurred.focus_db < sharp.focus_db - 6


def test_equal_pictures_have_equal_embeddings_and_others_differ(
    meter: PictureMeter, cell: Image
) -> None:
    first, again = measured(meter, cell), measured(meter, cell)
    other = measured(meter, np.flipud(cell).copy())
    assert first.embedding.dtype == np.float16
    assert first.embedding.ndim == 1
    assert np.array_equal(first.embedding, again.embedding)
    assert not np.array_equal(first.embedding, other.embedding)


def test_a_tiny_picture_has_no_focus_and_a_broken_one_is_refused(meter: PictureMeter) -> None:
    tiny = np.full((20, 20), 90, np.uint8)
    assert measured(meter, tiny).focus_db is None
    with pytest.raises(ImageError, match="picture: "):
        meter.measure(b"no picture", "picture")


def test_the_bits_of_a_12_bit_camera_are_its_full_range(cell: Image, tmp_path: Path) -> None:
    path = tmp_path / "deep.png"
    cv2.imwrite(str(path), cell.astype(np.uint16) * 16)
    deep = PictureMeter([path]).measure(path.read_bytes(), "deep")
    assert deep.brightness == pytest.approx(cell.mean() / 255, abs=0.01)
