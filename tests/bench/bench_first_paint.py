"""First paint of the pages over a slow link: 1.6 Mbit/s, 150 ms, with an empty and a full cache.

The link is Chromium's own emulation (`Network.emulateNetworkConditions`); browser, station and web
server share the machine's processor. "First paint" is First Contentful Paint; "page stands" is the
first frame that has the page's own content, not only the header.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from support.claim import claim
from support.station import StationProcesses, write_pictures

CHROMIUM = "/usr/bin/chromium"
PAGES = ("configuration", "training", "model", "inspection", "results", "line", "cloud", "account")
LINK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
TARGET_MS = 1200
ROUNDS = 5

WATCH = """
globalThis.stands = new Promise((resolve) => {
  new MutationObserver((_, observer) => {
    if (!document.querySelector("main")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
  }).observe(document, { childList: true, subtree: true });
});
globalThis.paint = new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [entry] = list.getEntriesByName("first-contentful-paint");
    if (entry) resolve(entry.startTime);
  }).observe({ type: "paint", buffered: true });
});
"""
FIGURES = """async () => ({
  stands: await globalThis.stands,
  paint: await globalThis.paint,
  bytes: [
    performance.getEntriesByType("navigation")[0],
    ...performance.getEntriesByType("resource").filter(({ name }) => name.includes("/static/")),
  ].reduce((sum, { transferSize }) => sum + transferSize, 0),
})"""


@dataclass(frozen=True)
class Load:
    """One page load, in milliseconds since its navigation began."""

    paint_ms: float
    stands_ms: float
    kilobytes: float


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="one page, once")
    quick = parser.parse_args().quick
    print(f"load average before: {os.getloadavg()[0]:.2f}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pictures = write_pictures(Path(folder) / "pictures", 4)
        camera = {"type": "pylon", "emulate": True, "image_folder": str(pictures)}
        station = StationProcesses(Path(folder) / "station", camera)
        station.start_device()
        station.start_web()
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            bench(browser, station, quick)
        finally:
            browser.close()
            station.stop()
    print(f"load average after: {os.getloadavg()[0]:.2f}")


def bench(browser: Browser, station: StationProcesses, quick: bool) -> None:
    cookies = log_in(browser, station)
    for name in PAGES[:1] if quick else PAGES:
        rounds = [
            cold_and_warm(browser, station.url, cookies, name)
            for _ in range(1 if quick else ROUNDS)
        ]
        report(name, "cold", [cold for cold, _ in rounds])
        report(name, "warm", [warm for _, warm in rounds])


def log_in(browser: Browser, station: StationProcesses) -> Any:
    """Claims the station; returns the session's cookies."""
    context = browser.new_context(base_url=station.url)
    page = context.new_page()
    claim(page, station)
    state = context.storage_state()
    context.close()
    return state


def cold_and_warm(browser: Browser, url: str, cookies: Any, name: str) -> tuple[Load, Load]:
    """Loads a page in a browser that has never seen the station, and once more."""
    context = browser.new_context(base_url=url, storage_state=cookies)
    try:
        return load(context, name), load(context, name)
    finally:
        context.close()


def load(context: BrowserContext, name: str) -> Load:
    page: Page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINK)
    page.goto(f"/{name}", wait_until="commit")
    figures = page.evaluate(FIGURES)
    page.close()
    return Load(figures["paint"], figures["stands"], figures["bytes"] / 1000)


def report(name: str, cache: str, loads: list[Load]) -> None:
    paint = statistics.median(load.paint_ms for load in loads)
    slowest = max(load.paint_ms for load in loads)
    stands = statistics.median(load.stands_ms for load in loads)
    kilobytes = statistics.median(load.kilobytes for load in loads)
    reached = "yes" if paint < TARGET_MS else "NO"
    print(
        f"{name:14} {cache}: first paint {paint:5.0f} ms (slowest {slowest:5.0f}), page stands "
        f"{stands:5.0f} ms, {kilobytes:4.0f} kB; under {TARGET_MS} ms: {reached}",
        flush=True,
    )


if __name__ == "__main__":
    main()
