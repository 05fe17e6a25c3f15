"""Nobody gets anything without login, and whoever logs in gets no more than they may."""

from __future__ import annotations

import stat
import uuid

import pytest
from apiflask import APIFlask
from support.page_client import CLAIM_CODE, PASSWORD, USER, Browser
from werkzeug.routing import Map, Rule

from okng.device.settings import StationSettings
from okng.webui.access import OPEN_ENDPOINTS
from okng.webui.app import create_app
from okng.webui.claim_code import ClaimCode
from okng.webui.secret_key import FILE_NAME

ARGUMENTS = {
    "name": "x",
    "version": 1,
    "picture_id": 1,
    "job_id": 1,
    "token_id": 1,
    "trial_id": 1,
    "change_id": 1,
    "finding_id": "0" * 16,
    "inspection_id": uuid.uuid4().hex,
    "page": "configuration",
    "filename": "app/main.js",
}


def calls(rules: Map) -> list[tuple[Rule, str, str]]:
    """Every route with each of its methods and an address that leads to it."""
    bound = rules.bind("localhost")
    return [
        (rule, method, bound.build(rule.endpoint, {a: ARGUMENTS[a] for a in rule.arguments}))
        for rule in rules.iter_rules()
        for method in sorted(rule.methods or ())
    ]


def closed_calls(rules: Map) -> list[tuple[str, str]]:
    found = [(m, p) for rule, m, p in calls(rules) if rule.endpoint not in OPEN_ENDPOINTS]
    assert len(found) > 100
    return found


def test_every_route_is_closed_without_login(app: APIFlask) -> None:
    client = app.test_client()
    for method, path in closed_calls(app.url_map):
        answer = client.open(path, method=method)
        if path.startswith(("/api/", "/metrics", "/openapi.json")):
            assert answer.status_code == 401, (method, path)
        else:
            assert answer.status_code == 302, (method, path)
            assert answer.location.startswith("/login"), (method, path)


def test_every_route_is_closed_for_a_wrong_token(app: APIFlask) -> None:
    headers = {"Authorization": "Bearer okng_wrong"}
    client = app.test_client()
    statuses = {
        client.open(path, method=method, headers=headers).status_code
        for method, path in closed_calls(app.url_map)
    }
    assert statuses == {401, 429}


def test_every_write_of_a_session_needs_the_csrf_token(browser: Browser, app: APIFlask) -> None:
    writes = [
        (method, path)
        for _, method, path in calls(app.url_map)
        if method in {"POST", "PUT", "PATCH", "DELETE"}
    ]
    assert len(writes) > 15
    for method, path in writes:
        answer = browser.client.open(path, method=method, json={})
        assert answer.status_code == 400, (method, path)
        assert "CSRF" in answer.text, (method, path)


def test_unknown_addresses_are_closed_too(app: APIFlask) -> None:
    assert app.test_client().get("/api/v1/nothing").status_code == 401
    assert app.test_client().get("/nothing").location.startswith("/login")


def test_only_a_named_few_are_open() -> None:
    assert {"static", "health.healthz", "pages.login", "pages.claim"} == OPEN_ENDPOINTS


def test_the_first_page_of_an_unclaimed_station_is_the_claim(unclaimed_app: APIFlask) -> None:
    client = unclaimed_app.test_client()
    assert client.get("/").location == "/claim"
    assert client.get("/login").location == "/claim"
    assert client.get("/api/v1/recipes").status_code == 401


def test_claiming_needs_the_code_and_a_good_password(unclaimed_app: APIFlask) -> None:
    browser = Browser(unclaimed_app.test_client())
    wrong = browser.submit("/claim", code="ABCD-EFGH-JKMX", name=USER, password=PASSWORD)
    assert (wrong.status_code, "not the claim code" in wrong.text) == (403, True)
    short = browser.submit("/claim", code=CLAIM_CODE, name=USER, password="short")
    assert (short.status_code, "10 to 256" in short.text) == (422, True)
    name = browser.submit("/claim", code=CLAIM_CODE, name="a b", password=PASSWORD)
    assert (name.status_code, "no spaces" in name.text) == (422, True)
    assert browser.get("/configuration").location == "/claim"

    done = browser.submit("/claim", code=" abcdefgh jkmn ", name=USER, password=PASSWORD)
    assert done.location == "/"
    assert browser.get("/configuration").status_code == 200
    assert browser.get("/claim").location == "/login"


def test_a_claimed_station_is_not_claimed_again(app: APIFlask) -> None:
    browser = Browser(app.test_client())
    browser.read_csrf_token("/login")
    form = {"code": CLAIM_CODE, "name": "thief", "password": PASSWORD}
    answer = browser.client.post("/claim", data={**form, "csrf_token": browser.csrf_token})
    assert answer.location == "/login"
    assert browser.submit("/login", name="thief", password=PASSWORD).status_code == 401


@pytest.mark.parametrize(("name", "password"), [(USER, "wrong password"), ("nobody", PASSWORD)])
def test_login_with_a_wrong_name_or_password_fails_alike(
    app: APIFlask, name: str, password: str
) -> None:
    browser = Browser(app.test_client())
    answer = browser.submit("/login", name=name, password=password)
    assert answer.status_code == 401
    assert "Name or password is wrong" in answer.text
    assert browser.get("/configuration").status_code == 302


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/results?hours=8", "/results?hours=8"),
        ("//evil.example/", "/"),
        ("https://evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("", "/"),
    ],
)
def test_login_leads_on_within_the_station_only(app: APIFlask, wanted: str, led_to: str) -> None:
    browser = Browser(app.test_client())
    answer = browser.submit("/login", name=USER, password=PASSWORD, next=wanted)
    assert answer.location == led_to


def test_a_page_that_was_wanted_before_login_is_remembered(app: APIFlask) -> None:
    assert app.test_client().get("/results").location == "/login?next=/results"


def test_attempts_at_the_password_are_limited(app: APIFlask) -> None:
    browser = Browser(app.test_client())
    statuses = [browser.submit("/login", name="a", password="b").status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]
    assert "Too many attempts" in browser.submit("/login", name=USER, password=PASSWORD).text


def test_attempts_at_the_claim_code_are_limited(unclaimed_app: APIFlask) -> None:
    browser = Browser(unclaimed_app.test_client())
    statuses = [browser.submit("/claim", code="x").status_code for _ in range(11)]
    assert statuses == [403] * 10 + [429]


def test_attempts_with_wrong_tokens_are_limited_and_right_ones_pass(
    app: APIFlask, token: dict[str, str]
) -> None:
    client = app.test_client()
    wrong = {"Authorization": "Bearer okng_wrong"}
    statuses = [client.get("/api/v1/recipes", headers=wrong).status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]
    assert client.get("/api/v1/recipes", headers=token).status_code == 200


def test_logout_ends_the_session(browser: Browser) -> None:
    assert browser.post("/logout").location == "/login"
    assert browser.get("/configuration").status_code == 302


def test_a_new_password_ends_the_other_sessions(browser: Browser, app: APIFlask) -> None:
    other = Browser(app.test_client())
    other.log_in()
    change = {"current": PASSWORD, "new": "another long one"}
    assert browser.post("/api/v1/account/password", json=change).status_code == 200
    assert browser.get("/api/v1/account").json == {"name": USER}
    assert other.get("/api/v1/account").status_code == 401
    assert other.submit("/login", name=USER, password=PASSWORD).status_code == 401
    other.log_in("another long one")


def test_a_new_password_needs_the_current_one_and_length(browser: Browser) -> None:
    wrong = {"current": "wrong", "new": "another long one"}
    assert browser.post("/api/v1/account/password", json=wrong).status_code == 403
    short = browser.post("/api/v1/account/password", json={"current": PASSWORD, "new": "short"})
    assert short.status_code == 422
    assert "5 characters; 10 to 256" in short.json["message"]


def test_a_token_works_until_it_is_revoked(
    browser: Browser, app: APIFlask, settings: StationSettings
) -> None:
    issued = browser.post("/api/v1/account/tokens", json={"title": "gateway"})
    assert issued.status_code == 201
    secret, token = issued.json["secret"], issued.json["token"]
    program = app.test_client()
    headers = {"Authorization": f"Bearer {secret}"}
    assert program.get("/api/v1/recipes", headers=headers).status_code == 200
    assert browser.get("/api/v1/account/tokens").json == {"tokens": [token]}
    assert secret not in browser.get("/api/v1/account/tokens").text
    stored = b"".join(path.read_bytes() for path in settings.data_dir.glob("okng.db*"))
    assert secret.encode() not in stored
    assert PASSWORD.encode() not in stored

    path = f"/api/v1/account/tokens/{token['token_id']}"
    assert browser.write("DELETE", path).status_code == 204
    assert browser.write("DELETE", path).status_code == 404
    assert program.get("/api/v1/recipes", headers=headers).status_code == 401


def test_a_token_can_not_manage_the_account(app: APIFlask, token: dict[str, str]) -> None:
    client = app.test_client()
    for method, path in [
        ("GET", "/api/v1/account"),
        ("POST", "/api/v1/account/password"),
        ("POST", "/api/v1/account/tokens"),
        ("DELETE", "/api/v1/account/tokens/1"),
    ]:
        assert client.open(path, method=method, headers=token, json={}).status_code == 403


def test_the_key_of_the_sessions_is_readable_by_the_service_only(
    app: APIFlask, settings: StationSettings
) -> None:
    path = settings.data_dir / FILE_NAME
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == app.secret_key


def test_a_session_outlasts_a_restart(browser: Browser, settings: StationSettings) -> None:
    cookie = browser.client.get_cookie("okng_session")
    assert cookie
    restarted = create_app(settings, ClaimCode("other")).test_client()
    restarted.set_cookie("okng_session", cookie.value)
    assert restarted.get("/configuration").status_code == 200


def test_browsers_are_told_to_be_careful(browser: Browser, settings: StationSettings) -> None:
    cookie = browser.submit("/login", name=USER, password=PASSWORD).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    headers = browser.get("/configuration").headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_health_is_open_and_says_that_the_device_is_away(app: APIFlask) -> None:
    answer = app.test_client().get("/healthz")
    assert answer.json == {"status": "degraded", "device": False}
