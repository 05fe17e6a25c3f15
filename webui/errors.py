"""Error handlers: every refusal is JSON `{"message", "detail"}`, naming what is allowed."""

from __future__ import annotations

import sqlite3
from http import HTTPStatus
from typing import Any

from apiflask import APIFlask, HTTPError
from flask import current_app, render_template, request
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, TooManyRequests

from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain as explain_fault
from okng.models.errors import OkngError
from okng.webui.auth.access_control import API_PATHS
from okng.webui.pages import FORM_ENDPOINTS, form_with_error, pages
from okng.webui.validation_errors import by_field, dotted_name, explain, page_name

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


def _answer(message: str | None, status: int, detail: Any = None, headers: Any = None) -> Answer:
    return {"message": message, "detail": detail or {}}, status, headers or {}


def _invalid_or_refused(error: HTTPError) -> Answer:
    """Handles APIFlask's errors; validation gives `detail` as {location: {field: [problem]}}."""
    cause = error.__cause__
    if not isinstance(cause, ValidationError):
        return _answer(error.message, error.status_code, error.detail, error.headers)
    (location,) = error.detail
    root = _schema_of(location)
    # Whoever writes an address knows its parameters by their names, others know the pages.
    words = dotted_name if location == "query" else page_name
    detail = {location: by_field(cause, root)}
    return _answer(explain(cause, root, words), error.status_code, detail, error.headers)


def _schema_of(location: str) -> type[BaseModel] | None:
    """The class that the view reads this part of the request by, as APIFlask notes it there."""
    spec = getattr(current_app.view_functions[request.endpoint or ""], "_spec", {})
    schemas = {where: schema for schema, where in spec.get("args") or ()}
    schema = schemas.get(location, spec.get("body"))
    return schema if isinstance(schema, type) and issubclass(schema, BaseModel) else None


def _http(error: HTTPException) -> Answer | tuple[str, int]:
    if request.endpoint in FORM_ENDPOINTS:
        return form_with_error(error.description or error.name, error.code or 500)
    if error.code == HTTPStatus.NOT_FOUND and _by_a_person():
        return render_template("not_found.html"), 404
    headers = {name: value for name, value in error.get_headers() if name != "Content-Type"}
    return _answer(error.description or error.name, error.code or 500, headers=headers)


def _by_a_person() -> bool:
    """Whether somebody went to an address with a browser, instead of a program or script."""
    prefers = request.accept_mimetypes.best_match(("application/json", "text/html"))
    return prefers == "text/html" and not request.path.startswith(API_PATHS)


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
