"""A lost station or network is noticed within seconds, and nothing that may be old looks new."""

from __future__ import annotations

import re
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from support.station import StationProcesses
from support.tcp_proxy import TcpProxy

from okng.device.ipc.commands import FireTrigger
from okng.device.types import TriggerSource

TABLET = {"width": 1024, "height": 600}
LARGE_TARGET_PX = 76
NOTICED_MS = RECOVERED_MS = 5000
PAGES = ("Configuration", "Training", "Model", "Results", "Line", "Cloud", "Inspection")
TRIGGER = FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000)
LAST_HEARD = re.compile(r"^Last heard \d\d:\d\d:\d\d$")
ALL_PAGES_LOADED = """pages => {
    const loaded = new Set(
        performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1)));
    return pages.every((page) => loaded.has(`${page}.js`) && loaded.has(`${page}.en.ftl`));
}"""
"""Going to a page asks the station for nothing any more."""
SET_HIDDEN = """hidden => {
    Object.defineProperty(document, "hidden", {value: hidden, configurable: true});
    document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture(scope="module")
def station(
    tmp_path_factory: pytest.TempPathFactory, pictures: Path, trained_models: Path
) -> Iterator[StationProcesses]:
    station = StationProcesses(
        tmp_path_factory.mktemp("station"),
        {"type": "pylon", "emulate": True, "image_folder": str(pictures)},
    )
    shutil.copytree(trained_models, station.data_dir / "models")
    station.start_device()
    station.start_web()
    yield station
    station.stop()


@pytest.fixture
def network(station: StationProcesses) -> Iterator[TcpProxy]:
    """The browser's way to the station."""
    with TcpProxy(station.port) as proxy:
        yield proxy


@pytest.fixture
def inspecting(
    browser: Browser, logged_in: str, network: TcpProxy, station: StationProcesses
) -> Iterator[Page]:
    """The Inspection page, with the verdict on the newest part."""
    station.inspect()
    station.client.ask(TRIGGER)
    context = browser.new_context(
        base_url=network.endpoint, viewport=TABLET, storage_state=logged_in, has_touch=True
    )
    page = context.new_page()
    page.goto("/inspection")
    expect_live(page)
    page.wait_for_function(ALL_PAGES_LOADED, arg=[name.lower() for name in PAGES])
    yield page
    context.close()


def is_colored(page: Page) -> bool:
    filters: list[str] = page.evaluate(
        "[...document.querySelectorAll('main, .states')].map(e => getComputedStyle(e).filter)"
    )
    return set(filters) != {"grayscale(1)"}


def expect_live(page: Page) -> None:
    expect(page.locator(".banner")).to_have_count(0, timeout=RECOVERED_MS)
    expect(page.get_by_test_id("mode")).to_have_text("Inspecting")
    expect(page.get_by_test_id("verdict")).to_have_attribute("data-present", "true")
    assert is_colored(page)


def expect_lost(page: Page) -> None:
    expect(page.locator(".banner")).to_contain_text("may be out of date", timeout=NOTICED_MS)
    expect(page.locator(".header")).to_contain_text("No connection")
    expect(page.get_by_test_id("mode")).to_have_count(0)
    assert not is_colored(page)


def expect_old_verdict(page: Page) -> None:
    expect(page.get_by_test_id("verdict")).to_have_attribute("data-present", "false")
    expect(page.get_by_test_id("verdict-caption")).to_have_text(LAST_HEARD)


def test_a_network_that_swallows_everything_is_noticed_and_heals_by_itself(
    inspecting: Page, network: TcpProxy
) -> None:
    page = inspecting
    network.swallow()
    expect_lost(page)
    expect_old_verdict(page)
    page.get_by_role("button", name="Stop").click()
    network.mend()
    expect_live(page)
    fault = page.locator(".notice.fault")
    expect(fault).to_contain_text("didn't answer in time")
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_test_id("verdict-caption")).to_have_text(re.compile("^Last part, .* ago$"))
    expect(fault).to_have_count(0)


def test_a_hidden_page_shows_nothing_old_as_new_when_it_is_seen_again(
    inspecting: Page, station: StationProcesses
) -> None:
    page = inspecting
    page.evaluate(SET_HIDDEN, True)
    station.client.ask(TRIGGER)
    web = station.processes["web"]
    web.send_signal(signal.SIGSTOP)
    try:
        page.evaluate(SET_HIDDEN, False)
        expect_old_verdict(page)
        assert not is_colored(page)
        expect(page.get_by_test_id("mode")).to_have_count(0)
        expect_lost(page)
    finally:
        web.send_signal(signal.SIGCONT)
    expect_live(page)
    newest = station.ledger.page(limit=1)[0].trigger_id
    expect(page.get_by_test_id("verdict-caption")).to_have_text(f"Part {newest}")


def hidden_parts(page: Page, wanted: list[str]) -> list[str]:
    """Which of these can't be seen whole without scrolling: outside, or behind the foot."""
    hidden: list[str] = page.evaluate(
        """wanted => wanted.filter(selector => {
            const box = document.querySelector(selector).getBoundingClientRect();
            const foot = document.querySelector(".panel-foot").getBoundingClientRect();
            const lowest = box.right > foot.left ? foot.top : innerHeight;
            return !box.height || box.top < 0 || box.bottom > lowest + 1;
        })""",
        wanted,
    )
    return hidden


def test_what_an_operator_needs_is_in_sight_on_small_screens_also_below_a_banner(
    inspecting: Page, network: TcpProxy
) -> None:
    page = inspecting
    part = ["[data-testid=verdict]", ".stage"]
    wanted = {(1024, 600): [*part, ".run"], (390, 800): part}
    trigger = page.get_by_role("button", name="Trigger")
    for state in ("well", "lost"):
        if state == "lost":
            network.cut()
            expect_lost(page)
        for (width, height), names in wanted.items():
            page.set_viewport_size({"width": width, "height": height})
            assert hidden_parts(page, names) == []
            expect(trigger).to_be_in_viewport(ratio=1)
            box = trigger.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= LARGE_TARGET_PX
            stage = page.locator(".stage").bounding_box()
            assert stage
            assert stage["height"] > height / 4
            cut: list[str] = page.evaluate(
                "[...document.querySelectorAll('.counters > div, .plate')]"
                ".filter(e => e.scrollWidth > e.clientWidth).map(e => e.textContent)"
            )
            assert cut == []


def stop(name: str) -> tuple[Callable[[StationProcesses], Any], Callable[[StationProcesses], Any]]:
    return (
        lambda station: station.processes[name].send_signal(signal.SIGSTOP),
        lambda station: station.processes[name].send_signal(signal.SIGCONT),
    )


@pytest.mark.slow  # Each fault is waited for on every page.
@pytest.mark.parametrize(
    ("fail", "recover"),
    [
        pytest.param(*stop("web"), id="the web process hangs"),
        pytest.param(*stop("device"), id="the daemon hangs"),
        pytest.param(
            lambda station: station.kill("web"),
            lambda station: station.start_web(),
            id="the web process dies",
        ),
        pytest.param(
            lambda station: station.kill("device"),
            lambda station: station.start_device(),
            id="the daemon dies",
        ),
    ],
)
def test_every_silence_is_noticed_on_every_page(
    inspecting: Page,
    station: StationProcesses,
    fail: Callable[[StationProcesses], Any],
    recover: Callable[[StationProcesses], Any],
) -> None:
    page = inspecting
    fail(station)
    try:
        expect_lost(page)
        expect_old_verdict(page)
        for name in PAGES:
            page.get_by_role("link", name=name).click()
            expect_lost(page)
    finally:
        recover(station)
    expect_live(page)
    page.get_by_role("link", name="Line").click()
    expect(page.locator(".notice.fault")).to_have_count(0)


def test_device_process_that_is_away_is_told_from_a_lost_network(
    page: Page, station: StationProcesses, complaints: list[str]
) -> None:
    page.goto("/configuration")
    expect(page.get_by_test_id("camera-state")).to_have_text("Camera ready")
    station.kill("device")
    try:
        expect(page.locator(".banner")).to_contain_text("The station isn't responding")
    finally:
        station.start_device()
    expect(page.locator(".banner")).to_have_count(0)
    complaints.clear()
