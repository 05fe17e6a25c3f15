"""The tutorials work as they stand: their files are written and their commands run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support.station import StationProcesses, write_pictures
from support.tutorial import REPOSITORY, Checkout, blocks

from okng.device.ipc.commands import GetStatus
from okng.device.types import CameraState, Mode

TUTORIALS = REPOSITORY / "docs" / "tutorials"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    checkout = Checkout(tmp_path / "okng")
    # For the stations that a test starts itself.
    monkeypatch.setenv("PYTHONPATH", checkout.environment["PYTHONPATH"])
    return checkout


def passes_the_linters(checkout: Checkout, *files: str) -> None:
    named = " ".join(files)
    checkout.run(f".venv/bin/ruff check {named}\n.venv/bin/ruff format --check {named}")


@pytest.mark.slow
def test_write_a_camera(checkout: Checkout, tmp_path: Path) -> None:
    checkout.follow(TUTORIALS / "write-a-camera.md")
    passes_the_linters(checkout, "device/cameras/frame_stack.py")
    frames = checkout.folder / "frames.npy"
    station = StationProcesses(tmp_path / "station", {"type": "frame_stack", "path": str(frames)})
    try:
        station.start_device()
        status = station.client.ask(GetStatus())
        assert (status.mode, status.camera_state) == (Mode.LIVE, CameraState.STREAMING)
        station.wait(lambda status: status.counters.frames > 3)
    finally:
        station.stop()


@pytest.mark.slow
def test_write_an_output(
    checkout: Checkout, tmp_path: Path, install_model: Callable[[Path], None]
) -> None:
    checkout.follow(TUTORIALS / "write-an-output.md")
    passes_the_linters(checkout, "device/outputs/udp.py", "hear_a_verdict.py")
    parts = write_pictures(tmp_path / "parts", 2, defect_every=1)
    station = StationProcesses(tmp_path / "station", {"type": "folder", "path": str(parts)})
    install_model(station.data_dir)
    try:
        station.start_device()
        station.inspect()
        heard = checkout.run(f".venv/bin/python hear_a_verdict.py {station.run_dir}")
        assert heard == "verdict NG line NG\n"
    finally:
        station.stop()


@pytest.mark.slow
def test_a_first_model(checkout: Checkout) -> None:
    pictures = checkout.folder / "pictures"
    write_pictures(pictures / "good", 24)
    write_pictures(pictures / "bad", 4, defect_every=1)
    write_pictures(pictures / "line", 6)
    checkout.follow(TUTORIALS / "first-model.md")
    passes_the_linters(checkout, "import_pictures.py")
    bad = "okng inspect --json pictures/bad/* --config okng.toml"
    judged = checkout.run(f".venv/bin/{bad}", expected_status=1)
    assert [json.loads(line)["outcome"] for line in judged.splitlines()] == ["NG"] * 4


@pytest.mark.parametrize("document", sorted(TUTORIALS.glob("*.md")), ids=lambda path: path.stem)
def test_every_tutorial_is_followed(document: Path) -> None:
    assert f'"{document.name}"' in Path(__file__).read_text()
    assert {"sh", "python"} <= {block.language for block in blocks(document)}


def test_a_command_that_fails_is_told(checkout: Checkout, tmp_path: Path) -> None:
    document = tmp_path / "wrong.md"
    document.write_text("```sh\ntrue\n```\nand\n```sh\n.venv/bin/python -c 'import nothing'\n```\n")
    with pytest.raises(AssertionError, match="No module named 'nothing'"):
        checkout.follow(document)
