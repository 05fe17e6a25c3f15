"""Credentials for the store: one function for each kind that the settings know."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from okng.device.store.sync_settings import (
    AwsIotCredentials,
    CredentialsSettings,
    InstanceRoleCredentials,
    KeyCredentials,
    ProfileCredentials,
)
from okng.models.errors import OkngError

METADATA_TIMEOUT_S = 2
METADATA_ATTEMPTS = 3


class CredentialsError(OkngError):
    """The credentials in the settings can't be used; the message says why."""


def session_with(credentials: CredentialsSettings, data_dir: Path) -> Any:
    """A `boto3.Session` that signs with these credentials and renews them where they end.

    Raises:
        CredentialsError: boto3 is not installed, or there is no such profile.
        AwsConnectionError: the station is not connected to AWS.
    """
    try:
        import boto3  # noqa: F401
    except ImportError:
        raise CredentialsError(
            "the exchange with a bucket needs boto3: pip install 'okng[s3]'"
        ) from None
    match credentials:
        case KeyCredentials():
            return _of_keys(credentials)
        case ProfileCredentials():
            return _of_profile(credentials)
        case InstanceRoleCredentials():
            return _of_instance_role()
        case AwsIotCredentials():
            return _of_aws_iot(data_dir)


def _of_keys(credentials: KeyCredentials) -> Any:
    import boto3

    return boto3.Session(
        aws_access_key_id=credentials.access_key_id,
        aws_secret_access_key=credentials.secret_access_key.get_secret_value(),
    )


def _of_profile(credentials: ProfileCredentials) -> Any:
    import boto3
    from botocore.exceptions import ProfileNotFound
    from botocore.session import Session

    session = Session(profile=credentials.profile)
    if credentials.credentials_file is not None:
        session.set_config_variable("credentials_file", str(credentials.credentials_file))
    try:
        return boto3.Session(botocore_session=session)
    except ProfileNotFound:
        file = session.get_config_variable("credentials_file")
        raise CredentialsError(f"there is no profile {credentials.profile!r} in {file}") from None


def _of_instance_role() -> Any:
    """Only the role: keys in the environment or in files of the machine do not replace it."""
    import boto3
    from botocore.credentials import (
        ContainerProvider,
        CredentialResolver,
        InstanceMetadataProvider,
    )
    from botocore.session import Session
    from botocore.utils import InstanceMetadataFetcher

    session = Session()
    fetcher = InstanceMetadataFetcher(
        timeout=METADATA_TIMEOUT_S,
        num_attempts=METADATA_ATTEMPTS,
        user_agent=session.user_agent(),
        config={
            name: session.get_config_variable(name)
            for name in (
                "ec2_metadata_service_endpoint",
                "ec2_metadata_service_endpoint_mode",
                "ec2_metadata_v1_disabled",
            )
        },
    )
    providers = [ContainerProvider(), InstanceMetadataProvider(iam_role_fetcher=fetcher)]
    session.register_component("credential_provider", CredentialResolver(providers))
    return boto3.Session(botocore_session=session)


def _of_aws_iot(data_dir: Path) -> Any:
    import boto3
    from botocore.session import Session

    from okng.cloud_sync.aws_connection.session import refreshable_credentials

    session = Session()
    session._credentials = refreshable_credentials(data_dir)
    return boto3.Session(botocore_session=session)
