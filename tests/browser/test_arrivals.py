"""Pictures of a dataset on their way to a real bucket, as the Training page shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect
from support.object_store_server import ObjectStoreServer
from support.page_checks import expect_nothing
from support.station import StationProcesses
from support.synced_station import KEYS

from okng.device.datasets.store import DatasetStore
from okng.device.types import Label

SIZES = ({"width": 1024, "height": 600}, {"width": 390, "height": 844})
BUCKET = "plant"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStoreServer]:
    server = ObjectStoreServer(tmp_path_factory.mktemp("store"))
    try:
        server.start()
        server.make_bucket(BUCKET)
        yield server
    finally:
        server.kill()


@pytest.fixture(scope="module")
def station(
    tmp_path_factory: pytest.TempPathFactory, pictures: Path, server: ObjectStoreServer
) -> Iterator[StationProcesses]:
    """With a bucket, to which nothing is sent yet."""
    station = StationProcesses(
        tmp_path_factory.mktemp("station"),
        {"type": "pylon", "emulate": True, "image_folder": str(pictures)},
        sync={"bucket": BUCKET, "endpoint": server.endpoint, "credentials": KEYS},
    )
    station.start_device()
    station.start_web()
    yield station
    station.stop()


def mark_of(page: Page, picture_id: int) -> Locator:
    return page.get_by_test_id(f"picture-{picture_id}").locator(".arrival")


def test_each_picture_shows_by_itself_when_it_has_arrived(
    page: Page, station: StationProcesses, server: ObjectStoreServer, complaints: list[str]
) -> None:
    store = DatasetStore(station.data_dir)
    good, changed = [
        store.add(np.full((48, 64), grey, np.uint8), "parts", Label.NORMAL, "ann")
        for grey in (60, 200)
    ]
    (station.data_dir / changed.path).write_bytes(b"other bytes than were recorded")
    page.goto("/training")
    page.get_by_role("combobox", name="Dataset").select_option("parts")
    for picture in (good, changed):
        expect(mark_of(page, picture.picture_id)).to_have_attribute(
            "title", "Waiting to be sent to the bucket"
        )

    station.start("sync")
    expect(mark_of(page, good.picture_id)).to_have_attribute(
        "title", re.compile("^Arrived in the bucket, ")
    )
    failed = mark_of(page, changed.picture_id)
    expect(failed).to_have_attribute("title", re.compile("^Could not be sent to the bucket, .+: "))
    expect(failed).to_have_text("not sent")

    page.get_by_role("radio", name="Anomaly").click()
    page.get_by_role("button", name="Trigger").click()
    expect(page.get_by_test_id("last-picture")).to_contain_text("anomaly")
    taken = store.pictures("parts")[-1]
    expect(mark_of(page, taken.picture_id)).to_have_attribute(
        "title", re.compile("^Arrived in the bucket, ")
    )
    assert [Path(key).parent.name for key in server.keys(BUCKET, "okng/parts/")] == [
        "anomaly",
        "normal",
    ]
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        expect_nothing(page, "sidewaysScroll()")
        expect_nothing(page, "faintTexts(4.5)")
    # The changed file has no thumbnail.
    complaints.clear()
