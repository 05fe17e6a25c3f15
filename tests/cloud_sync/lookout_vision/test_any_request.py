"""Whatever a client with a key sends, the answer is one of the service, and never a fault."""

from __future__ import annotations

import hashlib
import json
import string
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okng.cloud_sync.lookout_vision.operations import OPERATIONS, VERSION
from okng.cloud_sync.lookout_vision.sigv4 import TIMESTAMP, Credential, SignedRequest, sign
from okng.device.settings.settings import StationSettings
from okng.device.store.access_keys import AccessKeyRequest, AccessKeys, KeyWithSecret
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode

NAMES = st.sampled_from(["cells", "1", "latest", "train", "test", "job-1"]) | st.text(max_size=80)
WORDS = st.text(alphabet=string.printable, max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
MEMBERS = st.sampled_from(
    (
        *("ProjectName", "DatasetType", "DatasetSource", "Changes", "OutputConfig", "Tags"),
        *("JobName", "MinInferenceUnits", "Configuration", "Description", "ModelVersion"),
    )
)
BODIES = st.binary(max_size=200) | st.dictionaries(MEMBERS, VALUES, max_size=4).map(
    lambda document: json.dumps(document).encode()
)
QUERY_NAMES = ["labeled", "maxResults", "nextToken", "createdBefore", "tagKeys", "x"]
QUERIES = st.dictionaries(st.sampled_from(QUERY_NAMES), WORDS, max_size=3)
TOKENS = st.none() | st.text(string.ascii_letters + "-,;=\t ", max_size=70)


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Flask, KeyWithSecret]]:
    data_dir = tmp_path_factory.mktemp("any") / "data"
    with tempfile.TemporaryDirectory(prefix="okng-") as run_dir:
        app = create_app(
            StationSettings(data_dir=data_dir, run_dir=Path(run_dir)), ClaimCode("claim")
        )
        yield app, AccessKeys(data_dir).issue(AccessKeyRequest(title="tests"), "tests")


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(OPERATIONS)),
    st.lists(NAMES, min_size=3, max_size=3),
    QUERIES,
    BODIES,
    TOKENS,
)
def test_no_request_is_a_fault(
    station: tuple[Flask, KeyWithSecret],
    name: str,
    names: list[str],
    query: dict[str, str],
    body: bytes,
    token: str | None,
) -> None:
    operation = OPERATIONS[name]
    path, left = operation.path, iter(names)
    while "{" in path:
        start, end = path.index("{"), path.index("}")
        path = path[:start] + quote(next(left), safe="") + path[end + 1 :]
    target = f"/{VERSION}/{path}"
    if query:
        target += "?" + "&".join(f"{key}={quote(text, safe='')}" for key, text in query.items())
    answer = _send(station, operation.method, target, body, token)
    assert answer.status_code < 500 or "okng host" in answer.text, answer.text
    if answer.status_code >= 300:
        assert answer.headers["x-amzn-ErrorType"].endswith("Exception")
        assert json.loads(answer.data)["Message"]


def test_the_signature_is_not_what_is_refused(station: tuple[Flask, KeyWithSecret]) -> None:
    made = _send(station, "POST", f"/{VERSION}/projects", b'{"ProjectName": "cells"}', "token")
    assert made.status_code == 200, made.text
    assert _send(station, "GET", f"/{VERSION}/projects/cells", b"", None).status_code == 200


def _send(
    station: tuple[Flask, KeyWithSecret], method: str, target: str, body: bytes, token: str | None
) -> Any:
    """Signs a request as it is and sends it through the application."""
    app, (key, secret) = station
    now = datetime.now(UTC)
    headers = {
        "host": "localhost",
        "content-type": "application/json",
        "x-amz-date": now.strftime(TIMESTAMP),
    }
    if token is not None:
        headers["x-amzn-client-token"] = token
    credential = Credential(
        key.key_id, f"{now:%Y%m%d}", "eu-central-1", "lookoutvision", tuple(sorted(headers)), ""
    )
    request = SignedRequest(method, target, headers, body, is_encrypted=False)
    signature = sign(request, credential, secret, hashlib.sha256(body).hexdigest())
    authorization = (
        f"AWS4-HMAC-SHA256 Credential={key.key_id}/{credential.scope}, "
        f"SignedHeaders={';'.join(credential.signed_headers)}, Signature={signature}"
    )
    return app.test_client().open(
        target, method=method, data=body, headers={**headers, "Authorization": authorization}
    )
