"""A real Chromium with a real station: the daemon on pylon's emulator, and the web server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)
from support.claim import claim
from support.station import StationProcesses, write_pictures

CHROMIUM = Path("/usr/bin/chromium")
TABLET = {"width": 1024, "height": 768}
PICTURES = 60
DEFECT_EVERY = 10
LONGEST_WAIT_MS = 60_000

LATE_ANSWERS = """
(() => {
  const ask = window.fetch;
  const wait = () => new Promise((done) => setTimeout(done, Math.random() * LONGEST_MS));
  window.fetch = async (...what) => {
    await wait();
    const answer = await ask(...what);
    await wait();
    return answer;
  };
})();
"""
"""Requests and answers overtake each other, as on a busy machine or a slow network."""

expect.set_options(timeout=LONGEST_WAIT_MS)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--late-answers-ms", type=int, default=0, help="let the pages' answers come late by chance"
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM.exists(), "Chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pictures that the camera plays, in this order, again and again."""
    folder = tmp_path_factory.mktemp("pictures")
    return write_pictures(folder, PICTURES, defect_every=DEFECT_EVERY)


@pytest.fixture
def defects(pictures: Path) -> list[Path]:
    return sorted(pictures.iterdir())[DEFECT_EVERY - 1 :: DEFECT_EVERY]


@pytest.fixture
def good(pictures: Path, defects: list[Path]) -> list[Path]:
    return [picture for picture in sorted(pictures.iterdir()) if picture not in defects]


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory, pictures: Path) -> Iterator[StationProcesses]:
    station = StationProcesses(
        tmp_path_factory.mktemp("station"),
        {"type": "pylon", "emulate": True, "image_folder": str(pictures)},
    )
    station.start_device()
    station.start_web()
    yield station
    station.stop()


class Complaints:
    """Errors of the browser: console errors, exceptions, and requests to other hosts."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.list: list[str] = []
        self._home = home
        context.on("console", self._on_console)
        context.on("weberror", lambda error: self.list.append(str(error.error)))
        context.on("request", lambda request: self._on_request(request.url))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.list.append(f"{message.text} ({message.location})")

    def _on_request(self, url: str) -> None:
        if not url.startswith((self._home, "data:", "blob:")):
            self.list.append(f"asked another host: {url}")


@pytest.fixture(scope="module")
def logged_in(browser: Browser, station: StationProcesses) -> str:
    """Claims the station in the browser; returns the file with its cookies."""
    context = browser.new_context(base_url=station.url)
    page = context.new_page()
    claim(page, station)
    cookies = str(station.data_dir.parent / "cookies.json")
    context.storage_state(path=cookies)
    context.close()
    return cookies


@pytest.fixture
def complaints() -> list[str]:
    """The browser's errors in this test; a test that provokes some clears the list."""
    return []


@pytest.fixture
def page(
    browser: Browser,
    station: StationProcesses,
    logged_in: str,
    complaints: list[str],
    request: pytest.FixtureRequest,
) -> Iterator[Page]:
    """A page on a tablet, logged in; console errors fail the test."""
    context = browser.new_context(
        base_url=station.url, viewport=TABLET, storage_state=logged_in, has_touch=True
    )
    context.set_default_timeout(LONGEST_WAIT_MS)
    if longest_ms := request.config.getoption("--late-answers-ms", default=0):
        context.add_init_script(LATE_ANSWERS.replace("LONGEST_MS", str(longest_ms)))
    heard = Complaints(context, station.url)
    heard.list = complaints
    yield context.new_page()
    context.close()
    assert complaints == []
