"""Error handlers: every refusal is JSON `{"message", "detail"}`, naming what is allowed."""

from __future__ import annotations

import sqlite3
from http import HTTPStatus
from typing import Any

from apiflask import APIFlask, HTTPError
from flask import render_template, request
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, TooManyRequests

from okng.device.settings.errors import unknown_setting
from okng.device.settings.fields import place
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain as explain_fault
from okng.models.errors import OkngError
from okng.webui.pages import FORM_ENDPOINTS, form_with_error, pages

Answer = tuple[dict[str, Any], int, Any]


def handle_errors(app: APIFlask) -> None:
    """Registers the handler of each kind of error."""
    app.error_processor(_invalid_or_refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(ValidationError, lambda error: _answer(explain(error), 422))
    app.register_error_handler(OverflowError, _number_too_large)
    app.register_error_handler(TooManyRequests, _too_many)
    app.register_error_handler(RequestEntityTooLarge, _too_large)
    app.register_error_handler(OkngError, _of_class)
    app.register_error_handler(StoreError, _store_fault)
    app.register_error_handler(sqlite3.DatabaseError, _store_fault)


def explain(error: ValidationError, root: type[BaseModel] | None = None) -> str:
    """Explains a validation error of pydantic, one sentence for each field.

    Args:
        error: The validation error.
        root: The class that was validated; used to suggest a name for an unknown setting.
    """
    return "; ".join(
        _explain(problem, root)
        for problem in error.errors(include_url=False, include_context=False)
    )


def _explain(problem: ErrorDetails, root: type[BaseModel] | None) -> str:
    where = ".".join(map(str, problem["loc"])) or "it"
    if problem["type"] == "extra_forbidden":
        at = place(root, problem["loc"]) if root else None
        name = problem["loc"][-1]
        return f"{where}: " + (unknown_setting(at) if at else f'unknown setting "{name}"')
    return f"{where}: {problem['msg']}, given was {problem['input']!r}"


def _answer(message: str | None, status: int, detail: Any = None, headers: Any = None) -> Answer:
    return {"message": message, "detail": detail or {}}, status, headers or {}


def _invalid_or_refused(error: HTTPError) -> Answer:
    """Handles APIFlask's errors; validation gives `detail` as {location: {field: [problem]}}."""
    problems = [
        f"{field}: {problem}" if field != "_schema" else problem
        for fields in error.detail.values()
        if isinstance(fields, dict)
        for field, messages in fields.items()
        for problem in messages
    ]
    message = "; ".join(problems) or error.message
    return _answer(message, error.status_code, error.detail, error.headers)


def _http(error: HTTPException) -> Answer | tuple[str, int]:
    if request.endpoint in FORM_ENDPOINTS:
        return form_with_error(error.description or error.name, error.code or 500)
    headers = {name: value for name, value in error.get_headers() if name != "Content-Type"}
    return _answer(error.description or error.name, error.code or 500, headers=headers)


def _too_many(error: TooManyRequests) -> Answer | tuple[str, int, Any]:
    headers = {"Retry-After": str(error.retry_after)}
    if request.endpoint in FORM_ENDPOINTS:
        return *form_with_error(str(error.description), 429), headers
    return _answer(error.description, 429, headers=headers)


def _too_large(error: HTTPException) -> Answer:
    allowed = request.max_content_length or 0
    return _answer(
        f"the request has {request.content_length} bytes; at most {allowed} are allowed here", 413
    )


def _of_class(error: OkngError) -> Answer:
    """Answers with the status of the error's class; without one, Flask logs the traceback."""
    if error.http_status == HTTPStatus.INTERNAL_SERVER_ERROR:
        raise error
    headers = {"Retry-After": str(error.retry_after_s)} if error.retry_after_s else {}
    return _answer(str(error), error.http_status, dict(error.detail), headers)


def _number_too_large(error: Exception) -> Answer:
    return _answer(f"a number is out of range; at most {2**63 - 1} is allowed ({error})", 422)


def _store_fault(error: Exception) -> Answer | tuple[str, int]:
    """Answers 503 with a sentence about the store: as JSON, or as a page if one was requested."""
    if isinstance(error, (sqlite3.IntegrityError, sqlite3.ProgrammingError)):
        raise error
    sentence = f"The station's store can't do this now: {explain_fault(error)}."
    if request.blueprint == pages.name:
        return render_template("store_fault.html", sentence=sentence), 503
    return _answer(sentence, 503)
