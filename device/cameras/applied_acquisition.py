"""The acquisition settings that a camera applied, and its corrections of the recipe's."""

from __future__ import annotations

from okng.models.field_words import field_words, with_unit
from okng.models.strict_model import StrictModel

NOT_SET = "not set"
_OF_THE_REGION = ("offset_x", "offset_y", "width", "height")


class Correction(StrictModel):
    """A setting that the camera adjusted: rounded to an increment, clipped, or not available."""

    setting: str
    asked: float | int | str
    applied: float | int | str
    reason: str
    """In words, with the limits."""

    @property
    def in_words(self) -> str:
        """`Exposure: you asked for 99,999,999 µs, the camera uses 10,000,000 µs.`, and why."""
        place = ("roi", self.setting) if self.setting in _OF_THE_REGION else (self.setting,)
        name, asked = field_words(place), with_unit(self.asked, self.setting)
        if self.applied == NOT_SET:
            return f"{name}: you asked for {asked}. {self.reason}"
        applied = with_unit(self.applied, self.setting)
        return f"{name}: you asked for {asked}, the camera uses {applied}. {self.reason}"


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
    return Correction(setting=setting, asked=requested, applied=NOT_SET, reason=reason)


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
