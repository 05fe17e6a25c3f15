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

from okng.device.cameras.applied_acquisition import AppliedAcquisition
from okng.device.cameras.edge_time import EdgeTime, LostEdge
from okng.models.errors import OkngError
from okng.models.strict_model import StrictModel

if TYPE_CHECKING:
    from okng.device.cameras.acquisition_settings import Acquisition
    from okng.device.triggers.line import LineTriggerSettings


class CameraError(OkngError):
    """The camera can't do what was asked; the message says what and why. Reopening may mend it."""


class CameraAbsentError(CameraError):
    """The configured camera is not there."""


class CameraSettingsBase(StrictModel):
    """Base class of the settings of a camera."""

    type: str


class CameraInfo(StrictModel):
    """A camera that could be configured."""

    type: str
    model: str
    serial: str
    user_id: str = ""
    interface: str
    """Transport: USB, GigE, emulator, folder, ..."""
    simulated: bool


class FloatRange(StrictModel):
    """Limits of a feature as the camera states them now; a null increment is continuous."""

    minimum: float
    maximum: float
    increment: float | None = None
    value: float


class IntegerRange(StrictModel):
    """Limits of a feature as the camera states them now."""

    minimum: int
    maximum: int
    increment: int
    value: int


class CameraFeatures(StrictModel):
    """The features of a camera and their limits; null is a feature that it doesn't have."""

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


class CameraCounters(StrictModel):
    """What went wrong since the daemon started, each kind on its own."""

    frames: int = 0
    failed: int = 0
    """Frames that arrived incomplete."""
    skipped: int = 0
    """Frames or hardware triggers that the camera reports as lost."""
    timed_out: int = 0
    """Software triggers that brought no frame in time."""
    reconnected: int = 0
    lost_edges: int = 0
    """Edges on a simulated camera's line that brought no frame; each is MISSED in the ledger."""
    timer_skipped: int = 0
    """Edges of the timer or a GPIO line that fell into a standstill of the station and were left
    out."""
    bounced_edges: int = 0
    """Edges that came sooner after another one than the trigger's `min_interval_ms`: no parts."""


class PlayedPicture(StrictModel):
    """Which picture a simulated camera shows, where it goes on to the next by triggers."""

    name: str
    """Name of its file."""
    number: int
    """Place in the order, from 1."""
    count: int | None
    """Number of pictures; null for a video."""
    loop: bool
    """Whether the first picture follows the last."""


@dataclass(frozen=True, slots=True)
class Grab:
    """A frame that was grabbed: its pixels, copied once and owned by the caller."""

    image: NDArray[np.uint8] | NDArray[np.uint16]
    """HxW (mono) or HxWx3 (BGR; Bayer formats are converted), uint8 or uint16."""
    significant_bits: int
    skipped_before: int = 0
    """Frames the camera reports lost since the last one."""
    edge: EdgeTime | None = None
    """When the edge of a line came that triggered it; None for other frames."""
    played: PlayedPicture | None = None
    """Which picture it is, of a camera that plays pictures by triggers."""


class GrabError(OkngError):
    """One frame arrived incomplete; the camera goes on."""

    def __init__(self, message: str, edge: EdgeTime | None = None) -> None:
        super().__init__(message)
        self.edge = edge
        """When the edge of a line came that triggered it; None for other frames."""


Arming = Literal["free_running", "software"]


class Camera(ABC):
    """Abstract base class of a camera, as the settings name one."""

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
            CameraAbsentError: it isn't there (never replaced by another one).
            CameraError: it is there and can't be opened.
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
            CameraError: the camera is gone or refuses.
        """

    @abstractmethod
    def stop(self) -> None:
        """Stops grabbing; frames that were not fetched yet are lost."""

    def stop_triggers(self) -> None:  # noqa: B027
        """Takes no further edge of a line, until `start`.

        The frames of the edges before, that of an exposure under way among them, still come from
        `grab`.

        Raises:
            CameraError: the camera is gone.
        """

    def is_drained(self) -> bool:
        """Whether it is known that `stop_triggers` was called and no frame comes any more.

        A camera that can't tell says False: then frames may come for as long as one takes.
        """
        return False

    def lost_edges(self) -> list[LostEdge]:
        """Edges of a line that were seen since the last call and bring no frame; never raises.

        A camera that can't tell, as no real one does here, gives none.
        """
        return []

    def counted_edges(self) -> int | None:
        """The edges that the camera itself counted on its line since `start`.

        None where it has no counter of them.

        Raises:
            CameraError: the camera is gone.
        """
        return None

    def frame_time_s(self) -> float:
        """How long a frame may take as the camera is set now, transfer apart.

        From its trigger by delay and exposure, in free run from the frame before by the frame rate.
        """
        return 0.0

    @abstractmethod
    def trigger(self) -> None:
        """Fires the software trigger once, after waiting for the camera to be ready for it.

        Frames of earlier triggers that nobody fetched are discarded first, so that the next
        frame belongs to this trigger.

        Raises:
            CameraError: not ready in time, or gone.
        """

    @abstractmethod
    def grab(self, timeout_ms: int) -> Grab | None:
        """The next frame, or None when none came in time.

        Raises:
            GrabError: a frame arrived incomplete.
            CameraAbsentError: the camera, or what a simulated one plays, is not there any more.
            CameraError: the camera is gone or its stream broke.
        """

    def advance(self) -> None:  # noqa: B027
        """A free-running frame was taken for a part; called once for each such frame.

        A camera that plays pictures by triggers goes on to its next one.
        """

    @abstractmethod
    def set_user_output(self, user_output: str, level: bool) -> None:
        """Sets an output. Thread-safe.

        Raises:
            CameraError: no such output on this camera, or the camera is gone.
        """

    @abstractmethod
    def user_output(self, user_output: str) -> bool:
        """The level of an output, read back. Thread-safe.

        Raises:
            CameraError: no such output on this camera, or the camera is gone.
        """

    def simulate_line_edge(self) -> None:
        """Makes a simulated camera see an edge on its trigger line. Thread-safe.

        An edge that the camera can't take at that moment comes out of `lost_edges`.

        Raises:
            CameraError: this is a real camera, or it is not armed for a line.
        """
        raise CameraError("only a simulated camera can be given an edge by software")
