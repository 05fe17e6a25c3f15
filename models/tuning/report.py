"""What `okng tune` measured, and the best of it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from okng.models.compilation.choice import Goal, Tuning
from okng.models.tuning.growing_load import LoadCurve
from okng.models.tuning.measurement import Measurement
from okng.models.tuning.setting import Setting


class Row(BaseModel):
    """One setting and what was found of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    setting: Setting
    rounds: int
    """Those that it was measured in."""
    measured: Measurement | None
    problem: str | None
    """Why it could not be measured, or not to the end."""
    is_now: bool
    """The station runs the model so."""


class GrowingLoad(BaseModel):
    """How a setting bears pictures that come by themselves."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    setting: Setting
    curve: LoadCurve


class TuningReport(BaseModel):
    """Of one model version on this machine."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    goal: Goal
    cores: int
    waiting: float
    """The median of the settings' `Measurement.waiting`: how much other work disturbed."""
    rows: list[Row]
    """The best first; those that could not be measured last."""
    complete: bool
    """Whether every setting was measured at least once; else none is the best."""
    best: Setting | None
    best_for_line: Setting | None
    """With one worker, as a line has: it judges one part after the other."""
    tuning: Tuning | None
    """The same as a station may choose it."""
    growing_loads: list[GrowingLoad]
    """Of the best settings."""

    def measured(self, setting: Setting) -> Measurement:
        """What was found of a setting that was measured; raises `LookupError` for another one."""
        for row in self.rows:
            if row.setting == setting and row.measured:
                return row.measured
        raise LookupError(str(setting))
