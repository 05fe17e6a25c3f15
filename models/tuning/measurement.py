"""What a setting did under a load."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pydantic import BaseModel, ConfigDict

from okng.models.tuning.worker import Answer


@dataclass(frozen=True)
class Round:
    """One load of a setting, all its workers together."""

    throughput_hz: float
    latencies_ms: list[float]
    cores: float
    """Processors that were busy for it, on average."""
    waiting: float
    """Share of the time in which its threads could run that they waited for a processor."""
    memory_mb: float
    """Of all workers."""

    @classmethod
    def of(cls, begin_s: float, answers: Sequence[Answer]) -> Round:
        """From the beginning until the last worker's last picture."""
        taken_s = max(one.ended_s for one in answers) - begin_s
        latencies_ms = [ms for one in answers for ms in one.latencies_ms]
        cpu_s, waited_s = sum(one.cpu_s for one in answers), sum(one.waited_s for one in answers)
        return cls(
            throughput_hz=len(latencies_ms) / taken_s,
            latencies_ms=latencies_ms,
            cores=cpu_s / taken_s,
            waiting=waited_s / (cpu_s + waited_s),
            memory_mb=sum(one.memory_mb for one in answers),
        )


class Measurement(BaseModel):
    """Of several rounds: medians, and the percentiles of all pictures' times."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    pictures: int
    throughput_hz: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    cores: float
    """Processors that were busy."""
    waiting: float
    """Share of the time in which its threads could run that they waited for a processor: others had
    it. Much of it makes the other figures worthless."""
    memory_mb: float
    """Of all workers (PSS), with the pictures that they judged."""

    @classmethod
    def of(cls, rounds: Sequence[Round]) -> Measurement:
        """Of at least one round with a picture."""
        latencies_ms = [ms for one in rounds for ms in one.latencies_ms]
        p50_ms, p95_ms, p99_ms = np.percentile(latencies_ms, [50, 95, 99]).tolist()
        return cls(
            pictures=len(latencies_ms),
            throughput_hz=float(np.median([one.throughput_hz for one in rounds])),
            p50_ms=p50_ms,
            p95_ms=p95_ms,
            p99_ms=p99_ms,
            cores=float(np.median([one.cores for one in rounds])),
            waiting=float(np.median([one.waiting for one in rounds])),
            memory_mb=max(one.memory_mb for one in rounds),
        )
