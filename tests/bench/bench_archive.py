"""The re-inspection of the archive: its pace, what it costs the line, and how fast it ends.

The line plays solar cells at 10 triggers/s; the archive has hard links to the same pictures.
Windows with and without a re-inspection are interleaved. Takes about 5 minutes on a quiet machine,
most of it for 10,000 parts that are really judged.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_archive.py [--quick] [--parts 10000]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bench_station import NAME, inspect, make_station, percentiles, train
from support.archive import Archive
from support.station import StationProcesses, eventually

from okng.device.host.supervisor import okng_command
from okng.device.jobs.archive_inspection import (
    KIND,
    MAX_KEPT,
    ArchiveInspectionParameters,
    start_of_period,
)
from okng.device.jobs.store import JobState, JobStore
from okng.device.store.archive_inspections import (
    ArchiveInspection,
    ArchiveInspectionStore,
    ArchiveResult,
)
from okng.device.triggers.timer import TimerTriggerSettings
from okng.device.types import ModelReference

MODEL = ModelReference(name=NAME, version=1)
ARCHIVED = "archived"
"""Recipe of the archive; the line runs another, whose parts are not judged again."""
TRIGGER_PERIOD_MS = 100
ALL_PARTS = 100_000


@dataclass(frozen=True)
class Extent:
    """How much is measured."""

    parts: int = 10_000
    window_s: float = 8.0
    rounds: int = 8
    writes: int = 200


QUICK = Extent(parts=60, window_s=2.0, rounds=1, writes=5)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few parts and seconds")
    parser.add_argument("--parts", type=int, help="so many parts in the archive")
    arguments = parser.parse_args()
    extent = QUICK if arguments.quick else Extent()
    parts = arguments.parts or extent.parts
    print(f"load average before: {os.getloadavg()[0]:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        station = make_station(Path(folder) / "station", (300, 300))
        train(station)
        pictures = Path(folder) / "pictures"
        pictures.mkdir()
        for picture in (Path(folder) / "station/line").iterdir():
            (pictures / picture.name).write_bytes(picture.read_bytes())
        archive = Archive(station.data_dir, pictures, name=ARCHIVED, model=MODEL)
        # More than the windows take, so that none of them runs out of parts.
        archive.add(parts, days=28)
        station.start_device()
        bench_line(station, extent)
        bench_pace(station)
        bench_writes(station, extent)
        station.stop()
    print(f"load average after: {os.getloadavg()[0]:.2f}")


def reinspection(station: StationProcesses) -> tuple[subprocess.Popen[bytes], int]:
    """Starts a job as the web server does; returns its process and its number."""
    parameters = ArchiveInspectionParameters(
        model=MODEL, recipe=ARCHIVED, since=start_of_period(30)
    )
    job = JobStore(station.data_dir).create(KIND, parameters.model_dump(mode="json"), "bench")
    command = ("model", "reinspect", "--job", str(job.job_id), "--config", str(station.config))
    return subprocess.Popen(okng_command(*command), stderr=subprocess.DEVNULL), job.job_id


def judged(station: StationProcesses) -> ArchiveInspection | None:
    return ArchiveInspectionStore(station.data_dir).newest(MODEL)


def bench_line(station: StationProcesses, extent: Extent) -> None:
    """Trigger to verdict with and without a re-inspection, and the time that a cancel takes."""
    inspect(station, TimerTriggerSettings(period_ms=TRIGGER_PERIOD_MS))
    latencies: dict[bool, list[float]] = {False: [], True: []}
    cancel_s: list[float] = []
    parts = 0
    for _ in range(extent.rounds):
        for beside in latencies:
            before = judged(station)
            known = before.judged if before else 0
            process, job_id = reinspection(station) if beside else (None, 0)
            if process:
                eventually(
                    lambda known=known: (now := judged(station)) is not None and now.judged > known,  # type: ignore[misc]
                    timeout_s=120,
                )
            first = station.ledger.last_seq()
            time.sleep(extent.window_s)
            latencies[beside] += [
                inspection.latency.verdict_ms
                for inspection in station.ledger.page(since=first, limit=100_000)
                if inspection.latency.verdict_ms
            ]
            if process:
                now = judged(station)
                parts += now.judged - known if now else 0
                began_s = time.monotonic()
                JobStore(station.data_dir).request_cancel(job_id)
                process.wait()
                cancel_s.append(time.monotonic() - began_s)
    for beside, values in latencies.items():
        which = "beside a re-inspection" if beside else "without one"
        print(f"trigger to verdict {which} ({len(values)} parts): {percentiles(values)}")
    for share in (50, 99):
        ratio = np.percentile(latencies[True], share) / np.percentile(latencies[False], share)
        print(f"  p{share} relative to none: {ratio:.2f}")
    print(f"  missed: {station.ledger.totals().missed}, judged again beside the line: {parts}")
    print(f"cancel to the end of the process: {min(cancel_s):.2f} to {max(cancel_s):.2f} s")


def bench_pace(station: StationProcesses) -> None:
    """All that is left, without the line."""
    station.processes["device"].terminate()
    station.processes.pop("device").wait()
    before = judged(station)
    assert before
    began_s = time.monotonic()
    process, job_id = reinspection(station)
    process.wait()
    took_s = time.monotonic() - began_s
    assert JobStore(station.data_dir).get(job_id).state is JobState.SUCCEEDED
    after = judged(station)
    assert after
    parts, judging_s = after.judged - before.judged, after.judging_s - before.judging_s
    pace = parts / judging_s
    print(f"without the line: {parts} parts in {took_s:.1f} s, {pace * 60:,.0f} a minute")
    print(f"  {ALL_PARTS:,} parts would take {ALL_PARTS / pace / 60:.0f} min at that pace")
    print(f"  all {after.judged} parts were judged once; {after.remaining} remain")


def bench_writes(station: StationProcesses, extent: Extent) -> None:
    """How long the database's lock is held for a full batch of results."""
    store = ArchiveInspectionStore(station.data_dir)
    store.commit_without_waiting()
    found = judged(station)
    assert found
    rows = store.connection.execute(
        "SELECT seq, hour, was, score, rules_failed, problem, reason FROM archive_results LIMIT ?",
        (MAX_KEPT,),
    ).fetchall()
    results = [ArchiveResult(*row) for row in rows]
    taken_ms = []
    for _ in range(extent.writes):
        began_s = time.perf_counter()
        store.record(found.archive_inspection_id, results, 0, 0.0)
        taken_ms.append((time.perf_counter() - began_s) * 1000)
    print(f"a batch of {len(results)} results is written: {percentiles(taken_ms)}")


if __name__ == "__main__":
    main()
