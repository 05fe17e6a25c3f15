"""Basler cameras, and pylon's own emulator of them, through pypylon.

Node names are those of the GenICam Standard Features Naming Convention (SFNC) 2; where a camera
family says it otherwise (ace GigE classic, ace 2), the first name that the camera has is taken.
"""

from __future__ import annotations

import contextlib
import math
import os
import tempfile
import threading
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from pydantic import model_validator

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
from okng.device.cameras.genicam_locks import remove_abandoned_locks
from okng.device.cameras.picture_files import usable_pictures
from okng.device.cameras.pixel_formats import PixelFormat, pixel_format

if TYPE_CHECKING:
    from okng.device.recipe import Acquisition, RegionOfInterest
    from okng.device.triggers.line import LineTriggerSettings

_EXPOSURE = ("ExposureTime", "ExposureTimeAbs")
# GainRaw of ace GigE classic is left out: its steps are not dB, and differ from model to model.
_GAIN = ("Gain", "GainAbs")
_FRAME_RATE = ("AcquisitionFrameRate", "AcquisitionFrameRateAbs")
_RESULTING_FRAME_RATE = (
    "BslResultingAcquisitionFrameRate",
    "ResultingFrameRate",
    "ResultingFrameRateAbs",
)
_TRIGGER_DELAY = ("TriggerDelay", "TriggerDelayAbs")
_DEBOUNCER = ("LineDebouncerTime", "LineDebouncerTimeAbs", "BslInputFilterTime")

_EMULATOR_CLASS = "BaslerCamEmu"
_INTERFACES = {"BaslerUsb": "USB", "BaslerGigE": "GigE", _EMULATOR_CLASS: "emulator"}

LIVE_FRAME_RATE_HZ = 25.0
"""Cap of a free-running camera whose recipe names no frame rate; a screen needs no more."""

_READY_TIMEOUT_MS = 1000
# How long the frame of a software trigger that was given up may still be on its way.
_LATE_FRAME_MS = 200
# The emulator takes 1.1 ms to say that it is ready. It is, about 1 ms after its last frame; fired
# without asking it lost up to 10 of 3000 triggers at once after the frame, none 1 ms later.
_EMULATOR_REARMED_NS = 20_000_000
# ExposureTimeAbs delays the emulator's frames for real, 10 ms unless it is set.
_EMULATOR_EXPOSURE_US = 100.0
_NO_BLOCK_ID = 2**64 - 1


class PylonCameraSettings(CameraSettingsBase):
    """A Basler camera, or pylon's emulator where `emulate` says so."""

    type: Literal["pylon"] = "pylon"
    serial: str | None = None
    """As printed on the camera; null takes the only one there."""
    emulate: bool = False
    """True plays the emulator; it never stands in for a camera that is absent."""
    image_folder: Path | None = None
    """Pictures that the emulator plays, byte-wise by name; null shows its test picture."""

    @model_validator(mode="after")
    def _pictures_need_the_emulator(self) -> Self:
        if self.image_folder is not None and not self.emulate:
            raise ValueError("image_folder is for the emulator only: set emulate = true with it")
        return self


@dataclass(frozen=True)
class _OwnValues:
    """What the camera was set to when it was first opened: what a recipe's null stands for."""

    pixel_format: str
    exposure_us: float | None
    exposure_auto: str | None
    gain_db: float | None
    gain_auto: str | None


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
        self._own: _OwnValues | None = None
        self._staged: tempfile.TemporaryDirectory[str] | None = None
        self._sensor_width = self._sensor_height = 0
        self._user_outputs: tuple[str, ...] = ()
        self._format = PixelFormat(8)
        self._arming: Arming | LineTriggerSettings = "free_running"
        self._frame_is_due = False
        self._last_frame_ns = 0
        self._last_block_id: int | None = None
        self._lost = 0

    @classmethod
    def unavailable_reason(cls) -> str | None:
        """Why pypylon can't be used here, with the install command; None when it can."""
        try:
            _import_pypylon()
        except ImportError as error:
            return f"pypylon can't be imported ({error}): pip install 'pypylon>=26.6'"
        return None

    @classmethod
    def discover(cls) -> list[CameraInfo]:
        """The real cameras that are there, and the emulated ones that pylon offers."""
        with _faults("the cameras can't be listed"):
            return [_info(d) for d in (*_devices(emulated=False), *_devices(emulated=True))]

    def open(self) -> CameraInfo:
        """Connects; an emulated camera gets its folder of pictures staged."""
        reason = self.unavailable_reason()
        if reason:
            raise CameraFault(reason)
        pylon = _import_pypylon()
        self.close()
        remove_abandoned_locks()
        with self._lock, _faults("the camera can't be opened"):
            device = self._find()
            camera = pylon.InstantCamera(pylon.TlFactory.GetInstance().CreateDevice(device))
            self._removed = _watch_removal(camera)
            try:
                camera.Open()
                if self._settings.emulate:
                    self._prepare_emulator(camera)
                else:
                    self._sensor_width = camera.WidthMax.Value
                    self._sensor_height = camera.HeightMax.Value
                self._own = self._own or _own_values(camera)
                self._user_outputs = _settable(camera.UserOutputSelector)
            except BaseException:
                _destroy(camera)
                self._unstage()
                raise
            self._info = _info(device)
            self._camera = camera
        return self._info

    def close(self) -> None:
        """Disconnects; harmless when not open or when the device is gone."""
        with self._lock:
            if self._camera is not None:
                _destroy(self._camera)
                self._camera = None
            self._unstage()

    def features(self) -> CameraFeatures:
        """Features with their present limits; the region's limits are those of the whole sensor."""
        camera = self._connected()
        assert self._info is not None
        with _faults("the camera's features can't be read"):
            return CameraFeatures(
                info=self._info,
                sensor_width=self._sensor_width,
                sensor_height=self._sensor_height,
                exposure_us=_float_range(_first(camera, _EXPOSURE)),
                gain_db=_float_range(_first(camera, _GAIN)),
                frame_rate_hz=_float_range(_first(camera, _FRAME_RATE)),
                pixel_formats=_readable_formats(camera),
                offset_x=_offset_range(camera.OffsetX, camera.Width, self._sensor_width),
                offset_y=_offset_range(camera.OffsetY, camera.Height, self._sensor_height),
                width=_size_range(camera.Width, self._sensor_width),
                height=_size_range(camera.Height, self._sensor_height),
                trigger_lines=_trigger_lines(camera),
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
        assert self._own is not None
        corrections: list[Correction] = []
        with _faults("the camera refuses its settings"):
            camera.StopGrabbing()
            self._apply_pixel_format(camera, acquisition.pixel_format or self._own.pixel_format)
            self._apply_region(camera, acquisition.roi, corrections)
            exposure_us = _apply_float(
                "exposure_us",
                acquisition.exposure_us,
                _first(camera, _EXPOSURE),
                corrections,
                own=self._own.exposure_us,
                auto=camera.ExposureAuto,
                own_auto=self._own.exposure_auto,
            )
            gain_db = _apply_float(
                "gain_db",
                acquisition.gain_db,
                _first(camera, _GAIN),
                corrections,
                own=self._own.gain_db,
                auto=camera.GainAuto,
                own_auto=self._own.gain_auto,
            )
            self._apply_trigger(camera, arming, corrections)
            frame_rate_hz = self._apply_frame_rate(
                camera, acquisition.frame_rate_hz, arming == "free_running", corrections
            )
            applied = AppliedAcquisition(
                exposure_us=exposure_us,
                gain_db=gain_db,
                frame_rate_hz=frame_rate_hz,
                pixel_format=camera.PixelFormat.Value,
                offset_x=camera.OffsetX.Value,
                offset_y=camera.OffsetY.Value,
                width=camera.Width.Value,
                height=camera.Height.Value,
                corrections=tuple(corrections),
            )
            self._arming = arming
            self._frame_is_due = False
            self._last_frame_ns = 0
            self._last_block_id = None
            self._lost = 0
            camera.StartGrabbing(
                pylon.GrabStrategy_LatestImageOnly
                if arming == "free_running"
                else pylon.GrabStrategy_OneByOne
            )
        return applied

    def stop(self) -> None:
        """Stops streaming."""
        camera = self._connected()
        with _faults("the stream can't be stopped"):
            camera.StopGrabbing()

    def trigger(self) -> None:
        """Fires the software trigger once, after waiting for the camera to be ready for it."""
        camera = self._connected()
        if self._arming != "software":
            raise CameraFault("the camera is not armed for the software trigger")
        with _faults("the software trigger was not taken"):
            if not self._emulator_is_ready():
                _wait_until_ready(camera)
            if self._frame_is_due:
                _discard_results(camera)
            camera.TriggerSoftware.Execute()
        self._frame_is_due = True

    def grab(self, timeout_ms: int) -> Grab | None:
        """The next frame, or None when none came in time."""
        from pypylon import pylon

        camera = self._connected()
        with _faults("the stream broke"):
            result = camera.RetrieveResult(timeout_ms, pylon.TimeoutHandling_Return)
        # The stream of a camera that was unplugged may go on: only the event tells.
        self._connected()
        if not result:
            if not camera.IsGrabbing():
                raise CameraFault("the camera does not stream")
            return None
        self._frame_is_due = False
        self._last_frame_ns = time.monotonic_ns()
        try:
            with _faults("the frame can't be read"):
                return self._read(result)
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
        if not self._settings.emulate:
            super().simulate_line_edge()
        with self._lock, _faults("the edge was not taken"):
            camera = self._connected()
            if isinstance(self._arming, str):
                raise CameraFault("the camera is not armed for a line")
            # The emulator has no lines: its software trigger fires whatever the source.
            _wait_until_ready(camera)
            camera.TriggerSoftware.Execute()

    def _connected(self) -> Any:
        if self._camera is None:
            raise CameraFault("the camera is not open")
        if self._removed.is_set():
            raise CameraFault(f"{_name(self._info)} was disconnected")
        return self._camera

    def _find(self) -> Any:
        """The configured device; no other takes its place."""
        settings = self._settings
        kind = "emulated" if settings.emulate else "real"
        present = _devices(emulated=settings.emulate)
        there = ", ".join(_name(_info(device)) for device in present)
        there = f"there are {there}" if there else f"no {kind} camera is there"
        matching = [d for d in present if settings.serial in (None, d.GetSerialNumber())]
        if not matching:
            asked = f"serial {settings.serial}" if settings.serial else "any serial"
            raise CameraAbsent(f"the configured {kind} camera ({asked}) is absent: {there}")
        if len(matching) > 1:
            raise CameraFault(f"the camera's serial must be configured: {there}")
        return matching[0]

    def _prepare_emulator(self, camera: Any) -> None:
        camera.ExposureTimeAbs.Value = _EMULATOR_EXPOSURE_US
        self._sensor_width, self._sensor_height = camera.Width.Value, camera.Height.Value
        folder = self._settings.image_folder
        if folder is None:
            return
        try:
            pictures = usable_pictures(folder)
        except (OSError, ValueError) as error:
            raise CameraAbsent(f"the emulator has no pictures to play: {error}") from error
        if not pictures.alone:
            # The emulator takes any other entry of its folder for a picture, and fails it.
            self._staged = tempfile.TemporaryDirectory(prefix="okng-camera-")
            folder = Path(self._staged.name)
            pictures.stage(folder)
        camera.TestImageSelector.Value = "Off"
        camera.ImageFilename.Value = str(folder.absolute())
        camera.ImageFileMode.Value = "On"
        self._sensor_width, self._sensor_height = pictures.width, pictures.height

    def _unstage(self) -> None:
        if self._staged is not None:
            self._staged.cleanup()
            self._staged = None

    def _apply_pixel_format(self, camera: Any, name: str) -> None:
        readable = _readable_formats(camera)
        known = pixel_format(name)
        if known is None or name not in readable:
            raise CameraFault(f"no pixel format {name!r}; allowed are {', '.join(readable)}")
        camera.PixelFormat.Value = name
        self._format = known

    def _apply_region(
        self, camera: Any, roi: RegionOfInterest | None, corrections: list[Correction]
    ) -> None:
        """The size first, with the offsets at zero: each limits the other."""
        camera.OffsetX.Value = camera.OffsetX.Min
        camera.OffsetY.Value = camera.OffsetY.Min
        for setting, node, sensor in (
            ("width", camera.Width, self._sensor_width),
            ("height", camera.Height, self._sensor_height),
        ):
            asked = getattr(roi, setting) if roi else None
            _apply_integer(setting, asked, sensor, node, sensor, corrections)
        if roi is None:
            return
        for setting, node, free in (
            ("offset_x", camera.OffsetX, self._sensor_width - camera.Width.Value),
            ("offset_y", camera.OffsetY, self._sensor_height - camera.Height.Value),
        ):
            _apply_integer(setting, getattr(roi, setting), 0, node, free, corrections)

    def _apply_trigger(
        self, camera: Any, arming: Arming | LineTriggerSettings, corrections: list[Correction]
    ) -> None:
        camera.TriggerSelector.Value = "FrameStart"
        if arming == "free_running":
            camera.TriggerMode.Value = "Off"
            return
        delay = _first(camera, _TRIGGER_DELAY)
        if isinstance(arming, str):
            camera.TriggerSource.Value = "Software"
            if delay is not None:
                delay.Value = delay.Min
        else:
            self._apply_line(camera, arming, corrections)
            _apply_float("delay_us", arming.delay_us, delay, corrections)
        camera.TriggerMode.Value = "On"

    def _apply_line(
        self, camera: Any, line: LineTriggerSettings, corrections: list[Correction]
    ) -> None:
        lines = _trigger_lines(camera)
        if line.line not in lines:
            raise CameraFault(f"no trigger line {line.line}; allowed are {', '.join(lines)}")
        camera.TriggerSource.Value = line.line
        if line.activation in _settable(camera.TriggerActivation):
            camera.TriggerActivation.Value = line.activation
        else:
            corrections.append(missing("activation", line.activation))
        if line.line in _settable(camera.LineSelector):
            camera.LineSelector.Value = line.line
        _apply_float("debouncer_us", line.debouncer_us, _first(camera, _DEBOUNCER), corrections)

    def _apply_frame_rate(
        self, camera: Any, asked: float | None, capped: bool, corrections: list[Correction]
    ) -> float | None:
        enable = camera.AcquisitionFrameRateEnable
        # The emulator's frames fail now and then while it runs uncapped.
        capped_by_camera = capped or self._settings.emulate
        if enable.IsValid():
            enable.Value = capped_by_camera
        if not capped:
            return None
        node = _first(camera, _FRAME_RATE)
        rate = _apply_float("frame_rate_hz", asked, node, corrections, own=LIVE_FRAME_RATE_HZ)
        resulting = _first(camera, _RESULTING_FRAME_RATE)
        if rate is None or resulting is None or resulting.Value >= rate * 0.999:
            return rate
        if asked is not None:
            reason = f"exposure, size and link allow {resulting.Value:g}"
            corrections.append(
                Correction(
                    setting="frame_rate_hz", asked=asked, applied=resulting.Value, reason=reason
                )
            )
        return float(resulting.Value)

    def _emulator_is_ready(self) -> bool:
        """True when its readiness is known without asking."""
        if not self._settings.emulate or self._frame_is_due or not self._last_frame_ns:
            return False
        return time.monotonic_ns() - self._last_frame_ns > _EMULATOR_REARMED_NS

    def _read(self, result: Any) -> Grab:
        replaced = result.GetNumberOfSkippedImages()
        self._lost += lost_frames(self._last_block_id, result.BlockID, replaced)
        if result.BlockID != _NO_BLOCK_ID:
            self._last_block_id = result.BlockID
        if not result.GrabSucceeded():
            raise GrabFailed(f"{result.ErrorDescription} (0x{result.ErrorCode & 0xFFFFFFFF:08x})")
        data = result.Array
        if data.size == 0:
            raise GrabFailed(f"the frame is empty: {result.Width}x{result.Height} pixels")
        lost, self._lost = self._lost, 0
        return Grab(self._format.to_image(data), self._format.significant_bits, lost)

    @contextlib.contextmanager
    def _user_output(self, user_output: str) -> Iterator[Any]:
        """The value node with the selector on this output; both under one lock."""
        with self._lock, _faults(f"{user_output} can't be reached"):
            camera = self._connected()
            if user_output not in self._user_outputs:
                there = ", ".join(self._user_outputs) or "none"
                raise CameraFault(f"no user output {user_output!r}; this camera has {there}")
            camera.UserOutputSelector.Value = user_output
            yield camera.UserOutputValue


def lost_frames(last_block_id: int | None, block_id: int, replaced: int) -> int:
    """Frames that the camera counted between two results and that did not arrive.

    `replaced` are those that arrived and gave way to a newer one. The count of GigE cameras wraps
    from 65535 to 1; nothing is known of a gap there.
    """
    if last_block_id is None or block_id == _NO_BLOCK_ID or block_id <= last_block_id:
        return 0
    return max(0, block_id - last_block_id - 1 - replaced)


@contextlib.contextmanager
def _faults(what: str) -> Iterator[None]:
    """Turns pylon's exceptions into CameraFault."""
    from pypylon import genicam

    try:
        yield
    except genicam.GenericException as error:
        raise CameraFault(f"{what}: {error}") from error


def _import_pypylon() -> Any:
    # Its generated types warn while they are made, and where warnings are errors that is a crash.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from pypylon import pylon
    return pylon


def _devices(emulated: bool) -> list[Any]:
    pylon = _import_pypylon()
    factory = pylon.TlFactory.GetInstance()
    if not emulated:
        return [d for d in factory.EnumerateDevices() if d.GetDeviceClass() != _EMULATOR_CLASS]
    # pylon reads the number of emulated cameras from the environment at each enumeration.
    os.environ.setdefault("PYLON_CAMEMU", "1")
    wanted = pylon.DeviceInfo()
    wanted.SetDeviceClass(_EMULATOR_CLASS)
    return list(factory.EnumerateDevices([wanted]))


def _info(device: Any) -> CameraInfo:
    device_class = device.GetDeviceClass()
    return CameraInfo(
        type="pylon",
        model=device.GetModelName(),
        serial=device.GetSerialNumber(),
        user_id=device.GetUserDefinedName(),
        interface=_INTERFACES.get(device_class, device_class),
        simulated=device_class == _EMULATOR_CLASS,
    )


def _name(info: CameraInfo | None) -> str:
    return f"{info.model} ({info.serial})" if info else "the camera"


def _destroy(camera: Any) -> None:
    """Frees the device, step by step: each may fail on a device that is gone."""
    from pypylon import genicam

    for step in (camera.StopGrabbing, camera.Close, camera.DestroyDevice):
        with contextlib.suppress(genicam.GenericException):
            step()


def _watch_removal(camera: Any) -> threading.Event:
    """An event that is set when the device is unplugged.

    Reading it costs nothing, where the emulator takes 1.1 ms for `IsCameraDeviceRemoved`.
    """
    from pypylon import pylon

    removed = threading.Event()

    class Watch(pylon.ConfigurationEventHandler):  # type: ignore[misc]
        def OnCameraDeviceRemoved(self, camera: Any) -> None:  # noqa: N802
            removed.set()

    camera.RegisterConfiguration(Watch(), pylon.RegistrationMode_Append, pylon.Cleanup_Delete)
    return removed


def _wait_until_ready(camera: Any) -> None:
    from pypylon import pylon

    if not camera.CanWaitForFrameTriggerReady():
        return
    if not camera.WaitForFrameTriggerReady(_READY_TIMEOUT_MS, pylon.TimeoutHandling_Return):
        raise CameraFault(f"the camera was not ready for a trigger within {_READY_TIMEOUT_MS} ms")


def _discard_results(camera: Any) -> None:
    """Takes out the late frame of an earlier trigger: it must not pass for the next part."""
    from pypylon import pylon

    timeout_ms = _LATE_FRAME_MS
    while result := camera.RetrieveResult(timeout_ms, pylon.TimeoutHandling_Return):
        result.Release()
        timeout_ms = 0


def _first(camera: Any, names: tuple[str, ...]) -> Any:
    """The first node of these names that the camera has; None when it has none."""
    return next((n for n in (getattr(camera, name) for name in names) if n.IsValid()), None)


def _settable(node: Any) -> tuple[str, ...]:
    return tuple(node.GetSettableValues()) if node.IsValid() else ()


def _readable_formats(camera: Any) -> tuple[str, ...]:
    return tuple(f for f in camera.PixelFormat.GetSettableValues() if pixel_format(f))


def _trigger_lines(camera: Any) -> tuple[str, ...]:
    return tuple(s for s in _settable(camera.TriggerSource) if s.startswith("Line"))


def _own_values(camera: Any) -> _OwnValues:
    def value(node: Any) -> Any:
        return node.Value if node is not None and node.IsValid() else None

    return _OwnValues(
        pixel_format=camera.PixelFormat.Value,
        exposure_us=value(_first(camera, _EXPOSURE)),
        exposure_auto=value(camera.ExposureAuto),
        gain_db=value(_first(camera, _GAIN)),
        gain_auto=value(camera.GainAuto),
    )


def _float_range(node: Any) -> FloatRange | None:
    if node is None:
        return None
    increment = node.Inc if node.HasInc() else None
    return FloatRange(minimum=node.Min, maximum=node.Max, increment=increment, value=node.Value)


def _size_range(node: Any, sensor: int) -> IntegerRange:
    return IntegerRange(minimum=node.Min, maximum=sensor, increment=node.Inc, value=node.Value)


def _offset_range(node: Any, size: Any, sensor: int) -> IntegerRange:
    """Up to where the smallest region still fits."""
    maximum = node.Min + (sensor - size.Min - node.Min) // node.Inc * node.Inc
    return IntegerRange(minimum=node.Min, maximum=maximum, increment=node.Inc, value=node.Value)


def _apply_integer(
    setting: str,
    asked: int | None,
    default: int,
    node: Any,
    maximum: int,
    corrections: list[Correction],
) -> None:
    low, step = node.Min, node.Inc
    high = min(node.Max, maximum)
    node.Value = fitting(default if asked is None else asked, low, high, step)
    if asked is not None and node.Value != asked:
        corrections.append(adjusted(setting, asked, node.Value, low, high, step))


def _apply_float(
    setting: str,
    asked: float | None,
    node: Any,
    corrections: list[Correction],
    *,
    own: float | None = None,
    auto: Any = None,
    own_auto: str | None = None,
) -> float | None:
    """Sets what is asked or else the camera's own value; gives what the camera took.

    An automatic function would overrule the value, so it is off while one is asked for.
    """
    if node is None:
        if asked:
            corrections.append(missing(setting, asked))
        return None
    if auto is not None and auto.IsValid():
        auto.Value = "Off"
    wanted = own if asked is None else asked
    low, high, step = node.Min, node.Max, node.Inc if node.HasInc() else None
    if wanted is not None:
        value = min(max(wanted, low), high)
        if step:
            value = low + round((value - low) / step) * step
        node.Value = min(value, high)
    applied = float(node.Value)
    if asked is not None and not math.isclose(applied, asked, rel_tol=1e-4, abs_tol=1e-6):
        corrections.append(adjusted(setting, asked, applied, low, high, step))
    if asked is None and own_auto not in (None, "Off"):
        auto.Value = own_auto
    return applied
