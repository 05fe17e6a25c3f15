"""Applies a recipe's acquisition and trigger settings to a camera's nodes, in a valid order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okng.device.cameras.applied_acquisition import AppliedAcquisition, Correction, unavailable
from okng.device.cameras.camera import Arming, CameraError
from okng.device.cameras.pixel_formats import PixelFormat, pixel_format
from okng.device.cameras.pylon.emulator import Emulator
from okng.device.cameras.pylon.nodes import (
    AUTO_EXPOSURE_LIMIT,
    DEBOUNCER,
    EXPOSURE,
    FRAME_RATE,
    GAIN,
    RESULTING_FRAME_RATE,
    TRIGGER_DELAY,
    OwnValues,
    apply_float,
    apply_integer,
    first_node,
    readable_formats,
    settable_values,
    trigger_lines,
)
from okng.device.cameras.pylon.strobe import Strobe

if TYPE_CHECKING:
    from okng.device.cameras.acquisition_settings import Acquisition, RegionOfInterest
    from okng.device.triggers.line import LineTriggerSettings

LIVE_FRAME_RATE_HZ = 25.0
"""Cap of a free-running camera whose recipe names no frame rate; a screen needs no more."""


def apply_acquisition(
    camera: Any,
    acquisition: Acquisition,
    arming: Arming | LineTriggerSettings,
    own: OwnValues,
    sensor_size: tuple[int, int],
    emulator: Emulator | None,
    strobe: Strobe,
) -> AppliedAcquisition:
    """Applies everything but the pixel format, which has to be set before, and reads it back.

    Args:
        own: values for what the recipe doesn't name.
        sensor_size: width and height of the whole sensor.
        emulator: of an emulated camera.
        strobe: keeps the line's own settings.

    Raises:
        CameraError: the camera hasn't got the trigger line.
    """
    corrections: list[Correction] = []
    apply_region(camera, acquisition.roi, *sensor_size, corrections)
    exposure_us = apply_exposure(camera, acquisition.exposure_us, own, corrections)
    gain_db = apply_gain(camera, acquisition.gain_db, own, corrections)
    free_running, rate_hz = arming == "free_running", acquisition.frame_rate_hz
    if emulator:
        emulator.set_pace(rate_hz if free_running else None)
    is_paced = emulator is not None and emulator.is_paced
    apply_trigger(camera, "software" if is_paced else arming, corrections)
    strobe.apply(camera, acquisition.strobe_line, corrections)
    enable = camera.AcquisitionFrameRateEnable
    if enable.IsValid():
        # The emulator's frames fail now and then while it runs uncapped.
        enable.Value = free_running or emulator is not None
    rate_hz = apply_frame_rate(camera, rate_hz, corrections) if free_running else None
    if emulator and (is_paced or not free_running):
        # A cap that is left from a slow live view holds triggered frames up, too.
        first_node(camera, FRAME_RATE).Value = own.frame_rate_hz
    return read_back(camera, exposure_us, gain_db, rate_hz, corrections)


def apply_pixel_format(camera: Any, name: str) -> PixelFormat:
    """Sets the pixel format of that name.

    Raises:
        CameraError: the camera hasn't got it, or okng can't read it.
    """
    readable = readable_formats(camera)
    chosen = pixel_format(name)
    if chosen is None or name not in readable:
        raise CameraError(f"no pixel format {name!r}; allowed are {', '.join(readable)}")
    camera.PixelFormat.Value = name
    return chosen


def apply_region(
    camera: Any,
    roi: RegionOfInterest | None,
    sensor_width: int,
    sensor_height: int,
    corrections: list[Correction],
) -> None:
    """Sets the size first, with the offsets at zero: each limits the other."""
    camera.OffsetX.Value = camera.OffsetX.Min
    camera.OffsetY.Value = camera.OffsetY.Min
    for setting, node, sensor in (
        ("width", camera.Width, sensor_width),
        ("height", camera.Height, sensor_height),
    ):
        requested = getattr(roi, setting) if roi else None
        apply_integer(setting, requested, sensor, node, sensor, corrections)
    if roi is None:
        return
    for setting, node, free in (
        ("offset_x", camera.OffsetX, sensor_width - camera.Width.Value),
        ("offset_y", camera.OffsetY, sensor_height - camera.Height.Value),
    ):
        apply_integer(setting, getattr(roi, setting), 0, node, free, corrections)


def apply_exposure(
    camera: Any, requested: float | None, own: OwnValues, corrections: list[Correction]
) -> float | None:
    """Sets `ExposureTime`, with `ExposureAuto` off where a time is requested; returns us."""
    return apply_float(
        "exposure_us",
        requested,
        first_node(camera, EXPOSURE),
        corrections,
        own=own.exposure_us,
        auto=camera.ExposureAuto,
        own_auto=own.exposure_auto,
    )


def apply_gain(
    camera: Any, requested: float | None, own: OwnValues, corrections: list[Correction]
) -> float | None:
    """Sets `Gain`, with `GainAuto` off where a gain is requested; returns dB."""
    return apply_float(
        "gain_db",
        requested,
        first_node(camera, GAIN),
        corrections,
        own=own.gain_db,
        auto=camera.GainAuto,
        own_auto=own.gain_auto,
    )


def apply_trigger(
    camera: Any, arming: Arming | LineTriggerSettings, corrections: list[Correction]
) -> None:
    """Sets the trigger of each frame (`FrameStart`): off, by software, or on a line.

    Raises:
        CameraError: the camera hasn't got the line, or can't count its edges.
    """
    camera.TriggerSelector.Value = "FrameStart"
    if arming == "free_running":
        camera.TriggerMode.Value = "Off"
        return
    delay = first_node(camera, TRIGGER_DELAY)
    if isinstance(arming, str):
        camera.TriggerSource.Value = "Software"
        apply_divider(camera, 1)
        if delay is not None:
            delay.Value = delay.Min
    else:
        _apply_line(camera, arming, corrections)
        apply_float("delay_us", arming.delay_us, delay, corrections)
    camera.TriggerMode.Value = "On"


def apply_divider(camera: Any, every: int) -> None:
    """Sets `TriggerDivider`, by which only every so many-th edge triggers a frame.

    Raises:
        CameraError: the camera has no divider, or none that is large enough.
    """
    divider = camera.TriggerDivider
    if divider.IsValid() and divider.Min <= every <= divider.Max:
        divider.Value = every
    elif every > 1:
        highest = f"at most {divider.Max}" if divider.IsValid() else "1: it has no TriggerDivider"
        raise CameraError(
            f"every = {every} is not possible with this camera, which takes {highest}. A GPIO "
            "trigger counts the pulses of an encoder with any camera"
        )


def apply_frame_rate(
    camera: Any, requested: float | None, corrections: list[Correction]
) -> float | None:
    """Sets the frame rate of a free run, `LIVE_FRAME_RATE_HZ` unless one is requested.

    Returns the rate that exposure, size and link allow, in Hz; null where the camera has no such
    feature.
    """
    node = first_node(camera, FRAME_RATE)
    rate = apply_float("frame_rate_hz", requested, node, corrections, own=LIVE_FRAME_RATE_HZ)
    resulting = first_node(camera, RESULTING_FRAME_RATE)
    if rate is None or resulting is None or resulting.Value >= rate * 0.999:
        return rate
    if requested is not None:
        reason = f"Exposure, size and link allow {resulting.Value:g}."
        corrections.append(
            Correction(
                setting="frame_rate_hz", asked=requested, applied=resulting.Value, reason=reason
            )
        )
    return float(resulting.Value)


def read_back(
    camera: Any,
    exposure_us: float | None,
    gain_db: float | None,
    frame_rate_hz: float | None,
    corrections: list[Correction],
) -> AppliedAcquisition:
    """The settings that the camera runs with; format and region are read from its nodes."""
    return AppliedAcquisition(
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


def longest_exposure_ns(camera: Any, exposure_us: float | None) -> int:
    """The exposure, or the upper limit of the automatic one where that is longer."""
    longest_us = exposure_us or 0.0
    limit = first_node(camera, AUTO_EXPOSURE_LIMIT)
    if limit is not None and camera.ExposureAuto.Value != "Off":
        longest_us = max(longest_us, float(limit.Value))
    return round(longest_us * 1000)


def trigger_delay_ns(camera: Any) -> int:
    """The time from an edge of the line to the exposure: trigger delay and debouncer."""
    nodes = (first_node(camera, TRIGGER_DELAY), first_node(camera, DEBOUNCER))
    return round(sum(float(node.Value) for node in nodes if node is not None) * 1000)


def _apply_line(camera: Any, line: LineTriggerSettings, corrections: list[Correction]) -> None:
    lines = trigger_lines(camera)
    if line.line not in lines:
        raise CameraError(f"no trigger line {line.line}; allowed are {', '.join(lines)}")
    camera.TriggerSource.Value = line.line
    if line.activation in settable_values(camera.TriggerActivation):
        camera.TriggerActivation.Value = line.activation
    else:
        corrections.append(unavailable("activation", line.activation))
    if line.line in settable_values(camera.LineSelector):
        camera.LineSelector.Value = line.line
    apply_float("debouncer_us", line.debouncer_us, first_node(camera, DEBOUNCER), corrections)
    apply_divider(camera, line.every)
