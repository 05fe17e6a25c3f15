"""Errors of reports."""

from __future__ import annotations

from http import HTTPStatus

from okng.models.errors import OkngError


class ReportError(OkngError):
    """A report can't be made or found; the message says why."""

    http_status = HTTPStatus.CONFLICT


class NoReportError(ReportError):
    """There is no such report."""

    http_status = HTTPStatus.NOT_FOUND
