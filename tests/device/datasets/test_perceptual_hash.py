from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okng.device.datasets.perceptual_hash import NEAR_COPY_BITS, PictureHashes, difference_hash
from okng.models.arrays import Image
from okng.models.images.image_files import read_image

COOKIES = Path("/work/shared/data/cookies")


def distance(first: str, second: str) -> int:
    return (int(first, 16) ^ int(second, 16)).bit_count()


def solar_cells() -> list[Image]:
    elpv_dataset = pytest.importorskip("elpv_dataset", reason="needs the extra [demo]")
    folder = Path(elpv_dataset.__file__).parent / "data" / "images"
    return [read_image(path) for path in sorted(folder.glob("*.png"))[::12]]


def cookies() -> list[Image]:
    # normal-1 and normal-2 are one cookie taken twice, so is test-normal-7 of normal-7.
    twice = {"normal-2.jpg", "test-normal-7.jpg"}
    paths = sorted(COOKIES.glob("t*-images/*.jpg"))
    if not paths:
        pytest.skip("needs the cookie pictures of Lookout for Vision's examples")
    return [read_image(path) for path in paths if path.name not in twice]


def jpeg(image: Any, quality: int) -> Any:
    encoded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return cv2.imdecode(encoded, cv2.IMREAD_UNCHANGED)


def noisy(image: Any) -> Any:
    noise = np.random.default_rng(3).normal(0, 3, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


def shifted(image: Any) -> Any:
    """By 1/300 of the width, both ways."""
    height, width = image.shape[:2]
    by = max(1, round(width / 300))
    matrix = np.float32([[1, 0, by], [0, 1, by]])  # type: ignore[arg-type]
    return cv2.warpAffine(image, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)


@pytest.mark.parametrize(("pictures", "mistaken"), [(solar_cells, 0.06), (cookies, 0.0)])
def test_copies_are_found_and_different_parts_are_not(pictures: Any, mistaken: float) -> None:
    images = pictures()
    hashes = [difference_hash(image) for image in images]

    def share_found(change: Any) -> float:
        matches = [
            distance(difference_hash(change(image)), hash_) <= NEAR_COPY_BITS
            for image, hash_ in list(zip(images, hashes, strict=True))[::3]
        ]
        return float(np.mean(matches))

    assert share_found(lambda image: jpeg(image, 90)) >= 0.98
    assert share_found(lambda image: jpeg(image, 60)) >= 0.98
    assert share_found(noisy) >= 0.98
    assert share_found(shifted) >= 0.7
    alone = [
        PictureHashes((i, other) for i, other in enumerate(hashes) if i != at).nearest_copy(hash_)
        is None
        for at, hash_ in enumerate(hashes)
    ]
    assert 1 - np.mean(alone) <= mistaken


def test_depth_and_colour_do_not_matter() -> None:
    grey = cv2.GaussianBlur(
        np.random.default_rng(0).integers(0, 255, (90, 120), dtype=np.uint8), (0, 0), 9
    )
    original = difference_hash(grey)  # type: ignore[arg-type]
    assert difference_hash(grey.astype(np.uint16) * 257) == original
    assert distance(difference_hash(cv2.merge([grey] * 3)), original) <= 1  # type: ignore[arg-type]
    assert len(original) == 16


@settings(deadline=None)
@given(st.integers(0, 2**64 - 1), st.lists(st.integers(0, 63), unique=True, max_size=6))
def test_the_nearest_within_the_limit_wins(value: int, flipped: list[int]) -> None:
    changed = value
    for bit in flipped:
        changed ^= 1 << bit
    original, similar, inverse = (
        f"{number:016x}" for number in (value, changed, value ^ (2**64 - 1))
    )
    near = len(flipped) <= NEAR_COPY_BITS
    known = PictureHashes([(5, inverse), (7, similar)])
    assert known.nearest_copy(original) == (7 if near else None)
    known.add(8, original)
    assert known.nearest_copy(original) == (7 if not flipped else 8)
    assert PictureHashes([]).nearest_copy(original) is None
