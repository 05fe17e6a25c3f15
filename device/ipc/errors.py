"""The refusal of a command by the process that serves it."""

from __future__ import annotations

from http import HTTPStatus

from okng.models.errors import OkngError


class RefusedError(OkngError):
    """The process doesn't do what was asked; the message says why, for the person who asked."""

    http_status = HTTPStatus.CONFLICT


class TooManyCommandsError(RefusedError):
    """As many commands wait already as may; nothing was done."""

    http_status = HTTPStatus.SERVICE_UNAVAILABLE
    retry_after_s = 1
