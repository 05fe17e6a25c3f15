"""The acquisition settings that a camera applied, and its corrections of the recipe's."""

from __future__ import annotations

from okng.models.strict_model import StrictModel


class Correction(StrictModel):
    """A setting that the camera adjusted: rounded to an increment, clipped, or not available."""

    setting: str
    asked: float | int | str
    applied: float | int | str
    reason: str
    """In words, with the limits."""


class AppliedAcquisition(StrictModel):
    """The settings that the camera runs with, read back, and how they differ from the request."""

    exposure_us: float | None
    gain_db: float | None
    frame_rate_hz: float | None
    pixel_format: str
    offset_x: int
    offset_y: int
    width: int
    height: int
    corrections: tuple[Correction, ...] = ()


def unavailable(setting: str, requested: float | str) -> Correction:
    """The correction of a setting for which the camera has no feature."""
    reason = "Not available on this camera."
    return Correction(setting=setting, asked=requested, applied="not set", reason=reason)


def limited(
    setting: str,
    requested: float,
    applied: float,
    low: float,
    high: float,
    step: float | None = None,
) -> Correction:
    """The correction of a value that was clipped to its limits or rounded to its increment."""
    steps = f" in steps of {step:g}" if step else ""
    reason = f"The camera allows {low:,.10g} to {high:,.10g}{steps}."
    return Correction(setting=setting, asked=requested, applied=applied, reason=reason)


def round_down(value: int, low: int, high: int, step: int) -> int:
    """The largest allowed integer up to `value`, or else the smallest allowed."""
    return low + (min(max(value, low), high) - low) // step * step
