"""Errors of the store in words: what is wrong, and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from okng.device.store.sync_settings import SyncSettings
from okng.models.errors import OkngError


class BucketError(OkngError):
    """A request that the bucket didn't carry out."""

    http_status = HTTPStatus.BAD_GATEWAY

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        """Short and fixed, for programs."""


class BucketUnusableError(BucketError):
    """No request can be carried out now: no network, wrong keys, no bucket."""


class ObjectRefusedError(BucketError):
    """The store refuses this request; it may take others."""


class ObjectExistsError(BucketError):
    """The key has another object already, which is not replaced."""


class MultipartGoneError(BucketError):
    """The store doesn't know the multipart upload any more."""


@dataclass(frozen=True)
class BucketAccess:
    """A bucket, by which credentials it is used, and what helps where that fails."""

    bucket: str
    store: str
    """Address of the store, or AWS."""
    credentials: str
    """Which ones they are, in words."""
    if_wrong_credentials: str
    if_missing_right: str
    if_no_bucket: str
    if_untrusted: str

    @classmethod
    def of_sync(cls, settings: SyncSettings) -> BucketAccess:
        """The bucket that the settings name for the exchange."""
        return cls(
            bucket=settings.bucket,
            store=settings.endpoint or "AWS",
            credentials=settings.credentials.in_words,
            if_wrong_credentials="check [sync.credentials]",
            if_missing_right="docs/sync.md names the rights that are needed",
            if_no_bucket="make it, or correct `bucket` of [sync]. "
            "Nothing is removed here meanwhile",
            if_untrusted="give the file of its authority as ca_certificate of [sync]",
        )


_WRONG_KEYS = {"InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "AuthFailure"}
_EXPIRED = {"ExpiredToken", "RequestExpired"}
_BUSY = {"SlowDown", "ServiceUnavailable", "InternalError", "RequestTimeout", "Throttling"}


def explain(error: Exception, access: BucketAccess) -> BucketError:
    """The error of boto3, as one of ours; one that it doesn't know is raised again."""
    from boto3.exceptions import S3UploadFailedError
    from botocore import exceptions

    store = access.store
    if isinstance(error, S3UploadFailedError) and isinstance(error.__context__, Exception):
        # An upload of a file wraps the error of the request that failed.
        error = error.__context__
    if isinstance(error, OkngError):
        # Of the station's connection to AWS, which gives the credentials.
        return BucketUnusableError("no_credentials", str(error))
    if isinstance(error, exceptions.ClientError):
        return _of_answer(error.response, access)
    if isinstance(error, exceptions.SSLError):
        return BucketUnusableError(
            "tls",
            f"{store}: the store's certificate is not trusted ({_reason(error)}); "
            f"{access.if_untrusted}",
        )
    if isinstance(
        error,
        exceptions.NoCredentialsError
        | exceptions.PartialCredentialsError
        | exceptions.CredentialRetrievalError
        | exceptions.MetadataRetrievalError,
    ):
        return BucketUnusableError(
            "no_credentials",
            f"no credentials for {store} were found ({_reason(error)}); "
            f"{access.if_wrong_credentials}",
        )
    if isinstance(error, exceptions.HTTPClientError | exceptions.ConnectionError):
        return BucketUnusableError(
            "no_network", f"{store} can't be reached, or the connection broke ({_reason(error)})"
        )
    if isinstance(error, exceptions.BotoCoreError):
        return BucketUnusableError(
            "no_store", f"what answers at {store} is no S3 store ({_reason(error)})"
        )
    raise error


def explain_request(client: Any, error: Exception, access: BucketAccess) -> BucketError:
    """As `explain`, for a client of boto3: where a right is missing, it looks for the bucket, since
    some stores refuse a request to a bucket that isn't there before they look for it."""
    explained = explain(error, access)
    if explained.code != "access_denied":
        return explained
    try:
        client.list_objects_v2(Bucket=access.bucket, MaxKeys=1)
    except Exception as listing_error:  # noqa: BLE001 - raised again by `explain` if it isn't known
        reason = explain(listing_error, access)
        return reason if reason.code == "no_bucket" else explained
    return explained


def _of_answer(response: dict[str, Any], access: BucketAccess) -> BucketError:
    code = str(response.get("Error", {}).get("Code", ""))
    message = str(response.get("Error", {}).get("Message", "")).strip()[:300]
    metadata = response.get("ResponseMetadata", {})
    status = metadata.get("HTTPStatusCode", 0)
    if code in ("PreconditionFailed", "412"):
        return ObjectExistsError("exists", "the bucket has another object under this key")
    if code == "NoSuchUpload":
        return MultipartGoneError("multipart_gone", "the store has given up the multipart upload")
    if code == "NoSuchBucket":
        return BucketUnusableError(
            "no_bucket",
            f"there is no bucket {access.bucket} at {access.store}; {access.if_no_bucket}",
        )
    if code == "NoSuchKey":
        return ObjectRefusedError("no_object", f"bucket {access.bucket} has no such object")
    if code == "RequestTimeTooSkewed":
        return BucketUnusableError("clock_skew", _skew_in_words(metadata))
    if code in _WRONG_KEYS:
        return BucketUnusableError(
            "wrong_keys",
            f"{access.store} does not accept {access.credentials} ({code}: {message}); "
            f"{access.if_wrong_credentials}",
        )
    if code in _EXPIRED:
        return BucketUnusableError(
            "expired_credentials",
            f"{access.credentials} has expired ({message}); {access.if_wrong_credentials}",
        )
    if code in ("AccessDenied", "403"):
        return ObjectRefusedError(
            "access_denied",
            f"{access.credentials} may not do this in bucket {access.bucket} ({message}); "
            f"{access.if_missing_right}",
        )
    if status >= 500 or code in _BUSY:
        return BucketUnusableError(
            "store_busy", f"the store can't serve requests now ({code or status}: {message})"
        )
    return ObjectRefusedError("refused", f"the store refused it ({code or status}: {message})")


def _skew_in_words(metadata: dict[str, Any]) -> str:
    advice = "stores refuse more than 15 minutes. Let the station's clock be set by NTP"
    try:
        theirs = parsedate_to_datetime(metadata["HTTPHeaders"]["date"])
        minutes = round((datetime.now(UTC) - theirs).total_seconds() / 60)
    except (KeyError, TypeError, ValueError):
        return f"the station's clock and the store's differ too much; {advice}"
    ahead = "ahead of" if minutes > 0 else "behind"
    return f"the station's clock is {abs(minutes)} minutes {ahead} the store's; {advice}"


def _reason(error: Exception) -> str:
    """The innermost reason: botocore wraps urllib3's errors, which wrap the system's."""
    inner = getattr(error, "kwargs", {}).get("error") or error
    return " ".join(str(inner).split())[:200]
