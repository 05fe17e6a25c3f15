"""What a file says of its camera and its time is read, and damaged data says nothing."""

from __future__ import annotations

import io
import struct
from datetime import datetime

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from okng.models.images.exif_capture import Capture, read_capture
from okng.models.images.jpeg_segments import quantization_tables, segments

TAKEN = Capture("Basler acA1920", datetime(2026, 11, 30, 14, 5, 9))  # noqa: DTZ001


def exif(make: str = "Basler", model: str = "acA1920", taken: str = "2026:11:30 14:05:09") -> bytes:
    data = Pillow.Exif()
    data[271], data[272] = make, model
    data.get_ifd(34665)[36867] = taken
    return data.tobytes()


def picture(kind: str, exif_data: bytes = b"") -> bytes:
    file = io.BytesIO()
    Pillow.new("RGB", (20, 16), (90, 80, 70)).save(file, kind, exif=exif_data)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_camera_and_time_are_read_of_each_format(kind: str) -> None:
    assert read_capture(picture(kind, exif())) == TAKEN
    assert read_capture(picture(kind)) == Capture()


def test_models_that_begin_with_their_maker_say_it_once() -> None:
    assert read_capture(picture("JPEG", exif("Canon", "Canon EOS R5"))).camera == "Canon EOS R5"
    assert read_capture(picture("JPEG", exif("", ""))).camera is None


@pytest.mark.parametrize("taken", ["", "0000:00:00 00:00:00", "yesterday"])
def test_a_time_that_is_none_leaves_the_camera(taken: str) -> None:
    assert read_capture(picture("JPEG", exif(taken=taken))) == Capture("Basler acA1920")


@given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_damaged_data_raises_nothing(at: int, garbage: bytes) -> None:
    for kind in ("JPEG", "PNG", "TIFF"):
        data = picture(kind, exif())
        damaged = data[:at] + garbage + data[at + len(garbage) :]
        for candidate in (damaged, data[:at], garbage):
            assert isinstance(read_capture(candidate), Capture)
            assert all(len(table) == 64 for table in quantization_tables(candidate).values())


def test_quantization_tables_are_those_of_the_quality() -> None:
    image = np.zeros((16, 16, 3), np.uint8)

    def tables(quality: int) -> dict[int, tuple[int, ...]]:
        options = [cv2.IMWRITE_JPEG_QUALITY, quality]
        return quantization_tables(cv2.imencode(".jpg", image, options)[1].tobytes())

    assert set(tables(90)) == {0, 1}
    # The first step of T.81's table K.1 is 16; at quality 50 libjpeg takes it as it is.
    assert (tables(50)[0][0], sum(tables(100)[0])) == (16, 64)
    assert sum(tables(95)[0]) < sum(tables(90)[0])
    file = io.BytesIO()
    Pillow.new("RGB", (20, 16)).save(file, "JPEG", quality=90)
    ours, pillows = quantization_tables(file.getvalue()), Pillow.open(file).quantization  # type: ignore[attr-defined]
    assert {number: sorted(steps) for number, steps in ours.items()} == {
        number: sorted(steps) for number, steps in pillows.items()
    }
    assert quantization_tables(picture("PNG")) == {}


def test_segments_of_16_bit_tables_and_padding_are_read() -> None:
    steps = struct.pack(">64H", *range(300, 364))
    table = b"\xff\xff\xdb" + struct.pack(">HB", 2 + 1 + 128, 0x11) + steps
    assert quantization_tables(b"\xff\xd8\x01" + table) == {}
    assert quantization_tables(b"\xff\xd8\xff\x01" + table) == {1: tuple(range(300, 364))}
    assert list(segments(b"\xff\xd8" + table[:30])) == [(0xDB, table[5:30])]
