"""12 bits in a 16 bit file: one scale for all pictures of a training, and for the line after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from support.pictures import texture

from okng.models.images.image_format import ImageFormat
from okng.models.images.significant_bits import (
    measure_significant_bits,
    picture_note,
    significant_bits,
    used_bits,
)
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingPicture, TrainingRequest

Write = Callable[[str, np.ndarray], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def save(name: str, image: np.ndarray) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        assert cv2.imwrite(str(path), image)
        return path

    return save


def deep(values: np.ndarray, bits: int) -> np.ndarray:
    """8 bit grey values as a camera of so many bits gives them, stored as they are, with noise."""
    noise = np.random.default_rng(int(values.sum())).integers(0, 1 << (bits - 8), values.shape)
    return ((values.astype(np.uint16) << (bits - 8)) | noise).astype(np.uint16)


def full_range(values: np.ndarray) -> np.ndarray:
    """As a Mono12 camera's pictures are stored by okng: moved up, with the high bits below."""
    twelve = deep(values, 12)
    return (twelve << 4) | (twelve >> 8)


@pytest.mark.parametrize("bits", [8, 10, 12, 14, 16])
def test_the_depth_of_a_camera_is_told_by_the_bits_that_occur(bits: int) -> None:
    image = deep(np.arange(256, dtype=np.uint8).reshape(16, 16), bits)
    assert significant_bits(used_bits(image)) == bits


def test_values_that_were_moved_up_fill_their_range() -> None:
    ramp = np.arange(256, dtype=np.uint8).reshape(16, 16)
    assert significant_bits(used_bits(full_range(ramp))) == 16
    assert picture_note(full_range(ramp)) is None
    assert significant_bits(used_bits(np.zeros((4, 4), np.uint16))) == 16
    assert "only 12 bits" in (picture_note(deep(ramp, 12)) or "")


def test_all_pictures_count_together_and_8_bit_ones_not_at_all(write: Write) -> None:
    ramp = np.arange(256, dtype=np.uint8).reshape(16, 16)
    grey = write("8.png", ramp)
    dark, bright = write("dark.png", deep(ramp // 8, 12)), write("bright.tif", deep(ramp, 12))
    assert measure_significant_bits([grey]) is None
    assert measure_significant_bits([grey, dark, bright]) == 12
    assert measure_significant_bits([dark, bright, write("16.png", deep(ramp, 16))]) == 16


@pytest.mark.parametrize("method", ["as 12 bit", "as 8 bit"])
def test_a_model_reads_12_bits_in_16_on_the_line_as_in_training(
    write: Write, tmp_path: Path, method: str
) -> None:
    """A dark part gets the score that it has in 8 bits, and isn't stretched to look like others."""
    bits = 12 if method == "as 12 bit" else 8
    store = (lambda image: deep(image, 12)) if bits == 12 else (lambda image: image)
    pictures = [
        TrainingPicture(path=write(f"{bits}/{i}.png", store(texture(i))), label="normal")
        for i in range(20)
    ]
    bundle = train(TrainingRequest(name="textures", root=tmp_path / "models", pictures=pictures))
    learnt = bundle.manifest.picture_format
    assert learnt is not None
    assert learnt.significant_bits == (12 if bits == 12 else None)
    matching = [warning for warning in bundle.manifest.warnings if "use only 12 bits" in warning]
    assert len(matching) == (bits == 12)
    model = AnomalyModel.load(bundle.path)
    usual, dark = texture(30), texture(30) // 16
    scores = [model.judge(store(image)).score for image in (usual, dark)]
    assert scores[0] < model.threshold < scores[1]
    if bits == 12:
        as_it_is = model.judge(deep(usual, 12)).score
        as_8_bit = model.judge(usual).score
        assert as_it_is == pytest.approx(as_8_bit, rel=0.1)


def test_pictures_among_others_that_use_all_bits_are_named(write: Write, tmp_path: Path) -> None:
    images = {f"{i}.png": full_range(texture(i)) for i in range(20)}
    images["odd.png"] = deep(texture(20), 12)
    pictures = [
        TrainingPicture(path=write(f"all/{name}", image), label="normal")
        for name, image in images.items()
    ]
    bundle = train(TrainingRequest(name="textures", root=tmp_path / "models", pictures=pictures))
    (message,) = [warning for warning in bundle.manifest.warnings if "all but black" in warning]
    assert message.startswith("1 of 21 pictures")
    assert "odd.png" in message


def test_a_picture_that_is_too_bright_or_dark_for_the_model_is_told() -> None:
    ramp = np.arange(256, dtype=np.uint8).reshape(16, 16)
    learnt = ImageFormat.of(deep(ramp, 12)).model_copy(update={"significant_bits": 12})
    assert learnt.brightness_problem(deep(ramp, 12)) is None
    assert learnt.brightness_problem(deep(ramp // 20, 12)) is None
    assert "above 4,095" in (learnt.brightness_problem(full_range(ramp)) or "")
    filled = ImageFormat.of(full_range(ramp))
    assert filled.brightness_problem(full_range(ramp // 8)) is None
    assert "above 4,095" in (filled.brightness_problem(deep(ramp, 12)) or "")
    assert str(learnt) == "16 x 16 px, grey, 16 bit of which 12 are used"
