"""Takes the pictures of the pages in docs/images anew: `make docs-pictures`, then look at them."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from support.claim import claim
from support.coffee import PLACES, Cups, install_coco, write_in_order
from support.pictures import labelled
from support.station import StationProcesses

from okng.device.ipc.commands import ApplyRecipe
from okng.device.recipes.detection_rules import DetectionRule, DetectionSettings
from okng.device.recipes.recipe import Recipe
from okng.device.types import ModelReference
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

CHROMIUM = "/usr/bin/chromium"
IMAGES = Path(__file__).parents[2] / "docs" / "images"
WINDOW = {"width": 1280, "height": 800}
WEBP_QUALITY = 82

WIDTH, HEIGHT = 1280, 960
INNER, OUTER, HOLES, HOLE = 150, 380, 265, 30
"""Radii of a ring: of its edges, of the circle of its holes, of one hole; in pixels."""
GOOD_RINGS = 24
DEFECT_EVERY = 6
STRIP = 12
"""So many parts the page shows below the newest one."""


def ring(random: np.random.Generator, missing: int | None = None) -> NDArray[np.uint8]:
    """A turned ring with six holes under a lamp from the left, of which one may be missing."""
    left, top = WIDTH / 2 + random.normal(0, 4), HEIGHT / 2 + random.normal(0, 4)
    rows, columns = np.mgrid[:HEIGHT, :WIDTH]
    radius = np.hypot(columns - left, rows - top)
    light = 1.0 - 0.25 * (columns - left) / OUTER
    metal = (150 + 9 * np.sin(radius / 5)) * light
    picture = np.where((radius > INNER) & (radius < OUTER), metal, 42.0)
    picture[(radius > 312) & (radius < 326)] = 85
    picture[(np.abs(radius - OUTER) < 3) | (np.abs(radius - INNER) < 3)] = 205
    for number in range(6):
        angle = number * np.pi / 3
        across, down = left + HOLES * np.cos(angle), top + HOLES * np.sin(angle)
        if number != missing:
            picture[np.hypot(columns - across, rows - down) < HOLE] = 30
    noisy = cv2.GaussianBlur(picture, (0, 0), 1.2) + random.normal(0, 3, picture.shape)
    return np.clip(noisy, 0, 255).astype(np.uint8)


@contextmanager
def started(folder: Path, camera: dict[str, object], models: Path) -> Iterator[StationProcesses]:
    """A station at work with these models."""
    station = StationProcesses(folder, camera, station="line-1")
    shutil.copytree(models, station.data_dir / "models")
    station.start_device()
    station.start_web()
    try:
        yield station
    finally:
        station.stop()


def opened(browser: Browser, station: StationProcesses, scheme: Literal["dark", "light"]) -> Page:
    """The pages of a station that was just claimed."""
    page = browser.new_page(base_url=station.url, viewport=WINDOW, color_scheme=scheme)
    claim(page, station)
    return page


def keep(page: Page, name: str) -> None:
    page.mouse.move(0, 0)
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    picture.convert("RGB").save(IMAGES / f"{name}.webp", quality=WEBP_QUALITY, method=6)


def draw_region(page: Page) -> None:
    page.get_by_role("tab", name="Region").click()
    page.get_by_test_id("sharpness").wait_for()
    box = page.get_by_test_id("roi-editor").bounding_box()
    assert box
    page.mouse.move(box["x"] + 0.17 * box["width"], box["y"] + 0.08 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 0.83 * box["width"], box["y"] + 0.92 * box["height"], steps=5)
    page.mouse.up()


def trigger_until_ng(page: Page, parts: int) -> None:
    """Inspects so many parts, and then until one is NG."""
    page.get_by_role("button", name="Start").click()
    for number in range(1, parts + 2 * DEFECT_EVERY):
        page.get_by_role("button", name="Trigger").click()
        page.get_by_alt_text(f"Part {number}", exact=True).wait_for()
        verdict = page.get_by_test_id("verdict").get_attribute("data-outcome")
        if number >= parts and verdict == "NG":
            return
    raise AssertionError(f"no part of {number} is NG")


def show_rings(browser: Browser, folder: Path) -> None:
    random = np.random.default_rng(3)
    good = write_in_order(folder / "good", [ring(random) for _ in range(GOOD_RINGS)])
    line = [ring(random, 2 if n % DEFECT_EVERY == 0 else None) for n in range(2 * DEFECT_EVERY)]
    request = TrainingRequest(
        name="rings",
        root=folder / "models",
        pictures=labelled(sorted(good.iterdir())),
        author="documents",
    )
    train(request)
    camera = {
        "type": "pylon",
        "emulate": True,
        "image_folder": str(write_in_order(folder / "line", line)),
    }
    with started(folder, camera, folder / "models") as station:
        page = opened(browser, station, "dark")
        draw_region(page)
        keep(page, "configuration")
        page.get_by_role("button", name="Discard").click()
        page.goto("/inspection")
        page.get_by_label("Model").select_option("rings version 1")
        trigger_until_ng(page, STRIP)
        page.get_by_test_id("heat-map").evaluate("image => image.decode()")
        keep(page, "inspection")
        page.goto("/results")
        page.get_by_role("button", name="Part 1", exact=True).wait_for()
        keep(page, "results")
        show_in_german(browser, page)


def show_in_german(browser: Browser, page: Page) -> None:
    context = browser.new_context(
        base_url=page.url.removesuffix("/results"),
        storage_state=page.context.storage_state(),
        viewport=WINDOW,
        locale="de-DE",
        color_scheme="light",
    )
    german = context.new_page()
    german.goto("/model")
    german.get_by_role("heading", name="rings Version 1").wait_for()
    german.wait_for_load_state("networkidle")
    keep(german, "model-german")
    context.close()


def show_cups(browser: Browser, folder: Path) -> None:
    cups = Cups(np.random.default_rng(1))
    pictures = [cups.picture([PLACES[2]]), cups.picture([PLACES[1], PLACES[4]])]
    camera = {"type": "folder", "path": str(write_in_order(folder / "pictures", pictures))}
    (folder / "models").mkdir()
    install_coco(folder / "models")
    rule = DetectionRule(name="cup", at_least=1, at_most=1)
    detection = DetectionSettings(model=ModelReference(name="coco", version=1), rules=(rule,))
    with started(folder, camera, folder / "models") as station:
        recipe = Recipe(name="cups", detection=detection)
        station.client.ask(ApplyRecipe(recipe=recipe, author="documents"))
        page = opened(browser, station, "light")
        page.goto("/inspection")
        trigger_until_ng(page, 2)
        page.locator(".found.NG").nth(1).wait_for()
        keep(page, "detection")


def main() -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        for name, show in (("rings", show_rings), ("cups", show_cups)):
            (Path(folder) / name).mkdir()
            show(browser, Path(folder) / name)
        browser.close()


if __name__ == "__main__":
    main()
