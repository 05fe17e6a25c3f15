import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

FOLDERS = ("device", "webui", "models", "cloud_sync")


def test_everything_installs_under_okng(wheel_files: set[str]) -> None:
    roots = {name.split("/")[0] for name in wheel_files}
    assert {root for root in roots if not root.endswith(".dist-info")} == {"okng"}
    assert {name.split("/")[1] for name in wheel_files if name.startswith("okng/")} == set(FOLDERS)


def test_all_modules_and_data_files_are_in(wheel_files: set[str], source_copy: Path) -> None:
    """A missing glob or `__init__.py` shows here."""
    expected = {
        f"okng/{path.relative_to(source_copy)}"
        for folder in FOLDERS
        for path in (source_copy / folder).rglob("*")
        if path.is_file()
    }
    assert expected - wheel_files == set()
    in_okng = {name for name in wheel_files if name.startswith("okng/")}
    assert in_okng - expected == set()


def test_what_the_program_needs_besides_code_is_in(wheel_files: set[str]) -> None:
    assert {f"okng/{folder}/py.typed" for folder in FOLDERS} <= wheel_files
    assert "okng/models/backbone/efficientnet_lite0.onnx" in wheel_files
    assert "okng/models/backbone/LICENSE.Apache-2.0" in wheel_files
    for folder, ending in (
        ("device/store/migrations", ".sql"),
        ("webui/templates", ".html"),
        ("webui/static", ".js"),
        ("webui/static", ".css"),
    ):
        files = [
            name
            for name in wheel_files
            if name.startswith(f"okng/{folder}/") and name.endswith(ending)
        ]
        assert files, f"no {ending} under {folder}"


def test_the_shipped_backbone_is_the_one_that_was_verified(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        description = json.loads(archive.read("okng/models/backbone/efficientnet_lite0.json"))
        shipped = archive.read("okng/models/backbone/efficientnet_lite0.onnx")
    assert hashlib.sha256(shipped).hexdigest() in json.dumps(description)


def test_the_installed_wheel_runs_without_the_sources(wheel: Path, tmp_path: Path) -> None:
    """Unpacked as pip does, every command of the wheel can be imported."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    script = (
        "import sys\n"
        f"sys.path.insert(0, {str(tmp_path)!r})\n"
        "from importlib.metadata import entry_points, distributions\n"
        f"[okng] = distributions(name='okng', path=[{str(tmp_path)!r}])\n"
        "for point in okng.entry_points:\n"
        "    point.load()\n"
        "import okng.device\n"
        "print(okng.device.__file__)\n"
    )
    # -I: neither the working directory nor the editable install's path may help.
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / "okng" / "device" / "__init__.py")
