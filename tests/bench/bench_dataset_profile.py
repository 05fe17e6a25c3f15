"""The Dataset page with 20,000 pictures: each call's time, and when the page is painted.

`PYTHONPATH=tests python tests/bench/bench_dataset_profile.py [--quick]`
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from support.claim import claim
from support.large_store import (
    DATASET,
    Size,
    make_model,
    make_store,
    measure_pictures,
    newest_schema,
)
from support.station import StationProcesses, write_pictures

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange

CHROMIUM = "/usr/bin/chromium"
VIEWPORTS = ((1280, 800), (1024, 600), (390, 844))
CALLS = ("profile", "profile/pictures")
REPETITIONS = 5
WHOLE = Size(inspections=10_000, pictures=20_000)
QUICK = Size(inspections=1_000, pictures=300)
PAINTED = """() => performance.getEntriesByName("first-contentful-paint")[0].startTime"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a small store")
    size = QUICK if parser.parse_args().quick else WHOLE
    with tempfile.TemporaryDirectory() as folder:
        camera = write_pictures(Path(folder) / "camera", 2)
        station = StationProcesses(
            Path(folder) / "station",
            {"type": "pylon", "emulate": True, "image_folder": str(camera)},
        )
        make_store(station.data_dir, size)
        newest_schema(station.data_dir)
        measure_pictures(station.data_dir)
        make_model(station.data_dir, size.pictures)
        try:
            station.start_device()
            station.start_web()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
                )
                measure(browser, station)
        finally:
            station.stop()


def measure(browser: Browser, station: StationProcesses) -> None:
    context = browser.new_context(base_url=station.url)
    claim(context.new_page(), station)
    state = context.storage_state()
    for occasion in ("first of the process", "after a change", "cached"):
        if occasion == "after a change":
            change = PictureChange(batch="lot new")
            DatasetChanges(station.data_dir).change([1], change, "anna")
        for call in CALLS:
            times = []
            for _ in range(REPETITIONS if occasion == "cached" else 1):
                started = time.perf_counter()
                answer = context.request.get(f"/api/v1/datasets/{DATASET}/{call}")
                times.append((time.perf_counter() - started) * 1e3)
                assert answer.ok, answer.text()
            size = len(answer.body()) / 1e3
            print(f"{call}, {occasion}: {statistics.median(times):.0f} ms, {size:.0f} kB plain")
    for width, height in VIEWPORTS:
        viewport = {"width": width, "height": height}
        for tab, shown in (("", "[data-testid=histogram-score]"), ("map", ".u-over")):
            sized = browser.new_context(
                base_url=station.url,
                storage_state=state,
                viewport=viewport,  # type: ignore[arg-type]
            )
            page = sized.new_page()
            started = time.perf_counter()
            page.goto(f"/dataset?dataset={DATASET}&tab={tab}", wait_until="commit")
            page.wait_for_selector(shown)
            whole = (time.perf_counter() - started) * 1e3
            painted = page.evaluate(PAINTED)
            print(f"{width} x {height}, {tab or 'profile'}: {painted:.0f} ms, whole {whole:.0f} ms")
            sized.close()


if __name__ == "__main__":
    main()
