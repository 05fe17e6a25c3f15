"""Finds the best settings by measuring the promising ones longer.

Successive halving (K. Jamieson, A. Talwalkar, Non-stochastic Best Arm Identification and
Hyperparameter Optimization, 2016): every round measures each setting once, for twice as long as the
round before, and keeps the better half. Two things are added. Settings with one worker, which a
line can run, and those with more compete among themselves, so that the best of each is found; and
what is within `WORTH` of the best stays, for less is noise.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from okng.models.compilation.choice import Goal
from okng.models.compilation.fastest import EXACTNESS, WORTH
from okng.models.engines.compiler import Precision
from okng.models.tuning.measurement import Measurement, Round
from okng.models.tuning.setting import Setting
from okng.models.tuning.workers import WorkerError

ROUNDS, FIRST_ROUND_S = 4, 1.0


@dataclass
class Trial:
    """What was found of one setting."""

    setting: Setting
    rounds: list[Round] = field(default_factory=list)
    problem: str | None = None
    """Why it could not be measured."""
    dropped_after: int | None = None
    """The round after which it was too slow to go on; None for those that stayed."""

    @property
    def measurement(self) -> Measurement:
        """All its rounds, of which there must be one, together."""
        return Measurement.of(self.rounds)

    def cost(self, goal: Goal) -> float:
        """The less the better: the time of 95 of 100 pictures, or the time for each; a round ran.

        A mean would forgive a few late verdicts, and the worst time is chance.
        """
        found = self.measurement
        return found.p95_ms if goal == "latency" else 1 / found.throughput_hz


@dataclass(frozen=True)
class Search:
    """What came of a search."""

    trials: list[Trial]
    complete: bool
    """Whether every setting was measured once; else nothing can be said of the best."""

    def ranked(self, goal: Goal) -> list[Trial]:
        """The best first, those with a problem last."""
        return sorted(
            self.trials,
            key=lambda one: (
                one.problem is not None,
                one.cost(goal) if one.rounds else math.inf,
            ),
        )


def halve(
    settings: Sequence[Setting],
    measure: Callable[[Setting, float], Round],
    goal: Goal,
    deadline_s: float,
    *,
    kept: Collection[Setting] = (),
    progress: Callable[[str], None] = lambda _: None,
) -> Search:
    """Measure in rounds until `ROUNDS` are done, or the monotonic clock is at the deadline.

    `measure` takes a setting and seconds; its `WorkerError` ends that setting only. Those that are
    `kept` are measured in every round, to compare with.
    """
    trials = [Trial(one) for one in settings]
    for number in range(1, ROUNDS + 1):
        going = [one for one in trials if not one.problem and one.dropped_after is None]
        # In turns, and every second time backwards, so that what drifts does not hit the same ones.
        for trial in going if number % 2 else reversed(going):
            if time.monotonic() > deadline_s:
                return Search(trials, complete=number > 1)
            progress(f"round {number} of {ROUNDS}: {trial.setting}")
            try:
                trial.rounds.append(measure(trial.setting, FIRST_ROUND_S * 2 ** (number - 1)))
            except WorkerError as error:
                trial.problem = str(error)
                progress(f"{trial.setting}: {error}")
        if number < ROUNDS:
            for trial in _too_slow([one for one in going if not one.problem], goal):
                if trial.setting not in kept:
                    trial.dropped_after = number
    return Search(trials, complete=True)


def best_trial(
    trials: Sequence[Trial], goal: Goal, precisions: Mapping[str, Precision]
) -> Trial | None:
    """Of those that stayed; None where none did.

    Of those within `WORTH` of the best, the one with the most exact build, the fewest busy cores,
    and the best figure, in this order. `precisions` are the builds'.
    """
    stayed = [one for one in trials if one.rounds and not one.problem and not one.dropped_after]
    costs = {one.setting: one.cost(goal) for one in stayed}
    near = [one for one in stayed if costs[one.setting] < WORTH * min(costs.values())]
    near.sort(
        key=lambda one: (
            EXACTNESS.index(precisions[one.setting.build]),
            one.setting.cores,
            costs[one.setting],
        )
    )
    return near[0] if near else None


def _too_slow(trials: Sequence[Trial], goal: Goal) -> list[Trial]:
    """The worse half of those with one worker and of the others, but what is near the best."""
    dropped: list[Trial] = []
    for is_single in (True, False):
        group = [one for one in trials if (one.setting.workers == 1) is is_single]
        group.sort(key=lambda one: one.cost(goal))
        dropped += [
            one
            for one in group[(len(group) + 1) // 2 :]
            if one.cost(goal) > WORTH * group[0].cost(goal)
        ]
    return dropped
