"""Masks as PNG: every decoder reads the same pixels back."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from okng.cloud_sync.lookout_vision.mask_png import encode_mask
from okng.models.arrays import Uint8Array

COLORS = np.array([(255, 255, 255), (35, 164, 54)], np.uint8)


def check(mask: Uint8Array) -> None:
    png = encode_mask(mask, COLORS)
    image = Image.open(io.BytesIO(png))
    assert image.mode == "RGB"
    assert np.array_equal(np.asarray(image), COLORS[mask])
    decoded = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    assert np.array_equal(decoded[..., ::-1], COLORS[mask])


@settings(max_examples=60)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**32 - 1), st.floats(0, 1))
def test_any_mask_is_read_back(height: int, width: int, seed: int, share: float) -> None:
    random = np.random.default_rng(seed)
    rows = (random.random((height, width)) < share).astype(np.uint8)
    check(np.repeat(rows, random.integers(1, 4, height), axis=0))


@pytest.mark.parametrize("value", [0, 1])
def test_a_large_mask_of_one_value_is_small(value: int) -> None:
    mask = np.full((4096, 1024), value, np.uint8)
    check(mask)
    assert len(encode_mask(mask, COLORS)) < 250_000


def test_the_blending_of_the_samples_works() -> None:
    mask = np.zeros((64, 80), np.uint8)
    mask[10:20, 30:50] = 1
    picture = Image.new("RGB", (80, 64), (0, 0, 0))
    blended = Image.blend(picture, Image.open(io.BytesIO(encode_mask(mask, COLORS))), 0.5)
    assert blended.getpixel((40, 15)) == (17, 82, 27)
