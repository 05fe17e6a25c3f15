"""Tuning of a model on this machine, measured with the whole judgement of real pictures."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from okng.models.bundles.bundle import AnyBundle
from okng.models.compilation.build_choice import Goal, Tuning, usable_cores
from okng.models.compilation.calibration_pictures import evenly_spaced
from okng.models.compilation.engine_build import Build, BuildRecord
from okng.models.progress import ReportLine
from okng.models.tuning.load_ramp import ramp_load
from okng.models.tuning.measurement import Round
from okng.models.tuning.report import SettingLoadCurve, SettingResult, TuningReport
from okng.models.tuning.resources import available_memory_mb
from okng.models.tuning.setting import Setting, settings_to_try
from okng.models.tuning.successive_halving import Candidate, best_candidate, successive_halving
from okng.models.tuning.tuning_worker import WorkerTask
from okng.models.tuning.worker_pool import WorkerError, Workers

MOST_PICTURES = 8
"""Kept in the memory of every worker."""
SEARCH_SHARE = 0.75
"""Of the time; the rest is for growing loads."""


class Tuner:
    """Starts workers for a model's builds, where memory is enough for them."""

    def __init__(self, bundle: Path, builds: Sequence[Build], pictures: Sequence[Path]) -> None:
        self._bundle = bundle
        self._builds = {build.path.name: build for build in builds}
        self._pictures = evenly_spaced(pictures, MOST_PICTURES)
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
                f"but only {free_mb:.0f} MB are free"
            )
        task = WorkerTask(
            self._bundle,
            self._builds[setting.build].path,
            setting.threads,
            setting.threads_between,
            self._pictures,
        )
        return Workers(task, setting.workers)

    def measure(self, setting: Setting, seconds: float) -> Round:
        """All workers busy for so long; raises as `start`."""
        with self.start(setting) as workers:
            load = Round.of(*workers.closed_loop(seconds))
        before_mb = self._worker_mb.get(setting.build, 0.0)
        self._worker_mb[setting.build] = max(before_mb, load.memory_mb / setting.workers)
        return load

    def ramp_load(
        self, setting: Setting, capacity_hz: float, deadline_s: float, progress: ReportLine
    ) -> SettingLoadCurve | None:
        """How it bears growing arrivals; None where the time was over, or a worker ended."""
        try:
            with self.start(setting) as workers:
                curve = ramp_load(workers, capacity_hz, deadline_s, progress)
        except WorkerError as error:
            progress(f"{setting}: {error}")
            return None
        return SettingLoadCurve(setting=setting, curve=curve) if curve else None


def tune(
    bundle: AnyBundle,
    builds: Sequence[Build],
    pictures: Sequence[Path],
    goal: Goal,
    now: Setting,
    *,
    limit_s: float = 600.0,
    progress: ReportLine = lambda _: None,
) -> TuningReport:
    """Search the best setting of the builds, and let growing loads show where it ends.

    The builds are usable ones (`engine_build.usable_build`); `now` is how the
    station runs the model. Ends about `limit_s` after its beginning with what was found by then.
    """
    begin_s, cores = time.monotonic(), usable_cores()
    tuner = Tuner(bundle.path, builds, pictures)
    records = {build.path.name: build.record for build in builds}
    settings = settings_to_try(records.values(), goal, cores)
    search = successive_halving(
        list(dict.fromkeys([now, *settings])) if now.build in records else settings,
        tuner.measure,
        goal,
        begin_s + SEARCH_SHARE * limit_s,
        kept=[now],
        progress=progress,
    )
    precisions = {name: record.precision for name, record in records.items()}
    candidates = search.candidates if search.complete else []
    best = best_candidate(candidates, goal, precisions)
    single = best_candidate(
        [candidate for candidate in candidates if candidate.setting.workers == 1], goal, precisions
    )
    tried = {candidate.setting: candidate for candidate in (single, best) if candidate}
    ends = [
        tuner.ramp_load(setting, candidate.measurement.throughput_hz, begin_s + limit_s, progress)
        for setting, candidate in tried.items()
    ]
    measured = [candidate.measurement for candidate in search.candidates if candidate.rounds]
    return TuningReport(
        goal=goal,
        cores=cores,
        waiting=statistics.median(load.waiting for load in measured) if measured else 0.0,
        rows=[_row(candidate, now) for candidate in search.ranked(goal)],
        complete=search.complete,
        best=best.setting if best else None,
        best_for_line=single.setting if single else None,
        tuning=_tuning(single, goal, records[single.setting.build], cores) if single else None,
        growing_loads=[curve for curve in ends if curve],
    )


def _row(candidate: Candidate, now: Setting) -> SettingResult:
    return SettingResult(
        setting=candidate.setting,
        rounds=len(candidate.rounds),
        measured=candidate.measurement if candidate.rounds else None,
        problem=candidate.problem,
        is_now=candidate.setting == now,
    )


def _tuning(candidate: Candidate, goal: Goal, build: BuildRecord, cores: int) -> Tuning:
    return Tuning(
        goal=goal,
        threads=candidate.setting.threads,
        threads_between=candidate.setting.threads_between,
        device=build.device,
        cores=cores,
        throughput_hz=candidate.measurement.throughput_hz,
        p95_ms=candidate.measurement.p95_ms,
    )
