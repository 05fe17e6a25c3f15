"""Pictures on the disk, one after the other: the files of a folder, or the frames of a video."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import cv2

from okng.device.cameras.camera import CameraAbsentError, CameraError, GrabError
from okng.device.cameras.image_folder import files_in_order
from okng.models.arrays import Image
from okng.models.images.image_files import IMAGE_SUFFIXES, read_image
from okng.models.images.preprocessing import ImageError


@dataclass(frozen=True)
class SourcePicture:
    """A picture and where it comes from."""

    image: Image
    origin: str
    """In words, with the path."""
    name: str
    number: int
    """Place in the order, from 1."""


class PictureSource(Protocol):
    """A source of pictures, one after the other."""

    frame_rate_hz: float | None
    """The rate at which they were taken; None or 0 where it isn't known."""
    count: int | None
    """Number of pictures; None where it isn't known."""

    def read(self) -> SourcePicture | None:
        """The next picture, None after the last; GrabError for a bad one, which is passed."""

    def rewind(self) -> None:
        """Goes back to the first."""

    def close(self) -> None:
        """Releases files and memory."""


def open_source(path: Path) -> PictureSource:
    """The pictures of a folder or of a video file.

    Raises:
        CameraAbsentError: there is neither.
        CameraError: it can't be opened.
    """
    check_is_there(path)
    return PictureFolder(path) if path.is_dir() else VideoFile(path)


def check_is_there(path: Path) -> None:
    """Raises CameraAbsentError where the folder or video is gone."""
    if not path.exists():
        raise CameraAbsentError(f"the configured folder or video {path} is absent")


def first_image(source: PictureSource, path: Path) -> Image:
    """The first picture that can be decoded.

    Raises:
        CameraError: there is none.
    """
    bad = 0
    while True:
        try:
            picture = source.read()
        except GrabError:
            bad += 1
            continue
        if picture is None:
            allowed = ", ".join(IMAGE_SUFFIXES)
            raise CameraError(
                f"{path} holds no complete picture ({allowed}; {bad} can't be decoded)"
            )
        return picture.image


class PictureFolder:
    """The picture files of a folder as it was when opened."""

    frame_rate_hz: float | None = None

    def __init__(self, folder: Path) -> None:
        try:
            files = files_in_order(folder)
        except OSError as error:
            raise CameraError(f"{folder} can't be listed: {error}") from error
        self._folder = folder
        self._files = [path for path in files if path.suffix.lower() in IMAGE_SUFFIXES]
        self.count: int | None = len(self._files)
        self._next = 0

    def read(self) -> SourcePicture | None:
        """The next file's picture; CameraAbsentError when none of the files is there any more."""
        if self._next == len(self._files):
            return None
        path = self._files[self._next]
        self._next += 1
        try:
            return SourcePicture(read_image(path), str(path), _printable(path.name), self._next)
        except ImageError as error:
            if not any(file.exists() for file in self._files):
                raise CameraAbsentError(f"the pictures of {self._folder} are absent") from error
            raise GrabError(str(error)) from error

    def rewind(self) -> None:
        """Goes back to the first file."""
        self._next = 0

    def close(self) -> None:
        """Does nothing: no file is held open."""


class VideoFile:
    """The frames of a video file; a codec that OpenCV lacks is a CameraError."""

    count: int | None = None

    def __init__(self, path: Path) -> None:
        self._path = path
        self._capture = cv2.VideoCapture(str(path))
        if not self._capture.isOpened():
            raise CameraError(f"{path} is not a video that OpenCV can play")
        self.frame_rate_hz: float | None = self._capture.get(cv2.CAP_PROP_FPS)

    def read(self) -> SourcePicture | None:
        """The next frame."""
        was_read, image = self._capture.read()
        if not was_read:
            return None
        frame = int(self._capture.get(cv2.CAP_PROP_POS_FRAMES))
        name = f"{_printable(self._path.name)}, frame {frame}"
        return SourcePicture(image, f"{self._path}, frame {frame}", name, frame)  # type: ignore[arg-type]

    def rewind(self) -> None:
        """Goes back to the first frame."""
        # Seeking lands on a key frame with some codecs; opening again is exact.
        self._capture.open(str(self._path))

    def close(self) -> None:
        """Closes the file."""
        self._capture.release()


def _printable(name: str) -> str:
    """A name on the disk need not be UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")
