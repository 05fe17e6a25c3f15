"""Pictures within the service's limits pass, all others are refused, whatever their bytes are."""

from __future__ import annotations

import io
import os

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from okng.cloud_sync.lookout_vision.errors import ServiceValidationError
from okng.cloud_sync.lookout_vision.picture_limits import check_picture

KINDS = {"image/png": ".png", "image/jpeg": ".jpg"}


def encoded(width: int, height: int, kind: str) -> bytes:
    picture = np.full((height, width, 3), 90, np.uint8)
    return cv2.imencode(KINDS[kind], picture)[1].tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_sizes_within_the_limits_pass(kind: str) -> None:
    for width, height in ((64, 64), (4096, 64), (64, 4096), (640, 480)):
        check_picture(encoded(width, height, kind), kind)
    for width, height in ((63, 64), (64, 63), (4097, 64), (64, 4097)):
        with pytest.raises(ServiceValidationError, match=f"{width} x {height} pixels"):
            check_picture(encoded(width, height, kind), kind)


def test_a_jpeg_with_much_before_its_frame_passes() -> None:
    image = Image.new("RGB", (80, 100))
    exif = image.getexif()
    exif[0x010E] = "a description " * 100
    data = io.BytesIO()
    image.save(data, "JPEG", exif=exif, comment=b"x" * 3000, progressive=True)
    check_picture(data.getvalue(), "image/jpeg; charset=binary")


def test_types_and_sizes_that_are_not_allowed() -> None:
    png = encoded(64, 64, "image/png")
    for data, kind, words in (
        (png, "image/jpeg", "not a picture of the type image/jpeg"),
        (png, "image/bmp", "allowed are image/png, image/jpeg"),
        (png, "", "Content-Type is ''"),
        (b"", "image/png", "not a picture"),
        (png[:20], "image/png", "within its header"),
        (png + b"0" * 8_000_000, "image/png", "at most 8,000,000"),
        (b"\xff\xd8\xff\xda\x00\x08", "image/jpeg", "no frame header"),
        (b"\xff\xd8\xff\xe0\xff\xff", "image/jpeg", "within its header"),
    ):
        with pytest.raises(ServiceValidationError, match=words):
            check_picture(data, kind)


@given(st.binary(max_size=200), st.sampled_from(sorted(KINDS)))
def test_whatever_follows_the_signature_is_refused_or_passes(data: bytes, kind: str) -> None:
    for start in (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", os.urandom(2)):
        try:
            check_picture(start + data, kind)
        except ServiceValidationError:
            continue
