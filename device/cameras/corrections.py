"""What a camera answers when it can't take a setting as asked."""

from __future__ import annotations

from okng.device.cameras.camera import Correction


def missing(setting: str, asked: float | str) -> Correction:
    """The camera has no such feature."""
    reason = "this camera has no such feature"
    return Correction(setting=setting, asked=asked, applied="not set", reason=reason)


def adjusted(
    setting: str, asked: float, applied: float, low: float, high: float, step: float | None = None
) -> Correction:
    """The camera clipped the value to its limits or rounded it to its increment."""
    steps = f" in steps of {step:g}" if step else ""
    reason = f"allowed are {low:g} to {high:g}{steps}"
    return Correction(setting=setting, asked=asked, applied=applied, reason=reason)


def fitting(value: int, low: int, high: int, step: int) -> int:
    """The largest allowed integer up to `value`, or else the smallest allowed."""
    return low + (min(max(value, low), high) - low) // step * step
