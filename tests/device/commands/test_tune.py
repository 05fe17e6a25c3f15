"""`okng tune` as a person uses it, and a station that runs a model as it was tuned."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.running_station import RunningStation

from okng.device.commands.tuning_table import table
from okng.device.ipc.commands import GetStatus
from okng.device.types import Outcome
from okng.models.bundles.bundle import ENGINES
from okng.models.compilation.build_choice import (
    CHOSEN,
    Tuning,
    choose_build,
    read_choice,
    usable_cores,
)
from okng.models.compilation.engine_build import build_folder, read_build
from okng.models.tuning.load_ramp import LoadCurve, LoadStep
from okng.models.tuning.measurement import Measurement
from okng.models.tuning.report import SettingLoadCurve, SettingResult, TuningReport
from okng.models.tuning.setting import Setting

MODEL = Path("models/discs/1")
ONE_BUILD = ("--engine", "onnxruntime", "--precision", "fp32")

Okng = Callable[..., "subprocess.CompletedProcess[str]"]


def choose_tuned(data: Path, **changes: Any) -> None:
    """As `okng tune --use` does: two threads, of this machine unless changed."""
    build = read_build(build_folder(data / MODEL, "onnxruntime", "fp32"))
    here: dict[str, Any] = {
        "goal": "latency",
        "threads": 2,
        "device": build.record.device,
        "cores": usable_cores(),
        "throughput_hz": 50.0,
        "p95_ms": 20.0,
    }
    choose_build(data / MODEL, build, "tests", Tuning(**{**here, **changes}))


def threads(station: RunningStation) -> tuple[int, int]:
    """Those of the engine that judges: within operators and between them."""
    model: Any = station.daemon._operations.current.recipe.model
    options = model._engine._session.get_session_options()
    return options.intra_op_num_threads, options.inter_op_num_threads


def test_a_station_runs_a_model_as_it_was_tuned_on_this_machine(
    okng: Okng, data: Path, make_station: Callable[..., RunningStation]
) -> None:
    assert okng("compile", "discs", *ONE_BUILD).returncode == 0
    choose_tuned(data)
    station = make_station(data_dir=data)
    station.inspect()
    assert threads(station) == (2, 1)
    assert station.client.ask(GetStatus()).conditions == ()
    choose_tuned(data, threads=1, threads_between=2)
    station.inspect()
    assert threads(station) == (1, 2)
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)
    assert "tuned for latency" in okng("model", "list").stdout

    choose_tuned(data, cores=usable_cores() + 14)
    station.inspect()
    assert threads(station) == (1, 1)
    (condition,) = station.client.ask(GetStatus()).conditions
    assert condition.code == "engine_unfit"
    assert f"was tuned on {usable_cores() + 14} cores of" in condition.message
    assert f"this machine has {usable_cores()} of" in condition.message
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)
    doctor = okng("doctor")
    assert doctor.returncode == 1
    assert "tune it again: okng tune discs:1" in doctor.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--engine", "tensorflow"], "--engine is 'tensorflow'; allowed are onnxruntime"),
        (["--dataset", "nuts"], "there is no dataset 'nuts' with pictures; there are: discs"),
        (["--engine", "onnxruntime-cuda"], "not tried: onnxruntime-cuda: this ONNX Runtime has no"),
    ],
)
def test_what_cannot_be_done_is_said(okng: Okng, data: Path, options: list[str], said: str) -> None:
    done = okng("tune", "discs", *options)
    assert done.returncode != 0
    assert said in " ".join((done.stdout + done.stderr).split())


@pytest.mark.slow
def test_a_limit_that_is_too_short_shows_what_was_measured_and_chooses_nothing(
    okng: Okng, data: Path
) -> None:
    assert "no model 'nuts'; there are: discs:1" in okng("tune", "nuts").stderr
    assert okng("compile", "discs", *ONE_BUILD).returncode == 0
    done = okng("tune", "discs", *ONE_BUILD, "--limit", "1", "--use", "--json")
    assert done.returncode == 1
    assert "1 s is too short to try every setting once" in done.stderr
    report = json.loads(done.stdout)
    measured = [row["measured"] for row in report["rows"] if row["measured"]]
    assert len(measured) == 1
    assert measured[0]["pictures"] > 0
    assert (report["complete"], report["best"]) == (False, None)
    assert not (data / MODEL / ENGINES / CHOSEN).exists()


def measured(throughput_hz: float, p99_ms: float) -> Measurement:
    return Measurement(
        pictures=100,
        throughput_hz=throughput_hz,
        p50_ms=p99_ms / 2,
        p95_ms=p99_ms / 1.25,
        p99_ms=p99_ms,
        cores=1.0,
        waiting=0.05,
        memory_mb=150.0,
    )


def test_the_table_says_what_is_best_and_where_it_ends() -> None:
    one, two = (Setting(build="openvino-fp32", workers=workers) for workers in (1, 2))
    now, dead = (Setting(build=f"onnxruntime-{kind}", threads=2) for kind in ("fp32", "int8"))
    found = {two: measured(20.0, 110.0), one: measured(12.0, 90.0), now: measured(8.0, 130.0)}
    rows = [
        SettingResult(
            setting=setting, rounds=4, measured=figures, problem=None, is_now=setting == now
        )
        for setting, figures in found.items()
    ]
    died = SettingResult(
        setting=dead, rounds=0, measured=None, problem="worker 1 of 1 was killed", is_now=False
    )
    steps = [
        LoadStep(arrivals_hz=rate, measured=measured(judged, p99_ms), kept_up=judged == rate)
        for rate, judged, p99_ms in [(6.0, 6.0, 120.0), (14.0, 14.0, 250.0), (20.0, 17.0, 900.0)]
    ]
    report = TuningReport(
        goal="throughput",
        cores=2,
        waiting=0.42,
        rows=[*rows, died],
        complete=True,
        best=two,
        best_for_line=one,
        tuning=None,
        growing_loads=[SettingLoadCurve(setting=two, curve=LoadCurve(steps=steps))],
    )
    said = table(report)
    assert "not measured: worker 1 of 1 was killed" in said
    assert (
        "Throughput flattens at 17.0 pictures/s; "
        "p99 climbs from 120.0 ms at 6.0/s to 250.0 ms at 14.0/s." in said
    )
    assert "The workers waited 42% of their time for a processor that other work had, so" in said
    assert (
        "Best for throughput: openvino-fp32, 2 workers of 1 thread: 20.0 pictures/s, "
        "95 % within 88.0 ms, 2.50 times as many as now." in said
    )
    assert "Best of one worker: openvino-fp32, 1 worker of 1 thread: 12.0 pictures/s" in said
    assert "No growing load" not in said
    assert "No growing load" in table(report.model_copy(update={"growing_loads": []}))
    rested = report.model_copy(update={"waiting": 0.02, "best": None, "best_for_line": None})
    assert "doubtful" not in table(rested)
    assert "Best" not in table(rested)


@pytest.mark.slow
def test_a_model_is_tuned_and_runs_so(
    okng: Okng, data: Path, make_station: Callable[..., RunningStation]
) -> None:
    done = okng("tune", "discs", "--for", "throughput", *ONE_BUILD, "--limit", "180", "--use")
    assert done.returncode == 0, done.stderr
    table = done.stdout[done.stdout.index("build   ") :]
    assert len(re.findall(r"^onnxruntime-\S+ +\d+ +\d+ +\d+ +\d+\.\d", table, re.MULTILINE)) >= 2
    assert "when pictures come by themselves at random" in table
    assert re.search(r"Throughput (flattens at|did not flatten)", table)
    assert "Best for throughput: " in table
    choice = read_choice(data / MODEL)
    assert choice
    assert choice.tuning
    assert choice.chosen_by
    assert f"discs:1 runs as {choice.build}, 1 worker of" in table
    station = make_station(data_dir=data)
    station.inspect()
    assert station.client.ask(GetStatus()).conditions == ()
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)
    assert threads(station) == (choice.tuning.threads, choice.tuning.threads_between)
