"""The memory bank names the training pictures that look most like a part."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from support.altered_model import blind, write_altered
from support.pictures import labelled
from support.station import write_pictures

from okng.models.anomaly.padim import PadimSettings
from okng.models.bundles.bundle import AnomalyBundle, load_bundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.bundles.memory_bank import read_memory_bank
from okng.models.images.image_files import read_image
from okng.models.inference.nearest_good_pictures import (
    NoMemoryBankError,
    RelativeArea,
    nearest_good_pictures,
    nearest_of_bank,
    why_no_nearest,
)
from okng.models.training.anomaly.incremental_training import (
    IncrementalTrainingRequest,
    train_incrementally,
)
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

WHOLE = RelativeArea(0, 0, 1, 1)


@pytest.fixture
def bundle(trained_models: Path) -> AnomalyBundle:
    return load_bundle(trained_models / "discs" / "1", AnomalyManifest)


def test_a_training_picture_is_nearest_to_itself(
    bundle: AnomalyBundle, trained_models: Path
) -> None:
    hashes = {Path(p.name).name: p.sha256 for p in bundle.manifest.dataset if p.label == "normal"}
    for path in sorted((trained_models.parent / "good").iterdir())[:3]:
        named = nearest_good_pictures(bundle, read_image(path), WHOLE, 1)
        assert named[0] == hashes[path.name]
        assert len(set(named)) == len(named)


def test_what_was_added_is_named_as_well_as_what_was_learnt_before(
    trained_models: Path, tmp_path: Path
) -> None:
    pictures = sorted(write_pictures(tmp_path / "more", 60).iterdir())
    root = tmp_path / "models"
    train(TrainingRequest(name="discs", root=root, pictures=labelled(pictures[:30])))
    request = IncrementalTrainingRequest(
        root=root, name="discs", version=1, pictures=labelled(pictures[30:])
    )
    grown = train_incrementally(request)
    origin = read_memory_bank(grown)
    assert origin
    learnt = {p.name: p.sha256 for p in grown.manifest.dataset}
    assert len(origin.pictures) == 60
    for path in (pictures[2], pictures[45]):
        named = nearest_good_pictures(grown, read_image(path), WHOLE, 1)
        assert named[0] == learnt[path.name]
    assert None not in origin.vectors


def test_models_that_keep_no_pictures_say_why(
    bundle: AnomalyBundle, trained_models: Path, tmp_path: Path
) -> None:
    (tmp_path / "discs").mkdir()
    (tmp_path / "discs" / "1").symlink_to(bundle.path)
    older = write_altered(tmp_path, "discs", blind)
    assert "was trained before" in (why_no_nearest(older) or "")
    padim = bundle.manifest.model_copy(update={"method": PadimSettings()})
    assert "only PatchCore models do" in (why_no_nearest(padim) or "")
    part = read_image(next((trained_models.parent / "good").iterdir()))
    with pytest.raises(NoMemoryBankError, match="train it again"):
        nearest_good_pictures(AnomalyBundle(tmp_path / "discs" / "2", older), part, WHOLE, 1)


def test_the_file_says_where_every_vector_came_from(bundle: AnomalyBundle) -> None:
    kept = json.loads((bundle.path / "memory_bank.json").read_text())
    normal = [p.sha256 for p in bundle.manifest.dataset if p.label == "normal"]
    assert sorted(kept["pictures"]) == sorted(normal)
    assert {vector < len(normal) for vector in kept["vectors"]} == {True}


def test_the_nearest_vector_is_found_in_blocks() -> None:
    bank = np.random.default_rng(0).normal(size=(50, 8)).astype(np.float32)
    order = np.random.default_rng(1).integers(0, 50, 3000)
    np.testing.assert_array_equal(nearest_of_bank(bank[order] + 1e-4, bank), order)
