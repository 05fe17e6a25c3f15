"""The store takes each object once and whole, and what goes wrong is said in words."""

from __future__ import annotations

import hashlib
import ssl
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import botocore.auth
import pytest
from botocore.endpoint_provider import EndpointProvider
from support.object_store_server import READER, STATION, ObjectStoreServer
from support.station import free_port
from support.synced_station import KEYS, open_store
from support.tcp_proxy import TcpProxy

from okng.cloud_sync.credentials import session_with
from okng.cloud_sync.object_store.errors import (
    BucketError,
    MultipartGoneError,
    ObjectExistsError,
    ObjectRefusedError,
)
from okng.cloud_sync.object_store.link import Body, Link
from okng.cloud_sync.object_store.object_store import (
    ObjectStore,
)
from okng.cloud_sync.object_store.s3_client import SMALL_BODY_BYTES, s3_client
from okng.device.store.sync_settings import SyncSettings

DATA = b"a picture" * 1000
SHA256 = hashlib.sha256(DATA).hexdigest()
OTHER = hashlib.sha256(b"another").hexdigest()
PART = b"p" * (5 * 1024 * 1024)
PART_SHA256 = hashlib.sha256(PART).hexdigest()

Connect = Callable[..., ObjectStore]


@pytest.fixture
def connect(server: ObjectStoreServer, bucket: str) -> Connect:
    def connect(**settings: Any) -> ObjectStore:
        values = {"endpoint": server.endpoint, "bucket": bucket, "credentials": KEYS} | settings
        return open_store(SyncSettings.model_validate(values))

    return connect


def keys(access_key_id: str, secret_access_key: str) -> dict[str, str]:
    return {
        "type": "keys",
        "access_key_id": access_key_id,
        "secret_access_key": secret_access_key,
    }


def test_an_object_is_written_once_and_known_again(
    connect: Connect, server: ObjectStoreServer, bucket: str
) -> None:
    store = connect()
    store.put("a/b.png", DATA, SHA256)
    # The answer to the first attempt was lost.
    store.put("a/b.png", DATA, SHA256)
    with pytest.raises(ObjectExistsError):
        store.put("a/b.png", b"another", OTHER)
    assert server.read(bucket, "okng/a/b.png") == DATA
    assert list(store.keys("a")) == ["a/b.png"]
    store.delete("a/b.png")
    store.delete("a/b.png")
    assert server.keys(bucket) == []


def test_the_address_is_resolved_once_for_all_objects(
    connect: Connect, server: ObjectStoreServer, bucket: str
) -> None:
    store = connect()
    store.put("a/0.png", DATA, SHA256)
    resolved = EndpointProvider.resolve_endpoint.cache_info().misses
    for number in range(1, 4):
        store.put(f"a/{number}.png", DATA, SHA256)
    assert len(list(store.keys("a"))) == 4
    assert EndpointProvider.resolve_endpoint.cache_info().misses == resolved
    assert server.keys(bucket) == [f"okng/a/{number}.png" for number in range(4)]


@pytest.mark.parametrize("size", [SMALL_BODY_BYTES, SMALL_BODY_BYTES + 1])
def test_only_large_bodies_wait_for_the_word_of_the_store(
    server: ObjectStoreServer, bucket: str, size: int
) -> None:
    settings = SyncSettings.model_validate(
        {"endpoint": server.endpoint, "bucket": bucket, "credentials": KEYS}
    )
    client = s3_client(settings, session_with(settings.credentials, Path("/nowhere")))
    asked: list[bool] = []
    client.meta.events.register(
        "before-send.s3.PutObject", lambda request, **_: asked.append("Expect" in request.headers)
    )
    client.put_object(Bucket=bucket, Key="a", Body=Body(bytes(size), Link()))
    assert asked == [size > SMALL_BODY_BYTES]
    assert server.read(bucket, "a") == bytes(size)


def test_the_store_refuses_what_was_changed_on_its_way(
    connect: Connect, server: ObjectStoreServer, bucket: str
) -> None:
    store = connect()
    with pytest.raises(ObjectRefusedError, match="BadDigest"):
        store.put("a", DATA, OTHER)
    upload = store.begin_multipart("m", PART_SHA256)
    with pytest.raises(ObjectRefusedError, match="BadDigest"):
        store.put_part("m", upload, 1, PART, OTHER)
    store.abort_multipart("m", upload)
    assert server.keys(bucket) == []


def test_an_object_in_parts_is_written_once_and_known_again(
    connect: Connect, server: ObjectStoreServer, bucket: str
) -> None:
    store, whole = connect(), hashlib.sha256(PART + DATA).hexdigest()
    uploads = [store.begin_multipart("m", whole) for _ in range(2)]
    for upload in uploads:
        parts = [
            store.put_part("m", upload, 1, PART, PART_SHA256),
            store.put_part("m", upload, 2, DATA, SHA256),
        ]
        store.complete_multipart("m", upload, parts, whole)
    # The answer was lost: it is completed again.
    store.complete_multipart("m", uploads[0], parts, whole)
    assert server.read(bucket, "okng/m") == PART + DATA
    upload = store.begin_multipart("m", OTHER)
    parts = [store.put_part("m", upload, 1, DATA, SHA256)]
    with pytest.raises(ObjectExistsError):
        store.complete_multipart("m", upload, parts, OTHER)
    store.abort_multipart("m", upload)
    with pytest.raises(MultipartGoneError):
        store.put_part("m", upload, 1, DATA, SHA256)
    assert server.read(bucket, "okng/m") == PART + DATA


def problem(store: ObjectStore) -> BucketError:
    with pytest.raises(BucketError) as caught:
        store.put("a", DATA, SHA256)
    assert STATION[1] not in str(caught.value)
    return caught.value


def test_what_is_wrong_is_said_in_words(connect: Connect, server: ObjectStoreServer) -> None:
    def said(**settings: Any) -> tuple[str, str]:
        error = problem(connect(**settings))
        return error.code, str(error)

    code, words = said(credentials=keys("nobody", "secret"))
    assert (code, "InvalidAccessKeyId" in words) == ("wrong_keys", True)
    code, words = said(credentials=keys(STATION[0], "a wrong secret"))
    assert (code, "SignatureDoesNotMatch" in words) == ("wrong_keys", True)
    assert "a wrong secret" not in words
    code, words = said(credentials=keys(*READER))
    assert (code, "docs/sync.md" in words) == ("access_denied", True)
    code, words = said(bucket="gone-with-the-wind")
    assert (code, "there is no bucket gone-with-the-wind" in words) == ("no_bucket", True)
    code, words = said(endpoint=f"http://127.0.0.1:{free_port()}")
    assert (code, "can't be reached" in words) == ("no_network", True)
    code, words = said(endpoint=server.endpoint.replace("http:", "https:"))
    assert (code, "ca_certificate" in words) == ("tls", True)


@pytest.mark.parametrize(("hours", "words"), [(2, "120 minutes ahead"), (-1, "60 minutes behind")])
def test_a_wrong_clock_is_said_with_how_wrong_it_is(
    hours: float, words: str, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = botocore.auth.get_current_datetime
    shift = timedelta(hours=hours)
    monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda *a, **k: now(*a, **k) + shift)
    monkeypatch.setattr(
        "okng.cloud_sync.object_store.errors.datetime", _Shifted(shift), raising=True
    )
    error = problem(connect())
    assert error.code == "clock_skew"
    assert words in str(error)


class _Shifted:
    """The clock of a station that goes wrong."""

    def __init__(self, shift: timedelta) -> None:
        self._shift = shift

    def now(self, zone: Any) -> Any:
        from datetime import datetime

        return datetime.now(zone) + self._shift


def test_a_connection_that_breaks_is_no_network(connect: Connect, proxy: TcpProxy) -> None:
    store = connect(endpoint=proxy.endpoint)
    store.put("before", DATA, SHA256)
    proxy.cut_after(100)
    assert problem(store).code == "no_network"
    proxy.mend()
    store.put("a", DATA, SHA256)


@pytest.fixture
def tls(tmp_path: Path) -> tuple[ssl.SSLContext, Path]:
    """A server's context with a certificate that no authority signed, and its file."""
    certificate, key = tmp_path / "tls.pem", tmp_path / "tls.key"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"),
            *("-keyout", key, "-out", certificate, "-subj", "/CN=store"),
            *("-addext", "subjectAltName=IP:127.0.0.1"),
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context, certificate


def test_tls_is_checked_with_the_named_authority_and_with_no_other(
    connect: Connect, server: ObjectStoreServer, tls: tuple[ssl.SSLContext, Path]
) -> None:
    context, certificate = tls
    with TcpProxy(server.port, tls=context) as proxy:
        error = problem(connect(endpoint=proxy.endpoint))
        assert error.code == "tls"
        assert "self-signed" in str(error)
        store = connect(endpoint=proxy.endpoint, ca_certificate=certificate)
        store.put("a", DATA, SHA256)
        assert store.has("a", SHA256)
