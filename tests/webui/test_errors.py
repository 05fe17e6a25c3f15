"""The status of an error belongs to its class; no list of classes exists elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from apiflask import APIFlask
from support.page_client import Browser

from okng.models.errors import OkngError

DOCUMENT = Path(__file__).parents[2] / "docs" / "http.md"


class FullError(OkngError):
    http_status = HTTPStatus.SERVICE_UNAVAILABLE
    retry_after_s = 7


class FullestError(FullError):
    pass


class ForgottenError(OkngError):
    pass


def answer_to(
    error: Exception, app: APIFlask, token: dict[str, str]
) -> tuple[int, str, str | None]:
    def fail() -> str:
        raise error

    app.add_url_rule("/api/v1/fail", view_func=fail)
    response = app.test_client().get("/api/v1/fail", headers=token)
    assert response.json is not None
    return response.status_code, response.json["message"], response.headers.get("Retry-After")


@pytest.mark.parametrize("error_class", [FullError, FullestError])
def test_an_error_is_answered_as_its_class_or_the_class_above_says(
    error_class: type[OkngError], app: APIFlask, token: dict[str, str]
) -> None:
    assert answer_to(error_class("full; come again"), app, token) == (503, "full; come again", "7")


def test_an_error_whose_class_names_no_status_is_a_fault_and_in_the_log(
    app: APIFlask, token: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    status, message, _ = answer_to(ForgottenError("a secret path"), app, token)
    assert status == 500
    assert "secret" not in message
    assert "ForgottenError: a secret path" in caplog.text


@pytest.mark.parametrize(
    ("recipe", "message", "detail"),
    [
        (
            {"time_limit_ms": 900_000},
            "Time limit: must be at most 600,000 ms; you gave 900,000 ms",
            {"time_limit_ms": ["must be at most 600,000 ms"]},
        ),
        (
            {"acquisition": {"exposure_us": 0}},
            "Exposure: must be more than 0 µs; you gave 0 µs",
            {"acquisition.exposure_us": ["must be more than 0 µs"]},
        ),
        (
            {"acquisition": {"exposure_ms": 5000.0}},
            'unknown setting "exposure_ms" (did you mean exposure_us?)',
            {
                "acquisition.exposure_ms": [
                    'unknown setting "exposure_ms" (did you mean exposure_us?)'
                ]
            },
        ),
        (
            {"trigger": {"type": "timer", "period_ms": "often"}},
            "Trigger, timer, period: must be a whole number; you gave 'often'",
            {"trigger.timer.period_ms": ["must be a whole number"]},
        ),
        ({"name": "a/b"}, "Name: a name can't contain any of / ", None),
    ],
)
def test_a_wrong_value_is_told_in_the_words_of_the_pages_with_its_unit(
    browser: Browser, recipe: dict[str, object], message: str, detail: dict[str, list[str]] | None
) -> None:
    answer = browser.write("PUT", "/api/v1/recipes/lids", json={"name": "lids"} | recipe)
    assert answer.status_code == 422
    assert answer.json["message"].startswith(message)
    if detail is not None:
        assert answer.json["detail"] == {"json": detail}


def test_the_documents_name_each_status_that_a_class_has(browser: Browser) -> None:
    rows = re.findall(r"^\| ([\d, ]+) \|", DOCUMENT.read_text(), re.MULTILINE)
    table = {int(status) for row in rows for status in row.split(", ")}
    assert {error.http_status for error in every(OkngError)} <= table | {500}


def every(error_class: type[OkngError]) -> Iterator[type[OkngError]]:
    """The class and all below it that have been imported with the application."""
    yield error_class
    for below in error_class.__subclasses__():
        yield from every(below)
