"""What pages say before their scripts run: unknown addresses, the claim, the app's manifest."""

from __future__ import annotations

import io

from apiflask import APIFlask
from PIL import Image
from support.page_client import CLAIM_CODE, USER, Browser

from okng.webui.assets.assets import current_assets

BY_HAND = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
"""What browsers send when somebody follows a link or types an address."""


def test_an_unknown_address_is_a_page_for_persons_and_json_for_programs(browser: Browser) -> None:
    page = browser.get("/modell", headers=BY_HAND)
    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert "Page not found" in page.text
    assert 'href="/"' in page.text
    for path, headers in (("/modell", {}), ("/api/v1/nothing", BY_HAND)):
        answer = browser.get(path, headers=headers)
        assert (answer.status_code, answer.mimetype) == (404, "application/json"), path
    picture = browser.get("/api/v1/inspections/0123/picture", headers=BY_HAND)
    assert picture.mimetype == "application/json"


def test_the_claim_code_is_typed_once(unclaimed_app: APIFlask) -> None:
    browser = Browser(unclaimed_app.test_client())
    again = browser.submit("/claim", code=CLAIM_CODE, name=USER, password="short")
    assert f'value="{CLAIM_CODE}"' in again.text
    assert "short" not in again.text
    password = again.text[again.text.index('name="password"') :]
    assert "autofocus" in password[: password.index(">")]
    wrong = browser.submit("/claim", code='AA"><b>', name=USER, password="short")
    assert 'value="AA&#34;&gt;&lt;b&gt;"' in wrong.text


def test_a_tablet_can_keep_the_pages_as_an_app(unclaimed_app: APIFlask) -> None:
    """Before the login too: browsers ask for the manifest without cookies."""
    client = unclaimed_app.test_client()
    manifest = client.get("/manifest.webmanifest")
    assert manifest.mimetype == "application/manifest+json"
    described = manifest.get_json()
    assert described["display"] == "standalone"
    assert {icon["sizes"] for icon in described["icons"]} == {"192x192", "512x512"}
    assert "maskable" in {icon.get("purpose") for icon in described["icons"]}
    for icon in described["icons"]:
        image = Image.open(io.BytesIO(client.get(icon["src"]).data))
        assert f"{image.width}x{image.height}" == icon["sizes"]
    assert current_assets().address("icon-192.png") in client.get("/claim").text
