"""Error of the exchange of models."""

from __future__ import annotations

from http import HTTPStatus

from okng.models.errors import OkngError


class PackageError(OkngError):
    """A model package can't be used, and nothing was changed; the message names it and why."""

    http_status = HTTPStatus.UNPROCESSABLE_ENTITY
