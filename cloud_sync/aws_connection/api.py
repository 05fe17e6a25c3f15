"""The AWS connection on the HTTP API: template, certificate, state."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response
from flask.typing import ResponseReturnValue
from pydantic import AwareDatetime, Field

from okng.cloud_sync.aws_connection.command import template
from okng.cloud_sync.aws_connection.connection import AwsConnection
from okng.cloud_sync.aws_connection.errors import AwsConnectionError, NotConnectedError
from okng.cloud_sync.aws_connection.store import AwsConnectionStore
from okng.device.settings.settings import StationSettings
from okng.models.strict_model import StrictModel

TEMPLATE_NAME = "okng-station.yaml"
MAX_URL = 8192
"""Characters: a signed address of AWS is long."""
_YAML: dict[int | str, dict[str, str | dict[str, dict[str, Any]]]] = {
    200: {"description": "YAML", "content": {"application/yaml": {}}}
}
_REFUSED = {502: "The address gives no certificate, or AWS no credentials; nothing was changed"}


class AwsState(StrictModel):
    """What the station is in AWS."""

    connection: AwsConnection | None
    """Null where the station is not connected."""
    problem: str | None = None
    """Why the stored connection can't be read; connecting again replaces it."""


class DeviceCertAddress(StrictModel):
    """Where the station's certificate is."""

    device_cert_url: str = Field(min_length=1, max_length=MAX_URL)
    """The stack's output `DeviceCertUrl`."""


class CredentialsValidity(StrictModel):
    """Credentials that AWS has just given to the station."""

    valid_until: AwareDatetime


def aws_api(settings: StationSettings) -> APIBlueprint:
    """The calls below `/api/v1/aws`."""
    aws = APIBlueprint("aws", __name__, tag="AWS", url_prefix="/aws")
    store = AwsConnectionStore(settings.data_dir)

    @aws.get("/template")
    @aws.doc(responses=_YAML)
    def get_template() -> Response:
        """Returns the CloudFormation template that creates the AWS resources of one station."""
        response = Response(template(), mimetype="application/yaml")
        response.headers["Content-Disposition"] = f'attachment; filename="{TEMPLATE_NAME}"'
        return response

    @aws.get("/connection")
    @aws.output(AwsState)
    def get_connection() -> AwsState:
        """Returns what the station is in AWS, without asking AWS."""
        try:
            return AwsState(connection=store.load())
        except AwsConnectionError as error:
            return AwsState(connection=None, problem=str(error))

    @aws.put("/connection")
    @aws.input(DeviceCertAddress, arg_name="address")
    @aws.output(AwsState)
    @aws.doc(responses=_REFUSED)
    def connect(address: DeviceCertAddress) -> AwsState:
        """Fetches the station's certificate, tries it with AWS, and stores both on success."""
        return AwsState(connection=store.connect(address.device_cert_url))

    @aws.post("/connection/check")
    @aws.output(CredentialsValidity)
    @aws.doc(responses=_REFUSED | {409: "The station is not connected to AWS"})
    def check() -> CredentialsValidity:
        """Asks AWS for temporary credentials, as the sync does."""
        connection = store.load()
        if connection is None:
            raise NotConnectedError("the station is not connected to AWS")
        return CredentialsValidity(valid_until=store.credentials(connection).expiration)

    @aws.delete("/connection")
    @aws.doc(responses={204: "Disconnected"})
    def disconnect() -> ResponseReturnValue:
        """Removes the station's certificate and key; the stack in AWS stays."""
        store.disconnect()
        return "", 204

    return aws
