"""`kill -9` of each process at any moment loses no trigger."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from support.station import StationProcesses, eventually

from okng.device.challenge_part import ChallengePart
from okng.device.datasets.store import DatasetStore
from okng.device.host.process_end import EXIT_FAILED
from okng.device.host.supervisor import okng_command
from okng.device.ipc.client import DeviceClient, DeviceRefusedError, DeviceUnavailableError
from okng.device.ipc.commands import CheckChallengePart, FireTrigger, OverrideChallenge
from okng.device.jobs.store import JobState, JobStore
from okng.device.recipes.challenge_settings import ChallengeCause, ChallengeSettings
from okng.device.store.challenges import ChallengeStore
from okng.device.store.ledger import LedgerEntry
from okng.device.store.ledger_counts import Totals
from okng.device.types import Inspection, Label, Outcome, TriggerSource
from okng.models.bundles.bundle import list_bundles
from okng.models.bundles.manifest import AnomalyManifest


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
    ids = sorted(inspection.trigger_id for inspection in inspecting.ledger.iterate())
    assert ids == list(range(1, ids[-1] + 1)), "every edge is there once, without gaps"
    assert answered <= set(ids)
    assert len(answered) > 20
    interrupted = [
        inspection
        for inspection in inspecting.ledger.iterate()
        if inspection.outcome is Outcome.MISSED
    ]
    assert all(inspection.reason for inspection in interrupted)
    checked = doctor(inspecting)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def fire_until(station: StationProcesses, stop: threading.Event, answered: set[int]) -> None:
    """Fires triggers without waiting for verdicts; adds the ids of accepted ones to `answered`."""
    client = DeviceClient(station.run_dir, timeout_s=0.5)
    while not stop.is_set():
        try:
            answer = client.ask(FireTrigger(source=TriggerSource.HTTP))
        except (DeviceUnavailableError, DeviceRefusedError):
            continue
        assert answer.trigger_id
        answered.add(answer.trigger_id)
        time.sleep(0.005)


def test_a_killed_daemon_forgets_no_challenge(
    make_processes: Callable[..., StationProcesses],
) -> None:
    station = make_processes()
    station.start_device()
    good = ChallengePart(name="good", expected="OK")
    never = ChallengePart(name="never right", expected="NG", failed_rule="none of this name")
    challenge = ChallengeSettings(at=(ChallengeCause.RECIPE_START,), parts=(good, never))
    station.inspect(challenge=challenge)
    moments = random.Random(6)
    for _ in range(3):
        for part in (good, never):
            station.client.ask(CheckChallengePart(part=part.name, author="anna"))
        time.sleep(moments.uniform(0, 0.1))
        station.kill("device")
        station.start_device()
        with pytest.raises(DeviceRefusedError, match="Challenge due for recipe discs"):
            station.client.ask(FireTrigger(source=TriggerSource.HTTP))
    (report,) = ChallengeStore(station.data_dir).page()
    assert [check.trigger_id for check in report.checks] == list(range(1, 7)), "none is lost"
    assert station.ledger.totals() == Totals(), "and none counts as a part, MISSED or not"
    station.client.ask(OverrideChallenge(why="tests", author="anna"))
    station.kill("device")
    station.start_device()
    assert station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000)).inspection
    checked = doctor(station)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_killed_pages_leave_the_line_running(inspecting: StationProcesses) -> None:
    inspecting.start_web()
    session = inspecting.claim()
    inspecting.kill("web")
    answer = inspecting.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
    assert answer.inspection
    assert answer.inspection.outcome is Outcome.OK
    inspecting.start_web()
    status = session.get(f"{inspecting.url}/api/v1/status")
    assert status.status_code == 200, "people stay logged in"
    listed = session.get(f"{inspecting.url}/api/v1/inspections").json()["inspections"]
    assert [entry["inspection"]["trigger_id"] for entry in listed] == [1]


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
        bundle.manifest.name
        for bundle in list_bundles(inspecting.data_dir / "models", AnomalyManifest)[0]
    }
    assert list_bundles(inspecting.data_dir / "models", AnomalyManifest)[1] == []
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    states = [job.state for job in jobs.newest()]
    assert states == [JobState.SUCCEEDED, JobState.FAILED]
    bundles, _ = list_bundles(inspecting.data_dir / "models", AnomalyManifest)
    made = [(bundle.manifest.name, bundle.manifest.version) for bundle in bundles]
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
    inspecting.client.ask(FireTrigger(source=TriggerSource.HTTP))
    assert inspecting.processes.pop("device").wait(timeout=20) == EXIT_FAILED
    inspecting.start_device()
    answer = inspecting.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
    assert answer.trigger_id == 2
    assert answer.inspection
