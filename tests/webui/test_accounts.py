"""Persons are added, get new passwords and are removed, by whoever is logged in."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from apiflask import APIFlask
from click.testing import CliRunner
from support.page_client import PASSWORD, USER, Browser
from support.second_person import added_person

from okng.device.cli import main
from okng.device.settings.settings import StationSettings
from okng.device.store.database import Database
from okng.models.errors import OkngError
from okng.webui.auth import users as users_module
from okng.webui.auth.users import AccountError, UnknownAccountError, Users

ACCOUNTS = "/api/v1/accounts"


def names(browser: Browser) -> list[str]:
    return [account["name"] for account in browser.get(ACCOUNTS).json["accounts"]]


def can_log_in(app: APIFlask, name: str, password: str) -> bool:
    answer = Browser(app.test_client()).submit("/login", name=name, password=password)
    assert answer.status_code in (302, 401), answer.text
    return answer.status_code == 302


@pytest.fixture
def bert(app: APIFlask, browser: Browser) -> Browser:
    """A second person, added and logged in."""
    return added_person(app, browser, "bert")


def test_an_added_person_logs_in_with_the_generated_password(
    app: APIFlask, browser: Browser
) -> None:
    added = browser.post(ACCOUNTS, json={"name": " bert "})
    assert added.status_code == 201, added.text
    assert added.json["name"] == "bert"
    assert names(browser) == [USER, "bert"]
    assert added.json["password"] not in browser.get(ACCOUNTS).text
    assert can_log_in(app, "bert", added.json["password"])
    assert not can_log_in(app, "bert", added.json["password"].lower())


def test_a_password_that_is_given_is_not_sent_back(app: APIFlask, browser: Browser) -> None:
    added = browser.post(ACCOUNTS, json={"name": "bert", "password": PASSWORD})
    assert added.json == {"name": "bert", "password": None}
    assert can_log_in(app, "bert", PASSWORD)


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"name": USER}, 409, "the name 'admin' is taken: there is an account 'admin' already"),
        ({"name": "Admin"}, 409, "the name 'Admin' is taken: there is an account 'admin' already"),
        ({"name": "a/b"}, 422, "can't contain any of /"),
        ({"name": ""}, 422, "Name: "),
        ({}, 422, "Name: "),
        ({"name": "bert", "password": "short"}, 422, "5 characters; 10 to 256 are allowed"),
        ({"name": "bert", "password": "x" * 257}, 422, "257 characters; 10 to 256 are allowed"),
        ({"name": "bert", "role": "admin"}, 422, "role"),
    ],
)
def test_a_person_who_can_t_be_added_is_refused_with_the_reason(
    browser: Browser, fields: dict[str, Any], status: int, words: str
) -> None:
    refused = browser.post(ACCOUNTS, json=fields)
    assert refused.status_code == status, refused.text
    assert words in refused.json["message"]
    assert names(browser) == [USER]


def test_additions_are_limited_as_attempts_at_passwords_are(browser: Browser) -> None:
    statuses = [
        browser.post(ACCOUNTS, json={"name": f"n{number}"}).status_code for number in "0" * 11
    ]
    assert statuses == [201] + [409] * 9 + [429]


def test_removal_ends_the_sessions_and_tokens_and_frees_the_name(
    app: APIFlask, browser: Browser, bert: Browser
) -> None:
    secret = bert.post("/api/v1/account/tokens", json={"title": "x"}).json["secret"]
    headers = {"Authorization": f"Bearer {secret}"}
    program = app.test_client()
    assert bert.get("/api/v1/account").json == {"name": "bert"}
    assert program.get("/api/v1/recipes", headers=headers).status_code == 200

    assert browser.write("DELETE", f"{ACCOUNTS}/bert").status_code == 204
    assert bert.get("/api/v1/account").status_code == 401
    assert program.get("/api/v1/recipes", headers=headers).status_code == 401
    assert not can_log_in(app, "bert", PASSWORD)
    assert names(browser) == [USER]
    again = browser.write("DELETE", f"{ACCOUNTS}/bert")
    assert (again.status_code, again.json["message"]) == (
        404,
        "there is no user 'bert'; there are: admin",
    )

    added_person(app, browser, "bert")
    assert bert.get("/api/v1/account").status_code == 401
    assert program.get("/api/v1/recipes", headers=headers).status_code == 401


def test_nobody_removes_themselves_or_the_last_account(app: APIFlask, browser: Browser) -> None:
    last = browser.write("DELETE", f"{ACCOUNTS}/{USER}")
    assert last.status_code == 409
    assert "'admin' is the last account" in last.json["message"]
    added_person(app, browser, "bert")
    oneself = browser.write("DELETE", f"{ACCOUNTS}/{USER}")
    assert oneself.status_code == 409
    assert "nobody can remove their own account" in oneself.json["message"]
    assert names(browser) == [USER, "bert"]


def test_somebody_who_forgot_theirs_gets_a_new_password(
    app: APIFlask, browser: Browser, bert: Browser
) -> None:
    given = browser.post(f"{ACCOUNTS}/bert/password", json={})
    assert given.status_code == 200, given.text
    assert bert.get("/api/v1/account").status_code == 401
    assert not can_log_in(app, "bert", PASSWORD)
    assert can_log_in(app, "bert", given.json["password"])


def test_a_new_password_is_refused_with_the_reason(browser: Browser, bert: Browser) -> None:
    own = browser.post(f"{ACCOUNTS}/{USER}/password", json={})
    assert own.status_code == 409
    assert "POST /api/v1/account/password" in own.json["message"]
    short = browser.post(f"{ACCOUNTS}/bert/password", json={"password": "short"})
    assert (short.status_code, "10 to 256" in short.json["message"]) == (422, True)
    nobody = browser.post(f"{ACCOUNTS}/eve/password", json={})
    assert nobody.status_code == 404
    assert nobody.json["message"] == "there is no user 'eve'; there are: admin, bert"
    assert bert.get("/api/v1/account").status_code == 200


def test_a_token_can_not_manage_accounts(app: APIFlask, token: dict[str, str]) -> None:
    client = app.test_client()
    for method, path in [
        ("GET", ACCOUNTS),
        ("POST", ACCOUNTS),
        ("DELETE", f"{ACCOUNTS}/admin"),
        ("POST", f"{ACCOUNTS}/admin/password"),
    ]:
        refused = client.open(path, method=method, headers=token, json={"name": "eve"})
        assert refused.status_code == 403, (method, path)
        assert "a token can't do this" in refused.json["message"]


def at_once(*calls: Callable[[], object]) -> list[OkngError]:
    """Runs the calls in threads that begin together; returns what was refused."""
    refused: list[OkngError] = []
    begin = threading.Barrier(len(calls))

    def run(call: Callable[[], object]) -> None:
        begin.wait(30)
        try:
            call()
        except OkngError as error:
            refused.append(error)

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    return refused


def test_of_two_who_add_the_same_name_at_once_one_is_told_that_it_is_taken(
    app: APIFlask, settings: StationSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = threading.Barrier(2)
    check = Users._check_free
    checks = threading.local()

    def check_free(users: Users, name: str) -> None:
        check(users, name)
        if not getattr(checks, "passed", False):
            # Nobody goes on before both have found the name free.
            checks.passed = True
            both.wait(30)

    monkeypatch.setattr(users_module.Users, "_check_free", check_free)
    passwords = ("the first password", "the second password")
    (refused,) = at_once(
        *(
            lambda password=password: Users(Database(settings.data_dir)).add("bert", password)
            for password in passwords
        )
    )
    assert isinstance(refused, AccountError)
    assert "is taken" in str(refused)
    users = Users(Database(settings.data_dir))
    assert users.names() == [USER, "bert"]
    assert sum(users.check("bert", password) is not None for password in passwords) == 1


def test_two_who_remove_each_other_at_once_leave_one(
    app: APIFlask, settings: StationSettings
) -> None:
    users = Users(Database(settings.data_dir))
    users.add("bert", PASSWORD)
    (refused,) = at_once(
        lambda: Users(Database(settings.data_dir)).remove("bert", USER),
        lambda: Users(Database(settings.data_dir)).remove(USER, "bert"),
    )
    assert isinstance(refused, AccountError)
    assert "is the last account" in str(refused)
    assert len(users.names()) == 1


def test_a_login_that_ends_after_the_removal_is_refused(
    app: APIFlask, settings: StationSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    users = Users(Database(settings.data_dir))
    users.add("bert", PASSWORD)
    verify = users._hasher.verify

    def verified_as_the_account_goes(stored: str, password: str) -> bool:
        users.remove("bert", USER)
        return verify(stored, password)

    monkeypatch.setattr(
        users, "_hasher", type("", (), {"verify": staticmethod(verified_as_the_account_goes)})()
    )
    assert users.check("bert", PASSWORD) is None


def test_the_command_adds_lists_and_removes(
    settings: StationSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKNG_DATA_DIR", str(settings.data_dir))
    for name in ("ann", "bert"):
        added = CliRunner().invoke(main, ["account", "add", name])
        assert added.exit_code == 0, added.output
        password = added.output.strip().removeprefix(f"password of {name}: ")
        assert Users(Database(settings.data_dir)).check(name, password)
    listed = CliRunner().invoke(main, ["account", "list"]).output.splitlines()
    assert [line.split("  since ")[0] for line in listed] == ["ann", "bert"]
    assert CliRunner().invoke(main, ["account", "remove", "ann"]).exit_code == 0
    for arguments, words in [
        (["remove", "ann"], "there is no user 'ann'; there are: bert"),
        (["remove", "bert"], "is the last account"),
        (["add", "bert"], "is taken"),
        (["add", "a/b"], "is not allowed"),
    ]:
        refused = CliRunner().invoke(main, ["account", *arguments])
        assert refused.exit_code != 0
        assert words in refused.output
    assert Users(Database(settings.data_dir)).names() == ["bert"]


def test_an_unknown_name_gets_no_password(app: APIFlask, settings: StationSettings) -> None:
    with pytest.raises(UnknownAccountError, match="no user 'eve'; there are: admin"):
        Users(Database(settings.data_dir)).set_password("eve", PASSWORD)
