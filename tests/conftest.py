"""What the tests of every area share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest
from support.pictures import labelled
from support.station import write_pictures

from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

MODEL = "discs"

# boto3 without keys asks the virtual machine that it supposes itself on; here nobody answers.
os.environ.setdefault("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1")

# A busy machine is no fault of the code: 200 ms for an example were exceeded beside other work.
hypothesis.settings.register_profile("okng", deadline=None)
hypothesis.settings.load_profile("okng")


@pytest.fixture(scope="session")
def trained_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `models` folder with `discs` version 1, trained on `write_pictures` without defects."""
    folder = tmp_path_factory.mktemp("trained")
    good = write_pictures(folder / "good", 30)
    mixed = write_pictures(folder / "mixed", 12, defect_every=1)
    request = TrainingRequest(
        name=MODEL,
        root=folder / "models",
        pictures=labelled(sorted(good.iterdir()), sorted(mixed.iterdir())),
        author="tests",
    )
    train(request)
    return folder / "models"


@pytest.fixture(scope="session")
def two_versions(trained_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a version 2 that learnt scratches as normal too, so that the two disagree."""
    folder = tmp_path_factory.mktemp("two_versions")
    models = shutil.copytree(trained_models, folder / "models")
    scratched = write_pictures(folder / "scratched", 24, defect_every=2)
    train(
        TrainingRequest(
            name=MODEL,
            root=models,
            pictures=labelled(sorted(scratched.iterdir())),
            author="tests",
        )
    )
    return models


@pytest.fixture
def install_model(trained_models: Path) -> Callable[[Path], None]:
    """Puts the trained model into a station's data directory."""

    def install(data_dir: Path) -> None:
        shutil.copytree(trained_models, data_dir / "models", dirs_exist_ok=True)

    return install
