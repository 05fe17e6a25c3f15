"""Every refusal as JSON `{"message", "detail"}`: what was given, where, and what is allowed."""

from __future__ import annotations

import sqlite3
from typing import Any

from apiflask import APIFlask, HTTPError
from flask import request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, TooManyRequests

from okng.device.client import DeviceRefused, DeviceUnavailable
from okng.device.store.database import StoreError
from okng.device.store.datasets import DatasetError
from okng.device.store.regression import RegressionError
from okng.webui.access import ATTEMPTS
from okng.webui.broadcast import TooManyViewers
from okng.webui.pages import DOORS, door

Answer = tuple[dict[str, Any], int, Any]


def answer_errors(app: APIFlask) -> None:
    """Registers what answers each kind of error."""
    app.error_processor(_invalid_or_refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(ValidationError, lambda error: _answer(explain(error), 422))
    app.register_error_handler(OverflowError, _number_too_large)
    app.register_error_handler(TooManyRequests, _too_many)
    app.register_error_handler(RequestEntityTooLarge, _too_large)
    app.register_error_handler(DeviceUnavailable, lambda error: _answer(str(error), 503))
    app.register_error_handler(DeviceRefused, lambda error: _answer(str(error), 409))
    app.register_error_handler(DatasetError, lambda error: _answer(str(error), 409))
    app.register_error_handler(RegressionError, lambda error: _answer(str(error), 409))
    app.register_error_handler(TooManyViewers, lambda error: _answer(str(error), 503))
    app.register_error_handler(StoreError, lambda error: _answer(str(error), 503))
    app.register_error_handler(sqlite3.OperationalError, _store_busy_or_full)


def explain(error: ValidationError) -> str:
    """What pydantic refused, field by field."""
    return "; ".join(
        f"{'.'.join(map(str, one['loc'])) or 'it'}: {one['msg']}, given was {one['input']!r}"
        for one in error.errors(include_url=False, include_context=False)
    )


def _answer(message: str | None, status: int, detail: Any = None, headers: Any = None) -> Answer:
    return {"message": message, "detail": detail or {}}, status, headers or {}


def _invalid_or_refused(error: HTTPError) -> Answer:
    """`detail` of what pydantic refused is {location: {field: [problem]}}."""
    problems = [
        f"{field}: {problem}" if field != "_schema" else problem
        for fields in error.detail.values()
        if isinstance(fields, dict)
        for field, found in fields.items()
        for problem in found
    ]
    message = "; ".join(problems) or error.message
    return _answer(message, error.status_code, error.detail, error.headers)


def _http(error: HTTPException) -> Answer | tuple[str, int]:
    if request.endpoint in DOORS:
        return door(error.description or error.name, error.code or 500)
    headers = {name: value for name, value in error.get_headers() if name != "Content-Type"}
    return _answer(error.description or error.name, error.code or 500, headers=headers)


def _too_many(error: HTTPException) -> Answer | tuple[str, int]:
    message = f"Too many attempts; {ATTEMPTS} are allowed. Wait a minute."
    return door(message, 429) if request.endpoint in DOORS else _answer(message, 429)


def _too_large(error: HTTPException) -> Answer:
    allowed = request.max_content_length or 0
    return _answer(
        f"the request has {request.content_length} bytes; at most {allowed} are allowed here", 413
    )


def _number_too_large(error: Exception) -> Answer:
    return _answer(f"a number is out of range; at most {2**63 - 1} is allowed ({error})", 422)


def _store_busy_or_full(error: Exception) -> Answer:
    return _answer(f"the station's database can't do this now: {error}", 503)
