"""Load ramp: pictures arrive at growing rates until a setting can't keep up."""

from __future__ import annotations

import time
from collections.abc import Sequence

from okng.models.progress import ReportLine
from okng.models.strict_model import StrictModel
from okng.models.tuning.measurement import Measurement, Round
from okng.models.tuning.worker_pool import Workers

SHARES = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5)
"""Arrival rates, as shares of the throughput that the setting had when always busy."""
STEP_PICTURES, LEAST_STEP_S, MOST_STEP_S = 200, 3.0, 10.0
OVERTIME = 0.05
"""How late the last picture may be, as a share of the step's duration."""
CLIMB = 2.0
"""A 99th percentile of so many times that of the first step counts as climbing."""


class LoadStep(StrictModel):
    """One step of the ramp: an arrival rate and its measurement."""

    arrivals_hz: float
    measured: Measurement
    kept_up: bool
    """Whether all were judged shortly after the last arrival; else a queue grows without end."""


class LoadCurve(StrictModel):
    """All steps, the slowest arrivals first; the last step may be an overload."""

    steps: list[LoadStep]

    @property
    def flattens_at_hz(self) -> float | None:
        """The highest throughput in pictures a second; None where no step was an overload."""
        if self.steps[-1].kept_up:
            return None
        return max(step.measured.throughput_hz for step in self.steps)

    @property
    def climbs_at(self) -> LoadStep | None:
        """The first step whose 99th percentile is over `CLIMB` times that of the first step."""
        calm_ms = self.steps[0].measured.p99_ms
        return next((step for step in self.steps if step.measured.p99_ms > CLIMB * calm_ms), None)


def ramp_load(
    workers: Workers,
    capacity_hz: float,
    deadline_s: float,
    progress: ReportLine = lambda _: None,
    shares: Sequence[float] = SHARES,
) -> LoadCurve | None:
    """Let pictures arrive at growing shares of the capacity until the workers can't keep up.

    `deadline_s` is on the monotonic clock; None where no step fits before it. Raises
    `okng.models.tuning.worker_pool.WorkerError`.
    """
    steps: list[LoadStep] = []
    for number, share in enumerate(shares):
        rate_hz = share * capacity_hz
        seconds = min(MOST_STEP_S, max(LEAST_STEP_S, STEP_PICTURES / rate_hz))
        if time.monotonic() + seconds > deadline_s:
            break
        progress(f"{rate_hz:.1f} pictures arrive per second")
        begin_s, answers = workers.open_loop(seconds, rate_hz, seed=number)
        late_s = max(result.ended_s for result in answers) - begin_s - seconds
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
