"""Plays a folder of pictures or a video file as a camera, without any camera software."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from okng.device.cameras.applied_acquisition import (
    AppliedAcquisition,
    Correction,
    limited,
    unavailable,
)
from okng.device.cameras.camera import (
    Arming,
    Camera,
    CameraError,
    CameraFeatures,
    CameraInfo,
    CameraSettingsBase,
    FloatRange,
    Grab,
    GrabError,
    IntegerRange,
    PlayedPicture,
)
from okng.device.cameras.edge_time import EdgeTime, LostEdge
from okng.device.cameras.folder.picture_source import (
    PictureSource,
    SourcePicture,
    check_is_there,
    first_image,
    open_source,
)
from okng.device.cameras.folder.settings import (
    MAX_FRAME_RATE_HZ,
    MIN_FRAME_RATE_HZ,
    FolderCameraSettings,
)
from okng.device.cameras.folder.simulated_outputs import USER_OUTPUTS, SimulatedOutputs
from okng.device.cameras.folder.simulated_sensor import SimulatedSensor
from okng.device.cameras.simulated_line import SimulatedLine

if TYPE_CHECKING:
    from okng.device.cameras.acquisition_settings import Acquisition
    from okng.device.triggers.line import LineTriggerSettings

_LINES = ("Line1", "Line2", "Line3", "Line4")
_PICTURES_FRAME_RATE_HZ = 10.0


@dataclass(frozen=True)
class _Opened:
    """What the camera has while it is open."""

    source: PictureSource
    sensor: SimulatedSensor
    info: CameraInfo
    own_frame_rate_hz: float


class FolderCamera(Camera):
    """The pictures are the sensor: the region of interest is cropped out of them."""

    settings_class: ClassVar = FolderCameraSettings

    def __init__(self, settings: CameraSettingsBase) -> None:
        super().__init__(settings)
        assert isinstance(settings, FolderCameraSettings)
        self._settings = settings
        self._line = SimulatedLine()
        self._outputs = SimulatedOutputs()
        self._open: _Opened | None = None
        self._applied: AppliedAcquisition | None = None
        self._arming: Arming | LineTriggerSettings | None = None
        self._triggered = False
        self._shown: SourcePicture | None = None
        """The picture that the live view shows and no trigger has taken; only with `step`."""
        self._due = 0.0

    @classmethod
    def discover(cls) -> list[CameraInfo]:
        """None: a folder is found by its path only."""
        return []

    def open(self) -> CameraInfo:
        """Opens the folder or video and takes the sensor's size from the first whole picture."""
        self.close()
        path = self._settings.path
        source = open_source(path)
        try:
            sensor = SimulatedSensor(first_image(source, path), self._settings.significant_bits)
        except CameraError:
            source.close()
            raise
        info = CameraInfo(
            type="folder",
            model=path.name,
            serial=str(path),
            interface="folder" if path.is_dir() else "video",
            simulated=True,
        )
        source.rewind()
        rate_hz = self._settings.frame_rate_hz or source.frame_rate_hz or _PICTURES_FRAME_RATE_HZ
        self._outputs.reset()
        self._open = _Opened(source, sensor, info, rate_hz)
        return info

    def close(self) -> None:
        """Closes; harmless when not open."""
        self._line.disconnect()
        if self._open is not None:
            self._open.source.close()
        self._open = self._applied = self._arming = self._shown = None

    def features(self) -> CameraFeatures:
        """The region within the pictures and the frame rate; there is nothing to expose."""
        opened = self._opened()
        sensor = opened.sensor
        region = self._applied or sensor.apply(None, None, [])
        return CameraFeatures(
            info=opened.info,
            sensor_width=sensor.width,
            sensor_height=sensor.height,
            exposure_us=None,
            gain_db=None,
            frame_rate_hz=FloatRange(
                minimum=MIN_FRAME_RATE_HZ,
                maximum=MAX_FRAME_RATE_HZ,
                value=region.frame_rate_hz or opened.own_frame_rate_hz,
            ),
            pixel_formats=(sensor.pixel_format,),
            offset_x=_range(0, sensor.width - 1, region.offset_x),
            offset_y=_range(0, sensor.height - 1, region.offset_y),
            width=_range(1, sensor.width, region.width),
            height=_range(1, sensor.height, region.height),
            trigger_lines=_LINES,
            user_outputs=USER_OUTPUTS,
        )

    def start(
        self, acquisition: Acquisition, arming: Arming | LineTriggerSettings
    ) -> AppliedAcquisition:
        """Applies the region and the frame rate, and plays from the first picture.

        A folder that is played by triggers goes on where it was.

        Raises:
            CameraError: the folder is gone, or only some edges of its line are wanted.
        """
        opened = self._opened()
        self._line.stop()
        opened.sensor.check_pixel_format(acquisition.pixel_format)
        corrections = []
        if acquisition.exposure_us is not None:
            corrections.append(unavailable("exposure_us", acquisition.exposure_us))
        if acquisition.gain_db is not None:
            corrections.append(unavailable("gain_db", acquisition.gain_db))
        if acquisition.strobe_line is not None:
            corrections.append(unavailable("strobe_line", acquisition.strobe_line))
        frame_rate_hz = None
        if arming == "free_running":
            frame_rate_hz = _frame_rate(acquisition.frame_rate_hz, opened, corrections)
        elif not isinstance(arming, str):
            if arming.every > 1:
                raise CameraError(f"every = {arming.every}: a folder takes every edge of its line")
            corrections += _line_corrections(arming)
        self._applied = opened.sensor.apply(acquisition.roi, frame_rate_hz, corrections)
        if not self._steps_by_trigger:
            opened.source.rewind()
        self._triggered = False
        self._arming = arming
        if isinstance(arming, str):
            self._line.disconnect()
        else:
            self._line.arm()
        self._due = time.monotonic()
        return self._applied

    def stop(self) -> None:
        """Stops playing the folder; edges that wait are lost."""
        self._line.disconnect()
        self._arming = None

    def stop_triggers(self) -> None:
        """Takes no further edge; the pictures of those before are still given."""
        self._line.stop()

    def is_drained(self) -> bool:
        """As `Camera`: the simulated line knows which edges are left."""
        return self._line.is_finished

    def lost_edges(self) -> list[LostEdge]:
        """Edges that came while the camera was set up, or after the last picture."""
        return self._line.take_lost()

    def frame_time_s(self) -> float:
        """The period of the live view."""
        rate = self._applied.frame_rate_hz if self._applied else None
        return 1 / rate if rate else 0.0

    def trigger(self) -> None:
        """Makes the next picture due; that of a trigger which nobody fetched is passed over."""
        self._opened()
        if self._arming != "software":
            raise CameraError("the camera is not armed for the software trigger")
        if self._triggered:
            self._pass_over()
        self._triggered = True

    def grab(self, timeout_ms: int) -> Grab | None:
        """The next picture's region, or None when none came in time or the last was played.

        A folder that is gone is noticed here, also where no picture is due.
        """
        sensor = self._opened().sensor
        if self._arming is None:
            raise CameraError("the camera is not streaming")
        check_is_there(self._settings.path)
        edge = None
        if isinstance(self._arming, str):
            if not self._wait_for_picture(timeout_ms / 1000):
                return None
        elif (edge := self._line.wait(timeout_ms / 1000)) is None:
            return None
        picture = self._next_of(edge)
        if picture is None:
            return None
        assert self._applied is not None
        x, y = self._applied.offset_x, self._applied.offset_y
        region = picture.image[y : y + self._applied.height, x : x + self._applied.width].copy()
        return Grab(
            region, sensor.significant_bits(region), edge=edge, played=self._played(picture)
        )

    def advance(self) -> None:
        """Shows the next picture from now on, where a trigger takes each."""
        self._shown = None

    def set_user_output(self, user_output: str, level: bool) -> None:
        """Remembers the level. Thread-safe."""
        self._opened()
        self._outputs.set(user_output, level)

    def user_output(self, user_output: str) -> bool:
        """The level last set. Thread-safe."""
        self._opened()
        return self._outputs.level(user_output)

    def simulate_line_edge(self) -> None:
        """Makes one more picture due. Thread-safe."""
        self._line.edge()

    def _played(self, picture: SourcePicture) -> PlayedPicture | None:
        if not self._steps_by_trigger:
            return None
        return PlayedPicture(
            name=picture.name,
            number=picture.number,
            count=self._opened().source.count,
            loop=self._settings.loop,
        )

    @property
    def _steps_by_trigger(self) -> bool:
        return self._settings.step == "trigger"

    def _opened(self) -> _Opened:
        opened = self._open
        if opened is None:
            raise CameraError("the camera is not open")
        return opened

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
        if not self._triggered:
            time.sleep(timeout_s)
        triggered, self._triggered = self._triggered, False
        return triggered

    def _next_of(self, edge: EdgeTime | None) -> SourcePicture | None:
        """The next picture; an error carries the edge of the line that triggered it, if any."""
        try:
            picture = self._next()
        except GrabError as error:
            raise GrabError(str(error), edge) from error
        except CameraError as fault:
            if edge:
                self._line.lose(edge, str(fault))
            raise
        if picture is None and edge:
            self._line.lose(edge, "the last picture of the folder was played before")
        return picture

    def _next(self) -> SourcePicture | None:
        """The next picture, or the shown one again while the live view waits for a trigger."""
        picture, self._shown = self._shown or self._read(), None
        if self._steps_by_trigger and self._arming == "free_running":
            self._shown = picture
        return picture

    def _read(self) -> SourcePicture | None:
        opened = self._opened()
        picture = opened.source.read()
        if picture is None and self._settings.loop:
            opened.source.rewind()
            picture = opened.source.read()
        if picture is None:
            return None
        opened.sensor.check(picture)
        return picture

    def _pass_over(self) -> None:
        try:
            self._next()
        except GrabError:
            return


def _frame_rate(requested: float | None, opened: _Opened, corrections: list[Correction]) -> float:
    if requested is None:
        return opened.own_frame_rate_hz
    applied = min(max(requested, MIN_FRAME_RATE_HZ), MAX_FRAME_RATE_HZ)
    if applied != requested:
        corrections.append(
            limited("frame_rate_hz", requested, applied, MIN_FRAME_RATE_HZ, MAX_FRAME_RATE_HZ)
        )
    return applied


def _range(minimum: int, maximum: int, value: int) -> IntegerRange:
    return IntegerRange(minimum=minimum, maximum=maximum, increment=1, value=value)


def _line_corrections(line: LineTriggerSettings) -> list[Correction]:
    delays = {"debouncer_us": line.debouncer_us, "delay_us": line.delay_us}
    return [unavailable(setting, requested) for setting, requested in delays.items() if requested]
