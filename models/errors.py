"""Base classes of all errors that okng itself raises."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any


class OkngError(Exception):
    """A request that can't be done; the message is a whole sentence for the person who made it.

    The command line shows the message without a traceback. The HTTP API answers with the message
    and the status of the class; a class without a status counts as an internal error there.
    """

    http_status: HTTPStatus = HTTPStatus.INTERNAL_SERVER_ERROR
    retry_after_s: int | None = None
    """Seconds after which another try makes sense; None where that is not known."""
    detail: Mapping[str, Any] = MappingProxyType({})
    """What a program needs besides the message, as JSON of the HTTP API's `detail`."""


class JudgementError(OkngError, RuntimeError):
    """The model's outputs are not usable, so the part could not be judged."""


class ImportedModelError(OkngError, ValueError):
    """A model file that cannot be imported; the message says what it has and what is needed."""
