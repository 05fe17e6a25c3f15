"""S3 as the station reaches it: by its settings, its connection to AWS, or boto3's usual places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from okng.cloud_sync.aws_connection.store import AwsConnectionStore
from okng.cloud_sync.credentials import CredentialsError, session_with
from okng.cloud_sync.object_store.errors import BucketAccess, BucketError, explain_request
from okng.cloud_sync.object_store.s3_client import s3_client
from okng.device.store.sync_settings import AwsIotCredentials, SyncSettings

ATTEMPTS = 5
"""How often a request is sent at most."""
TO_READ = "reading needs s3:ListBucket on the bucket and s3:GetObject on its objects"
TO_WRITE = "writing needs s3:PutObject on its objects"
_ONLY_OWN_BUCKET = (
    "; the stack lets the station use its own bucket, and read the one of its parameter "
    "ImportBucket (docs/aws.md)"
)


@dataclass(frozen=True)
class StationS3:
    """A client for all buckets that the station's credentials may use."""

    client: Any
    credentials: str
    """Which ones they are, in words."""
    if_wrong_credentials: str
    if_untrusted: str
    if_missing_right: str = ""

    def explain(self, error: Exception, bucket: str, rights: str) -> BucketError:
        """The error of botocore, as one of ours; one that it doesn't know is raised again.

        Args:
            error: of a request to the bucket.
            bucket: its name.
            rights: what the request needs, in words.
        """
        endpoint = str(self.client.meta.endpoint_url)
        return explain_request(
            self.client,
            error,
            BucketAccess(
                bucket=bucket,
                store="AWS" if endpoint.endswith(".amazonaws.com") else endpoint,
                credentials=self.credentials,
                if_wrong_credentials=self.if_wrong_credentials,
                if_missing_right=f"{rights}{self.if_missing_right}",
                if_no_bucket="check the name, and the endpoint and region that are used",
                if_untrusted=self.if_untrusted,
            ),
        )


def open_station_s3(data_dir: Path, sync: SyncSettings | None) -> StationS3:
    """The client with the credentials of `[sync]`; without that table those of the station's
    connection to AWS; without both, as boto3 is configured for the user of the process.

    Raises:
        CredentialsError: boto3 is not installed, or its configuration or profile can't be used.
        AwsConnectionError: the station's connection can't be used.
    """
    settings = sync or _of_connection(data_dir)
    if settings is None:
        return _as_boto3_is_configured()
    session = session_with(settings.credentials, data_dir)
    is_connection = isinstance(settings.credentials, AwsIotCredentials)
    return StationS3(
        s3_client(settings, session, ATTEMPTS),
        settings.credentials.in_words,
        if_wrong_credentials="check `okng aws status`"
        if is_connection
        else "check endpoint and credentials of [sync]",
        if_untrusted="give the file of its authority as ca_certificate of [sync]",
        if_missing_right=_ONLY_OWN_BUCKET if is_connection else "",
    )


def _of_connection(data_dir: Path) -> SyncSettings | None:
    connection = AwsConnectionStore(data_dir).load()
    if connection is None:
        return None
    return SyncSettings(
        bucket=connection.bucket, region=connection.region, credentials=AwsIotCredentials()
    )


def _as_boto3_is_configured() -> StationS3:
    try:
        import boto3
        from botocore.config import Config
        from botocore.exceptions import BotoCoreError
    except ImportError:
        raise CredentialsError("S3 needs boto3: pip install 'okng[s3]'") from None
    retries = Config(retries={"total_max_attempts": ATTEMPTS, "mode": "standard"})
    try:
        # Not the default session, which keeps the credentials that it found first.
        client = boto3.Session().client("s3", config=retries)
    except (BotoCoreError, ValueError) as error:
        raise CredentialsError(f"boto3's configuration can't be used: {error}") from None
    return StationS3(
        client,
        "what boto3 is configured with (AWS_ACCESS_KEY_ID, AWS_PROFILE, ~/.aws)",
        if_wrong_credentials="the settings have no [sync] and the station has no connection to "
        "AWS, so boto3's own configuration was used: set up one of the three",
        if_untrusted="give the file of its authority as AWS_CA_BUNDLE",
    )
