"""What every output does alike; each registered kind is received here."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.station import eventually, write_pictures

from okng.device.cameras import Camera
from okng.device.cameras.folder.camera import FolderCamera
from okng.device.cameras.folder.settings import FolderCameraSettings
from okng.device.health.conditions import Conditions
from okng.device.outputs import OutputContext, Signal, outputs
from okng.device.outputs.output_lines import OutputLines
from okng.device.types import TriggerEdge, TriggerSource

from .receivers import RECEIVERS


@pytest.fixture
def camera(tmp_path: Path) -> Iterator[Camera]:
    camera = FolderCamera(FolderCameraSettings(path=write_pictures(tmp_path / "pictures", 1)))
    camera.open()
    yield camera
    camera.close()


@pytest.mark.parametrize("word", outputs())
def test_an_output_takes_every_signal_and_ends_inactive(camera: Camera, word: str) -> None:
    lines = OutputLines(Conditions())
    with RECEIVERS[word](camera) as receiver:
        output = outputs()[word](receiver.settings, OutputContext(camera, lines))
        output.open()
        for part, signal in enumerate((Signal.NG, Signal.OK, Signal.NONE, Signal.NG), start=1):
            edge = TriggerEdge(part, TriggerSource.HTTP, datetime.now(UTC), time.monotonic_ns())
            output.expect(edge, Signal.NG)
            output.write(signal, edge)
        eventually(receiver.is_active)
        output.close()
        eventually(lambda: not receiver.is_active())
    lines.stop()
