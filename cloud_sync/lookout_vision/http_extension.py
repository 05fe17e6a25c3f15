"""The API as a part of the station's HTTP server: its addresses, authentication and errors."""

from __future__ import annotations

import json
import logging
import sqlite3
import uuid
from collections.abc import Callable
from datetime import UTC, datetime

from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, TooManyRequests
from werkzeug.routing import BaseConverter

from okng.cloud_sync.lookout_vision.errors import (
    InternalServerError,
    InvalidSignatureError,
    LookoutVisionError,
    ServiceValidationError,
    ThrottlingError,
    UnrecognizedClientError,
    WrongCredentialsError,
)
from okng.cloud_sync.lookout_vision.operations import VERSION, Match, match, parts_of
from okng.cloud_sync.lookout_vision.request_reader import read_request
from okng.cloud_sync.lookout_vision.service import Caller, LookoutVisionService
from okng.cloud_sync.lookout_vision.sigv4 import (
    Credential,
    SignedRequest,
    parse_credential,
    verify,
)
from okng.device.settings.settings import StationSettings
from okng.device.store.access_keys import AccessKey, AccessKeys
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain
from okng.device.store.timestamps import to_us
from okng.models.errors import OkngError

log = logging.getLogger(__name__)

METHODS = ("GET", "POST", "PATCH", "DELETE", "PUT")
PREFIX = f"/{VERSION}"
MAX_BODY_BYTES = 16_000_000
"""More than any operation takes, so that who sends a little too much gets the service's error."""


def lookout_vision(
    settings: StationSettings, refuse_after_too_many: Callable[[], None]
) -> LookoutVisionApi:
    """The extension of the station with these settings, for the entry point."""
    return LookoutVisionApi(settings, refuse_after_too_many)


class _Anything(BaseConverter):
    """Any rest of an address, also with line breaks, which `path` leaves to nobody."""

    part_isolating = False
    regex = "(?s:.*)"


class LookoutVisionApi:
    """All addresses below `/2020-11-20/`; usable from any thread."""

    def __init__(
        self, settings: StationSettings, refuse_after_too_many: Callable[[], None]
    ) -> None:
        self._keys = AccessKeys(settings.data_dir)
        self._service = LookoutVisionService(settings)
        self._refuse_after_too_many = refuse_after_too_many
        self.blueprint = Blueprint("lookout_vision", __name__)
        self.blueprint.record_once(
            lambda state: state.app.url_map.converters.update(anything=_Anything)
        )
        for rule in (PREFIX, f"{PREFIX}/<anything:rest>"):
            self.blueprint.add_url_rule(
                rule,
                view_func=self._answer,
                methods=METHODS,
                endpoint="api",
                merge_slashes=False,
                strict_slashes=False,
                provide_automatic_options=False,
            )
        self.blueprint.register_error_handler(Exception, _refuse)

    def body_limit(self) -> int:
        """Largest body of any operation, in bytes."""
        return MAX_BODY_BYTES

    def knows_sender(self) -> bool:
        """Whether the request names an access key of the station; its signature needs the body."""
        try:
            credential = parse_credential(request.headers.get("Authorization"))
        except WrongCredentialsError:
            return False
        return self._keys.find(credential.key_id) is not None

    def _answer(self, rest: str = "") -> Response:
        """Answers a request; the address is read as it was sent, not as `rest` has it decoded."""
        try:
            return self._accept()
        except Exception as error:  # noqa: BLE001 - each is answered, and logged if it's unknown
            # Here, since the application's own handlers of some errors come before a blueprint's.
            return _refuse(error)

    def _accept(self) -> Response:
        """Answers a request whose signature is right.

        Raises:
            LookoutVisionError: it is refused.
        """
        parts = parts_of(request.environ["REQUEST_URI"].partition("?")[0])
        signed = _signed_request()
        try:
            credential = parse_credential(request.headers.get("Authorization"))
            key, expires_at = self._authenticate(signed, credential)
        except WrongCredentialsError:
            self._refuse_after_too_many()
            raise
        matched = match(signed.method, parts)
        caller = Caller(key, credential.region)
        if not matched.operation.changes_something:
            return self._carry_out(signed, matched, caller)
        if not self._keys.accept_once(credential.signature, to_us(expires_at)):
            raise InvalidSignatureError(
                "The signature was used before; sign each request that changes something anew"
            )
        try:
            return self._carry_out(signed, matched, caller)
        except Exception as error:
            refusal = _service_error(error)
            if refusal.http_status >= 500 or isinstance(refusal, ThrottlingError):
                # Nothing was changed: the client may send it again within the same second.
                self._keys.forget(credential.signature)
            raise refusal from error

    def _authenticate(
        self, signed: SignedRequest, credential: Credential
    ) -> tuple[AccessKey, datetime]:
        """The key that the request was signed with, and when its signature expires."""
        known = self._keys.find(credential.key_id)
        if known is None:
            raise UnrecognizedClientError(
                "The security token included in the request is invalid: the station has no such "
                "access key"
            )
        expires_at = verify(signed, credential, known.secret, datetime.now(UTC))
        self._keys.record_use(known.key)
        return known.key, expires_at

    def _carry_out(self, signed: SignedRequest, matched: Match, caller: Caller) -> Response:
        operation = matched.operation
        caller.check_right(operation)
        service_request = read_request(signed, matched)
        caller.check_project(operation, service_request)
        return _response(self._service.answer(operation, service_request, caller), operation.status)


def _signed_request() -> SignedRequest:
    environ = request.environ
    return SignedRequest(
        method=request.method,
        target=environ["REQUEST_URI"],
        headers={name.lower(): text for name, text in request.headers},
        body=request.get_data(cache=False),
        is_encrypted=environ["wsgi.url_scheme"] == "https",
    )


def _response(body: str, status: int) -> Response:
    response = Response(body, status, mimetype="application/json")
    response.headers["x-amzn-RequestId"] = str(uuid.uuid4())
    return response


def _refuse(error: Exception) -> Response:
    """Answers with an error of the service, whatever went wrong."""
    refusal = _service_error(error)
    words = " ".join(str(refusal).split())
    address = request.environ["REQUEST_URI"]
    log.info("%s %.200s: %s: %.500s", request.method, address, refusal.error_type, words)
    response = _response(json.dumps(refusal.fields()), refusal.http_status)
    response.headers["x-amzn-ErrorType"] = refusal.error_type
    if refusal.retry_after_s:
        response.headers["Retry-After"] = str(refusal.retry_after_s)
    return response


def _service_error(error: Exception) -> LookoutVisionError:
    """The error itself, or the error of the service that comes nearest to it."""
    match error:
        case LookoutVisionError():
            return error
        case TooManyRequests():
            return ThrottlingError(str(error.description), int(str(error.retry_after or 1)))
        case RequestEntityTooLarge():
            return ServiceValidationError(
                f"The request has {request.content_length} bytes; "
                f"at most {MAX_BODY_BYTES} are allowed"
            )
        case HTTPException() if error.code and error.code < 500:
            return ServiceValidationError(error.description or error.name)
        case StoreError() | sqlite3.OperationalError():
            return InternalServerError(f"The station's store can't do this now: {explain(error)}")
        case OkngError() if error.http_status == 503:
            return InternalServerError(str(error), error.retry_after_s or 5)
        case OkngError() if error.http_status < 500:
            return ServiceValidationError(str(error))
    log.error("%s %s", request.method, request.path, exc_info=error)
    return InternalServerError("The station failed to answer; its log says why")
