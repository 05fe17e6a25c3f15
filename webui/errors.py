"""Error handlers: every refusal is JSON `{"message", "detail"}`, naming what is allowed."""

from __future__ import annotations

import sqlite3
from http import HTTPStatus
from typing import Any

from apiflask import APIFlask, HTTPError
from flask import current_app, render_template, request
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, TooManyRequests

from okng.device.settings.errors import unknown_setting
from okng.device.settings.fields import place
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain as explain_fault
from okng.models.errors import OkngError
from okng.models.validation_words import dotted, given, place_of, requirement
from okng.webui.field_words import field_words, unit
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
    """Explains a validation error of pydantic in the words of the pages, a sentence for each field.

    Args:
        error: The validation error.
        root: The class that was validated; used to suggest a name for an unknown setting.
    """
    problems = error.errors(include_url=False)
    return "; ".join(
        _sentence(field_words(place_of(problem)), problem, root) for problem in problems
    )


def _sentence(name: str, problem: ErrorDetails, root: type[BaseModel] | None) -> str:
    """`Exposure: must be at most 10,000,000 µs; you gave 99,999,999 µs`."""
    told = _what_is_wrong(problem, root)
    if not name or problem["type"] == "extra_forbidden":
        return told
    value = given(problem, unit(_field(problem)))
    return f"{name}: {told}; you gave {value}" if value else f"{name}: {told}"


def _what_is_wrong(problem: ErrorDetails, root: type[BaseModel] | None) -> str:
    if problem["type"] != "extra_forbidden":
        return requirement(problem, unit(_field(problem)))
    at = place(root, problem["loc"]) if root else None
    return unknown_setting(at) if at else f'unknown setting "{_field(problem)}"'


def _field(problem: ErrorDetails) -> str:
    return str((place_of(problem) or ("",))[-1])


def _answer(message: str | None, status: int, detail: Any = None, headers: Any = None) -> Answer:
    return {"message": message, "detail": detail or {}}, status, headers or {}


def _invalid_or_refused(error: HTTPError) -> Answer:
    """Handles APIFlask's errors; validation gives `detail` as {location: {field: [problem]}}."""
    cause = error.__cause__
    if not isinstance(cause, ValidationError):
        return _answer(error.message, error.status_code, error.detail, error.headers)
    (location,) = error.detail
    root = _schema_of(location)
    problems = cause.errors(include_url=False)
    fields: dict[str, list[str]] = {}
    for problem in problems:
        fields.setdefault(dotted(problem) or "_schema", []).append(_what_is_wrong(problem, root))
    # Whoever writes an address knows its parameters by their names, others know the pages.
    message = (
        "; ".join(_sentence(dotted(problem), problem, root) for problem in problems)
        if location == "query"
        else explain(cause, root)
    )
    return _answer(message, error.status_code, {location: fields}, error.headers)


def _schema_of(location: str) -> type[BaseModel] | None:
    """The class that the view reads this part of the request by, as APIFlask notes it there."""
    spec = getattr(current_app.view_functions[request.endpoint or ""], "_spec", {})
    schemas = {where: schema for schema, where in spec.get("args") or ()}
    schema = schemas.get(location, spec.get("body"))
    return schema if isinstance(schema, type) and issubclass(schema, BaseModel) else None


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
    return _answer(str(error), error.http_status, headers=headers)


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
