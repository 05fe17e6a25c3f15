"""The OpenAPI document is valid and has every call."""

from __future__ import annotations

import html
import re

from apiflask import APIFlask
from openapi_spec_validator import OpenAPIV31SpecValidator
from support.page_client import Browser

NOT_IN_THE_DOCUMENT = {"assets", "openapi.spec", "pages", "docs.api_reference", "lookout_vision"}
"""Lookout for Vision's API has a description of its own, the service's."""


def test_the_document_is_valid_openapi_3_1(browser: Browser) -> None:
    document = browser.get("/openapi.json").json
    assert document["openapi"].startswith("3.1")
    assert [str(error) for error in OpenAPIV31SpecValidator(document).iter_errors()] == []


def test_every_call_is_in_the_document(browser: Browser, app: APIFlask) -> None:
    paths = browser.get("/openapi.json").json["paths"]
    described = {(path, method) for path, item in paths.items() for method in item}
    for rule in app.url_map.iter_rules():
        if not NOT_IN_THE_DOCUMENT.isdisjoint({rule.endpoint, rule.endpoint.partition(".")[0]}):
            continue
        path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            assert (path, method.lower()) in described
    assert len(described) > 35


def test_every_call_but_health_needs_a_session_or_a_token(browser: Browser) -> None:
    document = browser.get("/openapi.json").json
    assert document["security"] == [{"session": []}, {"token": []}]
    assert set(document["components"]["securitySchemes"]) == {"session", "token"}
    own = [
        (path, operation["security"])
        for path, item in document["paths"].items()
        for operation in item.values()
        if "security" in operation
    ]
    assert own == [("/healthz", [])]


def test_the_page_of_the_calls_names_each_of_them(browser: Browser) -> None:
    page = html.unescape(browser.get("/docs").text)
    for path, item in browser.get("/openapi.json").json["paths"].items():
        assert path in page
        for operation in item.values():
            assert operation["summary"] in page
