"""Credentials for boto3 that are refreshed before they end."""

from __future__ import annotations

from pathlib import Path

from botocore.credentials import DeferredRefreshableCredentials, RefreshableCredentials

from okng.cloud_sync.aws_connection.errors import AwsConnectionError
from okng.cloud_sync.aws_connection.store import AwsConnectionStore

METHOD = "okng-aws-connection"


def refreshable_credentials(data_dir: Path) -> RefreshableCredentials:
    """Credentials of the connection of this data directory; fetched at their first use.

    botocore asks for new ones in the last fifteen minutes of the present ones, and goes on with
    those if AWS can't be reached then.

    Raises:
        AwsConnectionError: the station isn't connected to AWS.
    """
    store = AwsConnectionStore(data_dir)
    connection = store.load()
    if connection is None:
        raise AwsConnectionError(
            "the station is not connected to AWS: `okng aws connect`, or Connect to AWS on its page"
        )

    def refresh() -> dict[str, str]:
        credentials = store.credentials(connection)
        return {
            "access_key": credentials.access_key_id,
            "secret_key": credentials.secret_access_key,
            "token": credentials.session_token,
            "expiry_time": credentials.expiration.isoformat(),
        }

    # A station without a network starts, too.
    return DeferredRefreshableCredentials(refresh, METHOD)
