"""What the API says before fine-tuning begins; the job itself is a slow test of the page."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from support.darknet_networks import NETWORKS, write_network
from support.marked_parts import add_marked_parts, marked_part
from support.page_client import Browser
from support.yolo_exports import add_detector

from okng.device.jobs.store import JobStore
from okng.device.settings.settings import StationSettings
from okng.models.bundles.bundle import write_bundle
from okng.models.bundles.manifest import ModelInput
from okng.models.imported.import_detector import DetectorOptions, import_darknet
from okng.models.training.detection.request import MINIMUM_PICTURES

SIDE = 64
CLASSES = ["scratch", "dent"]


@pytest.fixture
def data_dir(
    settings: StationSettings, browser: Browser, trained_models: Path, tmp_path: Path
) -> Path:
    """The anomaly model `discs`, a detector `parts` of ONNX and one `general` of darknet."""
    root = settings.data_dir / "models"
    shutil.copytree(trained_models, root)
    add_detector(root, tmp_path)
    cfg, weights = write_network(tmp_path, NETWORKS["yolov4-tiny"](96, len(CLASSES)))
    names = tmp_path / "classes.txt"
    names.write_text("\n".join(CLASSES))
    options = DetectorOptions("ann", ModelInput(height=SIDE, width=SIDE))
    write_bundle(root, "general", *import_darknet(cfg, weights, names, options))
    return settings.data_dir


def address(name: str) -> str:
    return f"/api/v1/models/{name}/1/fine-tuning"


def test_it_says_what_could_be_learnt_and_what_is_in_the_way(
    browser: Browser, data_dir: Path
) -> None:
    add_marked_parts(data_dir, "marks", 40)
    offer = browser.get(f"{address('general')}?dataset=marks").json
    obstacle = offer.pop("obstacle")
    assert offer == {
        "pictures": 40,
        "boxes": Counter(box.name for seed in range(40) for box in marked_part(seed)[1]),
        "name": "marks",
        "input": {"height": SIDE, "width": SIDE},
    }
    assert obstacle.startswith("this training needs a separate environment")
    for name, dataset, message in (
        ("parts", "marks", "parts version 1 can't be fine-tuned"),
        ("general", "nothing", "none of 0 labelled pictures has a box"),
    ):
        assert message in browser.get(f"{address(name)}?dataset={dataset}").json["obstacle"]
        refused = browser.post(address(name), json={"dataset": dataset})
        assert refused.status_code == 409
        assert message in refused.json["message"]
    add_marked_parts(data_dir, "few", MINIMUM_PICTURES - 1)
    few = browser.get(f"{address('general')}?dataset=few").json["obstacle"]
    assert few.startswith("9 pictures have boxes")
    assert JobStore(data_dir).newest() == []


def test_a_name_of_another_kind_of_model_is_not_proposed(browser: Browser, data_dir: Path) -> None:
    offer = browser.get(f"{address('general')}?dataset=discs").json
    assert offer["name"] == "discs-detector"


def test_what_is_asked_wrongly_is_refused(browser: Browser, data_dir: Path) -> None:
    assert browser.get(f"{address('discs')}?dataset=marks").status_code == 409
    assert browser.get(f"{address('none')}?dataset=marks").status_code == 404
    for wrong, message in (
        ({"epochs": 0}, "epochs"),
        ({"input_width": 100}, "multiple of 32"),
        ({"model": "../x"}, "model"),
    ):
        refused = browser.post(address("general"), json={"dataset": "marks"} | wrong)
        assert refused.status_code == 422, wrong
        assert message in refused.text


def test_a_detector_of_darknet_keeps_what_learning_begins_with(
    data_dir: Path, tmp_path: Path
) -> None:
    cfg, weights = (data_dir / "models/general/1" / f"network.{end}" for end in ("cfg", "weights"))
    assert f"width={SIDE}" in cfg.read_text().replace(" ", "")
    assert weights.read_bytes() == (tmp_path / "network.weights").read_bytes()
