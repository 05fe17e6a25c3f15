"""Class masks from mask images of other programs, and their own files."""

from __future__ import annotations

import io
from typing import Any

import cv2
import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

from okng.models.arrays import AnyArray
from okng.models.images.preprocessing import ImageError
from okng.models.masks.class_mask import ClassMask, MaskClass, MaskError, color_of, holds_classes
from okng.models.masks.mask_images import binary_mask, class_mask

CRACK = MaskClass(index=1, name="crack", color="#23a436")
DENT = MaskClass(index=2, name="dent", color="#ff0000")


def png(image: AnyArray) -> bytes:
    return cv2.imencode(".png", image)[1].tobytes()


def colored(background: Any, channels: int = 3) -> AnyArray:
    """A crack in rows 1 and 2, a dent in row 5, in BGR."""
    image = np.full((8, 10, channels), background, np.uint8)
    image[1:3, 2:6, :3] = (0x36, 0xA4, 0x23)
    image[5, 2:9, :3] = (0, 0, 255)
    if channels == 4:
        image[1:3, 2:6, 3] = image[5, 2:9, 3] = 255
    return image


EXPECTED = np.zeros((8, 10), np.uint8)
EXPECTED[1:3, 2:6], EXPECTED[5, 2:9] = 1, 2


@pytest.mark.parametrize(
    ("image", "background"),
    [
        (colored(0), None),
        (colored(255), None),
        (colored(255), "#ffffff"),
        (colored(0), "#ffffff"),
        (colored((10, 20, 200)), "#c8140a"),
        (colored((0, 0, 255, 0), 4), None),
        (EXPECTED, None),
    ],
)
def test_classes_are_told_by_colour_or_by_index(image: AnyArray, background: str | None) -> None:
    mask = class_mask(png(image), "m.png", (CRACK, DENT), background)
    np.testing.assert_array_equal(mask.indices, EXPECTED)


def test_blurred_edges_belong_to_the_nearest_colour() -> None:
    image = cv2.GaussianBlur(cv2.resize(colored(0), (200, 160)), (5, 5), 0)
    mask = class_mask(png(image), "m.png", (CRACK, DENT))
    assert set(np.unique(mask.indices)) == {0, 1, 2}


def test_a_colour_of_no_class_is_named() -> None:
    image = colored(0)
    image[6:8] = (200, 0, 200)
    with pytest.raises(MaskError, match="20 pixels of the mask have the colour #c800c8"):
        class_mask(png(image), "m.png", (CRACK, DENT))
    with pytest.raises(MaskError, match="pixels of the value 2, which is the index of none"):
        class_mask(png(EXPECTED), "m.png", (CRACK,))


def test_one_class_in_another_colour_is_told_by_brightness() -> None:
    image = np.zeros((8, 10), np.uint8)
    image[1:3, 2:6] = 255
    mask = class_mask(png(image), "m.png", (CRACK,))
    np.testing.assert_array_equal(mask.indices > 0, image > 0)
    again = binary_mask(png(image), "m.png", DENT)
    assert set(np.unique(again.indices)) == {0, 2}


@pytest.mark.parametrize("image", [np.zeros((8, 10), np.uint8), np.zeros((8, 10, 4), np.uint8)])
def test_a_mask_without_a_defect_is_refused(image: AnyArray) -> None:
    with pytest.raises(MaskError, match="shows no defect"):
        class_mask(png(image), "m.png", (CRACK, DENT))
    with pytest.raises(MaskError, match=r"m\.png: .* shows no defect"):
        binary_mask(png(image), "m.png", CRACK)


@given(st.binary(max_size=200))
def test_other_data_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises((MaskError, ImageError)):
        class_mask(data, "m.png", (CRACK,))
    with pytest.raises(MaskError, match="not a mask that okng stored"):
        ClassMask.from_png(data)
    assert not holds_classes(data)


@pytest.mark.parametrize(
    ("classes", "reason"),
    [
        ((CRACK, DENT.model_copy(update={"index": 1})), "two classes of the index 1"),
        ((CRACK, DENT.model_copy(update={"name": "crack"})), "two classes of the name crack"),
        ((CRACK, DENT.model_copy(update={"color": "#23a436"})), "two classes of the color #23a436"),
        ((CRACK, DENT.model_copy(update={"name": "BackGround"})), "has the index 0"),
    ],
)
def test_classes_that_could_be_mixed_up_are_refused(
    classes: tuple[MaskClass, ...], reason: str
) -> None:
    with pytest.raises(MaskError, match=reason):
        ClassMask(EXPECTED, classes)


def test_a_stored_file_says_all_by_itself() -> None:
    mask = ClassMask(EXPECTED, (CRACK, DENT))
    data = mask.to_png()
    assert holds_classes(data)
    read = ClassMask.from_png(data)
    np.testing.assert_array_equal(read.indices, EXPECTED)
    assert read.classes == (CRACK, DENT)
    assert read.to_png() == data
    # OpenCV and every other program see the indices.
    seen = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    np.testing.assert_array_equal(seen, EXPECTED)


def test_an_overlay_is_transparent_where_nothing_is() -> None:
    data = ClassMask(EXPECTED, (CRACK, DENT)).to_overlay_png()
    pixels = np.array(PIL.Image.open(io.BytesIO(data)).convert("RGBA"))
    assert pixels[0, 0, 3] == 0
    assert pixels[1, 2].tolist() == [0x23, 0xA4, 0x36, 255]
    assert pixels[5, 2].tolist() == [255, 0, 0, 255]


def test_every_class_has_a_colour_of_its_own() -> None:
    assert len({color_of(index) for index in range(1, 64)}) == 63
