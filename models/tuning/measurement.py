"""Measurements of a setting under load: throughput, latency, processor time and memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from okng.models.strict_model import StrictModel
from okng.models.tuning.tuning_worker import LoadResult


@dataclass(frozen=True)
class Round:
    """One round of load on a setting, over all its workers."""

    throughput_hz: float
    latencies_ms: list[float]
    cores: float
    """Average number of busy processors."""
    waiting: float
    """Share of the time of runnable threads that they waited for a processor."""
    memory_mb: float
    """Sum over all workers (PSS)."""

    @classmethod
    def of(cls, begin_s: float, answers: Sequence[LoadResult]) -> Round:
        """The round from its beginning until the last worker's last picture."""
        taken_s = max(result.ended_s for result in answers) - begin_s
        latencies_ms = [ms for result in answers for ms in result.latencies_ms]
        cpu_s, waited_s = (
            sum(result.cpu_s for result in answers),
            sum(result.waited_s for result in answers),
        )
        return cls(
            throughput_hz=len(latencies_ms) / taken_s,
            latencies_ms=latencies_ms,
            cores=cpu_s / taken_s,
            waiting=waited_s / (cpu_s + waited_s),
            memory_mb=sum(result.memory_mb for result in answers),
        )


class Measurement(StrictModel):
    """Measurement over several rounds: medians, and percentiles over the pictures of all rounds."""

    pictures: int
    throughput_hz: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    cores: float
    """Number of busy processors."""
    waiting: float
    """Share of the time of runnable threads that they waited for a processor. A high share means
    that other processes were busy, and makes the other figures worthless."""
    memory_mb: float
    """Sum over all workers (PSS), including the pictures that they hold."""

    @classmethod
    def of(cls, rounds: Sequence[Round]) -> Measurement:
        """The measurement of at least one round with a picture."""
        latencies_ms = [ms for load in rounds for ms in load.latencies_ms]
        p50_ms, p95_ms, p99_ms = np.percentile(latencies_ms, [50, 95, 99]).tolist()
        return cls(
            pictures=len(latencies_ms),
            throughput_hz=float(np.median([load.throughput_hz for load in rounds])),
            p50_ms=p50_ms,
            p95_ms=p95_ms,
            p99_ms=p99_ms,
            cores=float(np.median([load.cores for load in rounds])),
            waiting=float(np.median([load.waiting for load in rounds])),
            memory_mb=max(load.memory_mb for load in rounds),
        )
