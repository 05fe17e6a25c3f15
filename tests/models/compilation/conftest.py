"""A trained model to compile, with its pictures."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.station import write_pictures

from okng.models.bundles.bundle import AnomalyBundle, load_bundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.compilation.calibration_pictures import BuildPictures


@pytest.fixture
def bundle(trained_models: Path, tmp_path: Path) -> AnomalyBundle:
    models = shutil.copytree(trained_models, tmp_path / "models")
    return load_bundle(models / "discs" / "1", AnomalyManifest)


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> BuildPictures:
    folder = tmp_path_factory.mktemp("pictures")
    good = write_pictures(folder / "good", 8)
    bad = write_pictures(folder / "bad", 4, defect_every=1)
    return BuildPictures.of(sorted(good.iterdir()), sorted(bad.iterdir()))
