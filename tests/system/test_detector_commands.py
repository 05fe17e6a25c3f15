"""A detector is imported and tried by the commands that a person types."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from click.testing import CliRunner, Result
from support.command import okng
from support.darknet_networks import NETWORKS, write_network
from support.package_files import photographs, yolov4_tiny
from support.yolo_exports import export, rows

from okng.device.commands.import_detector import import_detector
from okng.models.bundles.bundle import content_hash

NAMES = "scratch\ndent\n"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"OKNG_DATA_DIR": str(tmp_path / "data")}


def test_a_network_of_darknet_finds_things_on_photographs(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    files, photos = yolov4_tiny(), photographs()
    imported = okng(
        "import-detector", files.cfg, "--classes", files.names, "--name", "coco", **environment
    )
    assert imported.returncode == 0, imported.stderr
    assert "coco version 1: finds 80 classes in 416 x 416 px" in imported.stdout
    assert "pictures are stretched to the whole input" in imported.stdout

    broken = tmp_path / "broken.png"
    broken.write_bytes(photos.coffee.read_bytes()[:5000])
    black = tmp_path / "black.png"
    cv2.imwrite(str(black), np.zeros((40, 40), np.uint8))
    pictures = [photos.coffee, black, broken, photos.chelsea]
    table = okng("detect", "coco", *pictures, **environment)
    assert table.returncode == 2
    lines = table.stdout.splitlines()
    assert f"{photos.coffee}: " in lines[0]
    assert lines[2].split()[:2] == ["cup", "0.746"]
    assert f"{black}: 0 found" in table.stdout
    assert f"ERROR {broken}: truncated: 5000 bytes" in table.stdout
    assert "cat" in lines[-2].split()

    as_json = okng("detect", "coco:1", "--json", "--minimum-score", 0.7, *pictures, **environment)
    rows = [json.loads(line) for line in as_json.stdout.splitlines()]
    assert [[box["name"] for box in row.get("found", ["?"])] for row in rows[:2]] == [["cup"], []]
    assert "truncated" in rows[2]["error"]
    assert rows[0]["found"][0]["box"].keys() == {"left", "top", "right", "bottom"}

    listed = okng("model", "list", **environment)
    assert listed.stdout.splitlines() == ["coco:1  detector  stretch"]
    manifest = tmp_path / "data/models/coco/1/manifest.json"
    as_now = manifest.read_text()
    document = json.loads(as_now) | {"format_version": 5}
    del document["resize"], document["content_hash"]
    manifest.write_text(json.dumps(document | {"content_hash": content_hash(document)}))
    before = okng("model", "list", **environment).stdout
    assert "coco:1  detector  letterbox, as before; darknet stretches unless" in before
    manifest.write_text(as_now)
    inspect = okng("inspect", "--model", "coco", photos.coffee, **environment)
    assert inspect.returncode == 2
    assert "has no anomaly model yet" in inspect.stderr
    assert okng("doctor", **environment).returncode == 0


def white_picture(folder: Path) -> Path:
    path = folder / "white.png"
    cv2.imwrite(str(path), np.full((40, 60), 255, np.uint8))
    return path


def test_what_does_not_go_together_is_said(tmp_path: Path, environment: dict[str, str]) -> None:
    def imported(*arguments: object) -> Result:
        command = [*map(str, arguments), "--name", "parts"]
        return CliRunner(env=environment).invoke(import_detector, command)

    cfg, weights = write_network(tmp_path, NETWORKS["yolov4-tiny"](64, 2))
    names, onnx = tmp_path / "names.txt", tmp_path / "parts.onnx"
    names.write_text(NAMES)
    onnx.write_bytes(export(rows("yolov10"), names="{0: 'scratch'}"))
    short = tmp_path / "short.weights"
    short.write_bytes(weights.read_bytes()[:-4])
    for arguments, message in (
        ([cfg], "a .cfg needs --classes"),
        ([cfg, "--classes", names, "--weights", short], "short.weights: is too short for this"),
        ([cfg, "--classes", names, "--layout", "yolov5"], "--layout is for ONNX files"),
        ([onnx, "--weights", weights], "--weights is for .cfg files"),
        ([onnx], "names for 1 class"),
        ([names], "ends in '.txt'; allowed are .cfg and .onnx"),
        ([cfg, "--classes", names, "--input-size", 64, 100], "one size is needed"),
    ):
        refused = imported(*arguments)
        assert refused.exit_code != 0
        assert message in refused.output
    assert not (tmp_path / "data/models/parts").exists()
    both = imported(onnx, "--layout", "yolov10", "--classes", names)
    assert "in the ONNX file: 0 scratch\n" in both.output
    assert f"in {names}: 0 scratch, 1 dent\n" in both.output
    onnx.write_bytes(export(rows("yolov10")))
    seen = ["--picture", white_picture(tmp_path), "--resize", "stretch"]
    done = imported(onnx, "--layout", "yolov10", "--classes", names, "--minimum-score", 0.3, *seen)
    assert done.exit_code == 0, done.output
    assert "pictures are stretched" in done.output
    assert "finds 2 classes in 64 x 64 px, read as yolov10" in done.output
