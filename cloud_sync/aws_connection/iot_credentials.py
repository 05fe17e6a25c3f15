"""Temporary credentials of the AWS IoT credentials provider, for the station's certificate.

https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html
"""

from __future__ import annotations

import ssl
from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from okng.cloud_sync.aws_connection.connection import AwsConnection
from okng.cloud_sync.aws_connection.errors import AwsConnectionError
from okng.cloud_sync.aws_connection.https import get


class TemporaryCredentials(BaseModel):
    """Credentials that end; keys that AWS may add are ignored."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel)

    access_key_id: str
    secret_access_key: str = Field(repr=False)
    session_token: str = Field(repr=False)
    expiration: datetime
    """UTC."""


class _Answer(BaseModel):
    credentials: TemporaryCredentials


def fetch_credentials(connection: AwsConnection, context: ssl.SSLContext) -> TemporaryCredentials:
    """Asks for credentials once.

    Args:
        connection: Names the account's endpoint, the role alias and the thing.
        context: TLS with the station's certificate.

    Raises:
        AwsConnectionError: AWS can't be reached, refuses the certificate, or answers otherwise.
    """
    url = (
        f"https://{connection.credentials_endpoint}"
        f"/role-aliases/{connection.role_alias}/credentials"
    )
    try:
        body = get(url, context, {"x-amzn-iot-thingname": connection.thing})
    except AwsConnectionError as error:
        raise AwsConnectionError(
            f"AWS gave no credentials for the station's certificate: {error}"
        ) from error
    try:
        return _Answer.model_validate_json(body).credentials
    except ValidationError:
        raise AwsConnectionError(
            f"{connection.credentials_endpoint} answered with something else than credentials"
        ) from None
