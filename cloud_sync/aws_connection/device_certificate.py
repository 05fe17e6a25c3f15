"""The device certificate's document, to which the stack's output `DeviceCertUrl` points."""

from __future__ import annotations

import ssl
from typing import Literal

from pydantic import Field, ValidationError, field_validator

from okng.cloud_sync.aws_connection.errors import AwsConnectionError
from okng.cloud_sync.aws_connection.https import get
from okng.models.strict_model import StrictModel

_HOST = r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$"
_IOT_NAME = r"^[a-zA-Z0-9:_=,@-]{1,128}$"


class DeviceCertificate(StrictModel):
    """What `cloudformation.yaml` makes for one station."""

    format: Literal[1]
    certificate: str
    """The X.509 certificate of the station, PEM."""
    private_key: str = Field(repr=False)
    """Its private key, PEM."""
    thing: str = Field(pattern=_IOT_NAME)
    """Name of the station's thing in AWS IoT."""
    role_alias: str = Field(pattern=_IOT_NAME)
    credentials_endpoint: str = Field(pattern=_HOST)
    """Host of the account's IoT credentials provider."""
    region: str = Field(pattern=r"^[a-z0-9-]{1,32}$")
    bucket: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")

    @field_validator("certificate")
    @classmethod
    def _is_certificate(cls, pem: str) -> str:
        try:
            ssl.PEM_cert_to_DER_cert(pem.strip())
        except ValueError:
            raise ValueError("is not a certificate in PEM format") from None
        return pem

    @field_validator("private_key")
    @classmethod
    def _is_private_key(cls, pem: str) -> str:
        if "PRIVATE KEY-----" not in pem or "ENCRYPTED" in pem:
            raise ValueError("is not a private key in PEM format without a password")
        return pem


def fetch_device_certificate(url: str) -> DeviceCertificate:
    """Fetches the document from the address that the stack gives.

    Raises:
        AwsConnectionError: the address can't be read, or gives something else.
    """
    body = get(url.strip(), ssl.create_default_context())
    try:
        return DeviceCertificate.model_validate_json(body)
    except ValidationError as error:
        raise AwsConnectionError(
            "the address gives no device certificate of okng: "
            + "; ".join(_problem(problem) for problem in error.errors(include_input=False))
            + ". Paste the output DeviceCertUrl of the stack"
        ) from None


def _problem(problem: object) -> str:
    """One problem in words, without the value: it may be a key."""
    match problem:
        case {"loc": (key, *_), "msg": message}:
            return f"{key}: {message}"
        case {"msg": message}:
            return str(message)
    return str(problem)
