"""What a restart of the web process cuts off is taken up again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.lookout_vision import client_for, source_of, wait_for_status, write_manifest
from support.station import StationProcesses, write_pictures

from okng.device.datasets.store import DatasetStore


@pytest.mark.slow
def test_a_dataset_is_filled_after_a_killed_web_process(tmp_path: Path) -> None:
    pictures = write_pictures(tmp_path / "pictures", 40, 320, 240)
    station = StationProcesses(
        tmp_path / "station", {"type": "folder", "path": str(tmp_path / "pictures")}
    )
    station.start_web()
    client = client_for(station)
    client.create_project(ProjectName="cells")
    labels = {path.name: "normal" for path in sorted(pictures.iterdir())}
    key = write_manifest(station, "cells", pictures, labels)
    client.create_dataset(ProjectName="cells", DatasetType="train", DatasetSource=source_of(key))
    station.kill("web")
    station.start_web()

    def dataset() -> dict[str, Any]:
        answer = client.describe_dataset(ProjectName="cells", DatasetType="train")
        description: dict[str, Any] = answer["DatasetDescription"]
        return description

    assert dataset()["Status"] in ("CREATE_IN_PROGRESS", "CREATE_COMPLETE")
    done = wait_for_status(dataset, "CREATE_COMPLETE", "CREATE_FAILED")
    assert done["Status"] == "CREATE_COMPLETE", done["StatusMessage"]
    assert done["ImageStats"]["Normal"] == 40
    assert len(DatasetStore(station.data_dir).pictures("cells")) == 40
    station.stop()
