"""Errors of the AWS connection."""

from __future__ import annotations

from http import HTTPStatus

from okng.models.errors import OkngError


class AwsConnectionError(OkngError):
    """The station can't be connected to AWS; the message says at which step and why."""

    http_status = HTTPStatus.BAD_GATEWAY


class NotConnectedError(AwsConnectionError):
    """The station was never connected to AWS."""

    http_status = HTTPStatus.CONFLICT


class NoAddressError(AwsConnectionError):
    """What was given is not the address of a device certificate."""

    http_status = HTTPStatus.UNPROCESSABLE_ENTITY
