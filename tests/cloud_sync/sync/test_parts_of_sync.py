"""Small parts: time windows, back-off, bandwidth limit, settings, credentials."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pydantic import ValidationError
from support.iot_server import IotServer
from support.object_store_server import STATION, ObjectStoreServer
from support.synced_station import KEYS, open_store

from okng.cloud_sync.aws_connection.errors import AwsConnectionError
from okng.cloud_sync.aws_connection.store import AwsConnectionStore
from okng.cloud_sync.credentials import CredentialsError
from okng.cloud_sync.object_store.errors import BucketUnusableError
from okng.cloud_sync.object_store.link import Body, Link, SendingStoppedError
from okng.cloud_sync.uploads import backoff
from okng.cloud_sync.uploads.backoff import Backoff
from okng.cloud_sync.uploads.time_windows import is_open
from okng.device.store.sync_settings import SyncSettings


@pytest.mark.parametrize(
    ("windows", "time_of_day", "is_in"),
    [
        ([], "12:00", True),
        (["22:00-06:00"], "22:00", True),
        (["22:00-06:00"], "23:59", True),
        (["22:00-06:00"], "00:00", True),
        (["22:00-06:00"], "05:59", True),
        (["22:00-06:00"], "06:00", False),
        (["22:00-06:00"], "21:59", False),
        (["12:00-13:00", "22:00-23:00"], "12:30", True),
        (["12:00-13:00", "22:00-23:00"], "13:00", False),
    ],
)
def test_a_window_may_cross_midnight(windows: list[str], time_of_day: str, is_in: bool) -> None:
    assert is_open(windows, datetime.fromisoformat(f"2026-11-30T{time_of_day}+01:00")) is is_in


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("windows", ["25:00-06:00"]),
        ("windows", ["22:00"]),
        ("windows", ["22:00-22:00"]),
        ("bucket", "Not_A_Bucket"),
        ("endpoint", "s3.example"),
        ("endpoint", "https://key:secret@s3.example"),
        ("prefix", "/leading"),
        ("part_mb", 4),
        ("ca_certificate", "ca.pem"),
    ],
)
def test_wrong_settings_are_refused(key: str, value: object) -> None:
    values = {"endpoint": "http://s3", "bucket": "plant", "credentials": KEYS, key: value}
    with pytest.raises(ValidationError) as caught:
        SyncSettings.model_validate(values)
    assert KEYS["secret_access_key"] not in repr(SyncSettings(bucket="plant", credentials=KEYS))
    assert STATION[1] not in str(caught.value)


def test_pauses_grow_with_jitter_and_end_with_a_success(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backoff, "FIRST_PAUSE_S", 1.0)
    monkeypatch.setattr(backoff, "LONGEST_PAUSE_S", 300.0)
    now_s = 1000.0
    monkeypatch.setattr("okng.cloud_sync.uploads.backoff.time.monotonic", lambda: now_s)
    pauses = Backoff()
    waits = []
    for _ in range(12):
        pauses.failed()
        # Others that were under way fail at the same time.
        pauses.failed()
        waits.append(pauses.wait_s())
        now_s += waits[-1]
        assert pauses.wait_s() == 0
    expected = [min(2.0**attempt, 300) for attempt in range(12)]
    assert all(0.75 * e <= wait <= 1.25 * e for wait, e in zip(waits, expected, strict=True))
    assert len({wait / e for wait, e in zip(waits, expected, strict=True)}) > 6
    pauses.succeeded()
    assert pauses.wait_s() == 0


def test_a_body_is_sent_at_the_rate_of_the_link_and_hashed_without_it() -> None:
    link = Link(limit_kbit_s=8000)  # 1 MB/s
    started_s = time.monotonic()
    bodies = [Body(bytes(200_000), link) for _ in range(3)]
    assert all(len(body.read(1024 * 1024)) == 200_000 for body in bodies)
    assert link.rate_bytes_s() == 0

    def send(body: Body) -> None:
        body.seek(0)
        while body.read(16 * 1024):
            pass

    threads = [threading.Thread(target=send, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert time.monotonic() - started_s >= 0.5
    assert link.rate_bytes_s() == pytest.approx(600_000 / 60)
    link.stop()
    with pytest.raises(SendingStoppedError):
        Body(b"more", link).read(16 * 1024)


def settings(server: ObjectStoreServer, bucket: str, **credentials: object) -> SyncSettings:
    return SyncSettings.model_validate(
        {"endpoint": server.endpoint, "bucket": bucket, "credentials": credentials}
    )


def can_write(settings: SyncSettings, data_dir: Path = Path("/nowhere")) -> bool:
    open_store(settings, data_dir).replace("a", b"{}")
    return True


def test_a_profile_signs(server: ObjectStoreServer, bucket: str, tmp_path: Path) -> None:
    file = tmp_path / "credentials"
    file.write_text(
        f"[plant]\naws_access_key_id = {STATION[0]}\naws_secret_access_key = {STATION[1]}\n"
    )
    profile = {"type": "profile", "credentials_file": str(file)}
    assert can_write(settings(server, bucket, **profile, profile="plant"))
    with pytest.raises(CredentialsError, match="no profile 'other' in"):
        open_store(settings(server, bucket, **profile, profile="other"))


class _Metadata(BaseHTTPRequestHandler):
    """The metadata service of a virtual machine, which gives the keys of its role."""

    def do_PUT(self) -> None:
        self._answer("a token")

    def do_GET(self) -> None:
        if self.path.endswith("security-credentials/"):
            self._answer("station-role")
        else:
            expires = datetime.now(UTC) + timedelta(hours=6)
            self._answer(
                json.dumps(
                    {
                        "Code": "Success",
                        "AccessKeyId": STATION[0],
                        "SecretAccessKey": STATION[1],
                        "Token": "",
                        "Expiration": f"{expires:%Y-%m-%dT%H:%M:%SZ}",
                    }
                )
            )

    def _answer(self, text: str) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def metadata_service(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    service = ThreadingHTTPServer(("127.0.0.1", 0), _Metadata)
    threading.Thread(target=service.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{service.server_port}"
    monkeypatch.setenv("AWS_EC2_METADATA_SERVICE_ENDPOINT", address)
    yield
    service.shutdown()
    service.server_close()


@pytest.mark.usefixtures("metadata_service")
def test_the_role_of_the_machine_signs_whatever_the_environment_has(
    server: ObjectStoreServer, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
    assert can_write(settings(server, bucket, type="instance-role"))


def test_a_machine_without_a_role_is_said(
    server: ObjectStoreServer, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1")
    with pytest.raises(BucketUnusableError) as caught:
        can_write(settings(server, bucket, type="instance-role"))
    assert caught.value.code == "no_credentials"


def test_the_connection_to_aws_signs_and_says_when_it_gives_no_credentials(
    server: ObjectStoreServer, bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aws_iot = settings(server, bucket, type="aws-iot")
    with pytest.raises(AwsConnectionError, match="okng aws connect"):
        open_store(aws_iot, tmp_path)
    with IotServer(tmp_path).running() as iot:
        monkeypatch.setenv("SSL_CERT_FILE", str(iot.authority_file))
        AwsConnectionStore(tmp_path / "data").connect(iot.url)
        # The stand-in gives keys that the store doesn't know: they were used.
        with pytest.raises(BucketUnusableError) as caught:
            can_write(aws_iot, tmp_path / "data")
        assert caught.value.code == "wrong_keys"
        assert len(iot.given) == 2
        iot.credentials_status = 503
        with pytest.raises(BucketUnusableError) as caught:
            can_write(aws_iot, tmp_path / "data")
        assert caught.value.code == "no_credentials"
