"""Steps of a preparation, by properties that hold for any image and any map."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pydantic import ValidationError

from okng.models.arrays import Float32Array, Image
from okng.models.images.preprocessing import ImageError
from okng.models.preparation import (
    Crop,
    Grey,
    LabelRule,
    LabelsFromFileNames,
    MaskOut,
    Polygon,
    Preparation,
    Rectangle,
    Rotate,
    Stretch,
)
from okng.models.preparation.steps import steps
from okng.models.preparation.steps.step import Area, ImageStep, PictureSize

WIDTH, HEIGHT = 40, 28

CROPS = st.builds(
    lambda left, top, right, bottom: Crop(
        left=left, top=top, width=WIDTH - right - left, height=HEIGHT - bottom - top
    ),
    *(st.integers(0, most) for most in (12, 6, 12, 6)),
)
RECTANGLES = st.builds(
    lambda left, top, width, height: Rectangle(left=left, top=top, width=width, height=height),
    *(st.integers(low, high) for low, high in ((0, 10), (0, 5), (1, 6), (1, 10))),
)
POLYGONS = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), min_size=3, max_size=6).map(
    lambda points: Polygon(points=tuple(points))
)
MASKS = st.builds(
    lambda areas, fill: MaskOut(areas=tuple(areas), fill=fill),
    st.lists(RECTANGLES | POLYGONS, min_size=1, max_size=3),
    st.integers(0, 255),
)
ROTATIONS = st.sampled_from([90, 180, 270]).map(lambda degrees: Rotate(degrees=degrees))
IMAGE_STEPS = CROPS | MASKS | ROTATIONS | st.just(Grey())


@st.composite
def images(draw: st.DrawFn) -> Image:
    dtype = draw(st.sampled_from([np.uint8, np.uint16]))
    shape = draw(st.sampled_from([(HEIGHT, WIDTH), (HEIGHT, WIDTH, 3)]))
    seed = draw(st.integers(0, 1_000))
    random = np.random.default_rng(seed)
    image: Image = random.integers(0, np.iinfo(dtype).max, shape, dtype, endpoint=True)
    return image


def test_every_step_is_registered_by_its_file() -> None:
    assert set(steps()) == {
        "crop",
        "grey",
        "labels_from_file_names",
        "mask_out",
        "rotate",
        "stretch",
    }


@settings(max_examples=60, deadline=None)
@given(images(), IMAGE_STEPS)
def test_a_step_keeps_the_depth_and_leaves_its_input_alone(image: Image, step: ImageStep) -> None:
    before = image.copy()
    after = step.apply(image)
    assert after.dtype == image.dtype
    assert PictureSize.of(after) == step.size_after(PictureSize.of(image))
    assert after.ndim == (2 if isinstance(step, Grey) else image.ndim)
    np.testing.assert_array_equal(image, before)


@settings(max_examples=60, deadline=None)
@given(images(), st.lists(ROTATIONS | st.just(Grey()), max_size=3), CROPS)
def test_a_map_of_the_prepared_picture_returns_to_its_pixels(
    image: Image, turns: list[ImageStep], crop: Crop
) -> None:
    """A map with a value for each pixel comes back exactly; outside the crop it is zero."""
    preparation = Preparation(width=WIDTH, height=HEIGHT, steps=(crop, *turns))
    marks = np.arange(1, WIDTH * HEIGHT + 1, dtype=np.float32).reshape(HEIGHT, WIDTH)
    prepared = marks[crop.top : crop.top + crop.height, crop.left : crop.left + crop.width]
    for step in turns:
        if isinstance(step, Rotate):
            prepared = np.rot90(prepared, -step.degrees // 90)
    assert prepared.shape == preparation.apply(image).shape[:2]
    restored = preparation.restore(np.ascontiguousarray(prepared), PictureSize.of(image))
    inside = np.zeros_like(marks)
    inside[crop.top : crop.top + crop.height, crop.left : crop.left + crop.width] = 1
    np.testing.assert_array_equal(restored, marks * inside)


@settings(max_examples=60, deadline=None)
@given(
    CROPS,
    arrays(
        np.float32,
        st.tuples(st.integers(1, 30), st.integers(1, 30)),
        elements=st.floats(0, 100, width=32),
    ),
)
def test_no_high_value_of_a_coarse_or_fine_map_is_lost_by_a_crop(
    crop: Crop, anomaly_map: Float32Array
) -> None:
    restored = crop.restore(anomaly_map, PictureSize(WIDTH, HEIGHT))
    assert restored.max() == anomaly_map.max()
    assert {*restored.ravel().tolist()} <= {*anomaly_map.ravel().tolist(), 0.0}
    rows, columns = anomaly_map.shape
    for (row, column), value in np.ndenumerate(anomaly_map):
        y = crop.top + (row + 0.5) * crop.height / rows
        x = crop.left + (column + 0.5) * crop.width / columns
        at = int(y * restored.shape[0] / HEIGHT + 1e-9), int(x * restored.shape[1] / WIDTH + 1e-9)
        assert restored[at] >= value
    assert restored.dtype == np.float32


def test_a_map_over_a_tiny_crop_of_a_large_picture_stays_small() -> None:
    anomaly_map = np.zeros((28, 28), np.float32)
    anomaly_map[3, 20] = 7
    crop = Crop(left=3_000, top=1_000, width=40, height=40)
    restored = crop.restore(anomaly_map, PictureSize(5_000, 4_000))
    assert restored.shape == (512, 512)
    row, column = np.unravel_index(int(restored.argmax()), restored.shape)
    assert (int(row) * 4_000 // 512 // 40, int(column) * 5_000 // 512 // 40) == (25, 75)


@settings(max_examples=40, deadline=None)
@given(images(), MASKS)
def test_masked_pixels_have_one_value_and_nothing_in_the_map(image: Image, step: MaskOut) -> None:
    hidden = step.apply(np.zeros_like(image)) != step.apply(np.full_like(image, 255))
    pixels = ~(hidden if image.ndim == 2 else hidden.all(axis=2))
    after = step.apply(image)
    assert (after[pixels] == step.fill).all()
    np.testing.assert_array_equal(after[~pixels], image[~pixels])
    anomaly_map = np.full((HEIGHT, WIDTH), 5, np.float32)
    restored = step.restore(anomaly_map, PictureSize.of(image))
    np.testing.assert_array_equal(restored == 0, pixels)


def test_hidden_cells_of_a_map_with_negative_values_get_the_lowest() -> None:
    anomaly_map = np.array([[-2, 3], [1, 4]], np.float32)
    hidden = MaskOut(areas=(Rectangle(left=0, top=0, width=20, height=14),))
    restored = hidden.restore(anomaly_map, PictureSize(WIDTH, HEIGHT))
    assert restored.tolist() == [[-2, 3], [1, 4]]
    hidden = MaskOut(areas=(Rectangle(left=20, top=14, width=20, height=14),))
    restored = hidden.restore(anomaly_map, PictureSize(WIDTH, HEIGHT))
    assert restored.tolist() == [[-2, 3], [1, -2]]


@settings(max_examples=40, deadline=None)
@given(images(), st.lists(CROPS | ROTATIONS, max_size=1), st.integers(0, 25), st.integers(0, 15))
def test_an_area_is_found_again_in_the_prepared_picture(
    image: Image, chosen: list[ImageStep], left: int, top: int
) -> None:
    preparation = Preparation(width=WIDTH, height=HEIGHT, steps=tuple(chosen))
    marked = np.zeros((HEIGHT, WIDTH), np.uint8)
    marked[top : top + 10, left : left + 12] = 1
    area = preparation.area_after(Area(left, top, left + 12, top + 10), PictureSize(WIDTH, HEIGHT))
    rows, columns = np.nonzero(preparation.apply(marked))
    if len(rows):
        assert area == (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_stretching_spreads_the_values_between_two_over_the_whole_scale(dtype: Any) -> None:
    bits = np.dtype(dtype).itemsize * 8
    white = 2**bits - 1
    image: Image = np.array([[0, 10, 35, 60, 200]], dtype)
    stretched = Stretch(low=10, high=60, bits=bits).apply(image)
    assert stretched.dtype == dtype
    assert stretched.tolist() == [[0, 0, round(white / 2), white, white]]
    assert Stretch(low=10, high=60, bits=bits).bits_after(12) is None


def test_grey_is_the_luminance() -> None:
    image: Image = np.array([[[0, 0, 255], [0, 255, 0], [255, 0, 0]]], np.uint8)
    assert Grey().apply(image).tolist() == [[76, 150, 29]]


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        ((Crop(left=30, top=0, width=20, height=20),), r"step 1 \(crop\).*reaches out.*40 x 28 px"),
        (
            (Rotate(degrees=90), Crop(left=0, top=20, width=28, height=21)),
            r"step 2 \(crop\).*28 x 40",
        ),
        (
            (MaskOut(areas=(Rectangle(left=0, top=20, width=5, height=9),)),),
            r"area 1 reaches to pixel \(4, 28\)",
        ),
        (
            (MaskOut(areas=(Polygon(points=((0, 0), (40, 0), (3, 3))),)),),
            r"area 1 reaches to pixel \(40, 3\)",
        ),
        (
            2 * (LabelsFromFileNames(rules=(LabelRule(pattern="*", label="normal"),)),),
            "only one step",
        ),
    ],
)
def test_steps_that_do_not_fit_are_named(steps: tuple[Any, ...], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        Preparation(width=WIDTH, height=HEIGHT, steps=steps)


def test_pixels_need_the_size_of_the_pictures() -> None:
    with pytest.raises(ValidationError, match="give width and height"):
        Preparation(steps=(Crop(left=0, top=0, width=20, height=20),))
    with pytest.raises(ValidationError, match="given together"):
        Preparation(width=5)


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda: Crop(left=0, top=0, width=0, height=20), "greater than or equal to 16"),
        (lambda: Stretch(low=100, high=100), "low must be less than high"),
        (lambda: Stretch(low=100, high=300), "8 bits have grey values of 0 to 255"),
        (lambda: MaskOut(areas=()), "at least 1"),
        (lambda: LabelsFromFileNames(rules=()), "at least 1"),
    ],
)
def test_a_step_without_effect_or_sense_is_refused(
    make: Callable[[], object], problem: str
) -> None:
    with pytest.raises(ValidationError, match=problem):
        make()


def test_a_picture_that_the_steps_were_not_drawn_for_is_refused() -> None:
    preparation = Preparation(
        width=WIDTH, height=HEIGHT, steps=(Crop(left=0, top=0, width=20, height=20),)
    )
    with pytest.raises(ImageError, match=r"has 18 x 18 px; .* were drawn for pictures of 40 x 28"):
        preparation.apply(np.zeros((18, 18), np.uint8))
    deep = Preparation(steps=(Grey(), Stretch(low=1, high=200)))
    with pytest.raises(ImageError, match=r"step 2 \(stretch\): the picture has 16 bits"):
        deep.apply(np.zeros((18, 18), np.uint16))
    bright = Preparation(
        width=18,
        height=18,
        steps=(MaskOut(areas=(Rectangle(left=0, top=0, width=5, height=5),), fill=1_000),),
    )
    with pytest.raises(ImageError, match="allowed are 0 to 255"):
        bright.apply(np.zeros((18, 18), np.uint8))
    assert bright.sample().dtype == np.uint16


def test_labels_come_from_names_by_pattern() -> None:
    labels = LabelsFromFileNames(
        rules=(
            LabelRule(pattern="*_OK*", label="normal"),
            LabelRule(pattern="*_ng_crack*", label="anomaly", defect_type="crack"),
            LabelRule(pattern="*_ng*", label="anomaly", defect_type="crack"),
            LabelRule(pattern="*_?k_*", label="anomaly"),
        )
    )
    assert labels.rule_for("7_ok.png").label == "normal"
    assert labels.rule_for("8_NG_crack.png").defect_type == "crack"
    with pytest.raises(ImageError, match=r"'9\.png' fits no pattern.*'\*_OK\*' \(normal\)"):
        labels.rule_for("9.png")
    with pytest.raises(ImageError, match="contradict each other"):
        labels.rule_for("9_ok_2.png")


def test_without_steps_a_picture_is_not_even_copied() -> None:
    image: Image = np.zeros((5, 5), np.uint8)
    anomaly_map = np.zeros((2, 2), np.float32)
    assert Preparation().apply(image) is image
    assert Preparation().restore(anomaly_map, PictureSize(5, 5)) is anomaly_map


def test_a_turned_picture_stands_upright_for_the_scene() -> None:
    image: Image = np.arange(WIDTH * HEIGHT, dtype=np.uint16).reshape(HEIGHT, WIDTH)
    preparation = Preparation(
        width=WIDTH,
        height=HEIGHT,
        steps=(
            Rotate(degrees=90),
            Crop(left=2, top=3, width=20, height=30),
            Rotate(degrees=180),
        ),
    )
    upright = preparation.upright(preparation.apply(image))
    np.testing.assert_array_equal(upright, image[HEIGHT - 22 : HEIGHT - 2, 3:33])
