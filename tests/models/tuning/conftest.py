"""A trained model with a build, and its pictures."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.station import write_pictures

from okng.models.bundles.bundle import AnomalyBundle, load_bundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.compilation.calibration_pictures import BuildPictures
from okng.models.compilation.compile import compile_bundle
from okng.models.compilation.engine_build import Build


@pytest.fixture(scope="session")
def built(
    trained_models: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[AnomalyBundle, Build, tuple[Path, ...]]:
    """The model, its build for ONNX Runtime in FP32, and pictures to judge."""
    folder = tmp_path_factory.mktemp("tuned")
    models = shutil.copytree(trained_models, folder / "models")
    bundle = load_bundle(models / "discs/1", AnomalyManifest)
    pictures = BuildPictures.of(sorted(write_pictures(folder / "pictures", 4).iterdir()))
    build = compile_bundle(bundle, "onnxruntime", "fp32", pictures, threads=1)
    return bundle, build, pictures.proof
