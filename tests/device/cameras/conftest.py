from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pytest

from okng.device.cameras import Camera
from okng.device.cameras.camera import Grab
from okng.models.arrays import Image

from .players import HEIGHT, NAMES, PLAYERS, WIDTH


@dataclass
class Player:
    """A camera that plays known pictures."""

    camera: Camera
    pictures: list[Image]

    def triggered(self) -> Grab:
        self.camera.trigger()
        grab = self.camera.grab(2000)
        assert grab is not None
        return grab

    def order(self, count: int) -> list[int]:
        """Which picture each of the next triggers gives."""
        return [self.index(self.triggered()) for _ in range(count)]

    def index(self, grab: Grab) -> int:
        matching = [i for i, p in enumerate(self.pictures) if np.array_equal(p, grab.image)]
        assert len(matching) == 1, f"the frame is {len(matching)} of the pictures"
        return matching[0]


@pytest.fixture(autouse=True)
def _emulator(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test does to the number of emulated cameras ends with it."""
    monkeypatch.setenv("PYLON_CAMEMU", "1")


@pytest.fixture
def picture_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    random = np.random.default_rng(1)
    for name in reversed(NAMES):
        picture = random.integers(0, 256, (HEIGHT, WIDTH), dtype=np.uint8)
        assert cv2.imwrite(str(folder / name), picture)
    return folder


@pytest.fixture
def pictures(picture_folder: Path) -> list[Image]:
    return [cv2.imread(str(picture_folder / name), cv2.IMREAD_UNCHANGED) for name in NAMES]


@pytest.fixture
def opened() -> Iterator[Callable[[Camera], Camera]]:
    """Opens cameras and closes them at the end of the test."""
    cameras: list[Camera] = []

    def open_camera(camera: Camera) -> Camera:
        cameras.append(camera)
        camera.open()
        return camera

    yield open_camera
    for camera in cameras:
        camera.close()


@pytest.fixture(params=PLAYERS)
def player(
    request: pytest.FixtureRequest,
    picture_folder: Path,
    pictures: list[Image],
    opened: Callable[[Camera], Camera],
) -> Player:
    """Each registered camera with the pictures it plays."""
    camera = opened(PLAYERS[request.param](picture_folder))
    if request.param == "video":
        capture = cv2.VideoCapture(str(picture_folder.parent / "video.avi"))
        pictures = [capture.read()[1] for _ in NAMES]
        capture.release()
    return Player(camera, pictures)
