"""Refusals of the hosting process, each with the HTTP status that fits."""

from __future__ import annotations

from http import HTTPStatus

from okng.device.ipc.errors import RefusedError


class HostingError(RefusedError):
    """The hosting process refuses; a subclass says of what kind the refusal is."""


class NotOnStationError(HostingError):
    """The station has no such model or recipe."""

    http_status = HTTPStatus.NOT_FOUND


class NotHostedError(HostingError):
    """The model isn't hosted now, and was not to be started on demand."""


class HostingStateError(HostingError):
    """The model's status allows no such change."""


class HostingMemoryError(HostingError):
    """The model doesn't fit into the memory that hosted models may take."""

    http_status = HTTPStatus.INSUFFICIENT_STORAGE


class QueueFullError(HostingError):
    """As many pictures wait as may; another try makes sense soon."""

    http_status = HTTPStatus.SERVICE_UNAVAILABLE
    retry_after_s = 1


class UnusablePictureError(HostingError):
    """The data is no picture that okng reads, or not one of the given shape."""

    http_status = HTTPStatus.UNPROCESSABLE_ENTITY


class HugePictureError(HostingError):
    """The picture has more pixels, or takes more memory to decode, than is allowed."""

    http_status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
