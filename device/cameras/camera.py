"""The interface of a camera.

One thread, the capture thread, opens, arms, grabs and closes. Only the user outputs and
`simulate_line_edge` may be reached from another thread, at any time; the outputs are quick.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from okng.device.types import Message

if TYPE_CHECKING:
    from okng.device.recipe import Acquisition
    from okng.device.triggers.line import LineTriggerSettings


class CameraFault(Exception):
    """The camera can't do what was asked; the message says what and why. Reopening may mend it."""


class CameraAbsent(CameraFault):
    """The configured camera is not there."""


class CameraSettingsBase(Message):
    """What every kind of camera's settings have in common."""

    type: str


class CameraInfo(Message):
    """A camera that could be configured."""

    type: str
    model: str
    serial: str
    user_id: str = ""
    interface: str
    """Transport: USB, GigE, emulator, folder, ..."""
    simulated: bool


class FloatRange(Message):
    """Limits of a feature as the camera states them now; a null increment is continuous."""

    minimum: float
    maximum: float
    increment: float | None = None
    value: float


class IntegerRange(Message):
    """Limits of a feature as the camera states them now."""

    minimum: int
    maximum: int
    increment: int
    value: int


class CameraFeatures(Message):
    """What can be set and its limits; null is a feature that this camera doesn't have."""

    info: CameraInfo
    sensor_width: int
    sensor_height: int
    exposure_us: FloatRange | None
    gain_db: FloatRange | None
    frame_rate_hz: FloatRange | None
    pixel_formats: tuple[str, ...]
    offset_x: IntegerRange
    offset_y: IntegerRange
    width: IntegerRange
    height: IntegerRange
    trigger_lines: tuple[str, ...]
    user_outputs: tuple[str, ...]


class Correction(Message):
    """A setting that the camera took otherwise than asked: rounded to an increment or clipped."""

    setting: str
    asked: float | int | str
    applied: float | int | str
    reason: str
    """In words, with the limits."""


class AppliedAcquisition(Message):
    """What the camera really runs with, read back, and how that differs from what was asked."""

    exposure_us: float | None
    gain_db: float | None
    frame_rate_hz: float | None
    pixel_format: str
    offset_x: int
    offset_y: int
    width: int
    height: int
    corrections: tuple[Correction, ...] = ()


class CameraCounters(Message):
    """What went wrong since the daemon started, each kind on its own."""

    frames: int = 0
    failed: int = 0
    """Frames that arrived incomplete."""
    skipped: int = 0
    """Frames or hardware triggers that the camera reports as lost."""
    timed_out: int = 0
    """Software triggers that brought no frame in time."""
    reconnected: int = 0


@dataclass(frozen=True, slots=True)
class Grab:
    """What came from the camera: the pixels, copied once, owned by the caller."""

    image: NDArray[np.uint8] | NDArray[np.uint16]
    """HxW (mono) or HxWx3 (BGR; Bayer formats are converted), uint8 or uint16."""
    significant_bits: int
    skipped_before: int = 0
    """Frames the camera reports lost since the last one."""


class GrabFailed(Exception):
    """One frame arrived incomplete; the camera goes on."""


Arming = Literal["free_running", "software"]


class Camera(ABC):
    """One configured camera."""

    settings_class: ClassVar[type[CameraSettingsBase]]

    @classmethod
    def unavailable_reason(cls) -> str | None:
        """Why this kind can't be used here, with the install command; None when it can."""
        return None

    @classmethod
    @abstractmethod
    def discover(cls) -> list[CameraInfo]:
        """The cameras of this kind that are there now."""

    def __init__(self, settings: CameraSettingsBase) -> None:
        self.settings = settings

    @abstractmethod
    def open(self) -> CameraInfo:
        """Connects.

        Raises:
            CameraAbsent: it isn't there (never replaced by another one).
            CameraFault: it is there and can't be opened.
        """

    @abstractmethod
    def close(self) -> None:
        """Disconnects; harmless when not open or when the device is gone."""

    @abstractmethod
    def features(self) -> CameraFeatures:
        """Features with their present limits."""

    @abstractmethod
    def start(
        self, acquisition: Acquisition, arming: Arming | LineTriggerSettings
    ) -> AppliedAcquisition:
        """Stops if streaming, applies everything, reads it back and streams.

        `free_running` delivers the newest frame only, `software` one frame for each
        `trigger()`, a line's settings one for each edge on that line, in order.
        Values out of range are clipped and reported, never refused; an unknown pixel format is
        refused with the list of those allowed.

        Raises:
            CameraFault: the camera is gone or refuses.
        """

    @abstractmethod
    def stop(self) -> None:
        """Stops streaming."""

    @abstractmethod
    def trigger(self) -> None:
        """Fires the software trigger once, after waiting for the camera to be ready for it.

        Frames of earlier triggers that nobody fetched are discarded first, so that the next
        frame belongs to this trigger.

        Raises:
            CameraFault: not ready in time, or gone.
        """

    @abstractmethod
    def grab(self, timeout_ms: int) -> Grab | None:
        """The next frame, or None when none came in time.

        Raises:
            GrabFailed: a frame arrived incomplete.
            CameraFault: the camera is gone or its stream broke.
        """

    @abstractmethod
    def set_user_output(self, user_output: str, level: bool) -> None:
        """Sets an output. Thread-safe.

        Raises:
            CameraFault: no such output on this camera, or the camera is gone.
        """

    @abstractmethod
    def user_output(self, user_output: str) -> bool:
        """The level of an output, read back. Thread-safe.

        Raises:
            CameraFault: no such output on this camera, or the camera is gone.
        """

    def simulate_line_edge(self) -> None:
        """Makes a simulated camera see an edge on its trigger line. Thread-safe.

        Raises:
            CameraFault: this is a real camera.
        """
        raise CameraFault("only a simulated camera can be given an edge by software")
