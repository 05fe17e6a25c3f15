"""A line at a steady 20 edges/s while its database or disk fails: verdicts go on, none is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import pytest
from support.running_station import RunningStation
from support.small_disk import fill, mount_small_disk
from support.station import eventually

from okng.device.health import watchdog
from okng.device.health.condition import Condition
from okng.device.ipc.client import DeviceRefusedError
from okng.device.ipc.commands import GetStatus, SetMode
from okng.device.pipeline import recorder
from okng.device.pipeline.items import InspectedPart
from okng.device.store.storage_settings import StorageSettings
from okng.device.triggers.timer import TimerTriggerSettings
from okng.device.types import Label, Mode, Outcome

PERIOD_MS = 50
HOLD_THE_LOCK = """\
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


@contextmanager
def locked(data_dir: Path) -> Iterator[None]:
    """Another process holds the database for itself."""
    command = [sys.executable, "-c", HOLD_THE_LOCK, str(data_dir / "okng.db")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"locked\n"
        yield
        process.kill()


def codes(station: RunningStation) -> set[str]:
    """Of the conditions, as of now."""
    station.daemon.tick()
    return {condition.code for condition in station.client.ask(GetStatus()).conditions}


class Line:
    """A steady line: how long each part's record held up the inference, and the watchdog's food."""

    def __init__(self, station: RunningStation, monkeypatch: pytest.MonkeyPatch) -> None:
        self.station = station
        self.hand_over_ms: list[float] = []
        self._fed: list[bool] = []
        take = station.daemon._inference._record

        def note(judged: InspectedPart) -> None:
            started = time.monotonic()
            take(judged)
            self.hand_over_ms.append((time.monotonic() - started) * 1000)

        monkeypatch.setattr(station.daemon._inference, "_record", note)
        monkeypatch.setattr(watchdog, "STALL_S", 3.0)

    def run(self, seconds: float) -> list[float]:
        """Lets the line run; how long the daemon's ticks took, in seconds."""
        took = []
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            started = time.monotonic()
            self.station.daemon.tick()
            took.append(time.monotonic() - started)
            self._fed.append(self.station.daemon._watchdog.feed())
            time.sleep(0.2)
        return took

    def counts(self) -> tuple[int, int]:
        """Edges of the clock so far, with those that a busy machine skipped, and verdicts."""
        skipped = self.station.client.ask(GetStatus()).counters.timer_skipped
        return self.station.daemon._edges._next_id - 1 + skipped, len(self.hand_over_ms)

    def run_in_fault(self, seconds: float) -> list[float]:
        """As `run`; verdicts go on at the line's speed, though some parts may be under way."""
        edges_before, verdicts_before = self.counts()
        took = self.run(seconds)
        edges, verdicts = self.counts()
        assert verdicts - verdicts_before > 0.5 * (edges - edges_before)
        return took

    def end(self) -> None:
        """Stops the line; every edge has its row once, in order, with its verdict and picture."""
        self.station.client.ask(SetMode(mode=Mode.LIVE, author="tests"))
        edges = self.station.daemon._edges._next_id - 1
        eventually(lambda: self.station.ledger.last_seq() >= edges, timeout_s=60)
        # The last one's row may be there before its hand-over is noted.
        eventually(lambda: len(self.hand_over_ms) >= edges)
        rows = list(self.station.ledger.iterate())
        assert [row.trigger_id for row in rows] == list(range(1, edges + 1))
        assert len(self.hand_over_ms) == edges
        assert all(self._fed), "the watchdog is fed while the loops turn"

    def condition(self, code: str) -> Condition | None:
        present = {
            condition.code: condition
            for condition in self.station.client.ask(GetStatus()).conditions
        }
        return present.get(code)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def line(make_station: Callable[..., RunningStation], monkeypatch: pytest.MonkeyPatch) -> Line:
    """20 edges a second by the clock."""
    station = make_station()
    line = Line(station, monkeypatch)
    station.inspect(trigger=TimerTriggerSettings(period_ms=PERIOD_MS))
    line.run(1.5)
    return line


def test_a_lock_on_the_database_disturbs_no_verdict(line: Line) -> None:
    station = line.station
    data_dir = station.settings.data_dir
    quiet = len(line.hand_over_ms)
    with locked(data_dir):
        ticks = line.run_in_fault(4.0)
        status = station.client.ask(GetStatus())
        assert status.results_waiting > 30
        fault = line.condition("store_fault")
        assert fault
        assert "another program holds the database locked" in fault.message
        assert "results wait to be stored" in fault.message
        with pytest.raises(DeviceRefusedError, match="nothing was changed: another program holds"):
            station.client.ask(SetMode(mode=Mode.LIVE, author="tests"))
        assert station.client.ask(GetStatus()).mode is Mode.INSPECT
    assert max(ticks) < 3.0, "the main loop waits for no lock"
    assert np.median(line.hand_over_ms[quiet:]) < 10
    assert max(line.hand_over_ms) < 900, "no verdict waited for the disk to have room"
    eventually(lambda: station.client.ask(GetStatus()).results_waiting == 0)
    line.run(1.0)
    assert line.condition("store_fault") is None
    line.end()
    rows = list(station.ledger.iterate())
    # A busy machine may miss edges at its camera; the lock costs neither verdict nor picture.
    judged_rows = [row for row in rows if row.outcome is not Outcome.MISSED]
    assert len(judged_rows) > 0.3 * len(rows)
    at_camera = ("the station was busy", "the camera gave no picture")
    missed = [row for row in rows if row.outcome is Outcome.MISSED]
    assert all((row.reason or "").startswith(at_camera) for row in missed)
    assert station.client.ask(GetStatus()).results_lost == 0
    assert {row.outcome for row in judged_rows} <= {Outcome.OK, Outcome.NG}
    assert all((data_dir / str(row.picture_path)).is_file() for row in judged_rows)


def test_a_locked_database_does_not_hold_up_the_start(
    make_station: Callable[..., RunningStation], tmp_path: Path
) -> None:
    first = make_station()
    first.inspect()
    first.daemon.tick()
    before = first.judge()
    first.stop()
    data_dir = tmp_path / "data"
    with locked(data_dir):
        started = time.monotonic()
        station = make_station()
        assert time.monotonic() - started < 25
        assert station.client.ask(GetStatus()).mode is Mode.INSPECT
        answer = station.trigger(wait_ms=10_000)
        assert answer.trigger_id == before.trigger_id + 1
        assert answer.inspection, "it is on the disk, though not in the ledger yet"
        eventually(lambda: "store_fault" in codes(station), period_s=0.2)
    eventually(lambda: station.ledger.by_trigger(2))


def test_results_that_waited_outlast_a_killed_process(
    make_station: Callable[..., RunningStation], tmp_path: Path
) -> None:
    first = make_station()
    first.inspect()
    with locked(tmp_path / "data"):
        judged = [first.judge() for _ in range(3)]
        # As after `kill -9`: nothing is written on the way out.
        first.stop()
    station = make_station()
    for inspection in judged:
        recorded = station.ledger.get(inspection.inspection_id)
        assert recorded
        assert recorded.outcome is inspection.outcome
        assert recorded.picture_path == inspection.picture_path
    assert station.ledger.last_seq() == 3


def test_a_dataset_picture_is_refused_with_the_reason(
    make_station: Callable[..., RunningStation], tmp_path: Path
) -> None:
    station = make_station()
    station.client.ask(
        SetMode(mode=Mode.COLLECT, author="tests", dataset="discs", label=Label.NORMAL)
    )
    with locked(tmp_path / "data"):
        with pytest.raises(DeviceRefusedError, match="was not stored: another program holds"):
            station.trigger()
        station.daemon.tick()
        messages = {
            fault.code: fault.message for fault in station.client.ask(GetStatus()).conditions
        }
        assert "the last picture for dataset discs was not stored" in messages["store_fault"]
    assert station.trigger().picture
    station.daemon.tick()
    assert "store_fault" not in {fault.code for fault in station.client.ask(GetStatus()).conditions}


def test_the_fault_of_a_dataset_picture_ends_without_another_picture(
    make_station: Callable[..., RunningStation], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(recorder, "FAULT_SHOWN_S", 1.0)
    station = make_station()
    station.client.ask(
        SetMode(mode=Mode.COLLECT, author="tests", dataset="discs", label=Label.NORMAL)
    )

    def has_fault() -> bool:
        station.daemon.tick()
        conditions = station.client.ask(GetStatus()).conditions
        return "store_fault" in {fault.code for fault in conditions}

    with locked(tmp_path / "data"):
        with pytest.raises(DeviceRefusedError, match="was not stored: another program holds"):
            station.trigger()
        time.sleep(2)
        assert has_fault()
    eventually(lambda: not has_fault())


def test_a_full_disk_disturbs_no_verdict(
    make_station: Callable[..., RunningStation],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    with mount_small_disk(tmp_path / "data", mib=48):
        station = make_station(storage=StorageSettings(min_free_mb=1, ballast_mb=2))
        line = Line(station, monkeypatch)
        station.inspect(trigger=TimerTriggerSettings(period_ms=PERIOD_MS))
        line.run(1.5)
        stop = threading.Event()
        filler = tmp_path / "data" / "somebody-elses.log"

        def take_all() -> None:
            while not stop.wait(0.02):
                # The station may have been quicker with the space.
                with suppress(OSError):
                    fill(filler, leave=0)

        thread = threading.Thread(target=take_all)
        thread.start()
        try:
            line.run_in_fault(4.0)
            # The station may just have made room, which is taken again.
            eventually(lambda: "disk_full" in codes(station), period_s=0.2)
        finally:
            stop.set()
            thread.join()
        filler.unlink()
        line.run(2.0)
        eventually(lambda: "store_fault" not in codes(station), period_s=0.2)
        line.end()
        station.stop()
        sqlite3.connect(tmp_path / "data/okng.db").close()
