"""GenICam nodes by the names that camera families give them, and how values are set within limits.

Names are those of the Standard Features Naming Convention (SFNC) 2; where a family says it
otherwise (ace GigE classic, ace 2), the first name that the camera has is taken.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from okng.device.cameras.applied_acquisition import Correction, limited, round_down, unavailable
from okng.device.cameras.camera import FloatRange, IntegerRange
from okng.device.cameras.pixel_formats import pixel_format

EXPOSURE = ("ExposureTime", "ExposureTimeAbs")
# GainRaw of ace GigE classic is left out: its steps are not dB, and differ from model to model.
GAIN = ("Gain", "GainAbs")
FRAME_RATE = ("AcquisitionFrameRate", "AcquisitionFrameRateAbs")
RESULTING_FRAME_RATE = (
    "BslResultingAcquisitionFrameRate",
    "ResultingFrameRate",
    "ResultingFrameRateAbs",
)
TRIGGER_DELAY = ("TriggerDelay", "TriggerDelayAbs")
DEBOUNCER = ("LineDebouncerTime", "LineDebouncerTimeAbs", "BslInputFilterTime")

AUTO_EXPOSURE_LIMIT = ("AutoExposureTimeUpperLimit", "AutoExposureTimeAbsUpperLimit")


@dataclass(frozen=True)
class OwnValues:
    """The settings of the camera when it was first opened: what a recipe's null stands for."""

    pixel_format: str
    exposure_us: float | None
    exposure_auto: str | None
    gain_db: float | None
    gain_auto: str | None
    frame_rate_hz: float | None


def first_node(camera: Any, names: tuple[str, ...]) -> Any:
    """The first node of these names that the camera has; None when it has none."""
    return next((n for n in (getattr(camera, name) for name in names) if n.IsValid()), None)


def settable_values(node: Any) -> tuple[str, ...]:
    """The values that an enumeration takes now; none where the camera doesn't have it."""
    return tuple(node.GetSettableValues()) if node.IsValid() else ()


def readable_formats(camera: Any) -> tuple[str, ...]:
    """The pixel formats of this camera that become a picture here."""
    return tuple(f for f in camera.PixelFormat.GetSettableValues() if pixel_format(f))


def trigger_lines(camera: Any) -> tuple[str, ...]:
    """The input lines that can trigger a frame."""
    return tuple(s for s in settable_values(camera.TriggerSource) if s.startswith("Line"))


def own_values(camera: Any) -> OwnValues:
    """The present values of the camera."""

    def value(node: Any) -> Any:
        return node.Value if node is not None and node.IsValid() else None

    return OwnValues(
        pixel_format=camera.PixelFormat.Value,
        exposure_us=value(first_node(camera, EXPOSURE)),
        exposure_auto=value(camera.ExposureAuto),
        gain_db=value(first_node(camera, GAIN)),
        gain_auto=value(camera.GainAuto),
        frame_rate_hz=value(first_node(camera, FRAME_RATE)),
    )


def float_range(node: Any) -> FloatRange | None:
    """The limits of a feature; None where the camera doesn't have it."""
    if node is None:
        return None
    increment = node.Inc if node.HasInc() else None
    return FloatRange(minimum=node.Min, maximum=node.Max, increment=increment, value=node.Value)


def size_range(node: Any, sensor: int) -> IntegerRange:
    """The limits of a width or height, up to the whole sensor."""
    return IntegerRange(minimum=node.Min, maximum=sensor, increment=node.Inc, value=node.Value)


def offset_range(node: Any, size: Any, sensor: int) -> IntegerRange:
    """The limits of an offset, up to where the smallest region still fits."""
    maximum = node.Min + (sensor - size.Min - node.Min) // node.Inc * node.Inc
    return IntegerRange(minimum=node.Min, maximum=maximum, increment=node.Inc, value=node.Value)


def apply_integer(
    setting: str,
    requested: int | None,
    default: int,
    node: Any,
    maximum: int,
    corrections: list[Correction],
) -> None:
    """Sets the requested value, or the default, as near as limits and increment allow."""
    low, step = node.Min, node.Inc
    high = min(node.Max, maximum)
    node.Value = round_down(default if requested is None else requested, low, high, step)
    if requested is not None and node.Value != requested:
        corrections.append(limited(setting, requested, node.Value, low, high, step))


def apply_float(
    setting: str,
    requested: float | None,
    node: Any,
    corrections: list[Correction],
    *,
    own: float | None = None,
    auto: Any = None,
    own_auto: str | None = None,
) -> float | None:
    """Sets the requested value or else the camera's own; returns the value that it took.

    An automatic function would overrule the value, so it is off while one is requested.
    """
    if node is None:
        if requested:
            corrections.append(unavailable(setting, requested))
        return None
    if auto is not None and auto.IsValid():
        auto.Value = "Off"
    target = own if requested is None else requested
    low, high, step = node.Min, node.Max, node.Inc if node.HasInc() else None
    if target is not None:
        value = min(max(target, low), high)
        if step:
            value = low + round((value - low) / step) * step
        node.Value = min(value, high)
    applied = float(node.Value)
    if requested is not None and not math.isclose(applied, requested, rel_tol=1e-4, abs_tol=1e-6):
        corrections.append(limited(setting, requested, applied, low, high, step))
    if requested is None and own_auto not in (None, "Off"):
        auto.Value = own_auto
    return applied
