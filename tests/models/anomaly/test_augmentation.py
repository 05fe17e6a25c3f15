"""Copies of normal pictures: what is varied, and that tests never see copies of themselves."""

import numpy as np
import pytest

from okng.models.anomaly.augmentation import Augmentation, augment, turn
from okng.models.arrays import Image

GENERATOR = np.random.default_rng(0)
SQUARE = GENERATOR.integers(40, 200, (60, 60), dtype=np.uint8)
WIDE = GENERATOR.integers(40, 200, (40, 60, 3), dtype=np.uint8)
DEEP = GENERATOR.integers(500, 3500, (60, 60), dtype=np.uint16)


def copies(image: Image, bits: int | None = None, **varied: object) -> list[Image]:
    augmentation = Augmentation.model_validate(varied)
    generator = np.random.default_rng(1)
    return [augment(image, augmentation, generator, bits) for _ in range(40)]


def test_quarter_turns_of_a_square_lose_no_pixel() -> None:
    turned = {copy.tobytes() for copy in copies(SQUARE, quarter_turns=True)}
    assert turned == {np.rot90(SQUARE, quarters).tobytes() for quarters in range(4)}


def test_a_turn_keeps_the_frame_and_its_middle() -> None:
    image = np.full((41, 61), 50, np.uint8)
    image[20, 30:50] = 200
    turned = turn(image, 90)
    assert turned.shape == image.shape
    assert turned[20, 30] == 200
    np.testing.assert_array_equal(np.flatnonzero(turned[:, 30] == 200), np.arange(1, 21))
    assert (
        np.abs(turn(turn(image, 30), -30)[10:31, 20:41].astype(int) - image[10:31, 20:41]).mean()
        < 8
    )


@pytest.mark.parametrize(("image", "bits"), [(SQUARE, None), (WIDE, None), (DEEP, 12)])
def test_copies_are_pictures_of_the_same_kind(image: Image, bits: int | None) -> None:
    varied = copies(image, bits, quarter_turns=True, tilt_degrees=10, mirror=True, light=True)
    assert {(copy.shape, copy.dtype) for copy in varied} == {(image.shape, image.dtype)}
    assert len({copy.tobytes() for copy in varied}) == 40
    if bits:
        assert max(copy.max() for copy in varied) < 2**bits


def test_light_varies_and_the_parts_place_does_not() -> None:
    varied = copies(DEEP, 12, light=True)
    levels = [copy.mean() / DEEP.mean() for copy in varied]
    assert 0.6 < min(levels) < 0.8
    assert 1.25 < max(levels) < 1.7
    for copy in varied:
        order = np.argsort(DEEP, axis=None, kind="stable")
        assert (np.diff(copy.ravel()[order].astype(int)) >= 0).all()


def test_nothing_chosen_makes_no_copies() -> None:
    assert Augmentation().copies_made == 0
    assert Augmentation(mirror=True, copies=3).copies_made == 3
