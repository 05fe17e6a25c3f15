"""AWS Signature Version 4: whether a request was signed with the secret of a key of the station.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes

from okng.cloud_sync.lookout_vision.errors import (
    IncompleteSignatureError,
    InvalidSignatureError,
    MissingAuthenticationTokenError,
    UnrecognizedClientError,
)

ALGORITHM = "AWS4-HMAC-SHA256"
SERVICE = "lookoutvision"
UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD"
MAX_SKEW = timedelta(minutes=15)
"""How much a request's time may differ from the station's."""
TIMESTAMP = "%Y%m%dT%H%M%SZ"

_AUTHORIZATION = re.compile(
    rf"{ALGORITHM} Credential=(?P<key>[\w+=,.@-]{{1,128}})/(?P<date>\d{{8}})/"
    r"(?P<region>[a-z0-9-]{1,64})/(?P<service>[a-z0-9-]{1,64})/aws4_request, ?"
    r"SignedHeaders=(?P<headers>[a-z0-9;-]{1,4096}), ?Signature=(?P<signature>[0-9a-f]{64})",
    re.ASCII,
)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NOT_SIGNED = frozenset({"x-amzn-trace-id"})
"""Proxies add it on the way."""


@dataclass(frozen=True)
class SignedRequest:
    """What a signature covers of a request."""

    method: str
    target: str
    """Path and query as they were sent, percent-encoded."""
    headers: Mapping[str, str]
    """By name in lower case."""
    body: bytes
    is_encrypted: bool
    """Whether it came by HTTPS."""


class Credential(NamedTuple):
    """What the header `Authorization` says of the signer."""

    key_id: str
    date: str
    region: str
    service: str
    signed_headers: tuple[str, ...]
    signature: str

    @property
    def scope(self) -> str:
        """The credential scope, which the signing key is derived for."""
        return f"{self.date}/{self.region}/{self.service}/aws4_request"


def parse_credential(authorization: str | None) -> Credential:
    """Parses the header `Authorization`.

    Raises:
        MissingAuthenticationTokenError: it is missing or of another scheme.
        IncompleteSignatureError: it is not whole.
    """
    if not authorization or not authorization.startswith(ALGORITHM):
        raise MissingAuthenticationTokenError(
            "Missing Authentication Token: sign the request with an access key of the station "
            f"({ALGORITHM} in the header Authorization)"
        )
    match = _AUTHORIZATION.fullmatch(authorization)
    if match is None:
        raise IncompleteSignatureError(
            f"The header Authorization must be '{ALGORITHM} Credential=KEY/DATE/REGION/{SERVICE}/"
            "aws4_request, SignedHeaders=..., Signature=...'"
        )
    key_id, date, region, service, headers, signature = match.groups()
    return Credential(key_id, date, region, service, tuple(headers.split(";")), signature)


def verify(request: SignedRequest, credential: Credential, secret: str, now: datetime) -> datetime:
    """Checks time, scope, what is signed, and the signature itself in constant time.

    Returns when the signature is refused for its age.

    Raises:
        WrongCredentialsError: of the class that says what is wrong.
    """
    signed_at = _check_time(request, credential, now)
    _check_coverage(request, credential)
    expected = sign(request, credential, secret, _payload_hash(request))
    if not hmac.compare_digest(expected, credential.signature):
        raise InvalidSignatureError(
            "The request signature we calculated does not match the signature you provided. "
            "Check your secret access key and signing method."
        )
    return signed_at + MAX_SKEW


def sign(request: SignedRequest, credential: Credential, secret: str, payload_hash: str) -> str:
    """The signature that the request must have, in hexadecimal."""
    canonical = "\n".join(
        (
            request.method,
            _canonical_path(request.target.partition("?")[0]),
            _canonical_query(request.target.partition("?")[2]),
            *(
                f"{name}:{' '.join(request.headers[name].split())}"
                for name in credential.signed_headers
            ),
            "",
            ";".join(credential.signed_headers),
            payload_hash,
        )
    )
    timestamp = request.headers["x-amz-date"]
    to_sign = "\n".join((ALGORITHM, timestamp, credential.scope, _sha256(canonical.encode())))
    key = f"AWS4{secret}".encode()
    for part in credential.scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    return hmac.digest(key, to_sign.encode(), "sha256").hex()


def _check_time(request: SignedRequest, credential: Credential, now: datetime) -> datetime:
    """The time of `X-Amz-Date`, which must be near the station's and on the scope's day."""
    text = request.headers.get("x-amz-date", "")
    try:
        signed_at = datetime.strptime(text, TIMESTAMP).replace(tzinfo=UTC)
    except ValueError:
        raise IncompleteSignatureError(
            f"The header X-Amz-Date is {text!r}; a time like 20201120T120000Z is needed"
        ) from None
    if abs(now - signed_at) > MAX_SKEW:
        later = signed_at > now
        limit = now + MAX_SKEW if later else now - MAX_SKEW
        raise InvalidSignatureError(
            f"Signature {'not yet current' if later else 'expired'}: {text} is now "
            f"{'later' if later else 'earlier'} than {limit:{TIMESTAMP}} "
            f"({now:{TIMESTAMP}} {'+' if later else '-'} 15 min.)"
        )
    if credential.date != text[:8]:
        raise InvalidSignatureError(
            f"The credential's date is {credential.date}, that of the request {text[:8]}"
        )
    if credential.service != SERVICE:
        raise InvalidSignatureError(
            f"Credential should be scoped to correct service: '{SERVICE}', "
            f"not '{credential.service}'"
        )
    return signed_at


def _check_coverage(request: SignedRequest, credential: Credential) -> None:
    """Whatever the station goes by must be signed, so that nobody on the way can change it."""
    signed = credential.signed_headers
    if list(signed) != sorted(set(signed)):
        raise IncompleteSignatureError("SignedHeaders must be sorted, each named once")
    if absent := [name for name in signed if name not in request.headers]:
        raise InvalidSignatureError(f"The request lacks signed headers: {', '.join(absent)}")
    needed = {"host"} | {
        name
        for name in request.headers
        if name.startswith(("x-amz-", "x-amzn-")) or name == "content-type"
    }
    if unsigned := sorted(needed - _NOT_SIGNED - set(signed)):
        raise IncompleteSignatureError(f"SignedHeaders must have {', '.join(unsigned)}, too")
    if "x-amz-security-token" in request.headers:
        raise UnrecognizedClientError(
            "The security token included in the request is invalid: keys of the station have none"
        )


def _payload_hash(request: SignedRequest) -> str:
    """The hash of the body that is signed; of a body that isn't, the word for it."""
    stated = request.headers.get("x-amz-content-sha256")
    if stated == UNSIGNED_PAYLOAD:
        if not request.is_encrypted:
            raise InvalidSignatureError(
                f"{UNSIGNED_PAYLOAD} is allowed by HTTPS only: sign the body as well"
            )
        return stated
    if stated is not None and not _SHA256.fullmatch(stated):
        raise InvalidSignatureError(
            f"X-Amz-Content-SHA256 is {stated[:64]!r}; the SHA-256 of the body is needed"
        )
    actual = _sha256(request.body)
    if stated is not None and not hmac.compare_digest(stated, actual):
        raise InvalidSignatureError("X-Amz-Content-SHA256 is not the SHA-256 of the body")
    return actual


def _canonical_path(path: str) -> str:
    """Encoded once more, as all services but S3 have it; addresses with dots are refused before."""
    return quote(path, safe="/~")


def _canonical_query(query: str) -> str:
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    return "&".join(
        f"{name}={value}"
        for name, value in sorted((_encoded(name), _encoded(value)) for name, _, value in pairs)
    )


def _encoded(text: str) -> str:
    return quote(unquote_to_bytes(text), safe="-_.~")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
