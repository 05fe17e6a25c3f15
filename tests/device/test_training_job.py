"""What a training is told of a dataset's pictures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from support.station import write_pictures

from okng.device.store.datasets import DatasetStore
from okng.device.training_job import TrainingParameters, batches_of, training_request
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
    assert [(one.label, one.split, one.batch, one.defect_type) for one in request.pictures] == [
        ("normal", None, None, None),
        ("anomaly", None, None, None),
    ]
    assert request.pictures[0].path == tmp_path / first.path
    assert all(one.path.is_file() for one in request.pictures)
