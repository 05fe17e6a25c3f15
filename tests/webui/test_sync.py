"""The exchange with a bucket over HTTP: its status, its files, the bucket's stations."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from apiflask import APIFlask
from support.page_client import Browser

from okng.device.datasets.store import DatasetStore
from okng.device.settings.settings import StationSettings
from okng.device.store.sync_reports import (
    Fleet,
    StationReport,
    SyncProblem,
    SyncReports,
    SyncStatus,
    UnreadableReport,
)
from okng.device.store.sync_settings import SyncSettings
from okng.device.store.uploads import NewUpload, UploadKind, Uploads, UploadState
from okng.device.types import Label

SECRET = "not for anybody's eyes"
KEYS = {"type": "keys", "access_key_id": "station", "secret_access_key": SECRET}


@pytest.fixture
def settings(settings: StationSettings) -> StationSettings:
    """Of a station with a bucket."""
    sync = SyncSettings.model_validate(
        {"endpoint": "http://s3", "bucket": "plant", "credentials": KEYS}
    )
    return settings.model_copy(update={"sync": sync})


def upload(number: int) -> NewUpload:
    path = f"images/{number}.png"
    return NewUpload(UploadKind.PICTURE, f"inspections/{number}.png", path, "0" * 64, 100, number)


def status(data_dir: Path, age_s: float = 0) -> SyncStatus:
    now = datetime.now(UTC)
    totals = Uploads(data_dir).totals()
    return SyncStatus(
        state="retrying",
        problem=SyncProblem(code="no_network", message="http://s3 can't be reached", since=now),
        next_try_at=now,
        waiting_files=totals[UploadState.WAITING].files,
        waiting_bytes=totals[UploadState.WAITING].size_bytes,
        oldest_waiting_at=now - timedelta(hours=1),
        rate_bytes_s=12.5,
        uploaded_files=3,
        uploaded_bytes=300,
        failed_files=1,
        last_confirmed_at=None,
        written_at=now - timedelta(seconds=age_s),
    )


def test_status_and_files_are_told_without_secrets(
    browser: Browser, settings: StationSettings
) -> None:
    before = browser.get("/api/v1/sync").json
    assert before["target"] == {"endpoint": "http://s3", "bucket": "plant", "prefix": "okng"}
    assert (before["running"], before["status"]) == (False, None)

    uploads = Uploads(settings.data_dir)
    uploads.add([upload(number) for number in range(1, 8)])
    uploads.uploaded([1, 2, 3])
    uploads.failed({4: "the file is gone"})
    SyncReports(settings.data_dir).write(status(settings.data_dir))
    answer = browser.get("/api/v1/sync")
    assert SECRET not in answer.text
    assert answer.json["running"]
    assert answer.json["status"]["waiting_files"] == 3
    assert answer.json["status"]["problem"]["code"] == "no_network"

    listed = browser.get("/api/v1/sync/uploads?limit=2").json
    assert listed["total"] == 3
    assert [row["upload_id"] for row in listed["uploads"]] == [7, 6]
    older = browser.get("/api/v1/sync/uploads?limit=2&before=6").json
    assert [row["upload_id"] for row in older["uploads"]] == [5]
    (failed,) = browser.get("/api/v1/sync/uploads?state=failed").json["uploads"]
    assert (failed["upload_id"], failed["reason"]) == (4, "the file is gone")
    assert browser.post("/api/v1/sync/uploads/retry", json={}).json == {"retried": 1}
    assert browser.get("/api/v1/sync/uploads?state=failed").json["total"] == 0
    assert browser.get("/api/v1/sync/uploads?state=obsolete").status_code == 422


def test_metrics_say_what_waits_and_why(browser: Browser, settings: StationSettings) -> None:
    assert "okng_sync_up 0.0" in browser.get("/metrics").text
    Uploads(settings.data_dir).add([upload(number) for number in range(5)])
    SyncReports(settings.data_dir).write(status(settings.data_dir))
    lines = browser.get("/metrics").text.splitlines()
    for line in (
        "okng_sync_up 1.0",
        "okng_sync_waiting_files 5.0",
        "okng_sync_waiting_bytes 500.0",
        "okng_sync_rate_bytes_per_second 12.5",
        "okng_sync_uploaded_files_total 3.0",
        "okng_sync_failed_files 1.0",
        'okng_sync_problem{code="no_network"} 1.0',
    ):
        assert line in lines
    (age,) = (line for line in lines if line.startswith("okng_sync_oldest_waiting_seconds "))
    assert 3600 <= float(age.split()[1]) < 3700


def test_a_process_that_has_ended_is_told(browser: Browser, settings: StationSettings) -> None:
    SyncReports(settings.data_dir).write(status(settings.data_dir, age_s=600))
    assert not browser.get("/api/v1/sync").json["running"]
    assert "okng_sync_up 0.0" in browser.get("/metrics").text


def test_the_stations_of_the_bucket_are_listed(browser: Browser, settings: StationSettings) -> None:
    assert browser.get("/api/v1/sync/stations").json == {
        "stations": [],
        "unreadable": [],
        "read_at": None,
    }
    report = StationReport(
        station_id="0123abcd",
        station="line-4",
        okng_version="1.0",
        reported_at=datetime.now(UTC),
        running=True,
        yield_24h=0.99,
    )
    unreadable = UnreadableReport(key="stations/x.json", reason="no JSON")
    SyncReports(settings.data_dir).write(
        Fleet(stations=(report,), unreadable=(unreadable,), read_at=datetime.now(UTC))
    )
    listed = browser.get("/api/v1/sync/stations").json
    assert [row["station"] for row in listed["stations"]] == ["line-4"]
    assert listed["unreadable"] == [{"key": "stations/x.json", "reason": "no JSON"}]


def test_a_report_of_another_version_is_as_good_as_none(
    app: APIFlask, settings: StationSettings
) -> None:
    reports = SyncReports(settings.data_dir)
    reports.write(status(settings.data_dir))
    reports._database.connection.execute("UPDATE sync_reports SET document = '{\"new\": 1}'")
    assert reports.status() is None


def test_pictures_of_a_dataset_tell_whether_they_have_arrived(
    browser: Browser, settings: StationSettings
) -> None:
    datasets, uploads = DatasetStore(settings.data_dir), Uploads(settings.data_dir)
    names = ("arrived", "failed", "refused", "moved", "unseen", "removed")
    pictures = {
        name: datasets.add(np.full((8, 8), number, np.uint8), "parts", Label.NORMAL, "ann")
        for number, name in enumerate(names)
    }

    def send(name: str, folder: str = "training") -> int:
        picture = pictures[name]
        key = f"parts/{folder}/{name}.png"
        uploads.add([NewUpload(UploadKind.DATASET, key, picture.path, picture.sha256, 9, 1)])
        return max(upload.upload_id for upload in uploads.page(UploadState.WAITING, None, 9))

    uploads.uploaded([send("arrived"), send("moved")])
    uploads.failed({send("failed"): "the file is gone"})
    uploads.refused({send("refused"): "the bucket is full"})
    # For testing and back: the object of the folder between is still to be deleted.
    send("moved", "test")
    uploads.make_obsolete(["parts/test/moved.png"], {})
    browser.write("DELETE", f"/api/v1/pictures/{pictures['removed'].picture_id}")

    listed = browser.get("/api/v1/datasets/parts/pictures").json["pictures"]
    told = {picture["picture_id"]: picture["upload"] for picture in listed}
    states = {
        name: (told[picture.picture_id]["state"], told[picture.picture_id]["reason"])
        for name, picture in pictures.items()
        if name != "removed"
    }
    assert states == {
        "arrived": ("uploaded", None),
        "failed": ("failed", "the file is gone"),
        "refused": ("waiting", "the bucket is full"),
        "moved": ("uploaded", None),
        "unseen": ("waiting", None),
    }
    assert told[pictures["arrived"].picture_id]["ended_at"]
    (removed,) = browser.get("/api/v1/datasets/parts/pictures?removed=true").json["pictures"]
    assert removed["upload"] is None
