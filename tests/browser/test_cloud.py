"""Sync, other stations, AWS, access keys, models of other stations, a picture to try."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import boto3
import pytest
from botocore.exceptions import ClientError
from playwright.sync_api import Page, expect
from support.iot_server import IotServer
from support.page_checks import expect_nothing
from support.station import StationProcesses, free_port, write_pictures

from okng.device.datasets.store import DatasetStore
from okng.device.model_exchange.export_model import export_model
from okng.device.model_exchange.keys import ModelKeys
from okng.device.store.ledger import Ledger
from okng.device.store.sync_reports import (
    Fleet,
    StationCondition,
    StationReport,
    SyncReports,
    UnreadableReport,
)
from okng.device.store.uploads import NewUpload, UploadKind, Uploads
from okng.device.types import Label, RecipeReference
from okng.models.bundles.bundle import load_bundle
from okng.models.bundles.manifest import Manifest
from okng.models.exchange.receive import receive_package

SMALLEST_TARGET_PX = 48
SIZES = ({"width": 1024, "height": 600}, {"width": 390, "height": 844})


@pytest.fixture(scope="module")
def aws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IotServer]:
    server = IotServer(tmp_path_factory.mktemp("aws"))
    with server.running():
        yield server


@pytest.fixture(scope="module")
def station(
    tmp_path_factory: pytest.TempPathFactory, pictures: Path, aws: IotServer
) -> Iterator[StationProcesses]:
    station = StationProcesses(
        tmp_path_factory.mktemp("station"),
        {"type": "pylon", "emulate": True, "image_folder": str(pictures)},
        sync={
            "bucket": "inspection",
            "endpoint": f"http://127.0.0.1:{free_port()}",
            "credentials": {"type": "keys", "access_key_id": "a", "secret_access_key": "b"},
        },
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(aws.authority_file))
        station.start_device()
        station.start_web()
        station.start_host()
        yield station
        station.stop()


@pytest.fixture
def package(tmp_path: Path, trained_models: Path) -> Path:
    """A model of another station, whose data directory is `tmp_path/maker`."""
    shutil.copytree(trained_models, tmp_path / "maker" / "models")
    target = tmp_path / "discs-1.okng-model"
    pictures = sorted(write_pictures(tmp_path / "references", 4, defect_every=2).iterdir())
    bundle = load_bundle(tmp_path / "maker/models/discs/1", Manifest)
    export_model(tmp_path / "maker", bundle, target, pictures)
    return target


def check_layout(page: Page) -> None:
    """On the station's screen and on a telephone."""
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        expect_nothing(page, "sidewaysScroll()")
        expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
        expect_nothing(page, "faintTexts(4.5)")


def test_a_station_is_connected_to_aws_in_two_steps(
    page: Page, aws: IotServer, complaints: list[str]
) -> None:
    page.goto("/configuration")
    page.get_by_role("link", name="Cloud").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Create AWS Resources").click()
    assert "DeviceCertUrl" in download.value.path().read_text()
    address = page.get_by_label("DeviceCertUrl")
    connect = page.get_by_role("button", name="Connect to AWS")
    address.fill(f"https://{aws.address}/elsewhere")
    connect.click()
    section = page.get_by_role("region", name="AWS connection")
    expect(section.get_by_role("alert")).to_contain_text("404")
    complaints.clear()
    check_layout(page)
    address.fill(aws.url)
    connect.click()
    expect(section).to_contain_text("okng-station-7")
    section.get_by_role("button", name="Check the connection").click()
    expect(section).to_contain_text("AWS answers")
    section.get_by_role("button", name="Disconnect").click()
    check_layout(page)
    section.get_by_role("button", name="Yes, disconnect").click()
    expect(section).to_contain_text("This station is not connected to AWS")


def test_the_lines_for_boto3_work_until_the_key_is_revoked(
    page: Page, station: StationProcesses
) -> None:
    page.goto("/account")
    keys = page.get_by_role("region", name="Access keys")
    keys.get_by_role("button", name="New access key").click()
    keys.get_by_label("What the key is for").fill("line 3")
    keys.get_by_text("Start and stop models").click()
    keys.get_by_role("button", name="Create access key").click()
    issued = page.get_by_test_id("issued-key")
    lines = issued.locator("pre").last.inner_text()
    assert f'endpoint_url="{station.url}"' in lines
    check_layout(page)
    made: dict[str, object] = {"boto3": boto3}
    exec(lines, made)
    client = made["client"]
    assert client.list_projects()["Projects"] == []  # type: ignore[attr-defined]

    secret = issued.locator("pre").nth(1).inner_text()
    issued.get_by_role("button", name="I have copied it").click()
    expect(page.get_by_text(secret)).to_have_count(0)
    page.reload()
    expect(keys.get_by_role("listitem")).to_contain_text("Judge pictures (DetectAnomalies)")
    expect(keys.get_by_role("listitem")).not_to_contain_text("Start and stop models")
    keys.get_by_role("button", name="Revoke line 3").click()
    expect(keys).to_contain_text("No access keys yet")
    with pytest.raises(ClientError, match="no such access key"):
        client.list_projects()  # type: ignore[attr-defined]


@pytest.mark.slow
def test_a_model_comes_from_a_station_that_was_unknown_and_goes_on_to_the_next(
    page: Page,
    station: StationProcesses,
    package: Path,
    tmp_path: Path,
    defects: list[Path],
    complaints: list[str],
) -> None:
    page.goto("/model")
    section = page.get_by_role("region", name="Models from other stations")
    section.get_by_label("Import from another station").set_input_files(package)
    unknown = page.get_by_test_id("unknown-key")
    expect(unknown).to_contain_text(str(ModelKeys(tmp_path / "maker").signing_key().public))
    complaints.clear()
    check_layout(page)
    assert not (station.data_dir / "models" / "discs").exists()
    unknown.get_by_label("Name of the other station").fill("line-1")
    unknown.get_by_role("button", name="Trust and import").click()
    expect(page.get_by_test_id("job")).to_contain_text("Import of a model finished")
    expect(page.get_by_test_id("job")).to_contain_text("discs:1 of line-1")
    expect(page.get_by_role("heading", name="discs version 1")).to_be_visible()

    section.get_by_role("button", name="Trusted stations").click()
    dialog = page.get_by_role("dialog", name="Trusted stations")
    expect(dialog).to_contain_text("line-1")
    dialog.get_by_label("Name of the other station").fill("line-2")
    dialog.get_by_label("Its public key").fill("ssh-ed25519 AAAA")
    dialog.get_by_role("button", name="Trust this station").click()
    expect(dialog.get_by_role("alert")).to_contain_text("not a public key")
    complaints.clear()
    check_layout(page)
    dialog.get_by_role("button", name="Remove line-1").click()
    expect(dialog).to_contain_text("No other station is trusted yet")
    dialog.get_by_role("button", name="Close").click()

    for path in sorted(write_pictures(tmp_path / "good", 30).iterdir()):
        DatasetStore(station.data_dir).import_file(path, "discs", Label.NORMAL, "tests")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export this version").click()
    own = {"line-2": ModelKeys(station.data_dir).signing_key().public}
    received = receive_package(download.value.path(), tmp_path / "next" / "models", own)
    assert (received.signed_by, received.is_new) == ("line-2", True)

    tried = page.get_by_role("region", name="Try a picture")
    tried.get_by_label("Picture to try").set_input_files(defects[0])
    result = tried.get_by_test_id("tried")
    expect(result).to_contain_text("NG")
    expect(result).to_contain_text("Not counted and not stored")
    expect(result.get_by_alt_text("Heat map")).to_be_visible()
    result.get_by_role("button", name="Heat map").click()
    expect(result.get_by_alt_text("Heat map")).to_have_count(0)
    check_layout(page)
    assert Ledger(station.data_dir).last_seq() == 0


def test_the_sync_says_why_nothing_arrives_and_what_waits(
    page: Page, station: StationProcesses, good: list[Path]
) -> None:
    page.goto("/cloud")
    section = page.get_by_role("region", name="Sync with S3")
    state = section.get_by_test_id("sync-state")
    expect(state).to_contain_text("Not running")
    for picture in good[:3]:
        DatasetStore(station.data_dir).import_file(picture, "parts", Label.NORMAL, "tests")
    lost = NewUpload(UploadKind.PICTURE, "inspections/lost.png", "x", "0" * 64, 1, 1, "it is gone")
    Uploads(station.data_dir).add([lost])
    # Nothing listens where its bucket is said to be.
    station.start("sync")
    expect(state).to_contain_text("Retrying")
    expect(state).to_contain_text("Nothing is lost")
    expect(section).to_contain_text("can't be reached")
    expect(section.get_by_test_id("backlog")).not_to_contain_text("0 files")
    section.get_by_role("tab", name="Waiting").click()
    waiting = section.get_by_test_id("uploads").get_by_role("listitem")
    expect(waiting.filter(has_text="parts/").first).to_contain_text("Picture of a dataset")
    section.get_by_role("tab", name="Could not be sent").click()
    expect(section.get_by_test_id("uploads")).to_contain_text("it is gone")
    check_layout(page)
    section.get_by_role("button", name="Send all of them again").click()
    expect(section.get_by_test_id("uploads")).to_contain_text("No files")


def test_stations_of_the_bucket_are_listed_and_old_reports_marked(
    page: Page, station: StationProcesses
) -> None:
    now = datetime.now(UTC)
    line_1 = StationReport(
        station_id="0000000a",
        station="line-1",
        okng_version="0.1.0",
        reported_at=now - timedelta(minutes=2),
        running=True,
        mode="inspect",
        recipe=RecipeReference(name="cells", version=12),
        parts_24h=18233,
        yield_24h=0.9871,
    )
    away = StationCondition(code="camera_absent", severity="fault", message="No camera")
    line_2 = line_1.model_copy(
        update={
            "station_id": "0000000b",
            "station": "line-2",
            "reported_at": now - timedelta(days=3),
            "conditions": (away,),
        }
    )
    unreadable = UnreadableReport(key="stations/0badf00d.json", reason="it is not JSON")
    SyncReports(station.data_dir).write(
        Fleet(stations=(line_1, line_2), unreadable=(unreadable,), read_at=now)
    )
    page.goto("/cloud")
    section = page.get_by_role("region", name="Stations")
    fresh = section.get_by_role("row").filter(has_text="line-1")
    expect(fresh).to_contain_text("cells version 12")
    expect(fresh).to_contain_text("98.7 %")
    expect(fresh).not_to_contain_text("out of date")
    stale = section.get_by_role("row").filter(has_text="line-2")
    expect(stale).to_contain_text("No camera")
    expect(stale).to_contain_text("3 days ago")
    expect(stale).to_contain_text("out of date")
    expect(section).to_contain_text("stations/0badf00d.json can't be read")
    check_layout(page)
