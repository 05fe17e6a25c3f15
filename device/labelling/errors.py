"""The refusals of requests on labelling jobs."""

from __future__ import annotations

from http import HTTPStatus

from okng.models.errors import OkngError


class LabellingError(OkngError):
    """The request on a labelling job can't be carried out; the message says why."""

    http_status = HTTPStatus.CONFLICT


class NoLabellingJobError(LabellingError):
    """There is no labelling job, or no answer, with that number."""

    http_status = HTTPStatus.NOT_FOUND


class LabellingRequestError(LabellingError):
    """The request contradicts itself or the job; the message says what is allowed."""

    http_status = HTTPStatus.UNPROCESSABLE_ENTITY
