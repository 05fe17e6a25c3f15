"""A station contacts the hosts that its settings name, and no others."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import lonely_network

import okng.models
import okng.webui
from okng.models.telemetry import SWITCHES

TESTS = Path(__file__).parents[1]

CAMERA_FILES = "genicam_xml_cache/"
"""pylon's cache of what it has read from cameras."""

USES_ONNX_RUNTIME = """
import sys, time
import onnx, onnxruntime
from onnx import TensorProto, helper
tensors = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in "xy"]
graph = helper.make_graph([helper.make_node("Relu", ["x"], ["y"])], "g", tensors[:1], tensors[1:])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
time.sleep(20)
"""


USES_OPENVINO = """
import okng.models
import openvino
from openvino import opset13
given = opset13.parameter([1], openvino.Type.f32)
openvino.compile_model(openvino.Model([opset13.relu(given)], [given]), "CPU")
"""


def heard(folder: Path, *command: str) -> dict[str, Any]:
    """Runs a command in an isolated network and home; returns its traffic and the files it kept."""
    if os.geteuid() != 0 or not shutil.which("ip"):
        pytest.skip("a network of its own needs root and ip(8)")
    result, home = folder / "heard.json", folder / "home"
    home.mkdir()
    environment = {name: text for name, text in os.environ.items() if name not in SWITCHES}
    environment |= {"PYTHONPATH": str(TESTS), "HOME": str(home), "XDG_CACHE_HOME": str(home)}
    ended = subprocess.run(
        [
            *("unshare", "--net", "--mount", sys.executable, lonely_network.__file__),
            *(str(result), *command),
        ],
        env=environment,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    if not result.exists():
        pytest.skip(f"a network of its own can't be made here: {ended.stderr[-500:]}")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    heard_outside: dict[str, Any] = json.loads(result.read_text())
    kept = [str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()]
    return {**heard_outside, "kept": [path for path in kept if not path.startswith(CAMERA_FILES)]}


# Telemetry is written at once, and sent some ten seconds later.
@pytest.mark.slow
@pytest.mark.parametrize("options", [("1",), ("20", "train")])
def test_a_shift_of_the_station_asks_for_no_name_and_sends_nothing_out(
    tmp_path: Path, trained_models: Path, options: tuple[str, ...]
) -> None:
    shift = [sys.executable, "-m", "support.short_shift", str(tmp_path / "shift")]
    traffic = heard(tmp_path, *shift, str(trained_models), *options)
    assert traffic == {"asked": [], "sent_to": [], "kept": []}


def test_such_words_would_be_heard(tmp_path: Path) -> None:
    say = "import socket; socket.create_connection(('telemetry.example', 443), timeout=0.2)"
    traffic = heard(tmp_path, sys.executable, "-c", f"try: {say}\nexcept OSError: pass")
    assert traffic["asked"] == ["telemetry.example"] * len(traffic["asked"]) != []
    assert set(traffic["sent_to"]) == {lonely_network.ANY_HOST}


def test_openvino_says_nothing_either(tmp_path: Path) -> None:
    pytest.importorskip("openvino")
    traffic = heard(tmp_path, sys.executable, "-c", USES_OPENVINO)
    assert traffic == {"asked": [], "sent_to": [], "kept": []}


@pytest.mark.slow
def test_what_onnx_runtime_would_say_would_be_heard(tmp_path: Path) -> None:
    traffic = heard(tmp_path, sys.executable, "-c", USES_ONNX_RUNTIME)
    if not traffic["kept"]:
        pytest.skip("this ONNX Runtime reports nothing (before 1.32)")
    assert traffic["asked"]
    assert any("deviceid" in path for path in traffic["kept"])


@pytest.mark.parametrize("first", ["import okng.models", "import onnxruntime, okng.models"])
def test_it_is_off_for_the_process_and_its_children(first: str) -> None:
    look = f"{first}, os; print({{name: os.environ.get(name) for name in {list(SWITCHES)}}})"
    environment = {**os.environ, **dict.fromkeys(SWITCHES, "0")}
    printed = subprocess.run(
        [sys.executable, "-c", look], env=environment, capture_output=True, text=True, check=True
    )
    assert ast.literal_eval(printed.stdout) == SWITCHES


def test_onnx_runtime_is_imported_under_models_only() -> None:
    root = Path(okng.webui.__path__[0])
    folders = [root, root.parent / "device", root.parent / "cloud_sync"]
    files = [file for folder in folders for file in folder.rglob("*.py")]
    assert len(files) > 100
    for file in files:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            else:
                continue
            assert not any(name.split(".")[0] == "onnxruntime" for name in names), file
