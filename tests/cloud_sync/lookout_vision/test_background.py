"""Work in the background that fails, foreseen or not, ends as failed with its reason."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

import pytest
from support.station import eventually

from okng.cloud_sync.lookout_vision.arns import Arns
from okng.cloud_sync.lookout_vision.background import Background
from okng.cloud_sync.lookout_vision.datasets import Datasets
from okng.cloud_sync.lookout_vision.evaluation_files import EvaluationFiles
from okng.cloud_sync.lookout_vision.hosting import Hosting
from okng.cloud_sync.lookout_vision.models import Models
from okng.cloud_sync.lookout_vision.packaging import PackagingJobs
from okng.cloud_sync.lookout_vision.storage import Storage
from okng.device.store.database import Database
from okng.models.errors import OkngError

DAMAGED = '{"not": "what it was"}'
UNFORESEEN = "an unforeseen error, which the log of okng web shows: ValidationError"


class StationWithDamagedRows:
    """The station's database after a fault that nobody thought of: JSON that says nothing."""

    def __init__(self, data_dir: Path, models: Path) -> None:
        (data_dir / "models").mkdir(parents=True)
        (data_dir / "models/discs").symlink_to(models / "discs")
        self._connection = Database(data_dir).connection
        self._connection.execute(
            "INSERT INTO lookout_projects (name, created_at_us) VALUES ('discs', 1)"
        )
        self._connection.execute(
            "INSERT INTO lookout_datasets VALUES "
            "('discs', 'train', 'CREATE_IN_PROGRESS', '', ?, 1, 1)",
            (DAMAGED,),
        )
        self._connection.execute(
            "INSERT INTO lookout_models (project, version, output_config, created_at_us) "
            "VALUES ('discs', 1, ?, 1)",
            (DAMAGED,),
        )
        self._connection.execute(
            "INSERT INTO lookout_packaging_jobs VALUES "
            "('discs', 'job-1', 1, NULL, ?, 'RUNNING', '', 1, 1)",
            (DAMAGED,),
        )
        background, storage = Background(), Storage(data_dir)
        self.datasets = Datasets(data_dir, storage, background)
        self.models = Models(
            data_dir, Hosting(data_dir), EvaluationFiles(data_dir, storage), background
        )
        self.packaging = PackagingJobs(data_dir, self.models, storage, background)

    def row(self, table: str) -> sqlite3.Row:
        row: sqlite3.Row = self._connection.execute(f"SELECT * FROM {table}").fetchone()
        return row


def test_whatever_stops_a_job_its_status_and_its_message_tell(
    tmp_path: Path, trained_models: Path, caplog: pytest.LogCaptureFixture
) -> None:
    station = StationWithDamagedRows(tmp_path / "data", trained_models)
    station.datasets.resume()
    station.models.resume(Arns("eu-central-1"))
    station.packaging.resume()
    dataset = eventually(lambda: _row_with_message(station, "lookout_datasets"))
    assert (dataset["status"], dataset["message"][: len(UNFORESEEN)]) == (
        "CREATE_FAILED",
        UNFORESEEN,
    )
    job = eventually(lambda: _row_with_message(station, "lookout_packaging_jobs"))
    assert job["status"] == "FAILED"
    assert job["message"].startswith(f"The packaging failed: {UNFORESEEN}")
    model = eventually(lambda: _row_with_message(station, "lookout_models"))
    assert model["message"].startswith(f"The evaluation's files were not written: {UNFORESEEN}")
    shown = [record for record in caplog.records if record.exc_info]
    assert len(shown) == 3, "each with its traceback"


def _row_with_message(station: StationWithDamagedRows, table: str) -> sqlite3.Row | None:
    row = station.row(table)
    return row if "failed" in str(row["message"]) or "error" in str(row["message"]) else None


@pytest.mark.parametrize(
    ("error", "said", "tracebacks"),
    [
        (OkngError("the disk is full"), "the disk is full", 0),
        (sqlite3.OperationalError("database is locked"), "database is locked", 0),
        (KeyError("x"), "an unforeseen error, which the log of okng web shows: KeyError: 'x'", 1),
        (MemoryError(), "an unforeseen error, which the log of okng web shows: MemoryError: ", 1),
    ],
)
def test_the_reason_is_told_and_the_next_work_begins(
    error: Exception, said: str, tracebacks: int, caplog: pytest.LogCaptureFixture
) -> None:
    background = Background()
    told: list[str] = []

    def fails() -> None:
        raise error

    def cannot_be_recorded(reason: str) -> None:
        told.append(reason)
        raise sqlite3.OperationalError("disk I/O error")

    with caplog.at_level(logging.INFO):
        background.run_heavy("fails", fails, cannot_be_recorded)
        eventually(lambda: any("can't be recorded" in one.message for one in caplog.records))
    assert told == [said]
    assert sum(bool(record.exc_info) for record in caplog.records) == tracebacks + 1
    background.run_heavy("goes on", lambda: told.append("done"), told.append)
    eventually(lambda: told == [said, "done"])
