"""The pages' files: few, compressed, kept by browsers for good, and new as soon as one changes."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient
from support.page_client import Browser
from werkzeug.test import TestResponse

from okng.webui.assets import assets
from okng.webui.assets.assets import APP, STATIC, current_assets
from okng.webui.assets.module_bundle import BundleError, bundle_modules
from okng.webui.pages import PAGES

NODE = Path(__file__).parents[2] / ".venv" / "bin" / "node"
ZIPPED = {"Accept-Encoding": "gzip"}


def addresses(page: str) -> list[str]:
    return re.findall(r'(?:href|src)="(/static/[^"]+)"', page)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_five_files_before_it_is_painted(browser: Browser, name: str) -> None:
    page = browser.get(f"/{name}").text
    needed = [address for address in addresses(page) if address.endswith((".js", ".css", ".ftl"))]
    names = [address.rsplit("/", 1)[1] for address in needed]
    texts = ["app.en.ftl", f"{name}.en.ftl"]
    # The last one runs after the page is painted.
    assert names == ["app.css", *texts, f"{name}.js", "app.js", "stray_drops.js"]
    answers = [browser.client.get(address, headers=ZIPPED) for address in needed[:5]]
    assert {answer.headers["Content-Encoding"] for answer in answers} == {"gzip"}
    assert sum(len(answer.data) for answer in answers) < 100_000


def test_files_are_kept_for_good_and_pages_never(browser: Browser) -> None:
    page = browser.get("/model")
    assert page.headers["Cache-Control"] == "no-store"
    for address in addresses(page.text):
        answer = browser.get(address)
        kept = "public, max-age=31536000, immutable"
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, kept), address


def test_a_browser_that_knows_no_gzip_gets_the_same_content(app: APIFlask) -> None:
    client = app.test_client()
    address = current_assets().address("app.css")
    plain, zipped = client.get(address), client.get(address, headers=ZIPPED)
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(zipped.data) == plain.data
    assert "Accept-Encoding" in zipped.headers["Vary"]
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_a_file_of_a_version_that_an_update_replaced_is_not_kept(app: APIFlask) -> None:
    answer = app.test_client().get("/static/0123456789abcdef/app.js")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")
    assert app.test_client().get("/static/0123456789abcdef/none.js").status_code == 404


@pytest.fixture
def own_static(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the static files that a test may change."""
    static = tmp_path / "static"
    subprocess.run(["cp", "-r", APP.parent, static], check=True)
    monkeypatch.setattr(assets, "STATIC", static)
    monkeypatch.setattr(assets, "APP", static / "app")
    assets._made.cache_clear()
    yield static
    assets._made.cache_clear()


@pytest.mark.parametrize("file", ["app/pure/format.js", "app/style/tokens.css", "app/icon.svg"])
def test_a_change_of_any_file_changes_the_addresses_at_once(own_static: Path, file: str) -> None:
    before = current_assets().version
    changed = own_static / file
    changed.write_text(changed.read_text().replace("<svg", "<svg id='x'") + "\n\n.x{}//\n;x=1;")
    assert current_assets().version != before


def test_every_style_sheet_is_joined() -> None:
    style = APP / "style"
    sheets = {os.path.relpath(path, style) for path in STATIC.rglob("*.css")}
    named = re.findall(r'^@import "([^"]+)";$', (style / "index.css").read_text(), re.MULTILINE)
    assert {"index.css", *named} == sheets
    assert len(named) == len(set(named))
    assert b"@import" not in current_assets().files["app.css"].content


def bundled(folder: Path, **modules: str) -> dict[str, str]:
    for name, source in modules.items():
        (folder / f"{name}.js").write_text(source)
    return bundle_modules(folder / "main.js", folder, "app.js")


@pytest.mark.skipif(not NODE.exists(), reason="`make check-pages` installs Node")
def test_bundled_modules_run_as_they_do_one_by_one(tmp_path: Path) -> None:
    """Names stay apart, each module runs once, and a page shares the state of the first file."""
    modules = {
        "state": "// Kept once.\nconst list = [];\nexport function add(name) { list.push(name); }\n"
        "export { list as kept };\n",
        "again": 'export { add as put } from "./state.js";\n',
        "page": 'import { add } from "./state.js";\nimport { only } from "./only.js";\n'
        'add("page");\nexport const kept = import("./late.js").then(({ late }) => only + late);\n',
        "late": 'export const late = " and late";\n',
        "only": "/*\nexport function gone() {}\n*/\n"
        "/** @type {string} */\nexport const only = `a // b`;\n",
        "main": 'import { kept, add } from "./state.js";\n'
        'import {\n  put as more,\n} from "./again.js";\n'
        'const only = "main";\nadd(only);\nmore("again");\n'
        'import("./page.js").then((page) => page.kept)\n'
        "  .then((last) => console.log([...kept, last].join()));\n",
    }
    sources, files = tmp_path / "sources", tmp_path / "files"
    for folder in (sources, files):
        folder.mkdir()
        (folder / "package.json").write_text('{"type": "module"}')
    for name, text in bundled(sources, **modules).items():
        (files / name).write_text(text)
    said = [
        subprocess.run([NODE, path], check=True, capture_output=True, text=True).stdout
        for path in (sources / "main.js", files / "app.js")
    ]
    assert said == ["main,again,page,a // b and late\n"] * 2
    assert {path.name for path in files.glob("*.js")} == {"app.js", "page.js", "late.js"}


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("export default 1;\n", "export default 1;"),
        ('import * as all from "./state.js";\n', r"import \* as all"),
        ("export let count = 0;\n", "export let count"),
        ('import { a } from "./main.js";\nexport const b = a;\n', "circular import"),
    ],
)
def test_what_the_bundles_dont_know_is_refused_by_name(
    tmp_path: Path, source: str, reason: str
) -> None:
    main = 'import { b } from "./other.js";\nexport const a = b;\n'
    with pytest.raises(BundleError, match=reason):
        bundled(tmp_path, main=main, other=source)


def answer_of(client: FlaskClient, path: str) -> tuple[TestResponse, TestResponse]:
    """The answer to a client that knows gzip, and to one that doesn't."""
    return client.get(path, headers=ZIPPED), client.get(path)


def test_long_json_is_compressed_and_short_is_not(browser: Browser) -> None:
    zipped, plain = answer_of(browser.client, "/openapi.json")
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert int(zipped.headers["Content-Length"]) == len(zipped.data) < len(plain.data) / 5
    assert gzip.decompress(zipped.data) == plain.data
    short, _ = answer_of(browser.client, "/api/v1/datasets")
    assert "Content-Encoding" not in short.headers
    assert "Accept-Encoding" in short.headers["Vary"]


def test_pages_with_a_csrf_token_are_not_compressed(browser: Browser) -> None:
    """What an address says stands beside the token in the login page (BREACH)."""
    page, _ = answer_of(browser.client, "/login?next=" + "x" * 2000)
    assert "csrf_token" in page.text
    assert "Content-Encoding" not in page.headers
