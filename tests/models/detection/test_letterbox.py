"""Pictures of any size in a detector's input, and its boxes back in the picture."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from okng.models.detection.resize import GREY, letterbox
from okng.models.images.preprocessing import ImageError

INPUT_H, INPUT_W = 416, 608


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (100, 100), (1, 700), (416, 608)])
def test_a_box_finds_back_to_where_it_was(size: tuple[int, int]) -> None:
    height, width = size
    pixels, place = letterbox(np.full((height, width), 255, np.uint8), INPUT_H, INPUT_W)
    assert pixels.shape == (1, INPUT_H, INPUT_W, 3)
    rows, columns = np.nonzero(pixels[0, :, :, 0] == 255)
    covered = np.array([[columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]])
    assert (pixels[0, :, :, 0] == GREY).sum() == INPUT_H * INPUT_W - rows.size
    assert covered[0, 2] - covered[0, 0] == INPUT_W or covered[0, 3] - covered[0, 1] == INPUT_H
    back = place.to_picture(covered.astype(np.float32))
    np.testing.assert_allclose(back, [[0, 0, width, height]], atol=1e-3 * max(size))


def test_an_object_lies_where_its_box_says() -> None:
    picture = np.zeros((600, 800, 3), np.uint8)
    cv2.rectangle(picture, (200, 300), (399, 449), (0, 0, 255), -1)
    pixels, place = letterbox(picture, 416, 416)
    # OpenCV's pictures are BGR, a detector's input is RGB.
    rows, columns = np.nonzero(pixels[0, :, :, 0] > 200)
    box = [[columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]]
    np.testing.assert_allclose(
        place.to_picture(np.array(box, np.float32)), [[200, 300, 400, 450]], atol=2.5
    )


def test_boxes_end_at_the_edge_of_the_picture() -> None:
    _, place = letterbox(np.zeros((100, 200), np.uint8), 416, 416)
    beyond = np.array([[-50, -50, 900, 900]], np.float32)
    np.testing.assert_array_equal(place.to_picture(beyond), [[0, 0, 200, 100]])


def test_deep_and_grey_pictures_are_the_same_to_it() -> None:
    grey = np.arange(256, dtype=np.uint8).reshape(16, 16)
    colour = cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR)
    deep = np.round(grey * (4095 / 255)).astype(np.uint16)
    expected, _ = letterbox(grey, 64, 64)
    np.testing.assert_array_equal(letterbox(colour, 64, 64)[0], expected)
    twelve_bits, _ = letterbox(deep, 64, 64, significant_bits=12)
    assert np.abs(twelve_bits.astype(int) - expected).max() <= 1
    with pytest.raises(ImageError, match="the shape is"):
        letterbox(np.zeros((4, 4, 2), np.uint8), 64, 64)
