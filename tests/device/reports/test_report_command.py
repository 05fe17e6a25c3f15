"""`okng report`: a report is made, copied and checked in the terminal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.command import okng
from support.reported_station import DATASET, record

from okng.device.reports.archive import ReportArchive
from okng.device.settings.settings import StationSettings
from okng.device.store.ledger import Ledger
from okng.webui.shift_reports import ShiftReportThread


@pytest.fixture
def config(station: Path, tmp_path: Path) -> Path:
    path = tmp_path / "okng.toml"
    path.write_text(
        f'data_dir = "{station}"\nrun_dir = "/tmp/okng-unused"\n'
        "[storage]\nmin_free_mb = 0\n[reports]\nshift_report = true\n"
    )
    return path


@pytest.mark.slow
def test_a_report_is_made_copied_and_checked(config: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    report = okng("report", "fit", DATASET, "--config", config, "--output", out)
    assert report.returncode == 0, report.stderr
    html, pdf = sorted(out.iterdir())
    assert report.stdout.split() == [str(html), str(pdf)]
    checked = okng("report", "verify", pdf, "--config", config)
    assert checked.returncode == 0
    assert "unchanged, signed by this-station" in checked.stdout
    html.write_bytes(html.read_bytes().replace(b"discs", b"disks"))
    changed = okng("report", "verify", html, "--config", config)
    assert changed.returncode == 1
    assert "CHANGED after it was signed" in changed.stderr


def test_few_pictures_and_a_name_that_is_none_are_refused_in_words(config: Path) -> None:
    refused = okng("report", "fit", "absent", "--config", config)
    assert refused.returncode == 1
    assert "has 0 pictures; a fit report needs at least 20" in refused.stderr


@pytest.mark.slow
def test_the_web_server_has_the_report_of_an_ended_shift_made(
    config: Path, station: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKNG_CONFIG", str(config))
    yesterday = StationSettings().shifts.start_before(datetime.now(UTC) - timedelta(days=1))
    record(station, 1, 30, start=yesterday + timedelta(hours=1))
    settings = StationSettings.model_validate({"data_dir": str(station)})
    thread = ShiftReportThread(settings)
    thread.look(datetime.now(UTC))
    (report,) = ReportArchive(station).list()
    assert (report.start, report.automatic) == (yesterday, True)
    thread.look(datetime.now(UTC))
    assert len(ReportArchive(station).list()) == 1
    assert Ledger(station).totals().parts == 30


@pytest.mark.slow
def test_what_fails_is_tried_again_later(station: Path) -> None:
    record(station, 1, 30, start=datetime.now(UTC) - timedelta(days=1))
    settings = StationSettings.model_validate({"data_dir": str(station)})
    tries: list[int] = []

    def fail() -> str:
        tries.append(1)
        return "exit status 1"

    patient = ShiftReportThread(settings, fail, retry_s=(3600, 3600))
    hasty = ShiftReportThread(settings, fail, retry_s=(0, 0))
    for _ in range(3):
        patient.look(datetime.now(UTC))
    assert len(tries) == 1
    for _ in range(3):
        hasty.look(datetime.now(UTC))
    assert len(tries) == 4
