"""Measures how a model is best run on this machine, with the whole judgement of real pictures."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from okng.models.bundle import AnyBundle
from okng.models.compilation.build import Build, BuildRecord
from okng.models.compilation.choice import Goal, Tuning, usable_cores
from okng.models.compilation.pictures import evenly
from okng.models.tuning.growing_load import grow_load
from okng.models.tuning.halving import Trial, best_trial, halve
from okng.models.tuning.measurement import Round
from okng.models.tuning.report import GrowingLoad, Row, TuningReport
from okng.models.tuning.resources import available_memory_mb
from okng.models.tuning.setting import Setting, settings_to_try
from okng.models.tuning.worker import Job
from okng.models.tuning.workers import WorkerError, Workers

MOST_PICTURES = 8
"""Kept in the memory of every worker."""
SEARCH_SHARE = 0.75
"""Of the time; the rest is for growing loads."""

Progress = Callable[[str], None]


class Tuner:
    """Starts workers for a model's builds, where memory is enough for them."""

    def __init__(self, bundle: Path, builds: Sequence[Build], pictures: Sequence[Path]) -> None:
        self._bundle = bundle
        self._builds = {one.path.name: one for one in builds}
        self._pictures = evenly(pictures, MOST_PICTURES)
        self._worker_mb: dict[str, float] = {}

    def start(self, setting: Setting) -> Workers:
        """The setting's workers, ready.

        Raises `WorkerError`, also where memory is too short for as many as one of them took before.
        """
        needed_mb = setting.workers * self._worker_mb.get(setting.build, 0.0)
        free_mb = available_memory_mb()
        if needed_mb > free_mb:
            raise WorkerError(
                f"{setting.workers} workers need {needed_mb:.0f} MB of memory, "
                f"{free_mb:.0f} MB are free"
            )
        job = Job(
            self._bundle,
            self._builds[setting.build].path,
            setting.threads,
            setting.threads_between,
            self._pictures,
        )
        return Workers(job, setting.workers)

    def measure(self, setting: Setting, seconds: float) -> Round:
        """All workers busy for so long; raises as `start`."""
        with self.start(setting) as workers:
            found = Round.of(*workers.closed_loop(seconds))
        before_mb = self._worker_mb.get(setting.build, 0.0)
        self._worker_mb[setting.build] = max(before_mb, found.memory_mb / setting.workers)
        return found

    def grow_load(
        self, setting: Setting, capacity_hz: float, deadline_s: float, progress: Progress
    ) -> GrowingLoad | None:
        """How it bears growing arrivals; None where the time was over, or a worker ended."""
        try:
            with self.start(setting) as workers:
                curve = grow_load(workers, capacity_hz, deadline_s, progress)
        except WorkerError as error:
            progress(f"{setting}: {error}")
            return None
        return GrowingLoad(setting=setting, curve=curve) if curve else None


def tune(
    bundle: AnyBundle,
    builds: Sequence[Build],
    pictures: Sequence[Path],
    goal: Goal,
    now: Setting,
    *,
    limit_s: float = 600.0,
    progress: Progress = lambda _: None,
) -> TuningReport:
    """Search the best setting of the builds, and let growing loads show where it ends.

    The builds are usable ones (`okng.models.compilation.build.usable_build`); `now` is how the
    station runs the model. Ends about `limit_s` after its beginning with what was found by then.
    """
    begin_s, cores = time.monotonic(), usable_cores()
    tuner = Tuner(bundle.path, builds, pictures)
    records = {one.path.name: one.record for one in builds}
    settings = settings_to_try(records.values(), goal, cores)
    search = halve(
        list(dict.fromkeys([now, *settings])) if now.build in records else settings,
        tuner.measure,
        goal,
        begin_s + SEARCH_SHARE * limit_s,
        kept=[now],
        progress=progress,
    )
    precisions = {name: record.precision for name, record in records.items()}
    trials = search.trials if search.complete else []
    best = best_trial(trials, goal, precisions)
    single = best_trial([one for one in trials if one.setting.workers == 1], goal, precisions)
    tried = {one.setting: one for one in (single, best) if one}
    ends = [
        tuner.grow_load(setting, one.measurement.throughput_hz, begin_s + limit_s, progress)
        for setting, one in tried.items()
    ]
    measured = [one.measurement for one in search.trials if one.rounds]
    return TuningReport(
        goal=goal,
        cores=cores,
        waiting=statistics.median(one.waiting for one in measured) if measured else 0.0,
        rows=[_row(one, now) for one in search.ranked(goal)],
        complete=search.complete,
        best=best.setting if best else None,
        best_for_line=single.setting if single else None,
        tuning=_tuning(single, goal, records[single.setting.build], cores) if single else None,
        growing_loads=[one for one in ends if one],
    )


def _row(trial: Trial, now: Setting) -> Row:
    return Row(
        setting=trial.setting,
        rounds=len(trial.rounds),
        measured=trial.measurement if trial.rounds else None,
        problem=trial.problem,
        is_now=trial.setting == now,
    )


def _tuning(trial: Trial, goal: Goal, build: BuildRecord, cores: int) -> Tuning:
    return Tuning(
        goal=goal,
        threads=trial.setting.threads,
        threads_between=trial.setting.threads_between,
        device=build.device,
        cores=cores,
        throughput_hz=trial.measurement.throughput_hz,
        p95_ms=trial.measurement.p95_ms,
    )
