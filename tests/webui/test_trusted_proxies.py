"""Forwarded addresses count only if the settings name the proxy."""

from __future__ import annotations

from typing import Any

import pytest
from apiflask import APIFlask
from support.page_client import PASSWORD, USER, Browser

from okng.device.settings.settings import StationSettings, WebSettings
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode
from okng.webui.trusted_proxies import TrustedProxies, networks

TRUSTED = ["127.0.0.1", "10.0.0.0/8", "::1"]


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("127.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("::ffff:127.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("::1", "2001:db8::7", "2001:db8::7"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.5", "203.0.113.5"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.5, 10.1.2.3", "203.0.113.5"),
        ("127.0.0.1", "10.1.2.3", "10.1.2.3"),
        ("127.0.0.1", "203.0.113.5:4711", "203.0.113.5"),
        ("127.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"),
        ("127.0.0.1", "203.0.113.5, nonsense", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("192.0.2.1", "203.0.113.5", "192.0.2.1"),
        ("192.0.2.1", "127.0.0.1", "192.0.2.1"),
    ],
)
def test_the_client_is_the_last_who_is_no_trusted_proxy(
    peer: str, forwarded: str, client: str
) -> None:
    environ: dict[str, Any] = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded}
    TrustedProxies(lambda *_: [], networks(TRUSTED)).resolve(environ)
    assert environ["REMOTE_ADDR"] == client


@pytest.mark.parametrize("trusted", [True, False])
def test_scheme_and_host_come_from_the_nearest_trusted_proxy(trusted: bool) -> None:
    environ: dict[str, Any] = {
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1:8080",
        "wsgi.url_scheme": "http",
        "HTTP_X_FORWARDED_PROTO": "gopher, https",
        "HTTP_X_FORWARDED_HOST": "evil.example, station.example",
    }
    TrustedProxies(lambda *_: [], networks(TRUSTED if trusted else [])).resolve(environ)
    assert (environ["wsgi.url_scheme"], environ["HTTP_HOST"]) == (
        ("https", "station.example") if trusted else ("http", "127.0.0.1:8080")
    )
    assert not [name for name in environ if "FORWARDED" in name]


@pytest.fixture
def behind_proxy(app: APIFlask, settings: StationSettings) -> APIFlask:
    web = WebSettings(trusted_proxies=("127.0.0.1",))
    return create_app(settings.model_copy(update={"web": web}), ClaimCode("x"))


def attempts(app: APIFlask, address: str, count: int) -> list[int]:
    browser = Browser(app.test_client())
    browser.client.environ_base["HTTP_X_FORWARDED_FOR"] = address
    return [browser.submit("/login", name=USER, password="wrong").status_code for _ in range(count)]


def test_wrong_passwords_from_behind_a_proxy_lock_out_only_their_sender(
    behind_proxy: APIFlask,
) -> None:
    assert attempts(behind_proxy, "203.0.113.5", 11)[-1] == 429
    # An address that the client itself put in front doesn't count.
    assert attempts(behind_proxy, "192.0.2.99, 203.0.113.5", 1) == [429]
    owner = Browser(behind_proxy.test_client())
    owner.client.environ_base["HTTP_X_FORWARDED_FOR"] = "198.51.100.1"
    assert owner.submit("/login", name=USER, password=PASSWORD).status_code == 302


def test_a_subscriber_s_many_addresses_are_one(behind_proxy: APIFlask) -> None:
    statuses = [attempts(behind_proxy, f"2001:db8::{number}", 1)[0] for number in range(11)]
    assert statuses == [401] * 10 + [429]
    assert attempts(behind_proxy, "2001:db8:0:1::1", 1) == [401]


def test_who_is_no_proxy_can_not_pretend_to_be_many(app: APIFlask) -> None:
    statuses = [attempts(app, f"203.0.113.{number}", 1)[0] for number in range(11)]
    assert statuses == [401] * 10 + [429]


def test_the_cookie_is_secure_where_the_proxy_speaks_tls(behind_proxy: APIFlask) -> None:
    for scheme, secure in (("https", True), ("http", False)):
        headers = {"X-Forwarded-Proto": scheme}
        cookie = behind_proxy.test_client().get("/login", headers=headers).headers["Set-Cookie"]
        assert ("Secure" in cookie) is secure


@pytest.mark.parametrize("address", ["proxy", "300.1.1.1", "10.0.0.0/99", ""])
def test_what_is_no_address_is_refused_and_named(address: str) -> None:
    with pytest.raises(ValueError, match="is no IP address or network") as refused:
        WebSettings(trusted_proxies=(address,))
    assert repr(address) in str(refused.value)
