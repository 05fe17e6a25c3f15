"""Access keys in the store: their secrets can be read again, and each signature counts once."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from okng.device.store.access_keys import AccessKeyError, AccessKeyRequest, AccessKeys, AccessRight
from okng.device.store.timestamps import now_us

HOUR_US = 3600 * 1_000_000


@pytest.fixture
def keys(tmp_path: Path) -> AccessKeys:
    return AccessKeys(tmp_path)


def test_a_key_looks_like_one_of_aws(keys: AccessKeys, tmp_path: Path) -> None:
    key, secret = keys.issue(AccessKeyRequest(title="line 3"), "tests")
    assert key.key_id.startswith("AKIA")
    assert len(key.key_id) == 20
    assert len(secret) == 40
    assert keys.find(key.key_id) == (key, secret)
    assert stat.S_IMODE((tmp_path / "okng.db").stat().st_mode) == 0o600


def test_the_last_use_is_kept_and_written_once_a_minute(keys: AccessKeys, tmp_path: Path) -> None:
    key = keys.issue(AccessKeyRequest(title="line 3"), "tests").key
    assert key.last_used_at is None
    keys.record_use(key)
    first = keys.list()[0].last_used_at
    assert first
    keys.record_use(keys.list()[0])
    assert keys.list()[0].last_used_at == first


def test_a_signature_is_accepted_once_until_it_expires(keys: AccessKeys) -> None:
    soon = now_us() + HOUR_US
    assert keys.accept_once("a" * 64, soon)
    assert not keys.accept_once("a" * 64, soon)
    assert keys.accept_once("b" * 64, soon)
    keys.forget("a" * 64)
    assert keys.accept_once("a" * 64, soon)


def test_signatures_that_expired_take_no_room(keys: AccessKeys, tmp_path: Path) -> None:
    keys.accept_once("a" * 64, now_us() - 1)
    keys.accept_once("b" * 64, now_us() + HOUR_US)
    kept = keys._database.connection.execute("SELECT signature FROM used_signatures").fetchall()
    assert [row["signature"] for row in kept] == ["b" * 64]


def test_a_key_that_is_not_there_can_not_be_revoked(keys: AccessKeys) -> None:
    with pytest.raises(AccessKeyError, match="no access key 'AKIA'"):
        keys.revoke("AKIA")


def test_rights_are_kept_in_one_order(keys: AccessKeys) -> None:
    rights = (AccessRight.MANAGE, AccessRight.READ)
    key = keys.issue(AccessKeyRequest(title="x", rights=rights), "tests").key
    assert key.rights == (AccessRight.READ, AccessRight.MANAGE)
