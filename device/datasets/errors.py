"""The refusal of a request on a dataset."""

from __future__ import annotations

from http import HTTPStatus

from okng.models.errors import OkngError


class DatasetError(OkngError):
    """The request on a dataset can't be carried out; the message says why."""

    http_status = HTTPStatus.CONFLICT
