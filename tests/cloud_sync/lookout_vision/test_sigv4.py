"""Signatures: those that botocore makes are right, and nothing that was changed is."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from okng.cloud_sync.lookout_vision.errors import (
    IncompleteSignatureError,
    InvalidSignatureError,
    MissingAuthenticationTokenError,
    UnrecognizedClientError,
    WrongCredentialsError,
)
from okng.cloud_sync.lookout_vision.sigv4 import SignedRequest, parse_credential, verify

KEY, SECRET = "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
BODY = b'{"ProjectName": "cells"}'
HOST = "station.local:8080"


def signed(
    target: str = "/2020-11-20/projects",
    body: bytes = BODY,
    service: str = "lookoutvision",
    token: str | None = None,
    **headers: str,
) -> SignedRequest:
    """A request that botocore has signed just now."""
    own = {"Content-Type": "application/json"}
    own |= {name.replace("_", "-"): text for name, text in headers.items()}
    request = AWSRequest(method="POST", url=f"https://{HOST}{target}", data=body, headers=own)
    SigV4Auth(Credentials(KEY, SECRET, token), service, "eu-central-1").add_auth(request)
    sent = {name.lower(): text for name, text in request.headers.items()}
    return SignedRequest("POST", target, {**sent, "host": HOST}, body, is_encrypted=False)


def check(request: SignedRequest, secret: str = SECRET, now: datetime | None = None) -> None:
    credential = parse_credential(request.headers.get("authorization"))
    verify(request, credential, secret, now or datetime.now(UTC))


def changed(request: SignedRequest, **headers: str) -> SignedRequest:
    new = {name.replace("_", "-"): text for name, text in headers.items()}
    return replace(request, headers={**request.headers, **new})


@pytest.mark.parametrize(
    "target",
    [
        "/2020-11-20/projects",
        "/2020-11-20/tags/arn%3Aaws%3Alookoutvision%3Aeu-central-1%3A000000000000%3Amodel%2Fp%2F1",
        "/2020-11-20/tags/x?tagKeys=b%20c&tagKeys=a&tagKeys=a%2Fb",
        "/2020-11-20/projects/p?sourceRefContains=a%20b%2F%C3%BC%2A~&nextToken=a%2B%2F%3D&labeled=",
    ],
)
def test_what_botocore_signs_is_right(target: str) -> None:
    check(signed(target))
    check(signed(target, body=b""))
    check(signed(target, X_Amzn_Client_Token="a  b", Amz_Sdk_Request="attempt=1"))


def test_a_signature_covers_all_that_counts() -> None:
    request = signed(X_Amzn_Client_Token="token")
    for other in (
        replace(request, method="DELETE"),
        replace(request, target="/2020-11-20/project"),
        replace(request, target="/2020-11-20/projects?maxResults=1"),
        replace(request, body=BODY + b" "),
        changed(request, host="other"),
        changed(request, content_type="text/plain"),
        changed(request, x_amzn_client_token="another"),
    ):
        with pytest.raises(InvalidSignatureError, match="does not match"):
            check(other)
    with pytest.raises(InvalidSignatureError, match="does not match"):
        check(request, secret="another")


def test_headers_that_nobody_signed_are_refused() -> None:
    for name in ("x_amzn_client_token", "x_amz_content_sha256", "x_amz_meta"):
        with pytest.raises(IncompleteSignatureError, match=name.replace("_", "-")):
            check(changed(signed(), **{name: hashlib.sha256(BODY).hexdigest()}))
    check(changed(signed(), x_amzn_trace_id="a proxy's"))
    check(changed(signed(), user_agent="anything"))


def test_an_old_or_early_request_is_refused() -> None:
    now = datetime.now(UTC)
    request = signed()
    check(request, now=now + timedelta(minutes=14))
    check(request, now=now - timedelta(minutes=14))
    with pytest.raises(InvalidSignatureError, match="Signature expired"):
        check(request, now=now + timedelta(minutes=16))
    with pytest.raises(InvalidSignatureError, match="not yet current"):
        check(request, now=now - timedelta(minutes=16))


@pytest.mark.parametrize("date", ["", "yesterday", "2020-11-20T12:00:00Z"])
def test_a_time_that_is_none_is_refused(date: str) -> None:
    with pytest.raises(IncompleteSignatureError, match="X-Amz-Date"):
        check(changed(signed(), x_amz_date=date))


def test_a_stated_hash_has_to_be_that_of_the_body() -> None:
    right = hashlib.sha256(BODY).hexdigest()
    request = signed(X_Amz_Content_SHA256=right)
    check(request)
    with pytest.raises(InvalidSignatureError, match="not the SHA-256"):
        check(replace(request, body=b"other"))
    with pytest.raises(InvalidSignatureError, match="SHA-256 of the body is needed"):
        check(signed(X_Amz_Content_SHA256="STREAMING-AWS4-HMAC-SHA256-PAYLOAD"))


def test_an_unsigned_body_comes_by_https_only() -> None:
    request = signed(X_Amz_Content_SHA256="UNSIGNED-PAYLOAD")
    with pytest.raises(InvalidSignatureError, match="HTTPS only"):
        check(request)
    check(replace(request, is_encrypted=True))


def test_keys_of_other_services_and_temporary_ones_are_refused() -> None:
    with pytest.raises(InvalidSignatureError, match="correct service"):
        check(signed(service="s3"))
    with pytest.raises(UnrecognizedClientError, match="security token"):
        check(signed(token="temporary"))


@pytest.mark.parametrize(
    "authorization",
    [
        "AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256 Credential=AKIA/20201120/x/lookoutvision/aws4_request",
        "AWS4-HMAC-SHA256 Credential=A/1/x/lookoutvision/aws4_request, SignedHeaders=host, "
        "Signature=00",
        "AWS4-HMAC-SHA256 Credential=A/20201120/x/lookoutvision/aws4_request, SignedHeaders=host, "
        f"Signature={'0' * 64}, AWS4-HMAC-SHA256 Credential=B",
    ],
)
def test_half_an_authorization_is_refused(authorization: str) -> None:
    with pytest.raises(IncompleteSignatureError):
        parse_credential(authorization)


@pytest.mark.parametrize("authorization", [None, "", "Bearer okng_x", "Basic eDp5"])
def test_no_signature_is_refused(authorization: str | None) -> None:
    with pytest.raises(MissingAuthenticationTokenError):
        parse_credential(authorization)


def test_signed_headers_are_there_sorted_and_named_once() -> None:
    request = signed()
    authorization = request.headers["authorization"]
    names = "content-type;host;x-amz-date"
    for other in ("host;content-type;x-amz-date", f"{names};x-amz-date", "content-type;x-amz-date"):
        with pytest.raises(WrongCredentialsError):
            check(changed(request, authorization=authorization.replace(names, other)))
    with pytest.raises(InvalidSignatureError, match="lacks signed headers: date"):
        check(changed(request, authorization=authorization.replace("type;host", "type;date;host")))
