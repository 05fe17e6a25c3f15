"""Preparations over HTTP: versions, previews, files, and the bytes of prepared pictures."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from support.page_client import USER, Browser

from okng.device.datasets.prepared_pictures import export_prepared
from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.types import Label
from okng.models.arrays import Image
from okng.models.images.image_files import decode_image
from okng.models.preparation.preparation import Preparation
from okng.models.preparation.toml_file import from_toml

ADDRESS = "/api/v1/datasets/cells/preparation"
STEPS: dict[str, Any] = {
    "width": 64,
    "height": 48,
    "steps": [
        {"type": "crop", "left": 4, "top": 6, "width": 40, "height": 30},
        {"type": "rotate", "degrees": 90},
        {"type": "grey"},
    ],
}


def noise(seed: int, height: int = 48) -> Image:
    random = np.random.default_rng(seed)
    image: Image = random.integers(0, 256, (height, 64, 3), dtype=np.uint8)
    return image


@pytest.fixture
def picture_id(settings: StationSettings) -> int:
    """Of a picture of the dataset "cells"."""
    store = DatasetStore(settings.data_dir)
    return store.add(noise(1), "cells", Label.NORMAL, USER).picture_id


def save(browser: Browser, preparation: dict[str, Any], based_on: int | None = None) -> Any:
    return browser.write("PUT", ADDRESS, json={"preparation": preparation, "based_on": based_on})


def test_versions_are_saved_listed_and_brought_back(browser: Browser) -> None:
    assert browser.get(ADDRESS).json == {"versions": []}
    first = save(browser, STEPS, 0)
    assert first.status_code == 200, first.text
    assert (first.json["version"], first.json["author"]) == (1, USER)
    assert save(browser, {"steps": []}, 1).json["version"] == 2
    overlooked = save(browser, STEPS, 1)
    assert overlooked.status_code == 409
    assert "changed meanwhile by admin" in overlooked.json["message"]
    back = browser.post(f"{ADDRESS}/restore", json={"version": 1}).json
    assert (back["version"], back["restores"]) == (3, 1)
    versions = browser.get(ADDRESS).json["versions"]
    assert [version["version"] for version in versions] == [3, 2, 1]
    assert Preparation.model_validate(versions[0]["preparation"]) == Preparation.model_validate(
        STEPS
    )
    assert browser.post(f"{ADDRESS}/restore", json={"version": 9}).status_code == 409


@pytest.mark.parametrize(
    ("step", "problem"),
    [
        ({"type": "crop", "left": 40, "top": 0, "width": 40, "height": 20}, "reaches out"),
        ({"type": "crop", "left": 0, "top": 0, "width": 0, "height": 0}, "at least 16"),
        ({"type": "blur"}, "unknown type 'blur'"),
        ({"type": "rotate", "degrees": 45}, "must be 90, 180 or 270"),
        ({"type": "stretch", "low": 9, "high": 9}, "low must be less than high"),
    ],
)
def test_steps_that_make_no_sense_are_refused_in_words(
    browser: Browser, step: dict[str, Any], problem: str
) -> None:
    refused = save(browser, STEPS | {"steps": [step]})
    assert refused.status_code == 422
    assert problem in refused.text
    assert browser.get(ADDRESS).json == {"versions": []}


def test_page_command_and_script_give_the_same_bytes(
    browser: Browser, settings: StationSettings, picture_id: int, tmp_path: Path
) -> None:
    save(browser, STEPS)
    answer = browser.get(f"/api/v1/pictures/{picture_id}/prepared")
    assert answer.mimetype == "image/png"
    expected = Preparation.model_validate(STEPS).apply(noise(1))
    np.testing.assert_array_equal(decode_image(answer.data, "answer"), expected)

    script = tmp_path / "prepare.py"
    text = browser.get(f"{ADDRESS}/file?format=python")
    assert "cells-preparation-1.py" in text.headers["Content-Disposition"]
    script.write_bytes(text.data)
    source = settings.data_dir / "datasets" / "cells"
    subprocess.run([sys.executable, script, source, tmp_path / "by-script"], check=True)
    (by_script,) = (tmp_path / "by-script").rglob("*.png")
    assert by_script.read_bytes() == answer.data

    pictures = DatasetStore(settings.data_dir).pictures("cells")
    export_prepared(
        settings.data_dir, pictures, Preparation.model_validate(STEPS), tmp_path / "by-command"
    )
    (by_command,) = (tmp_path / "by-command").rglob("*.png")
    assert by_command.read_bytes() == answer.data


def test_the_file_as_toml_is_that_of_the_version(browser: Browser) -> None:
    assert browser.get(f"{ADDRESS}/file").status_code == 404
    save(browser, STEPS)
    save(browser, {"steps": []})
    text = browser.get(f"{ADDRESS}/file?version=1").text
    assert text.startswith("# Version 1 of the preparation of dataset cells, saved by admin at ")
    assert from_toml(text, "answer") == Preparation.model_validate(STEPS)
    assert browser.get(f"{ADDRESS}/file?version=7").status_code == 404


def test_steps_are_seen_before_they_are_saved(browser: Browser, picture_id: int) -> None:
    address = f"/api/v1/pictures/{picture_id}/prepared"
    seen = browser.post(address, json={"preparation": STEPS})
    assert seen.mimetype == "image/jpeg"
    image = cv2.imdecode(np.frombuffer(seen.data, np.uint8), cv2.IMREAD_UNCHANGED)
    assert image is not None
    assert image.shape == (40, 30)
    assert browser.get(ADDRESS).json == {"versions": []}
    small = browser.post(address, json={"preparation": {"steps": []}, "width": 32})
    image = cv2.imdecode(np.frombuffer(small.data, np.uint8), cv2.IMREAD_UNCHANGED)
    assert image is not None
    assert image.shape == (24, 32, 3)


def test_a_picture_of_another_size_is_named_with_what_is_allowed(
    browser: Browser, settings: StationSettings
) -> None:
    odd = DatasetStore(settings.data_dir).add(noise(2, 50), "cells", Label.NORMAL, USER)
    save(browser, STEPS)
    address = f"/api/v1/pictures/{odd.picture_id}/prepared"
    for answer in (browser.get(address), browser.post(address, json={"preparation": STEPS})):
        assert answer.status_code == 409
        message = answer.json["message"]
        assert message.startswith(f"picture {odd.picture_id}: the picture has 64 x 50 px")
        assert "were drawn for pictures of 64 x 48 px" in message
    assert browser.get("/api/v1/pictures/99/prepared").status_code == 404
    (settings.data_dir / odd.path).unlink()
    gone = browser.get(address)
    assert gone.status_code == 404
    assert "is gone" in gone.json["message"]


def test_an_upload_gets_its_label_from_its_name(browser: Browser) -> None:
    data = cv2.imencode(".png", noise(3))[1].tobytes()

    def upload(name: str, **form: str) -> Any:
        return browser.post(
            "/api/v1/datasets/cells/pictures", data={"file": (io.BytesIO(data), name), **form}
        )

    refused = upload("1_ok.png")
    assert refused.status_code == 422
    assert "no patterns of file names" in refused.json["message"]
    rules = [
        {"pattern": "*_ok*", "label": "normal"},
        {"pattern": "*_crack*", "label": "anomaly", "defect_type": "crack"},
    ]
    save(browser, {"steps": [{"type": "labels_from_file_names", "rules": rules}]})
    assert upload("1_ok.png").json["label"] == "normal"
    cracked = upload("2_crack.png").json
    assert (cracked["label"], cracked["defect_type"]) == ("anomaly", "crack")
    # What a person says counts more than a name.
    assert upload("2_crack.png", label="normal").json["label"] == "normal"
    for name, problem in (("3.png", "fits no pattern"), ("3_ok_crack.png", "contradict")):
        refused = upload(name)
        assert refused.status_code == 422
        assert name in refused.json["message"]
        assert problem in refused.json["message"]
