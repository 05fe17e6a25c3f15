"""`kill -9` of each process at any moment: nothing that was triggered is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import threading
import time
from datetime import UTC, datetime

from support.station import StationProcesses, eventually

from okng.device.client import DeviceClient, DeviceRefused, DeviceUnavailable
from okng.device.daemon import EXIT_THREAD_FAILED
from okng.device.store.datasets import DatasetStore
from okng.device.store.jobs import JobState, JobStore
from okng.device.store.ledger import LedgerEntry
from okng.device.supervisor import okng_command
from okng.device.types import Inspection, Label, Outcome, TriggerSource
from okng.models.bundle import list_bundles
from okng.models.manifest import AnomalyManifest


def doctor(station: StationProcesses) -> subprocess.CompletedProcess[str]:
    command = okng_command("doctor", "--config", str(station.config))
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_killed_daemon_loses_no_trigger(inspecting: StationProcesses) -> None:
    moments = random.Random(5)
    answered: set[int] = set()
    for _ in range(6):
        stop = threading.Event()
        thread = threading.Thread(target=fire_until, args=(inspecting, stop, answered))
        thread.start()
        time.sleep(moments.uniform(0.2, 0.8))
        inspecting.kill("device")
        stop.set()
        thread.join()
        inspecting.start_device()
    ids = sorted(one.trigger_id for one in inspecting.ledger.iterate())
    assert ids == list(range(1, ids[-1] + 1)), "every edge is there once, without gaps"
    assert answered <= set(ids)
    assert len(answered) > 20
    interrupted = [one for one in inspecting.ledger.iterate() if one.outcome is Outcome.MISSED]
    assert all(one.reason for one in interrupted)
    checked = doctor(inspecting)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def fire_until(station: StationProcesses, stop: threading.Event, answered: set[int]) -> None:
    """Fires without waiting for verdicts; notes each trigger that the station accepted."""
    client = DeviceClient(station.run_dir, timeout_s=0.5)
    while not stop.is_set():
        try:
            answer = client.fire_trigger(TriggerSource.HTTP)
        except (DeviceUnavailable, DeviceRefused):
            continue
        assert answer.trigger_id
        answered.add(answer.trigger_id)
        time.sleep(0.005)


def test_killed_pages_leave_the_line_running(inspecting: StationProcesses) -> None:
    inspecting.start_web()
    session = inspecting.claim()
    inspecting.kill("web")
    answer = inspecting.client.fire_trigger(TriggerSource.HTTP, wait_ms=10_000)
    assert answer.inspection
    assert answer.inspection.outcome is Outcome.OK
    inspecting.start_web()
    status = session.get(f"{inspecting.url}/api/v1/status")
    assert status.status_code == 200, "people stay logged in"
    listed = session.get(f"{inspecting.url}/api/v1/inspections").json()["inspections"]
    assert [one["inspection"]["trigger_id"] for one in listed] == [1]


def test_a_killed_training_leaves_nothing_behind(inspecting: StationProcesses) -> None:
    datasets = DatasetStore(inspecting.data_dir)
    pictures = sorted((inspecting.config.parent.parent / "pictures").iterdir())
    for number in range(24):
        datasets.import_file(pictures[number % 2], "parts", Label.NORMAL, "tests")
    command = okng_command("train", "parts", "--config", str(inspecting.config))
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as training:
        jobs = JobStore(inspecting.data_dir)
        eventually(lambda: jobs.newest() and jobs.newest()[0].progress > 0, timeout_s=60)
        os.kill(training.pid, signal.SIGKILL)
    assert "parts" not in {
        one.manifest.name
        for one in list_bundles(inspecting.data_dir / "models", AnomalyManifest)[0]
    }
    assert list_bundles(inspecting.data_dir / "models", AnomalyManifest)[1] == []
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    states = [job.state for job in jobs.newest()]
    assert states == [JobState.SUCCEEDED, JobState.FAILED]
    bundles, _ = list_bundles(inspecting.data_dir / "models", AnomalyManifest)
    made = [(one.manifest.name, one.manifest.version) for one in bundles]
    assert made == [("discs", 1), ("parts", 1)]


def test_a_daemon_that_lost_a_thread_ends_and_comes_back(inspecting: StationProcesses) -> None:
    taken = Inspection(
        inspection_id="0" * 32,
        trigger_id=1,
        station="test",
        source=TriggerSource.HTTP,
        triggered_at=datetime.now(UTC),
        outcome=Outcome.MISSED,
        reason="a row that should not be there",
    )
    inspecting.ledger.record([LedgerEntry(taken)], [])
    inspecting.client.fire_trigger(TriggerSource.HTTP)
    assert inspecting.processes.pop("device").wait(timeout=20) == EXIT_THREAD_FAILED
    inspecting.start_device()
    answer = inspecting.client.fire_trigger(TriggerSource.HTTP, wait_ms=10_000)
    assert answer.trigger_id == 2
    assert answer.inspection
