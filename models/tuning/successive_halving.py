"""Successive halving: finds the best settings by measuring the promising ones longer.

The method (K. Jamieson, A. Talwalkar, Non-stochastic Best Arm Identification and
Hyperparameter Optimization, 2016) measures each setting once a round, for twice as long as in the
round before, and keeps the better half. Two rules are added here. Settings with one worker, which
a line can use, and those with more compete separately, so that the best of each kind is found. And
settings within `WORTH` of the best always stay, since smaller differences are noise.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from okng.models.compilation.build_choice import Goal
from okng.models.compilation.fastest_build import EXACTNESS, WORTH
from okng.models.engines.compiler import Precision
from okng.models.progress import ReportLine
from okng.models.tuning.measurement import Measurement, Round
from okng.models.tuning.setting import Setting
from okng.models.tuning.worker_pool import WorkerError

ROUNDS, FIRST_ROUND_S = 4, 1.0


@dataclass
class Candidate:
    """A candidate of the search: one setting and its measurements."""

    setting: Setting
    rounds: list[Round] = field(default_factory=list)
    problem: str | None = None
    """Why it could not be measured."""
    dropped_after: int | None = None
    """The round after which it was dropped as too slow; None where it stayed."""

    @property
    def measurement(self) -> Measurement:
        """The measurement over all its rounds; there must be at least one."""
        return Measurement.of(self.rounds)

    def cost(self, goal: Goal) -> float:
        """The cost, lower is better: the 95th percentile of latency, or the time per picture.

        A mean would hide a few late verdicts, and the maximum is chance. Needs one round.
        """
        measured = self.measurement
        return measured.p95_ms if goal == "latency" else 1 / measured.throughput_hz


@dataclass(frozen=True)
class SearchResult:
    """Result of a search: its candidates, and whether each was measured."""

    candidates: list[Candidate]
    complete: bool
    """Whether every setting was measured at least once; else the best is not known."""

    def ranked(self, goal: Goal) -> list[Candidate]:
        """The best first, those with a problem last."""
        return sorted(
            self.candidates,
            key=lambda candidate: (
                candidate.problem is not None,
                candidate.cost(goal) if candidate.rounds else math.inf,
            ),
        )


def successive_halving(
    settings: Sequence[Setting],
    measure: Callable[[Setting, float], Round],
    goal: Goal,
    deadline_s: float,
    *,
    kept: Collection[Setting] = (),
    progress: ReportLine = lambda _: None,
) -> SearchResult:
    """Measure in rounds until `ROUNDS` are done or the monotonic clock reaches the deadline.

    `measure` takes a setting and seconds; a `WorkerError` drops that setting only. The settings in
    `kept` are measured in every round, for comparison.
    """
    candidates = [Candidate(setting) for setting in settings]
    for number in range(1, ROUNDS + 1):
        going = [
            candidate
            for candidate in candidates
            if not candidate.problem and candidate.dropped_after is None
        ]
        # Every second round runs backwards, so that a drift does not always hit the same settings.
        for candidate in going if number % 2 else reversed(going):
            if time.monotonic() > deadline_s:
                return SearchResult(candidates, complete=number > 1)
            progress(f"round {number} of {ROUNDS}: {candidate.setting}")
            try:
                candidate.rounds.append(
                    measure(candidate.setting, FIRST_ROUND_S * 2 ** (number - 1))
                )
            except WorkerError as error:
                candidate.problem = str(error)
                progress(f"{candidate.setting}: {error}")
        if number < ROUNDS:
            for candidate in _too_slow(
                [candidate for candidate in going if not candidate.problem], goal
            ):
                if candidate.setting not in kept:
                    candidate.dropped_after = number
    return SearchResult(candidates, complete=True)


def best_candidate(
    candidates: Sequence[Candidate], goal: Goal, precisions: Mapping[str, Precision]
) -> Candidate | None:
    """The best of the candidates that stayed; None where none did.

    Among those within `WORTH` of the lowest cost, the most exact build wins, then the fewest cores,
    then the lowest cost. `precisions` has each build's precision by its name.
    """
    stayed = [
        candidate
        for candidate in candidates
        if candidate.rounds and not candidate.problem and not candidate.dropped_after
    ]
    costs = {candidate.setting: candidate.cost(goal) for candidate in stayed}
    near = [
        candidate for candidate in stayed if costs[candidate.setting] < WORTH * min(costs.values())
    ]
    near.sort(
        key=lambda candidate: (
            EXACTNESS.index(precisions[candidate.setting.build]),
            candidate.setting.cores,
            costs[candidate.setting],
        )
    )
    return near[0] if near else None


def _too_slow(candidates: Sequence[Candidate], goal: Goal) -> list[Candidate]:
    """The worse half of each kind (one worker, or more), without those near its best."""
    dropped: list[Candidate] = []
    for is_single in (True, False):
        group = [
            candidate for candidate in candidates if (candidate.setting.workers == 1) is is_single
        ]
        group.sort(key=lambda candidate: candidate.cost(goal))
        dropped += [
            candidate
            for candidate in group[(len(group) + 1) // 2 :]
            if candidate.cost(goal) > WORTH * group[0].cost(goal)
        ]
    return dropped
