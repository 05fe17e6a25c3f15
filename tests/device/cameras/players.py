"""How each kind of camera is made to play the pictures of a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2

from okng.device.cameras import Camera
from okng.device.cameras.folder.camera import FolderCamera
from okng.device.cameras.folder.settings import FolderCameraSettings
from okng.device.cameras.pylon.camera import PylonCamera
from okng.device.cameras.pylon.settings import PylonCameraSettings

WIDTH, HEIGHT = 64, 48
# Byte-wise order: "10" before "2", capitals before small letters.
NAMES = ("10.png", "2.png", "B.png", "a.png", "b.png")


def play_emulator(folder: Path) -> PylonCamera:
    return PylonCamera(PylonCameraSettings(emulate=True, image_folder=folder))


def play_folder(folder: Path) -> FolderCamera:
    return FolderCamera(FolderCameraSettings(path=folder))


def play_video(folder: Path) -> FolderCamera:
    path = folder.parent / "video.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 50, (WIDTH, HEIGHT))
    for name in NAMES:
        writer.write(cv2.imread(str(folder / name), cv2.IMREAD_COLOR))
    writer.release()
    return FolderCamera(FolderCameraSettings(path=path))


PLAYERS: dict[str, Callable[[Path], Camera]] = {
    "pylon": play_emulator,
    "folder": play_folder,
    "video": play_video,
}
