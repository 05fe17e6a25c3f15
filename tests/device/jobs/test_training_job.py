"""What a training is told of a dataset's pictures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from support.station import write_pictures

from okng.device.datasets.store import DatasetStore
from okng.device.jobs import runner as job_process
from okng.device.jobs.training import TrainingParameters, batches_of, training_request
from okng.device.types import DatasetPicture, Label

MONDAY, TUESDAY = datetime(2026, 3, 2, 12, tzinfo=UTC), datetime(2026, 3, 3, 12, tzinfo=UTC)


def stored(data_dir: Path, count: int) -> list[DatasetPicture]:
    store = DatasetStore(data_dir)
    paths = sorted(write_pictures(data_dir / "given", count).iterdir())
    return [store.import_file(path, "discs", Label.NORMAL, "anna") for path in paths]


def test_a_picture_without_a_batch_is_of_its_day(tmp_path: Path) -> None:
    (picture,) = stored(tmp_path, 1)

    def taken(at: datetime, batch: str | None = None) -> DatasetPicture:
        return picture.model_copy(update={"created_at": at, "batch": batch})

    assert batches_of([taken(MONDAY), taken(TUESDAY)]) == ["2026-03-02", "2026-03-03"]
    assert batches_of([taken(MONDAY), taken(TUESDAY, "lot 7")]) == ["2026-03-02", "lot 7"]
    assert batches_of([taken(MONDAY), taken(MONDAY)]) == [None, None], "one day tells nothing"
    assert batches_of([taken(MONDAY, "lot 7"), taken(TUESDAY, "lot 7")]) == ["lot 7", "lot 7"]
    west = timezone(timedelta(hours=-8))
    evening = datetime(2026, 3, 2, 22, tzinfo=west)
    assert batches_of([taken(MONDAY), taken(evening)]) == ["2026-03-02", "2026-03-03"], "UTC"


def test_a_training_gets_what_the_store_knows(tmp_path: Path) -> None:
    (first,) = stored(tmp_path, 1)
    defect = tmp_path / first.path
    DatasetStore(tmp_path).import_file(defect, "discs", Label.ANOMALY, "anna")
    request = training_request(TrainingParameters(dataset="discs", model="discs"), tmp_path)
    assert [
        (picture.label, picture.split, picture.batch, picture.defect_type)
        for picture in request.pictures
    ] == [
        ("normal", None, None, None),
        ("anomaly", None, None, None),
    ]
    assert request.pictures[0].path == tmp_path / first.path
    assert all(picture.path.is_file() for picture in request.pictures)


def test_progress_is_logged_a_line_at_a_time(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    now_s = 100.0
    monkeypatch.setattr(job_process.time, "monotonic", lambda: now_s)
    caplog.set_level("INFO")
    progress = job_process.ProgressLog()
    progress.remind()
    for step in range(250):
        now_s = 100.0 + step / 10
        progress.report(step / 1000, f"step {step}")
        progress.remind()
    assert caplog.messages == ["  0% step 0", " 10% step 100", " 20% step 200"]
    # A long step that reports nothing still shows that it goes on.
    for second in range(130):
        now_s = 125.0 + second
        progress.remind()
    assert caplog.messages[3:] == [" 25% step 249"] * 2
