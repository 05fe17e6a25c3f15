"""What a station has arrives in the bucket: each file once, byte for byte, in its folder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from support.object_store_server import ObjectStoreServer
from support.station import eventually
from support.synced_station import SyncedStation

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.store.reviews import ReviewStore
from okng.device.store.uploads import UploadState
from okng.device.types import Label, Outcome, Split, Verdict

MakeStation = Callable[..., SyncedStation]


def image(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (16, 16), np.uint8)


def arrived(server: ObjectStoreServer, bucket: str, folder: str) -> dict[str, bytes]:
    """The objects in a folder of the prefix, by the rest of their keys."""
    prefix = f"okng/{folder}/"
    return {
        key.removeprefix(prefix): server.read(bucket, key) for key in server.keys(bucket, prefix)
    }


def test_each_rule_chooses_its_pictures_and_no_others(
    server: ObjectStoreServer, bucket: str, station: MakeStation
) -> None:
    line = station(pictures={"every_nth_ok": 5, "low_margin": 0.1})
    line.record(10, Outcome.OK)  # triggers 1 to 10: 5 and 10
    line.record(2, Outcome.NG)
    line.record(1, Outcome.ERROR)
    line.record(1, Outcome.OK, score=0.91, threshold=1.0)  # 14: near the threshold
    line.record(1, Outcome.OK, score=0.89, threshold=1.0)  # 15: a multiple of five
    line.record(1, Outcome.OK, score=0.89, threshold=1.0)  # 16: no rule
    (late,) = line.record(1, Outcome.OK)  # 17: a person's verdict comes later
    line.start()
    expected = {5, 10, 11, 12, 13, 14, 15}
    eventually(lambda: line.uploads.totals()[UploadState.UPLOADED].files == len(expected))
    assert late.seq
    ReviewStore(line.data_dir).settle(late.seq, Verdict.OK, "anna", None)
    eventually(lambda: line.uploads.totals()[UploadState.UPLOADED].files == len(expected) + 1)

    day = f"{datetime.now(UTC):%Y-%m-%d}"
    parts = [part for part in line.ledger.iterate() if part.trigger_id in expected | {17}]
    assert arrived(server, bucket, f"inspections/{line.station_id}") == {
        f"{day}/{part.outcome}/{part.inspection_id}.png": (
            line.data_dir / str(part.picture_path)
        ).read_bytes()
        for part in parts
    }
    assert line.status.problem is None


@pytest.mark.parametrize("format_", ["jsonl", "parquet"])
def test_each_result_is_in_one_file_of_its_day(
    format_: str, server: ObjectStoreServer, bucket: str, station: MakeStation
) -> None:
    line = station(results=format_, pictures={"outcomes": [], "low_margin": 0})
    now = datetime.now(UTC)
    line.record(3, Outcome.OK, triggered_at=now - timedelta(days=2))
    line.record(2, Outcome.NG, triggered_at=now - timedelta(days=1))
    # These are not due for an hour.
    line.record(4, Outcome.OK)
    line.start()
    files = eventually(lambda: _when(arrived(server, bucket, f"results/{line.station_id}"), 5))
    eventually(lambda: not list((line.data_dir / "sync" / "results").iterdir()))
    rows = [row for name in sorted(files) for row in _rows(files[name], format_)]
    expected = [part.model_dump_json() for part in line.ledger.page(since=0, limit=5)]
    assert rows == expected
    assert len(files) == 2
    for name, data in files.items():
        days = {json.loads(row)["triggered_at"][:10] for row in _rows(data, format_)}
        assert days == {name[:10]}


def test_a_file_of_results_is_made_when_its_period_is_over(
    server: ObjectStoreServer, bucket: str, station: MakeStation
) -> None:
    line = station(results_period_min=1)
    line.record(2, Outcome.OK, triggered_at=datetime.now(UTC) - timedelta(minutes=2))
    line.start()
    eventually(lambda: _when(arrived(server, bucket, f"results/{line.station_id}"), 2))


def _rows(data: bytes, format_: str) -> list[str]:
    if format_ == "jsonl":
        return data.decode().splitlines()
    import io

    from pyarrow import parquet

    return [row["result"] for row in parquet.read_table(io.BytesIO(data)).to_pylist()]


def _when(files: dict[str, bytes], results: int) -> dict[str, bytes] | None:
    """The files, when they hold so many results: the name says from which to which."""
    spans = [name.rpartition("/")[2].partition(".")[0].split("-") for name in files]
    count = sum(int(last) - int(first) + 1 for first, last in spans)
    return files if count == results else None


def test_the_folders_of_a_dataset_follow_its_labels_and_splits(
    server: ObjectStoreServer, bucket: str, station: MakeStation
) -> None:
    line = station()
    datasets, changes = DatasetStore(line.data_dir), DatasetChanges(line.data_dir)
    pictures = [datasets.add(image(number), "cookies", Label.NORMAL, "anna") for number in range(3)]
    pictures.append(datasets.add(image(9), "inspections", Label.ANOMALY, "anna"))
    line.record(1)
    line.start()

    def folders() -> dict[str, str]:
        return {
            key.rpartition("-")[2]: key.rpartition("/")[0].removeprefix("okng/")
            for key in server.keys(bucket)
            if "/normal/" in key or "/anomaly/" in key
        }

    names = [picture.path.rpartition("-")[2] for picture in pictures]
    expected = dict.fromkeys(names[:3], "cookies/training/normal")
    expected[names[3]] = "inspections/training/anomaly"
    eventually(lambda: folders() == expected)
    for picture in pictures[:3]:
        name = Path(picture.path).name
        key = f"okng/cookies/training/normal/{line.station_id}-{name}"
        assert server.read(bucket, key) == (line.data_dir / picture.path).read_bytes()

    ids = [picture.picture_id for picture in pictures]
    changes.change([ids[0]], PictureChange(label=Label.ANOMALY), "anna")
    changes.change([ids[1]], PictureChange(split=Split.TEST), "anna")
    removal = changes.change([ids[2]], PictureChange(removed=True), "anna")
    expected |= {names[0]: "cookies/training/anomaly", names[1]: "cookies/test/normal"}
    del expected[names[2]]
    eventually(lambda: folders() == expected)
    assert removal
    changes.undo(removal.change_id, "anna")
    eventually(lambda: folders() == expected | {names[2]: "cookies/training/normal"})
    # The picture of the part has stayed where it was; which of them goes first is not said.
    eventually(lambda: len(arrived(server, bucket, f"inspections/{line.station_id}")) == 1)


def test_a_bundle_in_the_bucket_is_whole_when_its_manifest_is_there(
    server: ObjectStoreServer,
    bucket: str,
    station: MakeStation,
    install_model: Callable[[Path], None],
) -> None:
    line = station()
    install_model(line.data_dir)
    line.start()
    bundle = line.data_dir / "models" / "discs" / "1"
    eventually(lambda: "1/manifest.json" in arrived(server, bucket, _models(line)))
    objects = arrived(server, bucket, _models(line))
    assert objects == {f"1/{path.name}": path.read_bytes() for path in bundle.iterdir()}

    def uploaded() -> dict[str, datetime | None]:
        uploads = line.uploads.page(UploadState.UPLOADED, None, 100)
        return {upload.key.rpartition("/")[2]: upload.ended_at for upload in uploads}

    # The bucket has it before the station has heard so.
    eventually(lambda: "manifest.json" in uploaded())
    ended = uploaded()
    manifest_at = ended.pop("manifest.json")
    assert ended
    assert all(at and manifest_at and at <= manifest_at for at in ended.values())


def _models(line: SyncedStation) -> str:
    return f"models/{line.station_id}/discs"


def test_two_stations_share_a_bucket_and_see_each_other(
    server: ObjectStoreServer, bucket: str, station: MakeStation
) -> None:
    lines = [station("line-1"), station("line-2")]
    for line in lines:
        line.record(20)
        for number in range(3):
            DatasetStore(line.data_dir).add(image(number), "cookies", Label.NORMAL, "anna")
        line.start()
    eventually(
        lambda: all(line.uploads.totals()[UploadState.UPLOADED].files == 23 for line in lines)
    )
    for line in lines:
        own = arrived(server, bucket, f"inspections/{line.station_id}")
        assert sorted(own.values()) == sorted(line.pictures().values())
    assert len(arrived(server, bucket, "cookies/training/normal")) == 6
    # A station reads the reports of the others when it writes its own: every five minutes.
    for line in lines:
        line.stop()
        line.start()
    for line in lines:
        fleet = eventually(
            lambda reports=line.reports: (
                (fleet := reports.fleet()) and len(fleet.stations) == 2 and fleet
            )
        )
        assert [report.station for report in fleet.stations] == ["line-1", "line-2"]
        assert {report.parts_24h for report in fleet.stations} == {20}
        assert not fleet.unreadable


def test_an_object_that_another_program_wrote_is_never_replaced(
    server: ObjectStoreServer, bucket: str, station: MakeStation
) -> None:
    line = station()
    first, second = line.record(2)
    part = first.inspection
    day = f"{part.triggered_at:%Y-%m-%d}"
    key = f"okng/inspections/{line.station_id}/{day}/NG/{part.inspection_id}.png"
    server.admin.put_object(Bucket=bucket, Key=key, Body=b"somebody else's")
    line.start()
    eventually(lambda: line.uploads.totals()[UploadState.UPLOADED].files == 1)
    (failed,) = eventually(lambda: line.uploads.page(UploadState.FAILED, None, 10))
    assert "another object" in str(failed.reason)
    assert server.read(bucket, key) == b"somebody else's"
    eventually(lambda: line.status.failed_files == 1)
    assert "1 files can't be sent" in " ".join(line.status.problems)
    assert second.inspection.picture_path

    server.admin.delete_object(Bucket=bucket, Key=key)
    assert line.uploads.retry() == 1
    eventually(lambda: line.uploads.totals()[UploadState.UPLOADED].files == 2)


def test_a_file_that_was_changed_is_not_sent(
    server: ObjectStoreServer, bucket: str, station: MakeStation
) -> None:
    line = station()
    changed, gone, whole = (row.inspection for row in line.record(3))
    (line.data_dir / str(changed.picture_path)).write_bytes(b"no picture any more")
    (line.data_dir / str(gone.picture_path)).unlink()
    line.start()
    eventually(lambda: line.uploads.totals()[UploadState.FAILED].files == 2)
    eventually(lambda: line.uploads.totals()[UploadState.UPLOADED].files == 1)
    reasons = {
        upload.path: upload.reason for upload in line.uploads.page(UploadState.FAILED, None, 9)
    }
    assert "SHA-256" in str(reasons[str(changed.picture_path)])
    assert "gone" in str(reasons[str(gone.picture_path)])
    (key,) = server.keys(bucket, "okng/inspections")
    assert hashlib.sha256(server.read(bucket, key)).hexdigest() == whole.picture_sha256


def test_another_bucket_gets_datasets_and_models_anew(
    server: ObjectStoreServer, bucket: str, station: MakeStation, tmp_path: Path
) -> None:
    line = station()
    DatasetStore(line.data_dir).add(image(1), "cookies", Label.NORMAL, "anna")
    line.record(1)
    line.start()
    eventually(lambda: line.uploads.totals()[UploadState.UPLOADED].files == 2)
    line.stop()
    other = server.make_bucket(f"{bucket}-other")
    again = SyncedStation(tmp_path / "line-3", server.endpoint, other)
    again.start()
    try:
        eventually(lambda: len(server.keys(other, "okng/cookies/")) == 1)
        assert server.keys(other, "okng/inspections/") == []
    finally:
        again.stop()
