"""Reads a request: members from the address, the query, the headers and the body, all validated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from pydantic import ValidationError

from okng.cloud_sync.lookout_vision.errors import ServiceValidationError
from okng.cloud_sync.lookout_vision.operations import Match
from okng.cloud_sync.lookout_vision.requests import DetectAnomalies, Idempotent, ServiceRequest
from okng.cloud_sync.lookout_vision.sigv4 import SignedRequest
from okng.models.documents import parse_json

QUERY_MEMBERS = {
    "labeled": "Labeled",
    "anomalyClass": "AnomalyClass",
    "createdBefore": "BeforeCreationDate",
    "createdAfter": "AfterCreationDate",
    "nextToken": "NextToken",
    "maxResults": "MaxResults",
    "sourceRefContains": "SourceRefContains",
    "tagKeys": "TagKeys",
}
"""Members of requests by their names in a query."""
LISTS = {"tagKeys"}


def read_request(signed: SignedRequest, matched: Match) -> ServiceRequest:
    """The request of an operation.

    Raises:
        ServiceValidationError: names everything that is not allowed.
    """
    shape = matched.operation.request
    members: dict[str, Any] = {**matched.members, **_query(signed.target.partition("?")[2])}
    if issubclass(shape, DetectAnomalies):
        content_type = signed.headers.get("content-type", "")
        members |= {"Body": signed.body, "ContentType": content_type}
    elif signed.body:
        document = _document(signed.body)
        if twice := sorted(members.keys() & document.keys()):
            raise ServiceValidationError(f"{', '.join(twice)}: given in the address and the body")
        members |= document
    if issubclass(shape, Idempotent) and "x-amzn-client-token" in signed.headers:
        members["ClientToken"] = signed.headers["x-amzn-client-token"]
    try:
        return shape.model_validate(members)
    except ValidationError as error:
        raise ServiceValidationError(_explain(error)) from None


def _query(query: str) -> Mapping[str, Any]:
    texts: dict[str, list[str]] = {}
    for pair in filter(None, query.split("&")):
        # As signed: a plus sign stands for itself.
        name, _, text = pair.partition("=")
        texts.setdefault(unquote(name), []).append(unquote(text))
    if twice := sorted(name for name in texts.keys() - LISTS if len(texts[name]) > 1):
        raise ServiceValidationError(f"{', '.join(twice)}: given twice in the query")
    return {
        QUERY_MEMBERS.get(name, name): values if name in LISTS else values[0]
        for name, values in texts.items()
    }


def _document(body: bytes) -> dict[str, Any]:
    try:
        document = parse_json(body)
        json.dumps(document, ensure_ascii=False).encode()
    except ValueError as error:
        raise ServiceValidationError(f"The body is not JSON: {error}") from None
    if not isinstance(document, dict):
        raise ServiceValidationError("The body is not a JSON object")
    return document


def _explain(error: ValidationError) -> str:
    """The problems in the service's words; what was given is shown in short."""
    problems = error.errors(include_url=False, include_context=False)
    told = "; ".join(
        f"Value {str(problem['input'])[:100]!r} at '{'.'.join(map(str, problem['loc']))}' "
        f"failed to satisfy constraint: {problem['msg']}"
        if problem["type"] != "missing"
        else f"Value null at '{'.'.join(map(str, problem['loc']))}' failed to satisfy "
        "constraint: Member must not be null"
        for problem in problems
    )
    plural = "s" if len(problems) > 1 else ""
    return f"{len(problems)} validation error{plural} detected: {told}"
