"""The camera: one `InstantCamera` that is opened, armed, grabbed from and closed."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from okng.device.cameras.applied_acquisition import AppliedAcquisition
from okng.device.cameras.camera import (
    Arming,
    Camera,
    CameraError,
    CameraFeatures,
    CameraInfo,
    CameraSettingsBase,
    Grab,
)
from okng.device.cameras.edge_time import EdgeTime, LostEdge
from okng.device.cameras.pixel_formats import PixelFormat
from okng.device.cameras.pylon.acquisition import (
    apply_acquisition,
    apply_pixel_format,
    longest_exposure_ns,
    trigger_delay_ns,
)
from okng.device.cameras.pylon.clock import clock_of
from okng.device.cameras.pylon.discovery import (
    camera_info,
    display_name,
    enumerate_devices,
    find_device,
)
from okng.device.cameras.pylon.edge_timing import EdgeTiming
from okng.device.cameras.pylon.emulator import FRAME_TIMEOUT_NS, Emulator
from okng.device.cameras.pylon.frame_reader import FrameReader
from okng.device.cameras.pylon.instant_camera import (
    LATE_FRAME_MS,
    destroy,
    import_pypylon,
    pylon_errors,
    watch_removal,
)
from okng.device.cameras.pylon.line_counter import LineCounter, line_counter
from okng.device.cameras.pylon.locks import remove_abandoned_locks
from okng.device.cameras.pylon.nodes import (
    EXPOSURE,
    FRAME_RATE,
    GAIN,
    OwnValues,
    first_node,
    float_range,
    offset_range,
    own_values,
    readable_formats,
    settable_values,
    size_range,
    trigger_lines,
)
from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.cameras.pylon.software_trigger import SoftwareTrigger
from okng.device.cameras.pylon.strobe import Strobe
from okng.device.cameras.simulated_line import SimulatedLine

if TYPE_CHECKING:
    from okng.device.cameras.acquisition_settings import Acquisition
    from okng.device.triggers.line import LineTriggerSettings


class PylonCamera(Camera):
    """One Basler camera over USB, GigE or ace 2's interfaces, or one emulated camera."""

    settings_class: ClassVar = PylonCameraSettings

    def __init__(self, settings: CameraSettingsBase) -> None:
        super().__init__(settings)
        assert isinstance(settings, PylonCameraSettings)
        self._settings = settings
        # Held while the device is made, destroyed or told something by another thread.
        self._lock = threading.Lock()
        self._camera: Any = None
        self._removed = threading.Event()
        self._info: CameraInfo | None = None
        self._own: OwnValues | None = None
        self._emulator = Emulator(settings.image_folder) if settings.emulate else None
        self._sensor_width = self._sensor_height = 0
        self._user_outputs: tuple[str, ...] = ()
        self._arming: Arming | LineTriggerSettings = "free_running"
        self._reader = FrameReader(PixelFormat(8))
        self._software_trigger = SoftwareTrigger(self._emulator)
        self._line = SimulatedLine()
        self._strobe = Strobe()
        self._line_counter: LineCounter | None = None
        self._timing = EdgeTiming(None)
        self._period_s = 0.0

    @classmethod
    def unavailable_reason(cls) -> str | None:
        """Why pypylon can't be used here, with the install command; None when it can."""
        try:
            import_pypylon()
        except ImportError as error:
            return f"pypylon can't be imported ({error}): pip install 'pypylon>=26.6'"
        return None

    @classmethod
    def discover(cls) -> list[CameraInfo]:
        """The real cameras that are there, and the emulated ones that pylon offers."""
        remove_abandoned_locks()
        with pylon_errors("the cameras can't be listed"):
            return [
                camera_info(d)
                for emulated in (False, True)
                for d in enumerate_devices(emulated=emulated)
            ]

    def open(self) -> CameraInfo:
        """Connects; an emulated camera gets its folder of pictures staged."""
        reason = self.unavailable_reason()
        if reason:
            raise CameraError(reason)
        pylon = import_pypylon()
        self.close()
        remove_abandoned_locks()
        with self._lock, pylon_errors("the camera can't be opened"):
            device = find_device(self._settings)
            camera = pylon.InstantCamera(pylon.TlFactory.GetInstance().CreateDevice(device))
            self._removed = watch_removal(camera)
            try:
                camera.Open()
                if self._emulator:
                    self._sensor_width, self._sensor_height = self._emulator.prepare(camera)
                else:
                    self._sensor_width = camera.WidthMax.Value
                    self._sensor_height = camera.HeightMax.Value
                self._own = self._own or own_values(camera)
                self._user_outputs = settable_values(camera.UserOutputSelector)
                self._timing = EdgeTiming(clock_of(camera))
            except BaseException:
                destroy(camera)
                self._close_emulator()
                raise
            self._info = camera_info(device)
            self._camera = camera
        return self._info

    def close(self) -> None:
        """Disconnects; harmless when not open or when the device is gone."""
        self._line.disconnect()
        with self._lock:
            if self._camera is not None:
                destroy(self._camera)
                self._camera = None
            self._close_emulator()

    def features(self) -> CameraFeatures:
        """Features with their present limits; the region's limits are those of the whole sensor."""
        camera = self._connected()
        assert self._info is not None
        with pylon_errors("the camera's features can't be read"):
            return CameraFeatures(
                info=self._info,
                sensor_width=self._sensor_width,
                sensor_height=self._sensor_height,
                exposure_us=float_range(first_node(camera, EXPOSURE)),
                gain_db=float_range(first_node(camera, GAIN)),
                frame_rate_hz=float_range(first_node(camera, FRAME_RATE)),
                pixel_formats=readable_formats(camera),
                offset_x=offset_range(camera.OffsetX, camera.Width, self._sensor_width),
                offset_y=offset_range(camera.OffsetY, camera.Height, self._sensor_height),
                width=size_range(camera.Width, self._sensor_width),
                height=size_range(camera.Height, self._sensor_height),
                trigger_lines=trigger_lines(camera),
                user_outputs=self._user_outputs,
            )

    def start(
        self, acquisition: Acquisition, arming: Arming | LineTriggerSettings
    ) -> AppliedAcquisition:
        """Stops if streaming, applies everything, reads it back and streams.

        A free-running camera whose recipe names no frame rate is capped at `LIVE_FRAME_RATE_HZ`;
        a triggered one isn't capped, and its frame rate is null.
        """
        from pypylon import pylon

        camera = self._connected()
        self._line.stop()
        with pylon_errors("the camera refuses its settings"):
            camera.StopGrabbing()
            assert self._own is not None
            pixel_format = apply_pixel_format(
                camera, acquisition.pixel_format or self._own.pixel_format
            )
            applied = apply_acquisition(
                camera,
                acquisition,
                arming,
                self._own,
                (self._sensor_width, self._sensor_height),
                self._emulator,
                self._strobe,
            )
            self._arming = arming
            self._reader = FrameReader(pixel_format)
            self._software_trigger = SoftwareTrigger(self._emulator)
            self._timing.exposure_ns = longest_exposure_ns(camera, applied.exposure_us)
            self._timing.delay_ns = trigger_delay_ns(camera) if self._is_on_line else 0
            self._period_s = 1 / applied.frame_rate_hz if applied.frame_rate_hz else 0.0
            self._timing.start()
            self._line_counter = None if isinstance(arming, str) else line_counter(camera, arming)
            camera.StartGrabbing(
                pylon.GrabStrategy_LatestImageOnly
                if arming == "free_running"
                else pylon.GrabStrategy_OneByOne
            )
            if self._is_on_line:
                self._line.arm()
            else:
                self._line.disconnect()
        return applied

    def stop(self) -> None:
        """Stops grabbing (`StopGrabbing`); frames that were not fetched yet are lost."""
        self._line.disconnect()
        camera = self._connected()
        with pylon_errors("the stream can't be stopped"):
            camera.StopGrabbing()

    def stop_triggers(self) -> None:
        """Stops the acquisition: the camera ends the exposure under way and begins no other."""
        self._line.stop()
        camera = self._connected()
        if self._emulator:
            # The emulator's AcquisitionStop throws away the frame that is being exposed.
            return
        with pylon_errors("the acquisition can't be stopped"):
            camera.AcquisitionStop.Execute()

    def is_drained(self) -> bool:
        """Only the emulator's line can tell; see `Camera`."""
        return self._emulator is not None and self._line.is_finished

    def lost_edges(self) -> list[LostEdge]:
        """Edges of the emulator's line that brought no frame; a real camera's are not known."""
        return self._line.take_lost()

    def counted_edges(self) -> int | None:
        """By a counter of the camera (`CounterValue`); the emulator has none."""
        if self._line_counter is None:
            return None
        with pylon_errors("the camera's counter can't be read"):
            return self._line_counter.read()

    def frame_time_s(self) -> float:
        """Delay and exposure, or the period of the free run where that is longer."""
        return max((self._timing.delay_ns + self._timing.exposure_ns) / 1e9, self._period_s)

    def trigger(self) -> None:
        """Fires the software trigger once, after waiting for the camera to be ready for it."""
        camera = self._connected()
        if self._arming != "software":
            raise CameraError("the camera is not armed for the software trigger")
        with pylon_errors("the software trigger was not taken"):
            self._software_trigger.fire(camera, self._timing.exposure_ns // 1_000_000)

    def grab(self, timeout_ms: int) -> Grab | None:
        """The next frame, or None when none came in time."""
        from pypylon import pylon

        camera = self._open_camera()
        timeout_ms = self._prepare_grab(camera, timeout_ms)
        with pylon_errors("the stream broke"):
            result = camera.RetrieveResult(timeout_ms, pylon.TimeoutHandling_Return)
        # The stream of a camera that was unplugged may go on: only the event tells. What the line
        # triggered before is still a part.
        if not (self._is_on_line and result and result.GrabSucceeded()):
            self._connected()
        now_ns = time.monotonic_ns()
        if not result:
            if not camera.IsGrabbing():
                raise CameraError("the camera is not streaming")
            self._note_no_frame(now_ns)
            return None
        self._software_trigger.frame_came(now_ns)
        try:
            edge = self._edge_of(result, now_ns) if self._is_on_line else None
            with pylon_errors("the frame can't be read"):
                return self._reader.read(result, edge)
        finally:
            result.Release()

    def set_user_output(self, user_output: str, level: bool) -> None:
        """Sets an output. Thread-safe."""
        with self._user_output(user_output) as value:
            value.Value = level

    def user_output(self, user_output: str) -> bool:
        """The level of an output as the camera reports it. Thread-safe."""
        with self._user_output(user_output) as value:
            return bool(value.Value)

    def simulate_line_edge(self) -> None:
        """Makes the emulator see an edge on its trigger line, once it is ready. Thread-safe."""
        emulator = self._emulator
        if emulator is None:
            super().simulate_line_edge()
        else:
            self._line.edge(lambda: emulator.fire_line(self._connected()))

    @property
    def _is_on_line(self) -> bool:
        return not isinstance(self._arming, str)

    def _prepare_grab(self, camera: Any, timeout_ms: int) -> int:
        """Does what has to come before a frame is waited for; returns how long to wait."""
        if self._is_on_line:
            return self._observe_queue(camera, timeout_ms)
        if (
            self._emulator
            and self._emulator.is_paced
            and self._emulator.fire_when_due(camera, self._period_s, timeout_ms / 1000)
        ):
            return max(timeout_ms, LATE_FRAME_MS)
        return timeout_ms

    def _observe_queue(self, camera: Any, timeout_ms: int) -> int:
        """Notes how many frames wait; returns how long to wait for one."""
        now_ns = time.monotonic_ns()
        self._timing.synchronize(now_ns)
        self._timing.observe_queue(camera.NumReadyBuffers.Value, now_ns)
        return timeout_ms if self._emulator else self._timing.longest_wait_ms(timeout_ms)

    def _note_no_frame(self, now_ns: int) -> None:
        if not self._is_on_line:
            return
        self._timing.observe_queue(0, now_ns)
        frame_ns = FRAME_TIMEOUT_NS + self._timing.exposure_ns + self._timing.delay_ns
        self._line.give_up(now_ns - frame_ns, "the camera gave no picture for this edge")

    def _edge_of(self, result: Any, now_ns: int) -> EdgeTime:
        edge = self._timing.edge_of(result.TimeStamp, now_ns)
        return self._line.frame_came() or edge

    def _open_camera(self) -> Any:
        if self._camera is None:
            raise CameraError("the camera is not open")
        return self._camera

    def _connected(self) -> Any:
        camera = self._open_camera()
        if self._removed.is_set():
            raise CameraError(f"{display_name(self._info)} was disconnected")
        if self._emulator:
            self._emulator.check_folder()
        return camera

    def _close_emulator(self) -> None:
        if self._emulator:
            self._emulator.close()

    @contextlib.contextmanager
    def _user_output(self, user_output: str) -> Iterator[Any]:
        """The value node with the selector on this output; both under one lock."""
        with self._lock, pylon_errors(f"{user_output} can't be reached"):
            camera = self._connected()
            if user_output not in self._user_outputs:
                present = ", ".join(self._user_outputs) or "none"
                raise CameraError(f"no user output {user_output!r}; this camera has {present}")
            camera.UserOutputSelector.Value = user_output
            yield camera.UserOutputValue
