"""A model with a preparation, against one that was trained on pictures prepared beforehand."""

import json
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from support.pictures import labelled, scratched, texture

from okng.models.arrays import Image
from okng.models.bundles.bundle import MANIFEST, AnomalyBundle, content_hash, load_bundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.compilation.calibration_pictures import model_inputs
from okng.models.images.image_files import encode_png, read_image
from okng.models.images.preprocessing import ImageError
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.inference.evaluate_model import LabelledPicture, evaluate_model
from okng.models.inference.nearest_good_pictures import RelativeArea, nearest_good_pictures
from okng.models.preparation import Crop, MaskOut, Preparation, Rectangle, Rotate, Stretch
from okng.models.scene.comparison import SceneComparison
from okng.models.training.anomaly.incremental_training import (
    IncrementalTrainingRequest,
    train_incrementally,
)
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingError, TrainingPicture, TrainingRequest

STEPS = Preparation(
    width=96,
    height=96,
    steps=(
        Crop(left=20, top=10, width=70, height=60),
        Rotate(degrees=90),
        Stretch(low=20, high=230),
    ),
)


@pytest.fixture
def trained(
    tmp_path: Path, textures: Callable[[int], list[Path]]
) -> Callable[[Preparation, list[TrainingPicture]], AnomalyBundle]:
    def make(preparation: Preparation, pictures: list[TrainingPicture]) -> AnomalyBundle:
        return train(
            TrainingRequest(
                name="textures",
                root=tmp_path / "models",
                pictures=pictures,
                input_height=64,
                input_width=96,
                preparation=preparation,
            )
        )

    return make


def write(path: Path, image: Image) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(encode_png(image))
    return path


def test_it_scores_as_a_model_that_learnt_from_prepared_pictures(
    tmp_path: Path,
    textures: Callable[[int], list[Path]],
    trained: Callable[[Preparation, list[TrainingPicture]], AnomalyBundle],
) -> None:
    stored = textures(20)
    bad = write(tmp_path / "bad" / "bad.png", scratched(3))
    mask = np.zeros((96, 96), np.uint8)
    cv2.line(mask, (30, 30), (60, 62), 255, 3)
    defect = TrainingPicture(
        path=bad, label="anomaly", mask=write(tmp_path / "masks" / "bad.png", mask)
    )
    with_steps = trained(STEPS, [*labelled(stored), defect])
    beforehand = [
        write(tmp_path / "prepared" / path.name, STEPS.apply(read_image(path)))
        for path in [*stored, bad]
    ]
    without = trained(Preparation(), labelled(beforehand[:20], beforehand[20:]))

    prepared, plain = AnomalyModel.load(with_steps.path), AnomalyModel.load(without.path)
    for image in (texture(40), scratched(41)):
        judged = prepared.judge(image)
        expected = plain.judge(STEPS.apply(image))
        assert judged.score == expected.score
        restored = judged.anomaly_map
        # 12 x 8 cells (turned) over 70 x 60 px of the camera's 96 x 96.
        assert expected.anomaly_map.shape == (8, 12)
        assert restored.shape == (20, 11)
        assert restored.max() == expected.anomaly_map.max()
        assert (restored[:, :2] == 0).all()
        assert (restored[:2] == 0).all()
        assert (restored[-5:] == 0).all()
    assert with_steps.manifest.threshold == without.manifest.threshold
    assert with_steps.manifest.score_range == without.manifest.score_range
    scores = [picture.score for picture in with_steps.manifest.dataset]
    assert scores == [picture.score for picture in without.manifest.dataset]

    # What is kept of the pictures is what the camera gave.
    assert with_steps.manifest.picture_format is not None
    assert with_steps.manifest.picture_format.width == 96
    assert with_steps.manifest.preparation == STEPS
    assert without.manifest.preparation is None
    # Masks are those of whole pictures.
    assert with_steps.manifest.pixels is not None
    evaluated = evaluate_model(
        prepared,
        [
            LabelledPicture(stored[0], "normal"),
            LabelledPicture(bad, "anomaly", mask=tmp_path / "masks" / "bad.png"),
        ],
        prepared.threshold,
    )
    assert evaluated.pixels is not None
    assert evaluated.pixels.pixel_auroc > 0.8
    # Builds are calibrated and proved with prepared pictures.
    (inputs,) = model_inputs(with_steps.manifest, [stored[0]])
    (expected_inputs,) = model_inputs(without.manifest, [beforehand[0]])
    np.testing.assert_array_equal(inputs["image"], expected_inputs["image"])


def test_the_nearest_good_picture_is_looked_for_at_the_prepared_place(
    textures: Callable[[int], list[Path]],
    trained: Callable[[Preparation, list[TrainingPicture]], AnomalyBundle],
) -> None:
    stored = textures(20)
    bundle = trained(STEPS, labelled(stored))
    known = bundle.manifest.dataset[7].sha256
    image = read_image(stored[7])
    place = RelativeArea(0.3, 0.2, 0.9, 0.7)
    assert nearest_good_pictures(bundle, image, place, 1)[0] == known
    # Whatever stands outside the crop counts for nothing.
    image = image.copy()
    image[:, :20] = 255
    assert nearest_good_pictures(bundle, image, place, 1)[0] == known


def test_growing_goes_on_with_the_models_own_preparation(
    tmp_path: Path,
    textures: Callable[[int], list[Path]],
    trained: Callable[[Preparation, list[TrainingPicture]], AnomalyBundle],
) -> None:
    stored = textures(26)
    trained(STEPS, labelled(stored[:20]))
    grown = train_incrementally(
        IncrementalTrainingRequest(
            root=tmp_path / "models", name="textures", version=1, pictures=labelled(stored[20:])
        )
    )
    assert grown.manifest.preparation == STEPS
    image = texture(50).copy()
    model = AnomalyModel.load(grown.path)
    before = model.judge(image).score
    image[:10] = 255
    assert model.judge(image).score == before


def test_the_scene_is_that_of_the_prepared_picture(
    textures: Callable[[int], list[Path]],
    trained: Callable[[Preparation, list[TrainingPicture]], AnomalyBundle],
) -> None:
    hidden = Preparation(
        width=96,
        height=96,
        steps=(MaskOut(areas=(Rectangle(left=0, top=0, width=96, height=40),), fill=120),),
    )
    manifest = trained(hidden, labelled(textures(20))).manifest
    assert manifest.scene is not None
    scene = SceneComparison(manifest.scene, preparation=hidden)
    image = texture(60)
    covered = image.copy()
    covered[:40] = 255
    assert scene.differences(covered) == scene.differences(image)
    assert scene.side_px(image) == 96


def test_pictures_that_the_steps_do_not_fit_are_all_named(
    tmp_path: Path,
    textures: Callable[[int], list[Path]],
    trained: Callable[[Preparation, list[TrainingPicture]], AnomalyBundle],
) -> None:
    odd = [write(tmp_path / "odd" / f"{i}.png", texture(i)[:50]) for i in range(2)]
    with pytest.raises(TrainingError, match="2 bad pictures") as refused:
        trained(STEPS, labelled([*textures(20), *odd]))
    for path in odd:
        assert f"{path}: the picture has 96 x 50 px; the steps" in str(refused.value)
    assert not list((tmp_path / "models").glob("*/1"))


def test_judging_another_size_is_an_error_and_no_score(
    textures: Callable[[int], list[Path]],
    trained: Callable[[Preparation, list[TrainingPicture]], AnomalyBundle],
) -> None:
    model = AnomalyModel.load(trained(STEPS, labelled(textures(20))).path)
    with pytest.raises(ImageError, match="were drawn for pictures of 96 x 96 px"):
        model.judge(np.zeros((96, 97), np.uint8))
    assert np.isfinite(model.judge(model.preparation.sample()).score)


def test_a_bundle_of_format_8_has_no_preparation(
    textures: Callable[[int], list[Path]],
    trained: Callable[[Preparation, list[TrainingPicture]], AnomalyBundle],
) -> None:
    bundle = trained(Preparation(), labelled(textures(20)))
    before = AnomalyModel.load(bundle.path).judge(texture(30))
    path = bundle.path / MANIFEST
    document = json.loads(path.read_text())
    assert document.pop("preparation") is None
    document["format_version"] = 8
    _rewrite(path, document)
    assert load_bundle(bundle.path, AnomalyManifest).manifest.preparation is None
    after = AnomalyModel.load(bundle.path).judge(texture(30))
    assert after.score == before.score
    np.testing.assert_array_equal(after.anomaly_map, before.anomaly_map)


def _rewrite(path: Path, document: dict[str, object]) -> None:
    document["content_hash"] = content_hash(document)
    path.write_text(json.dumps(document))
