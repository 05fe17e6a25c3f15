"""Tuning report: the measurements of `okng tune`, and the best settings."""

from __future__ import annotations

from okng.models.compilation.build_choice import Goal, Tuning
from okng.models.strict_model import StrictModel
from okng.models.tuning.load_ramp import LoadCurve
from okng.models.tuning.measurement import Measurement
from okng.models.tuning.setting import Setting


class SettingResult(StrictModel):
    """The result of one setting."""

    setting: Setting
    rounds: int
    """Number of rounds in which it was measured."""
    measured: Measurement | None
    problem: str | None
    """Why it could not be measured, or not completely."""
    is_now: bool
    """Whether the station runs the model with this setting now."""


class SettingLoadCurve(StrictModel):
    """The load curve of a setting, measured by a load ramp."""

    setting: Setting
    curve: LoadCurve


class TuningReport(StrictModel):
    """Tuning report of one model version on this machine."""

    goal: Goal
    cores: int
    waiting: float
    """The median of the settings' `Measurement.waiting`: how much other processes disturbed."""
    rows: list[SettingResult]
    """The best first; those that could not be measured last."""
    complete: bool
    """Whether every setting was measured at least once; else no best one is named."""
    best: Setting | None
    best_for_line: Setting | None
    """The best with one worker, as on a line, which judges one part after the other."""
    tuning: Tuning | None
    """`best_for_line` in the form in which a station can use it."""
    growing_loads: list[SettingLoadCurve]
    """Load curves of the best settings."""

    def measured(self, setting: Setting) -> Measurement:
        """The measurement of a setting; raises `LookupError` where it was not measured."""
        for row in self.rows:
            if row.setting == setting and row.measured:
                return row.measured
        raise LookupError(str(setting))
