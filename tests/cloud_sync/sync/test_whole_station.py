"""A whole station with a bucket: `okng run` starts the exchange, and pages and conditions tell."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

from support.object_store_server import ObjectStoreServer
from support.station import StationProcesses, eventually, write_pictures
from support.synced_station import KEYS

from okng.device.host.supervisor import okng_command
from okng.device.ipc.commands import FireTrigger
from okng.device.store.sync_reports import SyncReports
from okng.device.types import TriggerSource


def test_a_station_sends_its_parts_and_says_when_it_cannot(
    server: ObjectStoreServer,
    bucket: str,
    tmp_path: Path,
    install_model: Callable[[Path], None],
) -> None:
    pictures = write_pictures(tmp_path / "pictures", 4, defect_every=2)
    station = StationProcesses(
        tmp_path / "station",
        {"type": "pylon", "emulate": True, "image_folder": str(pictures)},
        sync={
            "endpoint": server.endpoint,
            "bucket": bucket,
            "credentials": KEYS,
            "pictures": {"outcomes": ["OK", "NG"]},
        },
    )
    install_model(station.data_dir)
    command = okng_command("run", "--config", str(station.config))
    with station.log.open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as run:
        station.processes["device"] = run
        try:
            station.wait(lambda status: status.camera_state == "streaming", 60)
            station.inspect()
            for _ in range(4):
                station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
            eventually(lambda: len(server.keys(bucket, "okng/inspections/")) == 4, 40)
            reports = SyncReports(station.data_dir)
            # The report is written again when the recipe has changed.
            fleet = eventually(
                lambda: (
                    (fleet := reports.fleet())
                    and fleet.stations
                    and (recipe := fleet.stations[0].recipe)
                    and recipe.name == "discs"
                    and fleet
                ),
                40,
            )
            (report,) = fleet.stations
            assert (report.station, report.running, report.mode) == ("test", True, "inspect")

            session = (
                eventually(lambda: "Claim code" in station.log.read_text()) and station.claim()
            )
            told = eventually(
                lambda: (
                    (told := session.get(f"{station.url}/api/v1/sync").json())["status"]
                    and told["status"]["uploaded_files"] >= 4
                    and told
                )
            )
            assert told["running"]

            server.remove_bucket(bucket)
            station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
            status = station.wait(
                lambda status: any(c.code == "sync_trouble" for c in status.conditions), 40
            )
            (condition,) = (c for c in status.conditions if c.code == "sync_trouble")
            assert f"there is no bucket {bucket}" in condition.message
            server.make_bucket(bucket)
            station.wait(
                lambda status: all(c.code != "sync_trouble" for c in status.conditions), 60
            )
        finally:
            run.send_signal(signal.SIGTERM)
            run.wait(timeout=60)
    assert KEYS["secret_access_key"] not in station.log.read_text()
