"""A threshold that no score can be over is refused, however the scores come to their end."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest
from support.scored_exports import ENDINGS, scored_export

from okng.device.inspection.loaded_recipe import ModelMissingError, load_recipe
from okng.device.jobs.regression_check import CheckParameters, check
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.types import ModelReference
from okng.models.anomaly.score_range import ScoreRange, ThresholdError, measure_score_range
from okng.models.bundles.bundle import ENGINES, AnomalyBundle, content_hash, load_bundle
from okng.models.bundles.imported_settings import ImportedSettings
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.compilation.anomaly_parity import AnomalyParity
from okng.models.compilation.compile import _with_range
from okng.models.errors import ImportedModelError
from okng.models.images.extreme_images import extreme_images
from okng.models.inference.anomaly_model import AnomalyModel, running_score_range
from okng.models.inference.evaluate_model import EvaluationError, LabelledPicture, evaluate_model
from okng.models.inference.threshold_outcome import threshold_outcome
from okng.models.training.anomaly.import_model import ImportRequest, OnnxSource, import_external
from okng.models.training.request import TrainingPicture

CUT_OFF = [ending for ending in ENDINGS if ending != "nothing"]


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[TrainingPicture]:
    """Twenty good parts and six defective ones: red and a little more, or nearly white."""
    folder = tmp_path_factory.mktemp("parts")
    generator = np.random.default_rng(0)
    parts: list[TrainingPicture] = []
    for number in range(26):
        level = 51 + generator.integers(8, 34, (64, 64)) if number < 20 else np.full((64, 64), 240)
        path = folder / f"{number:02}.png"
        cv2.imwrite(str(path), level.astype(np.uint8))
        label = "normal" if number < 20 else "anomaly"
        parts.append(TrainingPicture(path=path, label=label))  # type: ignore[arg-type]
    return parts


def imported(
    root: Path, parts: list[TrainingPicture], ending: str, threshold: float | None, slope: float = 5
) -> AnomalyBundle:
    request = ImportRequest(
        name="parts",
        root=root / "models",
        source=OnnxSource(scored_export(ending, slope), None),
        method=ImportedSettings(file="parts.onnx", sha256="a" * 64),
        pictures=parts,
        threshold=threshold,
    )
    return import_external(request)


@pytest.mark.parametrize("ending", CUT_OFF)
def test_a_threshold_at_the_end_of_the_scores_is_refused_at_import(
    ending: str, parts: list[TrainingPicture], tmp_path: Path
) -> None:
    for threshold in (1.0, 1.025, 40.0):
        with pytest.raises(ImportedModelError) as raised:
            imported(tmp_path, parts, ending, threshold)
        message = str(raised.value)
        assert f"the threshold {threshold:.6g}, so every part would be OK" in message
        assert "scores end at 1 (" in message
    assert not (tmp_path / "models").exists()
    bundle = imported(tmp_path, parts, ending, 0.95)
    assert bundle.manifest.score_range
    assert bundle.manifest.score_range.is_cut_off
    assert bundle.manifest.score_range.highest == pytest.approx(1)
    assert bundle.manifest.metrics
    assert bundle.manifest.metrics.false_negatives == 0


def test_a_threshold_that_is_chosen_beyond_the_end_is_refused(
    parts: list[TrainingPicture], tmp_path: Path
) -> None:
    """Good parts score up to 0.997, so one that rejects one of a hundred lies beyond."""
    with pytest.raises(ImportedModelError, match=r"scores end at 1 .*post_processor = None"):
        imported(tmp_path, parts, "clip", None, slope=7.7)
    bundle = imported(tmp_path, parts, "nothing", None, slope=7.7)
    assert bundle.manifest.threshold > 1
    assert bundle.manifest.score_range
    assert not bundle.manifest.score_range.why_unreachable(bundle.manifest.threshold)


def test_scores_without_an_end_are_held_against_the_highest_that_was_seen(
    parts: list[TrainingPicture], tmp_path: Path
) -> None:
    """The network of this one can't give more than 4 either: white is 0.8 from normal."""
    with pytest.raises(ImportedModelError, match=r"threshold 4\.5.*(end at|is) 4\b"):
        imported(tmp_path, parts, "nothing", 4.5)
    assert imported(tmp_path, parts, "nothing", 3.5).manifest.threshold == 3.5


def test_a_threshold_below_all_scores_is_told(parts: list[TrainingPicture], tmp_path: Path) -> None:
    bundle = imported(tmp_path, parts, "nothing", 0.0)
    lowest = min(picture.score or 0 for picture in bundle.manifest.dataset)
    assert bundle.manifest.score_range
    assert 0 < bundle.manifest.score_range.lowest <= lowest
    expected = f"every part would be NG by the threshold 0: .* is {lowest:.6g}"
    assert any(expected[:30] in warning for warning in bundle.manifest.warnings)
    outcome = threshold_outcome(bundle.manifest, 0.0, 0.5)
    assert outcome.note
    assert threshold_outcome(bundle.manifest, 2.0, 0.5).note is None
    pictures = [LabelledPicture(picture.path, picture.label) for picture in parts]
    evaluated = evaluate_model(AnomalyModel.load(bundle.path), pictures, 0.0)
    assert outcome.note in evaluated.warnings


def recipe(threshold: float | None) -> RecipeVersion:
    model = ModelReference(name="parts", version=1)
    return RecipeVersion(
        version=1,
        recipe=Recipe(name="parts", model=model, threshold=threshold),
        author="tests",
        created_at=datetime.now(UTC),
    )


def forget_the_range(bundle: AnomalyBundle, **changes: object) -> None:
    """Make of a bundle what format 5 wrote, its manifest changed besides."""
    path = bundle.path / "manifest.json"
    document = json.loads(path.read_text()) | {"format_version": 5, **changes}
    del document["score_range"], document["content_hash"]
    path.write_text(json.dumps(document | {"content_hash": content_hash(document)}))


@pytest.mark.parametrize("is_old", [False, True])
def test_a_threshold_of_a_recipe_is_held_against_the_model(
    is_old: bool, parts: list[TrainingPicture], tmp_path: Path
) -> None:
    """In a recipe and what loads one (promotion, `okng inspect`), a check and an evaluation."""
    bundle = imported(tmp_path, parts, "clip", 0.95)
    if is_old:
        forget_the_range(bundle)
    models = tmp_path / "models"
    for threshold in (None, 0.9):
        assert load_recipe(recipe(threshold), models, 1).threshold == threshold or 0.95
    for threshold in (1.0, 7.0):
        with pytest.raises(
            ModelMissingError, match=f"parts version 1: .*{threshold:.6g}.*end at 1 "
        ):
            load_recipe(recipe(threshold), models, 1)
    parameters = CheckParameters(model=ModelReference(name="parts", version=1), threshold=1.0)
    with pytest.raises(ModelMissingError, match="end at 1 "):
        check(parameters, tmp_path, 1, lambda share, message: None)
    pictures = [LabelledPicture(picture.path, picture.label) for picture in parts]
    with pytest.raises(EvaluationError, match="end at 1 "):
        evaluate_model(AnomalyModel.load(bundle.path), pictures, 1.025)
    manifest = load_bundle(bundle.path, AnomalyManifest).manifest
    with pytest.raises(ThresholdError, match="end at 1 "):
        threshold_outcome(manifest, 1.025, score_range=running_score_range(bundle))
    shutil.rmtree(bundle.path / ENGINES, ignore_errors=True)


def test_an_old_bundle_is_measured_once(parts: list[TrainingPicture], tmp_path: Path) -> None:
    """Its own threshold may be one that no score can be over: it must not go on saying OK."""
    bundle = imported(tmp_path, parts, "clip", 0.95)
    forget_the_range(bundle, threshold=1.025)
    assert running_score_range(load_bundle(bundle.path, AnomalyManifest)) is None
    with pytest.raises(ModelMissingError, match=r"1\.025, so every part would be OK.*end at 1 "):
        load_recipe(recipe(None), tmp_path / "models", 1)
    old = load_bundle(bundle.path, AnomalyManifest)
    kept = running_score_range(old)
    assert kept
    assert kept.is_cut_off
    model = AnomalyModel.load(bundle.path)
    del model._engine
    assert model.score_range == kept


def test_a_build_whose_scores_end_before_the_threshold_is_none() -> None:
    parity = AnomalyParity(
        pictures=4, spread=1, score_difference=0, map_difference=0, changed_sides=0, problems=[]
    )
    ends = ScoreRange(lowest=1, highest=12, extreme_pictures=22, at_highest=19)
    assert _with_range(parity, ends, 11.9).problems == []
    (problem,) = _with_range(parity, ends, 12.0).problems
    assert "scores end at 12 (19 of 22 extreme pictures" in problem


def test_what_is_measured_are_extremes_and_what_is_known() -> None:
    usual = np.full((1, 40, 56, 3), 50, np.uint8)
    usual[:, 10:20, 10:20] = 200
    pictures = list(extreme_images(40, 56, [usual]))
    assert len({picture.tobytes() for picture in pictures}) == len(pictures) == 22
    assert all((picture.shape, picture.dtype) == ((1, 40, 56, 3), np.uint8) for picture in pictures)
    measured = measure_score_range(lambda pixels: float(pixels.mean()), 40, 56, [usual], [300.0])
    assert measured == ScoreRange(lowest=0, highest=300, extreme_pictures=22, at_highest=0)
    assert measure_score_range(lambda pixels: np.nan, 40, 56) is None
    one_ulp_below = float(np.nextafter(np.float32(1), np.float32(0)))
    ends = ScoreRange(lowest=0, highest=one_ulp_below, extreme_pictures=22, at_highest=9)
    assert ends.why_unreachable(0.9999999)
    assert ends.why_unreachable(0.999) is None
