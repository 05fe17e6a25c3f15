"""A line whose model has a preparation: hidden defects pass, others are found where they are."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from support.pictures import labelled
from support.running_station import RunningStation
from support.station import eventually, write_pictures

from okng.device.cameras.folder.settings import FolderCameraSettings
from okng.device.inspection.inspect_image import inspect_image
from okng.device.inspection.loaded_recipe import load_recipe
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.types import ModelReference, Outcome
from okng.models.images.image_files import read_image
from okng.models.preparation import Crop, MaskOut, Preparation, Rectangle, Rotate
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

WIDTH, HEIGHT = 320, 240
CROP = Crop(left=100, top=60, width=140, height=120)
"""Around the scratch, which reaches from (134, 96) to (192, 148)."""
STEPS = Preparation(width=WIDTH, height=HEIGHT, steps=(CROP, Rotate(degrees=90)))
HIDDEN = Preparation(
    width=WIDTH,
    height=HEIGHT,
    steps=(MaskOut(areas=(Rectangle(left=120, top=80, width=90, height=90),), fill=150),),
)


@pytest.fixture(scope="session")
def prepared_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 1 crops and turns, version 2 hides the place of the scratches."""
    folder = tmp_path_factory.mktemp("prepared")
    good = labelled(sorted(write_pictures(folder / "good", 30).iterdir()))
    for steps in (STEPS, HIDDEN):
        train(
            TrainingRequest(name="discs", root=folder / "models", pictures=good, preparation=steps)
        )
    return folder / "models"


@pytest.fixture
def install_model(prepared_models: Path) -> Callable[[Path], None]:
    def install(data_dir: Path) -> None:
        shutil.copytree(prepared_models, data_dir / "models", dirs_exist_ok=True)

    return install


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """What the camera brings: every part has a scratch."""
    return write_pictures(tmp_path / "scratched", 6, defect_every=1)


def test_a_defect_is_found_where_it_is_in_the_whole_picture(
    make_station: Callable[..., RunningStation], pictures: Path
) -> None:
    station = make_station(camera=FolderCameraSettings(path=pictures))
    station.inspect(model=ModelReference(name="discs", version=1))
    inspection = station.judge("part-1")
    assert inspection.outcome is Outcome.NG
    ledger = station.ledger
    eventually(lambda: ledger.get(inspection.inspection_id) is not None)
    scores = ledger.anomaly_map(inspection.inspection_id)
    assert scores is not None
    row, column = np.unravel_index(int(scores.argmax()), scores.shape)
    x = (int(column) + 0.5) * WIDTH / scores.shape[1]
    y = (int(row) + 0.5) * HEIGHT / scores.shape[0]
    assert 120 < x < 206
    assert 82 < y < 162
    assert (scores[: scores.shape[0] * 60 // HEIGHT - 1] == 0).all()
    # What is stored is what the camera gave.
    recorded = ledger.get(inspection.inspection_id)
    assert recorded is not None
    assert recorded.picture_path is not None
    stored = read_image(station.settings.data_dir / recorded.picture_path)
    assert stored.shape[:2] == (HEIGHT, WIDTH)


def test_a_defect_that_is_masked_out_passes(
    make_station: Callable[..., RunningStation], pictures: Path
) -> None:
    station = make_station(camera=FolderCameraSettings(path=pictures))
    station.inspect(model=ModelReference(name="discs", version=2))
    assert station.judge("part-1").outcome is Outcome.OK


def test_a_picture_of_another_size_is_an_error_that_says_why(
    make_station: Callable[..., RunningStation], tmp_path: Path
) -> None:
    small = write_pictures(tmp_path / "small", 3, width=300, height=200)
    station = make_station(camera=FolderCameraSettings(path=small))
    station.inspect(model=ModelReference(name="discs", version=1))
    inspection = station.judge("part-1")
    assert inspection.outcome is Outcome.ERROR
    assert inspection.reason is not None
    assert "the picture has 300 x 200 px; the steps of its preparation were drawn for" in (
        inspection.reason
    )


def test_the_scene_is_compared_as_the_model_learnt_it(
    prepared_models: Path, tmp_path: Path
) -> None:
    recipe = Recipe(name="discs", model=ModelReference(name="discs", version=1))
    loaded = load_recipe(RecipeVersion.unsaved(recipe, "tests"), prepared_models, threads=1)
    assert loaded.scene is not None
    (path,) = write_pictures(tmp_path / "one", 1).iterdir()
    image = read_image(path)
    assert inspect_image(loaded, image).outcome is Outcome.OK
    covered = image.copy()
    covered[: CROP.top] = 255
    assert loaded.scene.differences(covered) == loaded.scene.differences(image)
