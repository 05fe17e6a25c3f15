from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from support.pictures import Pictures, labelled, scratched

from okng.models.evaluation import evaluate
from okng.models.images.image_files import read_image, read_mask
from okng.models.images.preprocessing import ImageError
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.inference.evaluate_model import (
    EvaluationError,
    LabelledPicture,
    ReviewBandCounts,
    evaluate_model,
)
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

COOKIE_MASKS = "mask-images"
LEARNT = 20


@pytest.fixture
def paths(textures: Callable[[int], list[Path]]) -> list[Path]:
    return textures(LEARNT + 6)


@pytest.fixture
def model(tmp_path: Path, paths: list[Path]) -> AnomalyModel:
    request = TrainingRequest(
        name="textures",
        root=tmp_path / "models",
        pictures=labelled(paths[:LEARNT]),
        input_height=96,
        input_width=96,
    )
    return AnomalyModel.load(train(request).path)


@pytest.fixture
def defects(tmp_path: Path) -> list[LabelledPicture]:
    """Scratches with their masks, and one picture called anomalous in which nothing is wrong."""
    pictures = []
    for i in range(4):
        path, mask = tmp_path / f"scratch-{i}.png", tmp_path / f"scratch-{i}-mask.png"
        cv2.imwrite(str(path), scratched(100 + i))
        lines = np.zeros((96, 96), np.uint8)
        cv2.imwrite(str(mask), cv2.line(lines, (30, 30), (60, 62), 255, 3))
        pictures.append(LabelledPicture(path, "anomaly", "scratch", mask))
    return pictures


def near(score: float, threshold: float, distance: float) -> bool:
    return threshold - distance <= score <= threshold + distance


def normal(paths: list[Path]) -> list[LabelledPicture]:
    return [LabelledPicture(path, "normal") for path in paths]


def test_the_figures_are_those_of_the_models_scores(
    model: AnomalyModel, paths: list[Path], defects: list[LabelledPicture]
) -> None:
    mislabelled = LabelledPicture(paths[-1], "anomaly", "nothing")
    pictures = [*normal(paths[LEARNT:-1]), *defects, mislabelled]
    opened: list[int] = []
    evaluation = evaluate_model(model, pictures, model.threshold, opened.append)
    scores = {p.path: model.judge(read_image(p.path)).score for p in pictures}
    assert evaluation.metrics == evaluate(
        [scores[p.path] for p in pictures if p.label == "normal"],
        [scores[p.path] for p in pictures if p.label == "anomaly"],
        model.threshold,
    )
    assert (evaluation.normal, evaluation.anomaly) == (5, 5)
    assert opened == list(range(1, 11))
    assert [(t.name, t.caught, t.pictures) for t in evaluation.defect_types] == [
        ("nothing", 0, 1),
        ("scratch", 4, 4),
    ]
    band = model.bundle.manifest.review_band
    assert band
    assert evaluation.review == ReviewBandCounts(
        distance=band.distance,
        normal=sum(near(scores[p.path], model.threshold, band.distance) for p in pictures[:5]),
        anomaly=sum(near(scores[p.path], model.threshold, band.distance) for p in pictures[5:]),
    )
    worst = evaluation.worst_pictures[0]
    assert (worst.name, worst.score) == (str(paths[-1]), scores[paths[-1]])
    assert evaluation.warnings == []
    assert evaluation.pixels is not None
    # The mislabelled picture has no mask, so it is left out of the pixels.
    assert (evaluation.pixels.pictures, evaluation.pixels.regions) == (9, 4)
    assert evaluation.pixels.pixel_auroc > 0.9
    assert evaluation.pixels.aupro > 0.8


def test_pictures_that_the_model_learnt_from_are_told(
    model: AnomalyModel, paths: list[Path], defects: list[LabelledPicture]
) -> None:
    evaluation = evaluate_model(model, [*normal(paths[:3]), defects[0]], model.threshold)
    (warning,) = evaluation.warnings
    assert warning.startswith("the model learnt from 3 of these 4 pictures")


def test_without_masks_pixels_are_unknown(
    model: AnomalyModel, paths: list[Path], defects: list[LabelledPicture]
) -> None:
    pictures = [*normal(paths[LEARNT:]), LabelledPicture(defects[0].path, "anomaly")]
    evaluation = evaluate_model(model, pictures, model.threshold)
    assert (evaluation.pixels, evaluation.defect_types) == (None, [])


def test_a_class_is_missing(model: AnomalyModel, paths: list[Path]) -> None:
    with pytest.raises(EvaluationError, match="26 normal and 0 anomalous pictures were given"):
        evaluate_model(model, normal(paths), model.threshold)


def test_every_bad_picture_and_mask_is_named(
    tmp_path: Path, model: AnomalyModel, paths: list[Path], defects: list[LabelledPicture]
) -> None:
    paths[LEARNT].write_bytes(b"a text")
    masks = [defect.mask for defect in defects if defect.mask]
    cv2.imwrite(str(masks[0]), np.zeros((96, 96), np.uint8))
    cv2.imwrite(str(masks[1]), np.ones((50, 40), np.uint8))
    masks[2].unlink()
    with pytest.raises(EvaluationError) as error:
        evaluate_model(model, [*normal(paths[LEARNT:]), *defects], model.threshold)
    first, *lines = str(error.value).splitlines()
    assert first == "4 bad pictures:"
    for line, path, why in zip(
        lines,
        [paths[LEARNT], *masks[:3]],
        ["not an image", "shows no defect", "40 x 50 pixels, its picture 96 x 96", "No such file"],
        strict=True,
    ):
        assert line.startswith(str(path))
        assert why in line


def test_masks_are_what_is_neither_dark_nor_transparent(tmp_path: Path) -> None:
    colour = np.zeros((2, 3, 4), np.uint8)
    colour[0, :, :3] = (54, 164, 35)
    colour[:, :, 3] = [255, 100, 0]
    cv2.imwrite(str(tmp_path / "alpha.png"), colour)
    assert read_mask(tmp_path / "alpha.png").tolist() == [[True, False, False], [False] * 3]
    grey = np.array([[0, 40000], [65535, 0]], np.uint16)
    cv2.imwrite(str(tmp_path / "deep.png"), grey)
    assert read_mask(tmp_path / "deep.png").tolist() == [[False, True], [True, False]]
    (tmp_path / "bad.png").write_bytes(b"?")
    with pytest.raises(ImageError, match=r"bad\.png: not an image"):
        read_mask(tmp_path / "bad.png")


def test_real_defects_are_found_where_they_are(tmp_path: Path, cookies: Pictures) -> None:
    bundle = train(
        TrainingRequest(name="cookies", root=tmp_path / "models", pictures=labelled(cookies.train))
    )
    training = cookies.train[0].parent
    masks = sorted((training.parent / COOKIE_MASKS).glob("anomaly-*.png"))
    cracked = [
        LabelledPicture(training / f"{mask.stem}.jpg", "anomaly", "crack", mask) for mask in masks
    ]
    model = AnomalyModel.load(bundle.path)
    evaluation = evaluate_model(model, [*normal(cookies.normal), *cracked], model.threshold)
    assert evaluation.pixels is not None
    assert evaluation.pixels.pictures == len(cookies.normal) + len(masks)
    assert evaluation.pixels.regions >= len(masks)
    assert evaluation.pixels.pixel_auroc > 0.93
    assert evaluation.pixels.aupro > 0.8
    intervals = evaluation.metrics.intervals
    assert intervals is not None
    assert intervals.image_auroc.low > 0.8
