"""Nobody gets anything without login, and whoever logs in gets no more than they may."""

from __future__ import annotations

import stat
import time
import uuid

import pytest
from apiflask import APIFlask
from support.page_client import CLAIM_CODE, PASSWORD, USER, Browser
from werkzeug.routing import Map, Rule

from okng.device.settings.settings import StationSettings
from okng.webui.app import create_app
from okng.webui.auth.access_control import OPEN_ENDPOINTS
from okng.webui.auth.claim_code import ClaimCode
from okng.webui.auth.secret_key import FILE_NAME
from okng.webui.pages import own_path

EXTENSIONS = ("lookout_vision.",)
"""Endpoints that check signatures themselves; their own tests try each without."""
ARGUMENTS = {
    "name": "x",
    "version": 1,
    "picture_id": 1,
    "job_id": 1,
    "token_id": 1,
    "key_id": "AKIA",
    "trial_id": 1,
    "trigger_id": 1,
    "change_id": 1,
    "finding_id": "0" * 16,
    "inspection_id": uuid.uuid4().hex,
    "archive_inspection_id": 1,
    "labelling_job_id": 1,
    "answer_id": 1,
    "report_id": "fit-1",
    "page": "configuration",
}


def calls(rules: Map) -> list[tuple[Rule, str, str]]:
    """Every route with each of its methods and an address that leads to it."""
    bound = rules.bind("localhost")
    return [
        (rule, method, bound.build(rule.endpoint, {a: ARGUMENTS[a] for a in rule.arguments}))
        for rule in rules.iter_rules()
        if not rule.endpoint.startswith(EXTENSIONS)
        for method in sorted(rule.methods or ())
    ]


def closed_calls(rules: Map) -> list[tuple[str, str]]:
    required = [(m, p) for rule, m, p in calls(rules) if rule.endpoint not in OPEN_ENDPOINTS]
    assert len(required) > 100
    return required


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
    assert {
        "assets.file",
        "health.healthz",
        "pages.login",
        "pages.claim",
        "pages.language",
        "pages.manifest",
    } == OPEN_ENDPOINTS


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
    name = browser.submit("/claim", code=CLAIM_CODE, name="a/b", password=PASSWORD)
    assert (name.status_code, "can&#39;t contain any of / " in name.text) == (422, True)
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
    ("next_path", "led_to"),
    [
        ("/results?hours=8", "/results?hours=8"),
        ("//evil.example/", "/"),
        ("https://evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("", "/"),
        ("/", "/"),
        ("/\t/evil.example/", "/"),
        ("/\n/evil.example/", "/"),
        ("/\r\n/evil.example", "/"),
        ("\t//evil.example", "/"),
        (" //evil.example", "/"),
        ("///evil.example", "/"),
        ("/\\/evil.example", "/"),
        ("\\\\evil.example", "/"),
        ("/%09/evil.example", "/"),
        ("/%2f%2fevil.example", "/"),
        ("/%5cevil.example", "/"),
        ("/results/..//evil.example", "/"),
        ("/results\r\nSet-Cookie: a=b", "/"),
        ("/results?a=\nb", "/"),
        ("/results?a=\x00", "/"),
        ("/results?a=\u2028", "/"),
        ("javascript:alert(1)", "/"),
        ("/results@evil.example", "/"),
        (".evil.example", "/"),
        ("@evil.example", "/"),
        ("/results#//evil.example", "/"),
        ("/api/v1/inspections.csv", "/"),
        ("/logout", "/"),
        ("/" + "a" * 100_000, "/"),
        ("/docs", "/docs"),
        ("/model?name=a%20b&version=3", "/model?name=a%20b&version=3"),
    ],
)
def test_only_pages_of_the_station_are_led_on_to(
    app: APIFlask, next_path: str, led_to: str
) -> None:
    with app.test_request_context():
        assert own_path(next_path) == led_to


@pytest.mark.parametrize(
    ("next_path", "led_to"), [("/results?hours=8", "/results?hours=8"), ("/\t/evil.example/", "/")]
)
def test_login_leads_on_within_the_station_only(app: APIFlask, next_path: str, led_to: str) -> None:
    browser = Browser(app.test_client())
    answer = browser.submit("/login", name=USER, password=PASSWORD, next=next_path)
    assert (answer.status_code, answer.location) == (302, led_to)


def test_a_page_that_was_wanted_before_login_is_remembered(app: APIFlask) -> None:
    assert app.test_client().get("/results").location == "/login?next=/results"


def test_attempts_at_the_password_are_limited(app: APIFlask) -> None:
    browser = Browser(app.test_client())
    answers = [browser.submit("/login", name="a", password="b") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [401] * 10 + [429]
    assert "Too many attempts" in answers[-1].text
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 61


def test_attempts_at_one_name_leave_the_others_theirs(app: APIFlask) -> None:
    browser = Browser(app.test_client())
    for _ in range(11):
        refused = browser.submit("/login", name="a", password="b")
    assert refused.status_code == 429
    assert browser.submit("/login", name=USER, password=PASSWORD).status_code == 302


def test_attempts_from_one_address_are_limited_whatever_the_names(app: APIFlask) -> None:
    browser = Browser(app.test_client())
    browser.read_csrf_token("/login")
    statuses = [
        browser.client.post(
            "/login", data={"name": f"n{number}", "password": "b", "csrf_token": browser.csrf_token}
        ).status_code
        for number in range(31)
    ]
    assert statuses == [401] * 30 + [429]


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


def test_logout_ends_the_session_and_every_copy_of_its_cookie(
    browser: Browser, app: APIFlask
) -> None:
    cookie = browser.client.get_cookie("okng_session")
    assert cookie
    other_browser = Browser(app.test_client())
    other_browser.log_in()
    assert browser.post("/logout").location == "/login"
    assert browser.get("/configuration").status_code == 302
    copy = app.test_client()
    copy.set_cookie("okng_session", cookie.value)
    assert copy.get("/api/v1/account").status_code == 401
    assert other_browser.get("/api/v1/account").json == {"name": USER}, "others stay logged in"


def test_a_new_login_ends_what_the_browser_had_before(browser: Browser, app: APIFlask) -> None:
    before = browser.client.get_cookie("okng_session")
    assert before
    browser.log_in()
    copy = app.test_client()
    copy.set_cookie("okng_session", before.value)
    assert copy.get("/api/v1/account").status_code == 401


@pytest.mark.parametrize("days", [-4000, -8, 8, 4000])
def test_a_station_whose_clock_is_wrong_or_set_lets_people_in_and_keeps_them(
    app: APIFlask, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    browser = Browser(app.test_client())
    browser.read_csrf_token("/login")
    cookie = browser.submit("/login", name=USER, password=PASSWORD).headers["Set-Cookie"]
    # The browser counts from its own clock: an absolute time of the station's would be its own.
    assert "Max-Age=604800" in cookie
    assert "Expires" not in cookie
    browser.read_csrf_token("/configuration")
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + days * 86400)
    assert browser.get("/api/v1/account").status_code == 200
    assert browser.post("/api/v1/account/tokens", json={"title": "x"}).status_code == 201
    browser.log_in()
    assert browser.get("/api/v1/account").status_code == 200


@pytest.mark.parametrize("junk", ["x", "a.b", "." * 3000, "eyJrZXkiOjF9.Zm9v", "é"])
def test_a_cookie_of_somebody_elses_making_is_nobodys(app: APIFlask, junk: str) -> None:
    client = app.test_client()
    client.set_cookie("okng_session", junk)
    assert client.get("/api/v1/account").status_code == 401
    assert client.get("/login").status_code == 200


def test_a_new_password_ends_the_other_sessions(browser: Browser, app: APIFlask) -> None:
    other_browser = Browser(app.test_client())
    other_browser.log_in()
    change = {"current": PASSWORD, "new": "another long one"}
    assert browser.post("/api/v1/account/password", json=change).status_code == 200
    assert browser.get("/api/v1/account").json == {"name": USER}
    assert other_browser.get("/api/v1/account").status_code == 401
    assert other_browser.submit("/login", name=USER, password=PASSWORD).status_code == 401
    other_browser.log_in("another long one")


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
    assert answer.json == {"status": "degraded", "device": False, "hosting": False}
