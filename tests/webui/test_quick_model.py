"""Quick models over HTTP: computed in a process that gives way, and whose end harms nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support.page_client import USER, Browser
from support.station import eventually, write_pictures

from okng.device.datasets.quick_model_launcher import QuickModelLauncher
from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.types import Label

QUICK_MODEL = "/api/v1/datasets/discs/quick-model"
PATIENCE_S = 300
"""The process gets what all others leave of the processor."""


def add(settings: StationSettings, folder: Path, count: int) -> None:
    store = DatasetStore(settings.data_dir)
    known = {picture.sha256 for picture in store.pictures("discs")}
    paths = sorted(write_pictures(folder / "pictures", len(known) + count).iterdir())
    for path in paths[len(known) :]:
        store.import_file(path, "discs", Label.NORMAL, USER)


def state(browser: Browser) -> Any:
    answer = browser.get(QUICK_MODEL)
    assert answer.status_code == 200, answer.text
    return answer.json


def start(browser: Browser) -> None:
    """Starts one; again and again, as the page does, because there is a pause after each."""

    def running() -> bool:
        answer = browser.post(QUICK_MODEL)
        assert answer.status_code == 202, answer.text
        return bool(answer.json["running"])

    eventually(running)


def ended(browser: Browser) -> Any:
    return eventually(lambda: not (now := state(browser))["running"] and now, PATIENCE_S)


def processes(data_dir: Path) -> list[int]:
    """Ids of the processes that compute quick models of this data directory."""
    pids = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_text().split("\0")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if "okng.device.datasets.quick_model_process" in words and str(data_dir) in words:
            pids.append(int(process.name))
    return pids


def block(settings: StationSettings) -> None:
    """Lets a computation wait for ever for a picture's file: it is a pipe that nobody writes."""
    picture = DatasetStore(settings.data_dir).pictures("discs")[0]
    path = settings.data_dir / picture.path
    path.unlink()
    os.mkfifo(path)


def test_figures_are_computed_when_asked_for(
    settings: StationSettings, browser: Browser, tmp_path: Path
) -> None:
    assert browser.post(QUICK_MODEL).status_code == 404
    assert state(browser)["news"]["pictures"] == 0
    add(settings, tmp_path, 4)
    refused = browser.post(QUICK_MODEL)
    assert (refused.status_code, "add 1 more" in refused.json["message"]) == (409, True)
    assert state(browser)["news"]["normal_missing"] == 1
    add(settings, tmp_path, 3)
    assert state(browser)["news"]["due"]
    start(browser)
    now = ended(browser)
    assert now["failure"] is None
    assert now["news"]["model"]["figures"]["pictures"] == 7
    assert (now["news"]["changed"], now["news"]["due"]) == (0, False)
    assert now["news"]["model"]["figures"]["auroc"] is None


@pytest.mark.slow
def test_the_process_gives_way_and_its_death_is_told_in_words(
    settings: StationSettings, browser: Browser, tmp_path: Path
) -> None:
    add(settings, tmp_path, 6)
    block(settings)
    start(browser)
    (pid,) = eventually(lambda: processes(settings.data_dir))
    eventually(
        lambda: (
            (os.sched_getscheduler(pid), os.getpriority(os.PRIO_PROCESS, pid))
            == (os.SCHED_IDLE, 19)
        ),
        PATIENCE_S,
    )
    # One at a time, and the pages go on meanwhile.
    assert browser.post(QUICK_MODEL).json["running"]
    assert processes(settings.data_dir) == [pid]
    os.kill(pid, signal.SIGKILL)
    now = ended(browser)
    assert now["failure"] == "killed by SIGKILL"
    assert now["news"]["model"] is None
    # It is not tried again for the same pictures, but for others.
    add(settings, tmp_path, 1)
    assert state(browser)["failure"] is None


@pytest.mark.slow
def test_the_process_ends_with_its_parent(settings: StationSettings, tmp_path: Path) -> None:
    add(settings, tmp_path, 6)
    block(settings)
    program = (
        "import sys, time; from pathlib import Path;"
        "from okng.device.datasets.quick_model_launcher import QuickModelLauncher;"
        "QuickModelLauncher(Path(sys.argv[1]), 0).start('discs', 1); time.sleep(600)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(settings.data_dir)])
    try:
        (pid,) = eventually(lambda: processes(settings.data_dir))
        # It has asked the kernel for its end before it gives way.
        eventually(lambda: os.sched_getscheduler(pid) == os.SCHED_IDLE, PATIENCE_S)
    finally:
        parent.kill()
        parent.wait()
    eventually(lambda: not processes(settings.data_dir))


@pytest.mark.slow
def test_a_dataset_that_vanishes_meanwhile_is_said(
    settings: StationSettings,
) -> None:
    launcher = QuickModelLauncher(settings.data_dir, 0)
    assert launcher.start("discs", 3)
    assert not launcher.start("discs", 3)
    eventually(lambda: not launcher.is_running("discs"), PATIENCE_S)
    assert launcher.failure("discs", 3) == "dataset 'discs' has no pictures"
    assert launcher.failure("discs", 4) is None
