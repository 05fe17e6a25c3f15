"""What is measured of a picture, and the one scale that all of them have."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from support.running_station import RunningStation

from okng.device.cameras.acquisition_settings import Acquisition
from okng.device.pipeline.bit_replication import expand_to_16_bits
from okng.device.preview.image_stats import BINS, measure


@pytest.mark.parametrize("bits", [10, 12, 16])
def test_every_value_of_a_depth_keeps_its_place(bits: int) -> None:
    values = np.arange(1 << bits, dtype=np.uint16).reshape(4, -1)
    spread = expand_to_16_bits(values, bits)
    assert spread.dtype == np.uint16
    assert (spread.min(), spread.max()) == (0, 65535)
    assert np.array_equal(spread >> (16 - bits), values)


def test_meters_of_known_pictures() -> None:
    half = np.zeros((100, 100), np.uint8)
    half[:, 50:] = 255
    meters = measure(half)
    assert meters.mean == pytest.approx(0.5)
    assert meters.saturated == pytest.approx(0.5)
    assert len(meters.histogram) == BINS
    assert (meters.histogram[0], meters.histogram[-1]) == (5000, 5000)
    blurred = measure(cv2.GaussianBlur(half, (0, 0), 3))
    assert 0 < blurred.sharpness < meters.sharpness / 10


def test_meters_do_not_depend_on_depth_or_channels() -> None:
    grey = np.random.default_rng(3).integers(0, 255, (60, 80), np.uint8)
    of_grey = measure(grey)
    of_deep = measure(grey.astype(np.uint16) * 257)
    of_colour = measure(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR))
    for other in (of_deep, of_colour):
        assert other.mean == pytest.approx(of_grey.mean, abs=0.002)
        assert other.sharpness == pytest.approx(of_grey.sharpness, rel=0.02)
    assert of_deep.histogram == of_grey.histogram
    assert sum(of_colour.histogram) == 3 * sum(of_grey.histogram)


def test_a_twelve_bit_camera_judges_as_its_eight_bit_pictures(
    make_station: Callable[..., RunningStation],
) -> None:
    station = make_station()
    scores = []
    for pixel_format in ("Mono8", "Mono12"):
        station.inspect(acquisition=Acquisition(pixel_format=pixel_format))
        inspection = station.judge()
        scores.append(inspection.score)
        assert inspection.picture_path
        stored = cv2.imread(
            str(station.settings.data_dir / inspection.picture_path), cv2.IMREAD_UNCHANGED
        )
    assert stored.dtype == np.uint16
    assert stored.max() > 40_000, "12 bits fill the 16"
    assert scores[0] == pytest.approx(scores[1], rel=0.05)
