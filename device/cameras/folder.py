"""Plays a folder of pictures or a video file as a camera, without any camera software."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol

import cv2
from pydantic import Field

from okng.device.cameras.camera import (
    AppliedAcquisition,
    Arming,
    Camera,
    CameraAbsent,
    CameraFault,
    CameraFeatures,
    CameraInfo,
    CameraSettingsBase,
    Correction,
    FloatRange,
    Grab,
    GrabFailed,
    IntegerRange,
)
from okng.device.cameras.corrections import adjusted, fitting, missing
from okng.device.cameras.picture_files import files_in_order
from okng.device.types import Image
from okng.models.preprocessing import ImageError, read_image

if TYPE_CHECKING:
    from okng.device.recipe import Acquisition, RegionOfInterest
    from okng.device.triggers.line import LineTriggerSettings

_SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff")
_LINES = ("Line1", "Line2", "Line3", "Line4")
_USER_OUTPUTS = ("UserOutput1", "UserOutput2", "UserOutput3", "UserOutput4")
_PICTURES_FRAME_RATE_HZ = 10.0
_MIN_FRAME_RATE_HZ, _MAX_FRAME_RATE_HZ = 0.01, 1000.0


class FolderCameraSettings(CameraSettingsBase):
    """A folder of pictures, played byte-wise by name, or a video file."""

    type: Literal["folder"] = "folder"
    path: Path
    frame_rate_hz: float | None = Field(default=None, ge=_MIN_FRAME_RATE_HZ, le=_MAX_FRAME_RATE_HZ)
    """Rate of the live view where the recipe names none; null is the video's own, or 10."""
    loop: bool = True
    """False ends after the last picture: no further frame comes."""


@dataclass(frozen=True)
class _Picture:
    """A picture and where it comes from, in words."""

    image: Image
    origin: str


class _Source(Protocol):
    """Pictures one after the other."""

    def read(self) -> _Picture | None:
        """The next picture, None after the last; GrabFailed for a bad one, which is passed."""

    def rewind(self) -> None:
        """Goes back to the first."""

    def close(self) -> None:
        """Frees what is held."""


class FolderCamera(Camera):
    """The pictures are the sensor: the region of interest is cropped out of them."""

    settings_class: ClassVar = FolderCameraSettings

    def __init__(self, settings: CameraSettingsBase) -> None:
        super().__init__(settings)
        assert isinstance(settings, FolderCameraSettings)
        self._settings = settings
        # Guards the edges, which any thread may give, and the outputs.
        self._changed = threading.Condition()
        self._edges = 0
        self._levels: dict[str, bool] = {}
        self._source: _Source | None = None
        self._info: CameraInfo | None = None
        self._sensor_width = self._sensor_height = 0
        self._format = ""
        self._own_frame_rate_hz = _PICTURES_FRAME_RATE_HZ
        self._applied: AppliedAcquisition | None = None
        self._arming: Arming | LineTriggerSettings | None = None
        self._due = 0.0

    @classmethod
    def discover(cls) -> list[CameraInfo]:
        """None: a folder is found by its path only."""
        return []

    def open(self) -> CameraInfo:
        """Opens the folder or video and takes the sensor's size from the first whole picture."""
        self.close()
        path = self._settings.path
        if not path.exists():
            raise CameraAbsent(f"the configured folder or video {path} is absent")
        source: _Source
        if path.is_dir():
            source = _Pictures(path)
        else:
            source = _Video(path)
            self._own_frame_rate_hz = source.frame_rate_hz or _PICTURES_FRAME_RATE_HZ
        self._own_frame_rate_hz = self._settings.frame_rate_hz or self._own_frame_rate_hz
        try:
            first = _first_picture(source, path)
        except CameraFault:
            source.close()
            raise
        self._sensor_height, self._sensor_width = first.shape[:2]
        self._format = _format_name(first)
        kind = "folder" if path.is_dir() else "video"
        self._info = CameraInfo(
            type="folder", model=path.name, serial=str(path), interface=kind, simulated=True
        )
        self._levels = dict.fromkeys(_USER_OUTPUTS, False)
        self._source = source
        return self._info

    def close(self) -> None:
        """Closes; harmless when not open."""
        if self._source is not None:
            self._source.close()
        self._source = self._applied = self._arming = None

    def features(self) -> CameraFeatures:
        """The region within the pictures and the frame rate; there is nothing to expose."""
        self._opened()
        assert self._info is not None
        region = self._applied or self._apply(None, None, [])
        width, height = self._sensor_width, self._sensor_height
        return CameraFeatures(
            info=self._info,
            sensor_width=width,
            sensor_height=height,
            exposure_us=None,
            gain_db=None,
            frame_rate_hz=FloatRange(
                minimum=_MIN_FRAME_RATE_HZ,
                maximum=_MAX_FRAME_RATE_HZ,
                value=region.frame_rate_hz or self._own_frame_rate_hz,
            ),
            pixel_formats=(self._format,),
            offset_x=_range(0, width - 1, region.offset_x),
            offset_y=_range(0, height - 1, region.offset_y),
            width=_range(1, width, region.width),
            height=_range(1, height, region.height),
            trigger_lines=_LINES,
            user_outputs=_USER_OUTPUTS,
        )

    def start(
        self, acquisition: Acquisition, arming: Arming | LineTriggerSettings
    ) -> AppliedAcquisition:
        """Applies the region and the frame rate, and plays from the first picture."""
        source = self._opened()
        if acquisition.pixel_format not in (None, self._format):
            raise CameraFault(
                f"no pixel format {acquisition.pixel_format!r}; allowed is {self._format}"
            )
        corrections = []
        if acquisition.exposure_us is not None:
            corrections.append(missing("exposure_us", acquisition.exposure_us))
        if acquisition.gain_db is not None:
            corrections.append(missing("gain_db", acquisition.gain_db))
        frame_rate_hz = None
        if arming == "free_running":
            frame_rate_hz = self._frame_rate(acquisition.frame_rate_hz, corrections)
        elif not isinstance(arming, str):
            corrections += _line_corrections(arming)
        self._applied = self._apply(acquisition.roi, frame_rate_hz, corrections)
        source.rewind()
        with self._changed:
            self._edges = 0
            self._arming = arming
        self._due = time.monotonic()
        return self._applied

    def stop(self) -> None:
        """Stops playing."""
        with self._changed:
            self._arming = None

    def trigger(self) -> None:
        """Makes the next picture due; those of edges that nobody fetched are passed over."""
        self._opened()
        if self._arming != "software":
            raise CameraFault("the camera is not armed for the software trigger")
        while self._edges:
            self._edges -= 1
            self._pass_over()
        self._edges = 1

    def grab(self, timeout_ms: int) -> Grab | None:
        """The next picture's region, or None when none came in time or the last was played."""
        self._opened()
        if self._arming is None:
            raise CameraFault("the camera does not stream")
        if not self._wait_for_picture(timeout_ms / 1000):
            return None
        image = self._next()
        if image is None:
            return None
        assert self._applied is not None
        x, y = self._applied.offset_x, self._applied.offset_y
        region = image[y : y + self._applied.height, x : x + self._applied.width].copy()
        return Grab(region, region.dtype.itemsize * 8)

    def set_user_output(self, user_output: str, level: bool) -> None:
        """Remembers the level. Thread-safe."""
        self._check_output(user_output)
        with self._changed:
            self._levels[user_output] = level

    def user_output(self, user_output: str) -> bool:
        """The level last set. Thread-safe."""
        self._check_output(user_output)
        with self._changed:
            return self._levels[user_output]

    def simulate_line_edge(self) -> None:
        """Makes one more picture due. Thread-safe."""
        with self._changed:
            if self._arming is None or isinstance(self._arming, str):
                raise CameraFault("the camera is not armed for a line")
            self._edges += 1
            self._changed.notify_all()

    def _opened(self) -> _Source:
        if self._source is None:
            raise CameraFault("the camera is not open")
        return self._source

    def _check_output(self, user_output: str) -> None:
        self._opened()
        if user_output not in _USER_OUTPUTS:
            there = ", ".join(_USER_OUTPUTS)
            raise CameraFault(f"no user output {user_output!r}; this camera has {there}")

    def _wait_for_picture(self, timeout_s: float) -> bool:
        if self._arming == "free_running":
            now = time.monotonic()
            time.sleep(max(0.0, min(self._due - now, timeout_s)))
            if self._due > now + timeout_s:
                return False
            assert self._applied is not None
            assert self._applied.frame_rate_hz is not None
            self._due = max(self._due + 1 / self._applied.frame_rate_hz, now)
            return True
        with self._changed:
            if not self._changed.wait_for(lambda: self._edges > 0, timeout_s):
                return False
            self._edges -= 1
            return True

    def _next(self) -> Image | None:
        source = self._opened()
        picture = source.read()
        if picture is None and self._settings.loop:
            source.rewind()
            picture = source.read()
        if picture is None:
            return None
        image = picture.image
        height, width = image.shape[:2]
        if (width, height) != (self._sensor_width, self._sensor_height) or (
            _format_name(image) != self._format
        ):
            raise GrabFailed(
                f"{picture.origin} has {width}x{height} pixels {_format_name(image)}; the first"
                f" picture has {self._sensor_width}x{self._sensor_height} {self._format}"
            )
        return image

    def _pass_over(self) -> None:
        try:
            self._next()
        except GrabFailed:
            return

    def _frame_rate(self, asked: float | None, corrections: list[Correction]) -> float:
        if asked is None:
            return self._own_frame_rate_hz
        applied = min(max(asked, _MIN_FRAME_RATE_HZ), _MAX_FRAME_RATE_HZ)
        if applied != asked:
            corrections.append(
                adjusted("frame_rate_hz", asked, applied, _MIN_FRAME_RATE_HZ, _MAX_FRAME_RATE_HZ)
            )
        return applied

    def _apply(
        self,
        roi: RegionOfInterest | None,
        frame_rate_hz: float | None,
        corrections: list[Correction],
    ) -> AppliedAcquisition:
        def take(setting: str, default: int, low: int, high: int) -> int:
            asked = getattr(roi, setting) if roi else default
            applied = fitting(asked, low, high, 1)
            if applied != asked:
                corrections.append(adjusted(setting, asked, applied, low, high, 1))
            return applied

        width = take("width", self._sensor_width, 1, self._sensor_width)
        height = take("height", self._sensor_height, 1, self._sensor_height)
        return AppliedAcquisition(
            exposure_us=None,
            gain_db=None,
            frame_rate_hz=frame_rate_hz,
            pixel_format=self._format,
            offset_x=take("offset_x", 0, 0, self._sensor_width - width),
            offset_y=take("offset_y", 0, 0, self._sensor_height - height),
            width=width,
            height=height,
            corrections=tuple(corrections),
        )


class _Pictures:
    """The picture files of a folder as it was when opened."""

    def __init__(self, folder: Path) -> None:
        try:
            files: Sequence[Path] = files_in_order(folder)
        except OSError as error:
            raise CameraFault(f"{folder} can't be listed: {error}") from error
        self._files = [path for path in files if path.suffix.lower() in _SUFFIXES]
        self._next = 0

    def read(self) -> _Picture | None:
        if self._next == len(self._files):
            return None
        path = self._files[self._next]
        self._next += 1
        try:
            return _Picture(read_image(path), str(path))
        except ImageError as error:
            raise GrabFailed(str(error)) from error

    def rewind(self) -> None:
        self._next = 0

    def close(self) -> None:
        pass


class _Video:
    """The frames of a video file; a codec that OpenCV lacks is a CameraFault."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._capture = cv2.VideoCapture(str(path))
        if not self._capture.isOpened():
            raise CameraFault(f"{path} is no video that OpenCV can play")
        self.frame_rate_hz: float = self._capture.get(cv2.CAP_PROP_FPS)

    def read(self) -> _Picture | None:
        there, image = self._capture.read()
        if not there:
            return None
        frame = int(self._capture.get(cv2.CAP_PROP_POS_FRAMES))
        return _Picture(image, f"{self._path}, frame {frame}")  # type: ignore[arg-type]

    def rewind(self) -> None:
        # Seeking lands on a key frame with some codecs; opening again is exact.
        self._capture.open(str(self._path))

    def close(self) -> None:
        self._capture.release()


def _first_picture(source: _Source, path: Path) -> Image:
    """The first one that can be decoded.

    Raises:
        CameraFault: there is none.
    """
    bad = 0
    while True:
        try:
            picture = source.read()
        except GrabFailed:
            bad += 1
            continue
        if picture is None:
            allowed = ", ".join(_SUFFIXES)
            raise CameraFault(f"{path} holds no whole picture ({allowed}; {bad} can't be decoded)")
        return picture.image


def _format_name(image: Image) -> str:
    """The PFNC name of what the pixels are."""
    return f"{'Mono' if image.ndim == 2 else 'BGR'}{image.dtype.itemsize * 8}"


def _range(minimum: int, maximum: int, value: int) -> IntegerRange:
    return IntegerRange(minimum=minimum, maximum=maximum, increment=1, value=value)


def _line_corrections(line: LineTriggerSettings) -> list[Correction]:
    delays = {"debouncer_us": line.debouncer_us, "delay_us": line.delay_us}
    return [missing(setting, asked) for setting, asked in delays.items() if asked]
