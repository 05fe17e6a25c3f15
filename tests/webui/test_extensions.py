"""An extension authenticates its own addresses, and only those, within the server's limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from apiflask import APIFlask
from flask import Blueprint, Response, request
from werkzeug.test import create_environ

from okng.device.settings.settings import StationSettings
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode
from okng.webui.body_limits import body_limit
from okng.webui.extensions import http_extension

LIMIT = 5_000_000


class Echo:
    """An extension whose clients send a word in a header."""

    def __init__(self, _: StationSettings, refuse_after_too_many: Callable[[], None]) -> None:
        self._refuse_after_too_many = refuse_after_too_many
        self.blueprint = Blueprint("echo", __name__)
        self.blueprint.add_url_rule("/echo/<path:rest>", view_func=self._echo, methods=["POST"])

    def body_limit(self) -> int:
        return LIMIT

    def knows_sender(self) -> bool:
        return request.headers.get("X-Word") == "open"

    def _echo(self, rest: str) -> Response | tuple[str, int]:
        if not self.knows_sender():
            self._refuse_after_too_many()
            return "who are you?", 403
        return Response(f"{request.environ['REQUEST_URI']} {len(request.get_data())}")


@pytest.fixture
def extended(settings: StationSettings, monkeypatch: pytest.MonkeyPatch) -> APIFlask:
    def one() -> Iterator[type[Echo]]:
        yield Echo

    monkeypatch.setattr(http_extension, "_entry_points", one)
    return create_app(settings, ClaimCode("claim"))


def test_an_extension_answers_whom_it_knows(extended: APIFlask) -> None:
    long = "a" * 200
    answer = extended.test_client().post(
        f"/echo/x%2Fy/{long}?q=%20", headers={"X-Word": "open"}, data=b"12345"
    )
    assert answer.status_code == 200, answer.text
    assert answer.text == f"/echo/x%2Fy/{long}?q=%20 5"


def test_all_other_addresses_stay_closed(extended: APIFlask) -> None:
    client = extended.test_client()
    for path in ("/api/v1/status", "/echo", "/echoes/x", "/echo/../api/v1/status"):
        answer = client.get(path, headers={"X-Word": "open"})
        assert answer.status_code in (302, 401), path


def test_wrong_senders_are_held_up_as_wrong_tokens_are(extended: APIFlask) -> None:
    client = extended.test_client()
    statuses = [client.post("/echo/x").status_code for _ in range(12)]
    assert statuses == [403] * 10 + [429] * 2


def test_large_bodies_are_for_known_senders_only(extended: APIFlask) -> None:
    known = create_environ("/echo/x", method="POST", headers={"X-Word": "open"})
    assert body_limit(extended, known) == LIMIT
    assert body_limit(extended, create_environ("/echo/x", method="POST")) == 0
    large = extended.test_client().post(
        "/echo/x", headers={"X-Word": "open"}, data=b"0" * (LIMIT + 1)
    )
    assert large.status_code == 413
