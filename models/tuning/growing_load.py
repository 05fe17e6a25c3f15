"""How a setting bears pictures that come by themselves, faster and faster."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from pydantic import BaseModel, ConfigDict

from okng.models.tuning.measurement import Measurement, Round
from okng.models.tuning.workers import Workers

SHARES = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5)
"""Of what the setting did when it was always busy: the arrivals."""
STEP_PICTURES, LEAST_STEP_S, MOST_STEP_S = 200, 3.0, 10.0
OVERTIME = 0.05
"""Share of a step's seconds by which the last picture may be late."""
CLIMB = 2.0
"""Times the 99th percentile of the first step, from which on it counts as climbing."""


class LoadStep(BaseModel):
    """One rate of arrivals, and what became of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    arrivals_hz: float
    measured: Measurement
    kept_up: bool
    """Whether all were judged about when the last one had come; else a queue grows without end."""


class LoadCurve(BaseModel):
    """All steps, the slowest arrivals first; the last one may be too much."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    steps: list[LoadStep]

    @property
    def flattens_at_hz(self) -> float | None:
        """The most pictures a second; None where it was not reached."""
        if self.steps[-1].kept_up:
            return None
        return max(step.measured.throughput_hz for step in self.steps)

    @property
    def climbs_at(self) -> LoadStep | None:
        """The first step whose 99th percentile is `CLIMB` times that of the first."""
        calm_ms = self.steps[0].measured.p99_ms
        return next((one for one in self.steps if one.measured.p99_ms > CLIMB * calm_ms), None)


def grow_load(
    workers: Workers,
    capacity_hz: float,
    deadline_s: float,
    progress: Callable[[str], None] = lambda _: None,
    shares: Sequence[float] = SHARES,
) -> LoadCurve | None:
    """Let pictures come at growing shares of the capacity, until the workers can't keep up.

    Ends at the monotonic clock's deadline; None where no step was done by then. Raises
    `okng.models.tuning.workers.WorkerError`.
    """
    steps: list[LoadStep] = []
    for number, share in enumerate(shares):
        rate_hz = share * capacity_hz
        seconds = min(MOST_STEP_S, max(LEAST_STEP_S, STEP_PICTURES / rate_hz))
        if time.monotonic() + seconds > deadline_s:
            break
        progress(f"{rate_hz:.1f} pictures come a second")
        begin_s, answers = workers.open_loop(seconds, rate_hz, seed=number)
        late_s = max(one.ended_s for one in answers) - begin_s - seconds
        one_picture_s = len(answers) / capacity_hz
        step = LoadStep(
            arrivals_hz=rate_hz,
            measured=Measurement.of([Round.of(begin_s, answers)]),
            kept_up=late_s < OVERTIME * seconds + one_picture_s,
        )
        steps.append(step)
        if not step.kept_up:
            break
    return LoadCurve(steps=steps) if steps else None
