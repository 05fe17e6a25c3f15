"""Access keys on the API: issued and revoked by persons, their secrets shown once."""

from __future__ import annotations

from apiflask import APIFlask
from support.page_client import Browser

from okng.device.settings.settings import StationSettings
from okng.device.store.access_keys import AccessKeys

PATH = "/api/v1/access-keys"


def test_a_key_is_shown_with_its_secret_once(browser: Browser, settings: StationSettings) -> None:
    answer = browser.post(PATH, json={"title": "line 3", "rights": ["detect"], "project": "cells"})
    assert answer.status_code == 201, answer.text
    secret, key = answer.json["secret"], answer.json["key"]
    assert (key["rights"], key["project"], key["author"]) == (["detect"], "cells", "admin")
    listed = browser.get(PATH)
    assert listed.json == {"keys": [key]}
    assert secret not in listed.text
    kept = AccessKeys(settings.data_dir).find(key["key_id"])
    assert kept
    assert kept.secret == secret


def test_a_key_has_all_rights_unless_some_are_named(browser: Browser) -> None:
    key = browser.post(PATH, json={"title": "everything"}).json["key"]
    assert key["rights"] == ["read", "detect", "host", "manage"]
    assert key["project"] is None


def test_a_revoked_key_is_gone_with_its_secret(browser: Browser, settings: StationSettings) -> None:
    key_id = browser.post(PATH, json={"title": "line 3"}).json["key"]["key_id"]
    assert browser.write("DELETE", f"{PATH}/{key_id}").status_code == 204
    assert AccessKeys(settings.data_dir).find(key_id) is None
    again = browser.write("DELETE", f"{PATH}/{key_id}")
    assert again.status_code == 404
    assert key_id in again.json["message"]


def test_a_token_can_not_make_keys(app: APIFlask, token: dict[str, str]) -> None:
    client = app.test_client()
    assert client.get(PATH, headers=token).status_code == 403
    assert client.post(PATH, headers=token, json={"title": "x"}).status_code == 403


def test_what_a_key_can_not_be_is_refused(browser: Browser) -> None:
    for wrong in ({"title": ""}, {"title": "x", "rights": []}, {"title": "x", "rights": ["all"]}):
        assert browser.post(PATH, json=wrong).status_code == 422
    assert browser.get(PATH).json == {"keys": []}
