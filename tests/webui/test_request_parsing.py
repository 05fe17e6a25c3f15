"""Malformed requests are refused with a message, and never break anything."""

from __future__ import annotations

import json
import random
import string
from dataclasses import replace
from typing import Any

import pytest
from apiflask import APIFlask
from hypothesis import HealthCheck, given, settings, strategies
from support.page_client import Browser

from okng.device.ipc.client import DeviceClient
from okng.device.settings.settings import StationSettings
from okng.device.store.csv_cells import no_formula, safe_row
from okng.device.store.database import Database


@pytest.fixture
def browser(app: APIFlask, browser: Browser) -> Browser:
    """A client of a station whose device process is away; no call waits for it."""
    station = app.extensions["okng"]
    quick = DeviceClient(station.settings.run_dir, timeout_s=0.05)
    app.extensions["okng"] = replace(station, device=quick, quick_device=quick)
    return browser


LONG_NAMES = ["n" * 65, "n" * 256, "n" * 5000, "ä" * 200, "..", ".", "%00", "a%00b", "a%0Ab", "%ff"]
ROUTES = [
    ("GET", "/api/v1/models/{}/1"),
    ("GET", "/api/v1/models/{}/1/worst-pictures"),
    ("GET", "/api/v1/models/{}/1/builds"),
    ("GET", "/api/v1/models/{}/1/regression"),
    ("GET", "/api/v1/models/{}/1/threshold?threshold=1"),
    ("GET", "/api/v1/recipes/{}"),
    ("GET", "/api/v1/recipes/{}/toml"),
    ("GET", "/api/v1/datasets/{}/pictures"),
    ("GET", "/api/v1/datasets/{}/changes"),
    ("GET", "/api/v1/datasets/{}/review"),
    ("GET", "/api/v1/inspections/{}"),
    ("GET", "/api/v1/inspections/{}/picture"),
    ("GET", "/{}"),
]


@pytest.mark.parametrize("name", LONG_NAMES, ids=lambda name: f"{name[:6]}-{len(name)}")
def test_names_that_nothing_has(browser: Browser, name: str) -> None:
    for method, route in ROUTES:
        answer = browser.client.open(route.format(name), method=method)
        assert answer.status_code < 500, (route, answer.text)


def test_numbers_that_nothing_has(browser: Browser) -> None:
    for number in ("0", "9" * 19, "9" * 300):
        for route in ("jobs/{}", "pictures/{}/file", "models/discs/{}", "models/discs/{}/builds"):
            answer = browser.get(f"/api/v1/{route.format(number)}")
            assert answer.status_code == 404, (route, answer.text)


JSON_CALLS = [
    ("PUT", "/api/v1/recipes/x"),
    ("POST", "/api/v1/jobs/train"),
    ("POST", "/api/v1/trigger"),
    ("PUT", "/api/v1/mode"),
    ("POST", "/api/v1/datasets/x/changes"),
    ("POST", "/api/v1/account/tokens"),
    ("POST", "/api/v1/account/password"),
    ("PATCH", "/api/v1/pictures/1"),
    ("POST", "/api/v1/regression/x"),
    ("POST", "/api/v1/promotions"),
]
ODD_BODIES = {
    "deep array": b"[" * 100_000,
    "deep object": b'{"a":' * 100_000,
    "deep and whole": b"[" * 20_000 + b"]" * 20_000,
    "no JSON": b"{'a': 1}",
    "no UTF-8": b'{"name": "\xff"}',
    "half a pair": b'{"name": "\\ud800", "title": "\\ud800", "part_id": "\\udfff"}',
    "NaN": b'{"threshold": NaN}',
    "infinite": b'{"threshold": Infinity, "wait_ms": -Infinity}',
    "too large": b'{"threshold": 1e999, "name": "x"}',
    "many digits": b'{"threshold": ' + b"9" * 5000 + b"}",
    "null": b"null",
    "number": b"0",
    "no": b"false",
    "text": b'"x"',
    "list": b"[]",
    "empty": b"",
    "false ids": b'{"picture_ids": [false, 0], "picture_id": 0, "inspection_id": false}',
    "zeros": b'{"picture_id": 0, "verdict": "OK", "picture_ids": [0], "change": {}}',
    "false": b'{"inspection_id": "", "picture_id": false, "verdict": "OK"}',
    "twice": b'{"name": "x", "name": 0}',
}


@pytest.mark.parametrize("kind", ODD_BODIES)
def test_odd_bodies(browser: Browser, kind: str) -> None:
    for method, path in JSON_CALLS:
        answer = browser.write(method, path, data=ODD_BODIES[kind], content_type="application/json")
        assert answer.status_code < 500 or "device process" in answer.text, (path, answer.text)
        assert answer.json["message"], path


@pytest.mark.parametrize("number", ["inf", "-inf", "nan", "+nan", "1e999"])
@pytest.mark.parametrize(
    "line", ["threshold = {}", "review_distance = {}", "[acquisition]\nexposure_us = {}"]
)
def test_numbers_that_are_none_are_refused_in_a_recipe(
    browser: Browser, line: str, number: str
) -> None:
    toml = f'name = "x"\n{line.format(number)}\n'
    answer = browser.post("/api/v1/recipes/import", data=toml.encode())
    assert answer.status_code == 422
    assert "finite number" in answer.json["message"] or "greater than" in answer.json["message"]


def test_deep_and_broken_toml(browser: Browser) -> None:
    for toml in (b"a = " + b"[" * 5000, b"[a." + b"a." * 5000, b"\xff", b"\x00", b"a" * 100_000):
        answer = browser.post("/api/v1/recipes/import", data=toml)
        assert answer.status_code == 422, answer.text


@pytest.mark.parametrize("number", ["inf", "nan", "-inf", "1e999"])
def test_numbers_that_are_none_are_refused_in_an_address(browser: Browser, number: str) -> None:
    for query in (
        "threshold?threshold={}",
        "threshold?false_reject_rate={}",
        "regression?threshold={}",
    ):
        answer = browser.get(f"/api/v1/models/discs/1/{query.format(number)}")
        assert answer.status_code in (404, 422), answer.text


def test_odd_addresses_before_login(app: APIFlask) -> None:
    client = app.test_client()
    for path in (
        "/a%0d%0ab",
        "/results?a=%0d%0aSet-Cookie:x",
        "/" + "a" * 5000,
        "/%2e%2e/etc",
        "//x",
    ):
        answer = client.get(path)
        assert answer.status_code in (302, 308, 404), (path, answer.text)
        assert "\n" not in answer.headers.get("Location", "")


def test_forms_of_the_doors_take_anything(app: APIFlask) -> None:
    browser = Browser(app.test_client())
    browser.read_csrf_token("/login")
    for text in ("\x00", "ä" * 300, "\ud800".encode("utf-8", "surrogatepass"), "n" * 100_000):
        form = {"name": text, "password": text, "next": text, "csrf_token": browser.csrf_token}
        answer = browser.client.post("/login", data=form)
        assert answer.status_code in (401, 413, 429), answer.text


KEYS = strategies.text(string.ascii_lowercase + "_", max_size=12)
ANYTHING = strategies.recursive(
    strategies.none()
    | strategies.booleans()
    | strategies.integers()
    | strategies.floats()
    | strategies.text(max_size=300),
    lambda inner: (
        strategies.lists(inner, max_size=3)
        | strategies.dictionaries(
            strategies.text(string.ascii_lowercase + "_", max_size=12), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(document=ANYTHING, seed=strategies.integers(0, 10**6))
def test_any_document_at_any_call(browser: Browser, document: Any, seed: int) -> None:
    document_text = json.dumps(document)
    for method, path in random.Random(seed).sample(JSON_CALLS, 3):
        answer = browser.write(method, path, data=document_text, content_type="application/json")
        assert answer.status_code < 500 or "device process" in answer.text, (path, answer.text)


@pytest.mark.parametrize(
    "path",
    ["../secret", "/etc/hostname", "pictures/../../secret", "link", "folder/secret", "a\x00b"],
)
def test_only_files_of_the_data_directory_are_served(
    browser: Browser, settings: StationSettings, path: str
) -> None:
    outside = settings.data_dir.parent
    (outside / "secret").write_bytes(b"secret")
    (settings.data_dir / "link").symlink_to(outside / "secret")
    (settings.data_dir / "folder").symlink_to(outside)
    with Database(settings.data_dir).transaction() as connection:
        columns = connection.execute("PRAGMA table_info(dataset_pictures)").fetchall()
        needed = {
            row["name"]: 1 if row["type"] == "INTEGER" else "normal"
            for row in columns
            if row["notnull"] and row["dflt_value"] is None
        }
        values = {**needed, "picture_id": 1, "dataset": "x", "path": path, "sha256": "0" * 64}
        values["perceptual_hash"] = "0" * 16
        names = [name for name in values if name in {row["name"] for row in columns}]
        connection.execute(
            f"INSERT INTO dataset_pictures ({', '.join(names)}) "
            f"VALUES ({', '.join('?' * len(names))})",
            [values[name] for name in names],
        )
    for call in ("file", "thumbnail"):
        answer = browser.get(f"/api/v1/pictures/1/{call}")
        assert answer.status_code == 404, answer.data[:100]
        assert b"secret\n" not in answer.data
        assert answer.data != b"secret"
    original = {"picture_id": 1, "verdict": "OK"}
    answer = browser.post("/api/v1/regression/x", json=original)
    assert answer.status_code in (404, 422), answer.text


def test_no_model_outside_of_the_data_directory_is_read(
    browser: Browser, settings: StationSettings
) -> None:
    outside = settings.data_dir.parent / "elsewhere" / "1"
    outside.mkdir(parents=True)
    (settings.data_dir / "models").mkdir(exist_ok=True)
    (settings.data_dir / "models" / "linked").symlink_to(outside.parent)
    answer = browser.get("/api/v1/models/linked/1")
    assert answer.status_code == 404
    assert "leads out of the data directory" in answer.json["message"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize(
    "before", ["", " ", "\n", "\r\n", "\t", "\u00a0", "\u3000", "\ufeff", "\u200b", " \n "]
)
def test_no_cell_is_a_formula(before: str, sign: str) -> None:
    assert no_formula(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


def test_a_row_has_no_formula_and_keeps_its_numbers() -> None:
    row = {"part_id": "=1+1", "score": -1.5, "recipe": "cells", "reason": None}
    assert safe_row(row) == row | {"part_id": "'=1+1"}


@pytest.mark.parametrize("text", ["", " ", "A-17", "part = 3", "a\n=b", "3-4", "ä", "'=1"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert no_formula(text) == text
