"""The report of `okng tune` as a table."""

from __future__ import annotations

from collections.abc import Iterator

from okng.models.tuning.load_ramp import CLIMB, LoadCurve
from okng.models.tuning.measurement import Measurement
from okng.models.tuning.report import SettingLoadCurve, SettingResult, TuningReport
from okng.models.tuning.setting import Setting

DISTURBED = 0.1
"""Share of its time that a thread may wait for a processor before the figures are doubtful."""
FIGURES = (
    f"{'pictures/s':>10} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8} "
    f"{'cores':>6} {'waits':>6} {'MB':>6}"
)


def table(report: TuningReport) -> str:
    """All settings, the best first, the best of them under growing loads, and what follows."""
    return "\n".join(
        [
            "",
            *_settings(report),
            *(line for load in report.growing_loads for line in _growing_load(load)),
            *_conclusions(report),
        ]
    )


def _settings(report: TuningReport) -> Iterator[str]:
    yield f"{'build':24} {'workers':>7} {'threads':>7} {'between':>7} {FIGURES} {'pictures':>8}"
    for row in report.rows:
        setting = row.setting
        counts = (setting.workers, setting.threads, setting.threads_between)
        line = f"{setting.build:24} " + " ".join(f"{count:7}" for count in counts)
        if row.measured:
            line += f" {_figures(row.measured)} {row.measured.pictures:8}"
        yield (line + _remark(row, report)).rstrip()
        if row.problem:
            yield f"    not measured: {row.problem}"


def _remark(row: SettingResult, report: TuningReport) -> str:
    words = {
        "best": row.setting == report.best,
        "best for the line": row.setting == report.best_for_line != report.best,
        "now": row.is_now,
    }
    return "  " + ", ".join(word for word, holds in words.items() if holds)


def _growing_load(load: SettingLoadCurve) -> Iterator[str]:
    yield ""
    yield f"{load.setting}, when pictures come by themselves at random:"
    yield f"{'come/s':>10} {FIGURES}"
    for step in load.curve.steps:
        yield f"{step.arrivals_hz:10.1f} {_figures(step.measured)}"
    yield f"{_flat(load.curve)}; {_climb(load.curve)}."


def _flat(curve: LoadCurve) -> str:
    if curve.flattens_at_hz is None:
        return f"Throughput did not flatten up to {curve.steps[-1].arrivals_hz:.1f} pictures/s"
    return f"Throughput flattens at {curve.flattens_at_hz:.1f} pictures/s"


def _climb(curve: LoadCurve) -> str:
    calm, steep = curve.steps[0], curve.climbs_at
    from_where = f"{calm.measured.p99_ms:.1f} ms at {calm.arrivals_hz:.1f}/s"
    if steep is None:
        return f"p99, {from_where}, did not climb {CLIMB:g} times"
    return (
        f"p99 climbs from {from_where} to {steep.measured.p99_ms:.1f} ms "
        f"at {steep.arrivals_hz:.1f}/s"
    )


def _conclusions(report: TuningReport) -> Iterator[str]:
    yield ""
    if report.waiting > DISTURBED:
        yield (
            f"The workers waited {report.waiting:.0%} of their time for a processor that other "
            "work had, so the figures are doubtful. Tune while the line and the machine rest."
        )
    if report.best is None or report.best_for_line is None:
        return
    if not report.growing_loads:
        yield "No growing load could be measured, so where it ends is unknown: raise --limit."
    yield f"Best for {report.goal}: {_described(report, report.best)}"
    if report.best != report.best_for_line:
        yield (
            "A line judges one part after the other, by one worker. "
            f"Best of one worker: {_described(report, report.best_for_line)}"
        )


def _described(report: TuningReport, setting: Setting) -> str:
    measurement = report.measured(setting)
    now = next((row.measured for row in report.rows if row.is_now), None)
    beside = ""
    if now and report.goal == "latency":
        beside = f", {now.p95_ms / measurement.p95_ms:.2f} times as fast as now"
    elif now:
        beside = f", {measurement.throughput_hz / now.throughput_hz:.2f} times as many as now"
    return (
        f"{setting}: {measurement.throughput_hz:.1f} pictures/s, 95 % within "
        f"{measurement.p95_ms:.1f} ms{beside}."
    )


def _figures(row: Measurement) -> str:
    return (
        f"{row.throughput_hz:10.1f} {row.p50_ms:8.1f} {row.p95_ms:8.1f} "
        f"{row.p99_ms:8.1f} {row.cores:6.2f} {row.waiting:6.0%} {row.memory_mb:6.0f}"
    )
