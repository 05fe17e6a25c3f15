"""Real processes with a real model under loads; counts are checked, never times."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from okng.models.bundles.bundle import AnomalyBundle
from okng.models.compilation.build_choice import usable_cores
from okng.models.compilation.engine_build import Build
from okng.models.tuning import load_ramp as growing_load
from okng.models.tuning import successive_halving as halving
from okng.models.tuning import tune as tuning
from okng.models.tuning.load_ramp import ramp_load
from okng.models.tuning.setting import Setting, setting_now, settings_to_try
from okng.models.tuning.tune import Tuner, tune
from okng.models.tuning.tuning_worker import WorkerTask
from okng.models.tuning.worker_pool import WorkerError, Workers

Built = tuple[AnomalyBundle, Build, tuple[Path, ...]]
FOREVER_S = 1e12


def job(built: Built, **changes: Path) -> WorkerTask:
    bundle, build, pictures = built
    places = {"bundle": bundle.path, "build": build.path, **changes}
    return WorkerTask(threads=1, threads_between=1, pictures=pictures, **places)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rounds and loads of a fraction of their time."""
    monkeypatch.setattr(halving, "ROUNDS", 2)
    monkeypatch.setattr(halving, "FIRST_ROUND_S", 0.05)
    monkeypatch.setattr(growing_load, "LEAST_STEP_S", 0.2)
    monkeypatch.setattr(growing_load, "MOST_STEP_S", 0.2)


def test_settings_keep_no_more_than_all_cores_busy(built: Built) -> None:
    record, counts = built[1].record, {1, 2, 4, 6}
    tried = settings_to_try([record], "throughput", 6)
    assert all(setting.cores <= 6 for setting in tried)
    assert (
        {setting.workers for setting in tried}
        == {setting.threads_between for setting in tried}
        == counts
    )
    assert {setting.threads for setting in tried} == counts
    assert [setting.workers for setting in tried] == sorted(setting.workers for setting in tried)
    assert {setting.workers for setting in settings_to_try([record], "latency", 6)} == {1}
    openvino = record.model_copy(update={"engine": "openvino"})
    assert {setting.threads_between for setting in settings_to_try([openvino], "latency", 6)} == {1}


@pytest.mark.usefixtures("short")
def test_pictures_that_come_by_themselves_go_to_the_workers_in_turns(built: Built) -> None:
    with Workers(job(built), 2) as workers:
        processes = [worker.process for worker in workers._workers]
        _, closed = workers.closed_loop(0.05)
        _, opened = workers.open_loop(0.5, rate_hz=14, seed=0)
        flooded = ramp_load(workers, 1e5, FOREVER_S, shares=(0.01,))
        os.kill(processes[1].pid or 0, signal.SIGKILL)
        with pytest.raises(WorkerError, match="worker 2 of 2 was killed, most likely"):
            workers.closed_loop(0.05)
    assert all(
        result.latencies_ms and result.cpu_s > 0 and result.waited_s >= 0 and result.memory_mb > 10
        for result in closed
    )
    assert [len(result.latencies_ms) for result in opened] == [4, 3]
    assert flooded
    assert not flooded.steps[0].kept_up
    assert flooded.steps[0].measured.pictures < 200
    assert flooded.flattens_at_hz == flooded.steps[0].measured.throughput_hz
    assert not any(process.is_alive() for process in processes)


def test_a_worker_that_cannot_load_says_why(built: Built, tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match=r"worker 1 of 2: .*no-build/build\.json: cannot be read"):
        Workers(job(built, build=tmp_path / "no-build"), 2)


def test_workers_are_not_started_where_memory_is_short(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle, build, pictures = built
    tuner = Tuner(bundle.path, [build], pictures)
    single, many = (Setting(build=build.path.name, workers=workers) for workers in (1, 64))
    assert tuner.measure(single, 0.05).memory_mb > 10
    monkeypatch.setattr(tuning, "available_memory_mb", lambda: 500.0)
    with pytest.raises(
        WorkerError, match=r"64 workers need \d+ MB of memory, but only 500 MB are free"
    ):
        tuner.start(many)


@pytest.mark.usefixtures("short")
@pytest.mark.slow
def test_the_best_setting_is_found_and_driven_until_it_can_no_more(built: Built) -> None:
    bundle, build, pictures = built
    now = setting_now(bundle, 1)
    assert now == Setting(build="onnxruntime-fp32", threads=1)
    lines: list[str] = []
    report = tune(bundle, [build], pictures, "throughput", now, progress=lines.append)
    assert report.complete
    tried = settings_to_try([build.record], "throughput", usable_cores())
    assert {row.setting for row in report.rows} == set(tried)
    assert all(row.measured and not row.problem for row in report.rows)
    (running,) = (row for row in report.rows if row.is_now)
    assert (running.setting, running.rounds) == (now, halving.ROUNDS)
    assert report.best in tried
    assert report.best_for_line
    assert report.best_for_line.workers == 1
    assert report.tuning
    assert report.tuning.threads == report.best_for_line.threads
    assert report.tuning.why_unfit(build.record) is None
    driven = [load.setting for load in report.growing_loads]
    assert driven == list(dict.fromkeys([report.best_for_line, report.best]))
    for load in report.growing_loads:
        rates = [step.arrivals_hz for step in load.curve.steps]
        assert rates == sorted(rates)
        assert all(step.kept_up for step in load.curve.steps[:-1])
    assert f"round 1 of {halving.ROUNDS}: onnxruntime-fp32, 1 worker of 1 thread" in lines


def test_where_not_all_could_be_tried_nothing_is_the_best(built: Built) -> None:
    bundle, build, pictures = built
    now = setting_now(bundle, 1)
    report = tune(bundle, [build], pictures, "latency", now, limit_s=0.5)
    assert sum(row.rounds for row in report.rows) == 1
    assert not report.complete
    assert (report.best, report.best_for_line, report.tuning) == (None, None, None)
    assert report.growing_loads == []
