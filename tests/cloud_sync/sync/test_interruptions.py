"""Cuts, kills, full disks and vanished buckets: nothing is lost, nothing arrives twice."""

from __future__ import annotations

import hashlib
import os
import subprocess
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
import tomli_w
from support.object_store_server import ObjectStoreServer
from support.small_disk import fill, mount_small_disk
from support.station import eventually
from support.synced_station import KEYS, SyncedStation
from support.tcp_proxy import TcpProxy

from okng.device.host.supervisor import okng_command
from okng.device.store.timestamps import to_us
from okng.device.store.uploads import NewUpload, UploadKind, UploadState
from okng.device.types import Outcome

MakeStation = Callable[..., SyncedStation]
MIB = 1024 * 1024


def add_large_file(line: SyncedStation, mib: int) -> bytes:
    """A large file of a model that waits; returns its content."""
    data = os.urandom(mib * MIB)
    path = line.data_dir / "models" / "large" / "model.onnx"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    line.uploads.add(
        [
            NewUpload(
                UploadKind.MODEL,
                "models/large/model.onnx",
                "models/large/model.onnx",
                hashlib.sha256(data).hexdigest(),
                len(data),
                to_us(datetime.now(UTC)),
            )
        ]
    )
    return data


def all_uploaded(line: SyncedStation, files: int) -> bool:
    return line.uploads.totals()[UploadState.UPLOADED].files == files


def confirmed_parts(line: SyncedStation) -> int:
    (upload,) = line.uploads.waiting(1)
    return len(line.uploads.multipart(upload.upload_id)[1])


def test_after_a_cut_only_unfinished_parts_are_sent_again(
    server: ObjectStoreServer, bucket: str, station: MakeStation, proxy: TcpProxy
) -> None:
    line = station(endpoint=proxy.endpoint, part_mb=5)
    data = add_large_file(line, 32)
    proxy.cut_after(17 * MIB)
    line.start()
    eventually(lambda: proxy.is_cut and line.problem() == "no_network")
    finished = confirmed_parts(line)
    assert finished == 3
    sent = proxy.sent
    proxy.mend()
    eventually(lambda: all_uploaded(line, 1))
    assert server.read(bucket, "okng/models/large/model.onnx") == data
    assert proxy.sent - sent < (32 - 5 * finished) * MIB + 300_000
    eventually(lambda: line.problem() is None)


@contextmanager
def sync_program(line: SyncedStation, endpoint: str) -> Iterator[subprocess.Popen[bytes]]:
    """`okng sync` as a program, which a test may kill."""
    settings = line.settings
    assert settings.sync
    config = line.data_dir.parent / "okng.toml"
    sync = {"endpoint": endpoint, "bucket": settings.sync.bucket, "credentials": KEYS, "part_mb": 5}
    config.write_text(
        tomli_w.dumps(
            {
                "station": settings.station,
                "data_dir": str(line.data_dir),
                "run_dir": str(settings.run_dir),
                "sync": sync,
            }
        )
    )
    log = (line.data_dir.parent / "sync.log").open("ab")
    process = subprocess.Popen(
        okng_command("sync", "--config", str(config)), stdout=log, stderr=subprocess.STDOUT
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        log.close()


def test_a_killed_process_goes_on_with_the_parts_that_it_had_sent(
    server: ObjectStoreServer, bucket: str, station: MakeStation
) -> None:
    line = station()
    data = add_large_file(line, 30)
    with TcpProxy(server.port, kbit_s=80_000) as proxy:
        with sync_program(line, proxy.endpoint) as process:
            eventually(lambda: confirmed_parts(line) >= 2, timeout_s=40)
            process.kill()
            process.wait()
        # What the killed process had given to the kernel still flows for a while.
        proxy.break_off()
        eventually(lambda: proxy.connections == 0)
        finished, sent = confirmed_parts(line), proxy.sent
        assert 2 <= finished < 6
        with sync_program(line, proxy.endpoint) as process:
            eventually(lambda: all_uploaded(line, 1), timeout_s=40)
            # In order it ends at once.
            process.terminate()
            assert process.wait(timeout=20) == 0
        assert proxy.sent - sent < (30 - 5 * finished) * MIB + 300_000
    assert server.read(bucket, "okng/models/large/model.onnx") == data
    text = (line.data_dir.parent / "sync.log").read_text()
    assert KEYS["secret_access_key"] not in text


def test_a_second_process_for_the_same_station_is_refused(station: MakeStation) -> None:
    line = station()
    with sync_program(line, "http://127.0.0.1:1"):
        eventually(lambda: line.reports.status())
        config = line.data_dir.parent / "okng.toml"
        done = subprocess.run(
            okng_command("sync", "--config", str(config)), capture_output=True, text=True
        )
    assert done.returncode == 1
    assert "another okng sync runs there" in done.stderr


def test_a_station_without_a_bucket_has_nothing_to_sync(tmp_path: Path) -> None:
    config = tmp_path / "okng.toml"
    config.write_text(f'data_dir = "{tmp_path}"\n')
    for arguments in ((), ("--check",)):
        command = okng_command("sync", *arguments, "--config", str(config))
        done = subprocess.run(command, capture_output=True, text=True)
        assert (done.returncode, "no bucket is configured" in done.stderr) == (1, True)


def test_a_bucket_that_vanishes_is_said_and_nothing_is_lost(
    server: ObjectStoreServer, bucket: str, station: MakeStation
) -> None:
    line = station()
    line.record(5)
    line.start()
    eventually(lambda: all_uploaded(line, 5))
    server.remove_bucket(bucket)
    line.record(5)
    eventually(lambda: line.problem() == "no_bucket")
    assert bucket in line.status.problems[0]
    assert line.waits() == 5
    server.make_bucket(bucket)
    eventually(lambda: all_uploaded(line, 10))
    eventually(lambda: line.problem() is None)
    assert sum(1 for key in server.keys(bucket, "okng/inspections")) == 5


def test_wrong_keys_are_said_until_they_are_right(
    server: ObjectStoreServer, bucket: str, station: MakeStation
) -> None:
    wrong = {**KEYS, "secret_access_key": "not the secret"}
    line = station(credentials=wrong)
    line.record(3)
    line.start()
    eventually(lambda: line.problem() == "wrong_keys")
    line.stop()
    again = station(line.settings.station)
    again.start()
    eventually(lambda: all_uploaded(again, 3))


@pytest.mark.slow
def test_the_store_is_killed_and_comes_back(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    server = ObjectStoreServer(tmp_path_factory.mktemp("killed"))
    server.start()
    bucket = server.make_bucket(f"plant-{uuid.uuid4().hex[:12]}")
    line = SyncedStation(tmp_path / "line-3", server.endpoint, bucket)
    line.record(40)
    line.start()
    try:
        eventually(lambda: line.uploads.totals()[UploadState.UPLOADED].files >= 10)
        server.kill()
        line.record(10)
        eventually(lambda: line.problem() == "no_network")
        server.start()
        eventually(lambda: all_uploaded(line, 50), timeout_s=60)
        names = {key.rpartition("/")[2]: key for key in server.keys(bucket, "okng/inspections")}
        assert len(names) == 50
        pictures = line.pictures()
        assert {name: server.read(bucket, key) for name, key in names.items()} == pictures
    finally:
        line.stop()
        server.kill()


def test_a_full_disk_loses_nothing_that_is_to_be_sent(
    server: ObjectStoreServer, bucket: str, tmp_path: Path
) -> None:
    with mount_small_disk(tmp_path / "small", 24):
        line = SyncedStation(tmp_path / "small", server.endpoint, bucket, results_period_min=1)
        line.record(20)
        filler = tmp_path / "small" / "filler"
        fill(filler, leave=0)
        line.start()
        try:
            time.sleep(1)
            filler.unlink()
            line.recorder.record([])
            eventually(lambda: all_uploaded(line, 20), timeout_s=40)
            assert len(server.keys(bucket, "okng/inspections")) == 20
        finally:
            line.stop()


def test_ok_pictures_that_have_not_arrived_stay_while_others_can_go(tmp_path: Path) -> None:
    """Low space removes what has arrived or goes nowhere; a full disk takes the rest, counted."""
    with mount_small_disk(tmp_path / "small", 24):
        line = SyncedStation(
            tmp_path / "small", "http://127.0.0.1:1", "plant", pictures={"every_nth_ok": 2}
        )
        for _ in range(4):
            line.record(10, Outcome.OK, size=300)
        retention = line.recorder._retention
        assert retention.remove_ok_pictures() == 20
        left = [part.trigger_id for part in line.ledger.iterate() if part.picture_path]
        assert left == list(range(2, 41, 2))
        assert retention.remove_ok_pictures() == 0

        # The first ten arrive.
        line.start()
        try:
            waiting = eventually(lambda: len(w := line.uploads.waiting(50)) == 20 and w)
        finally:
            line.stop()
        line.uploads.uploaded([upload.upload_id for upload in waiting[:10]])
        again = SyncedStation(
            tmp_path / "small", "http://127.0.0.1:1", "plant", pictures={"every_nth_ok": 2}
        )
        assert again.recorder._retention.remove_ok_pictures() == 10

        fill(tmp_path / "small" / "filler", leave=0)
        for _ in range(12):
            again.record(1, Outcome.OK, size=300)
        failed = again.uploads.page(UploadState.FAILED, None, 50)
        assert failed
        assert all("the disk was full" in str(upload.reason) for upload in failed)


def test_outside_its_windows_nothing_is_sent(
    server: ObjectStoreServer, bucket: str, station: MakeStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = station(windows=["22:00-06:00"])
    clock = _Clock(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))
    monkeypatch.setattr("okng.cloud_sync.sync.sync_process.local_time", clock)
    line.record(5)
    line.start()
    eventually(lambda: line.reports.status() and line.status.state == "outside_windows")
    eventually(lambda: server.keys(bucket) == [f"okng/stations/{line.station_id}.json"])
    assert line.waits() == 5
    clock.now = datetime(2026, 12, 1, 5, 59, tzinfo=UTC)
    eventually(lambda: all_uploaded(line, 5))


class _Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def breaks(proxy: TcpProxy, stopping: threading.Event, up_s: float, down_s: float) -> None:
    """Cuts the link every few seconds."""
    while not stopping.wait(up_s):
        proxy.cut()
        stopping.wait(down_s)
        proxy.mend()


@pytest.mark.parametrize(
    ("parts", "size", "up_s"),
    [(60, 16, 0.3), pytest.param(1000, 256, 2.0, marks=pytest.mark.slow)],
)
def test_over_a_link_that_breaks_each_picture_arrives_once_byte_for_byte(
    parts: int,
    size: int,
    up_s: float,
    server: ObjectStoreServer,
    bucket: str,
    station: MakeStation,
) -> None:
    with TcpProxy(server.port, kbit_s=20_000) as proxy:
        line = station(endpoint=proxy.endpoint)
        for _ in range(parts // 20):
            line.record(20, size=size)
        stopping = threading.Event()
        thread = threading.Thread(target=breaks, args=(proxy, stopping, up_s, 0.2))
        thread.start()
        try:
            line.start()
            eventually(lambda: all_uploaded(line, parts), timeout_s=240)
        finally:
            stopping.set()
            thread.join()
        assert proxy.cuts >= 2
    keys = server.keys(bucket, "okng/inspections")
    assert len(keys) == parts
    pictures = line.pictures()
    assert {key.rpartition("/")[2]: server.read(bucket, key) for key in keys} == pictures
    assert line.uploads.totals()[UploadState.FAILED].files == 0


@pytest.mark.slow
def test_killed_again_and_again_each_picture_arrives_once(
    server: ObjectStoreServer, bucket: str, station: MakeStation
) -> None:
    line = station()
    with TcpProxy(server.port, kbit_s=20_000) as proxy:
        for round_ in range(6):
            line.record(100, size=256)
            with sync_program(line, proxy.endpoint) as process:
                before = line.uploads.totals()[UploadState.UPLOADED].files
                with suppress(AssertionError):
                    eventually(
                        lambda before=before: (
                            line.uploads.totals()[UploadState.UPLOADED].files > before + 20
                        ),
                        timeout_s=20,
                    )
                process.kill()
                process.wait()
            assert round_ < 6
        with sync_program(line, proxy.endpoint):
            eventually(lambda: all_uploaded(line, 600), timeout_s=120)
    keys = server.keys(bucket, "okng/inspections")
    assert {key.rpartition("/")[2]: server.read(bucket, key) for key in keys} == line.pictures()
    assert len(keys) == 600
