"""`okng export` as a process: killed, given wrong arguments, by schedule, and its condition."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.running_station import RunningStation
from support.station import eventually

from okng.device.data_lake.parquet_files import ROWS_IN_A_GROUP
from okng.device.data_lake.scheduled_export import ExportReports, ExportStatus
from okng.device.data_lake.settings import ExportSettings
from okng.device.host.supervisor import okng_command
from okng.device.ipc.commands import GetStatus
from okng.models.processes import start_command, wait_or_kill

from .conftest import Lake

KILLED = """
import os, signal, sys
from pathlib import Path
from okng.device.data_lake.export import LakeExport
from okng.device.data_lake.schema import ALL_DAYS

calls = 0

def die_in_the_middle(self):
    global calls
    calls += 1
    if calls == 3:
        os.kill(os.getpid(), signal.SIGKILL)

LakeExport._check = die_in_the_middle
LakeExport(Path(sys.argv[1]), Path(sys.argv[2]), 0).run(ALL_DAYS)
"""


@pytest.fixture
def config(lake: Lake, tmp_path: Path) -> Path:
    path = tmp_path / "okng.toml"
    path.write_text(
        f'data_dir = "{lake.data_dir}"\nrun_dir = "{tmp_path}/run"\n[storage]\nmin_free_mb = 0\n'
    )
    return path


def okng(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = okng_command(*map(str, arguments))
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def test_a_killed_export_leaves_whole_files_and_is_made_up_for(lake: Lake) -> None:
    lake.record(2 * ROWS_IN_A_GROUP)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, lake.data_dir, lake.folder], timeout=120, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    written = [path.name for path in lake.folder.rglob("*part-*")]
    assert written == [f".part-{lake.station_id}.parquet.part"]
    assert lake.export().rows == 2 * ROWS_IN_A_GROUP
    names = {path.name for path in lake.folder.rglob("*part-*")}
    assert names == {f"part-{lake.station_id}.parquet"}
    assert lake.query("SELECT count(*) FROM inspections") == [(2 * ROWS_IN_A_GROUP,)]


def test_days_are_chosen_and_what_was_done_is_said(lake: Lake, config: Path) -> None:
    lake.record(2)
    done = okng("export", lake.folder, "--since", "2026-03-02", "--config", config)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{lake.folder}: 0 files with 0 rows written, 0 unchanged\n"
    done = okng("export", lake.folder, "--until", "2026-03-01", "--config", config)
    assert done.stdout == f"{lake.folder}: 1 files with 2 rows written, 0 unchanged\n"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "name the FOLDER"),
        ([""], "name the FOLDER"),
        (["x", "--since", "yesterday"], "not a day such as 2026-11-30"),
        (["x", "--since", "2026-03-02", "--until", "2026-03-01"], "is after --until"),
        (["--scheduled"], "no export is scheduled"),
        (["--check"], "no export is scheduled"),
    ],
)
def test_wrong_arguments_are_told(config: Path, arguments: list[str], problem: str) -> None:
    done = okng("export", *arguments, "--config", config)
    assert done.returncode != 0
    assert problem in done.stderr


def test_by_schedule_it_exports_at_once_behind_everything_else(lake: Lake, config: Path) -> None:
    lake.record(2)
    with config.open("a") as file:
        file.write(f'[export]\nfolder = "{lake.folder}"\nwhen = "hourly"\n')
    assert okng("export", "--check", "--config", config).returncode == 0
    command = okng_command("export", "--scheduled", "--config", str(config))
    process = start_command(command, stderr=subprocess.DEVNULL)
    try:
        reports = ExportReports(lake.data_dir)
        eventually(lambda: (status := reports.status()) is not None and status.done_at, 60)
        assert os.sched_getscheduler(process.pid) == os.SCHED_IDLE
        process.terminate()
        assert wait_or_kill(process, 20)
        assert process.returncode == 0
    finally:
        wait_or_kill(process, 0)
    assert lake.query("SELECT count(*) FROM inspections") == [(2,)]


def test_a_failed_export_is_a_condition_until_it_succeeds(
    make_station: Callable[..., RunningStation], tmp_path: Path
) -> None:
    station = make_station(export=ExportSettings(folder=tmp_path / "lake", when="hourly"))
    reports = ExportReports(station.settings.data_dir)

    def said() -> list[str]:
        station.daemon.tick()
        conditions = station.client.ask(GetStatus()).conditions
        return [each.message for each in conditions if each.code == "export_trouble"]

    reports.write(ExportStatus(problem="the disk is away", written_at=datetime.now(UTC)))
    eventually(lambda: said() == ["the disk is away"])
    reports.write(ExportStatus(done_at=datetime.now(UTC), written_at=datetime.now(UTC)))
    eventually(lambda: said() == [])
