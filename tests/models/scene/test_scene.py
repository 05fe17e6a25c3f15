"""The scene of made pictures: what was done to them is found and named rightly, nothing else is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from support.pictures import Pictures, labelled, texture
from support.scene import lit_from_the_left, parts, shifted, turned

from okng.models.arrays import Image, Uint8Array
from okng.models.bundles.bundle import load_bundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.images.image_files import read_image
from okng.models.scene.comparison import AspectReading, SceneComparison
from okng.models.scene.incremental_learning import IncrementalSceneLearner
from okng.models.scene.learn_reference import FALSE_ALARM_RATE, SceneLearner
from okng.models.scene.reference import Aspect, Measure, SceneReference
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

TRAINING_PICTURES = 40

Change = Callable[[Any], Any]


def learnt(images: list[Image]) -> SceneReference:
    learner = SceneLearner()
    for image in images:
        learner.add(image)
    reference = learner.reference()
    assert reference is not None
    return reference


def readings(reference: SceneReference, image: Image) -> dict[Aspect, AspectReading]:
    comparison = SceneComparison(reference)
    return comparison.readings(comparison.differences(image), max(image.shape))


def outside(by_aspect: dict[Aspect, AspectReading]) -> set[Aspect]:
    return {aspect for aspect, reading in by_aspect.items() if reading.limits > 1}


def grey(image: Uint8Array) -> Image:
    return image


def colour(image: Uint8Array) -> Any:
    return cv2.merge([image, (image * 0.8).astype(np.uint8), (image * 0.6).astype(np.uint8)])


def deep(image: Uint8Array) -> Image:
    return image.astype(np.uint16) * 257


def large(image: Uint8Array) -> Image:
    """Larger than what is looked at whole, as a camera's picture is."""
    noise = cv2.GaussianBlur(np.random.default_rng(0).normal(0, 8, (720, 960)), (0, 0), 1)
    return np.clip(cv2.resize(image, (960, 720)) + noise, 0, 255).astype(np.uint8)


@pytest.fixture(scope="module", params=[grey, colour, deep, large])
def pictures(request: pytest.FixtureRequest) -> tuple[SceneReference, list[Image]]:
    """The reference of 40 pictures and six others of the same scene."""
    images = [request.param(image) for image in parts(0, TRAINING_PICTURES + 6)]
    return learnt(images[:TRAINING_PICTURES]), images[TRAINING_PICTURES:]


CHANGES: dict[str, tuple[Change, Aspect, str]] = {
    "blurred": (
        lambda image: cv2.GaussianBlur(image, (0, 0), max(image.shape) / 160),
        "focus",
        "The picture is less sharp than the training pictures",
    ),
    "darkened": (
        lambda image: (image * 0.7).astype(image.dtype),
        "exposure",
        "The picture is darker than the training pictures",
    ),
    "brightened": (
        lambda image: np.minimum(image * 1.3, np.iinfo(image.dtype).max).astype(image.dtype),
        "exposure",
        "The picture is brighter than the training pictures",
    ),
    "lit from the left": (
        lit_from_the_left,
        "light",
        "The light comes more from the left than in the training pictures",
    ),
    "lit from below": (
        lambda image: np.rot90(lit_from_the_left(np.rot90(image, -1)), 1),
        "light",
        "The light comes more from the bottom than in the training pictures",
    ),
    "moved to the right": (
        lambda image: shifted(image, 0.05, 0),
        "position",
        "Parts lie",
    ),
    "turned": (lambda image: turned(image, 6), "position", "Parts are turned"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_found_and_nothing_else(
    pictures: tuple[SceneReference, list[Image]], change: str
) -> None:
    reference, images = pictures
    make, aspect, words = CHANGES[change]
    for image in images:
        by_aspect = readings(reference, np.ascontiguousarray(make(image)))
        assert outside(by_aspect) == {aspect}, by_aspect
        assert by_aspect[aspect].sentence.startswith(words)


def test_the_figures_are_those_of_the_change(
    pictures: tuple[SceneReference, list[Image]],
) -> None:
    reference, images = pictures
    comparison = SceneComparison(reference)

    def median(measure: Measure, make: Change) -> float:
        return float(np.median([comparison.differences(make(image))[measure] for image in images]))

    assert median("level", lambda image: (image * 0.7).astype(image.dtype)) == pytest.approx(
        np.log(0.7), abs=0.03
    )
    assert median("horizontal", lit_from_the_left) == pytest.approx(np.log(0.8 / 1.2), abs=0.06)
    assert median("right", lambda image: shifted(image, 0.05, 0)) == pytest.approx(0.05, abs=0.006)
    assert median("down", lambda image: shifted(image, 0, -0.04)) == pytest.approx(-0.04, abs=0.006)
    assert median("turn", lambda image: turned(image, 6)) == pytest.approx(6, abs=0.6)


def test_what_the_figures_say() -> None:
    images = parts(0, TRAINING_PICTURES + 1)
    reference = learnt(images[:-1])
    comparison = SceneComparison(reference)
    worded = comparison.readings({"right": 14 / 320, "down": -3 / 320, "turn": 0.1}, 320)
    assert worded["position"].says == "14 px to the right, 3 px up"
    assert worded["position"].sentence == (
        "Parts lie 14 px to the right and 3 px up against the training pictures"
    )
    worded = comparison.readings({"horizontal": -0.3, "vertical": 0.0, "centre": 0.0}, 320)
    assert worded["light"].sentence == (
        "The light comes more from the left than in the training pictures: "
        "brightness left +16 %, right −14 %"
    )
    assert comparison.readings({"level": np.log(0.8)}, 320)["exposure"].says == "brightness −20 %"


def test_a_lamp_that_is_off_is_no_matter_of_focus_or_place() -> None:
    images = parts(0, TRAINING_PICTURES + 1)
    dark = readings(learnt(images[:-1]), (images[-1] * 0.05).astype(np.uint8))
    assert set(dark) == {"exposure"}
    assert dark["exposure"].limits > 1


def test_a_defect_is_no_change_of_the_scene() -> None:
    images = parts(0, TRAINING_PICTURES + 40)
    reference = learnt(images[:TRAINING_PICTURES])
    alarms: list[Aspect] = []
    for image in images[TRAINING_PICTURES:]:
        cv2.line(image, (134, 96), (190, 150), 250, 6)
        cv2.circle(image, (200, 90), 14, 10, -1)
        alarms += outside(readings(reference, image))
    assert len(alarms) <= 1, alarms


def test_good_pictures_are_outside_as_rarely_as_is_said() -> None:
    """Over several trainings from 20 pictures; the counts' own chance is allowed for."""
    alarms: Counter[Aspect] = Counter()
    compared = 0
    for draw in range(6):
        images = parts(1000 + draw, 20 + 40)
        comparison = SceneComparison(learnt(images[:20]))
        for image in images[20:]:
            by_aspect = comparison.readings(comparison.differences(image), 320)
            alarms.update(outside(by_aspect))
            assert set(by_aspect) == {"focus", "exposure", "light", "position"}
        compared += 40
    # Poisson: 0.5 are expected; more than 4 would come twice in ten thousand trials.
    assert FALSE_ALARM_RATE * compared == pytest.approx(0.48)
    assert all(count <= 4 for count in alarms.values()), alarms


def test_parts_that_lie_anyhow_have_no_position() -> None:
    generator = np.random.default_rng(3)
    images = [
        shifted(
            turned(image, float(generator.uniform(-180, 180))), *generator.uniform(-0.2, 0.2, 2)
        )
        for image in parts(0, 30)
    ]
    reference = learnt(images)
    assert reference.template is None
    assert reference.position_note is not None
    assert "lie anyhow" in reference.position_note
    assert set(readings(reference, images[0])) == {"focus", "exposure", "light"}


def test_where_nothing_shows_the_place_it_is_not_measured() -> None:
    assert learnt([texture(seed) for seed in range(30)]).template is None


def test_one_odd_training_picture_does_not_widen_the_limits() -> None:
    images = parts(0, TRAINING_PICTURES)
    odd = [*images[1:], (images[0] * 0.2).astype(np.uint8)]
    level, with_odd = (learnt(some).limits["level"].reach for some in (images, odd))
    assert with_odd < 1.5 * level


@pytest.mark.parametrize("value", [0, 77, 255])
@pytest.mark.parametrize("shape", [(48, 64), (700, 900), (32, 3000, 3)])
def test_pictures_without_anything_in_them(value: int, shape: tuple[int, ...]) -> None:
    image = np.full(shape, value, dtype=np.uint8)
    reference = learnt([image] * 20)
    assert outside(readings(reference, image)) == set()


def test_tiny_pictures_are_not_measured() -> None:
    learner = SceneLearner()
    for _ in range(20):
        learner.add(np.zeros((16, 200), dtype=np.uint8))
    assert learner.reference() is None
    reference = learnt([*parts(0, 20)])
    assert readings(reference, np.zeros((16, 200), dtype=np.uint8)) == {}


def test_a_training_keeps_the_scene_in_the_bundle(tmp_path: Path) -> None:
    paths = []
    for number, image in enumerate(parts(0, 24)):
        paths.append(tmp_path / f"{number}.png")
        cv2.imwrite(str(paths[-1]), image)
    bundle = train(TrainingRequest(name="parts", root=tmp_path, pictures=labelled(paths)))
    reference = load_bundle(bundle.path, AnomalyManifest).manifest.scene
    assert reference == learnt([read_image(path) for path in paths])
    assert reference is not None
    assert reference.pictures == 24
    # A few kilobytes: every page that lists models reads it.
    assert len(json.dumps(reference.model_dump(mode="json"))) < 8000


@pytest.mark.parametrize(("name", "most"), [("elpv", 0.08), ("cookies", 0.15)])
def test_real_parts_are_inside_whether_good_or_defective(
    request: pytest.FixtureRequest, name: str, most: float
) -> None:
    """The station warns when half of the parts are outside the same limit: none comes near it."""
    pictures: Pictures = request.getfixturevalue(name)
    comparison = SceneComparison(learnt([read_image(path) for path in pictures.train]))
    for paths, share in ((pictures.normal, most), (pictures.anomaly, 0.2)):
        alarms: Counter[Aspect] = Counter()
        for path in paths:
            image = read_image(path)
            by_aspect = comparison.readings(comparison.differences(image), max(image.shape))
            alarms.update(outside(by_aspect))
        assert all(count <= share * len(paths) for count in alarms.values()), alarms


def test_real_parts_under_another_lamp_are_outside(cookies: Pictures) -> None:
    comparison = SceneComparison(learnt([read_image(path) for path in cookies.train]))
    changes: dict[Aspect, Change] = {
        "focus": lambda image: cv2.GaussianBlur(image, (0, 0), 2),
        "exposure": lambda image: (image * 0.7).astype(image.dtype),
        "light": lit_from_the_left,
    }
    for aspect, change in changes.items():
        images = [change(read_image(path)) for path in cookies.normal]
        outside_aspects = [
            outside(comparison.readings(comparison.differences(image), max(image.shape)))
            for image in images
        ]
        assert sum(aspect in aspects for aspects in outside_aspects) > 0.8 * len(outside_aspects)


def test_a_reference_grows_with_pictures_of_another_light() -> None:
    images = parts(0, TRAINING_PICTURES + 12)
    reference = learnt(images[:TRAINING_PICTURES])
    moved_lamp = [lit_from_the_left(image) for image in images[TRAINING_PICTURES:]]
    assert "light" in outside(readings(reference, moved_lamp[-1]))
    grower = IncrementalSceneLearner(reference)
    for image in moved_lamp[:6]:
        grower.add(image)
    grown = grower.reference()
    assert grown.pictures == TRAINING_PICTURES + 6
    for image in [*moved_lamp[6:], *images[-6:]]:
        assert readings(grown, image)["light"].limits < 1.1
    # What did not change is held as narrowly as before.
    blurred = CHANGES["blurred"][0](images[-1])
    assert outside(readings(grown, blurred)) == {"focus"}


def test_one_gross_outlier_among_further_pictures_widens_nothing() -> None:
    images = parts(0, TRAINING_PICTURES + 6)
    reference = learnt(images[:TRAINING_PICTURES])
    grower = IncrementalSceneLearner(reference)
    for image in [*images[TRAINING_PICTURES:], lit_from_the_left(images[0])]:
        grower.add(image)
    grown = grower.reference()
    assert "light" in outside(readings(grown, lit_from_the_left(images[1])))
