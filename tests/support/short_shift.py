"""A station's day in seconds: train, start, claim, inspect, look at pages, stop.

`python -m support.short_shift FOLDER MODELS SECONDS [train]` raises whatever goes wrong; for so
many seconds nothing happens before the end. MODELS has `discs` version 1.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import requests

from okng.device.datasets.store import DatasetStore
from okng.device.ipc.commands import ApplyRecipe, FireTrigger, SetMode
from okng.device.recipes.recipe import Recipe
from okng.device.types import Label, Mode, ModelReference, TriggerSource
from support.command import okng
from support.station import StationProcesses, eventually, write_pictures


def train(station: StationProcesses, session: requests.Session) -> None:
    """Trains through the HTTP API, as the pages do; the result is version 2 of the model."""
    job = session.post(f"{station.url}/api/v1/jobs/train", json={"dataset": "discs"}).json()
    address = f"{station.url}/api/v1/jobs/{job['job_id']}"

    def ended() -> bool:
        return session.get(address).json()["state"] not in ("queued", "running")

    eventually(ended, timeout_s=200, period_s=0.5)
    state = session.get(address).json()["state"]
    assert state == "succeeded", (state, session.get(f"{address}/log").text)


def work(folder: Path, models: Path, idle_s: float, trains: bool) -> None:
    pictures = write_pictures(folder / "pictures", 24)
    camera = {"type": "pylon", "emulate": True, "image_folder": str(pictures)}
    station = StationProcesses(folder / "station", camera)
    shutil.copytree(models, station.data_dir / "models")
    datasets = DatasetStore(station.data_dir)
    for picture in sorted(pictures.iterdir()):
        datasets.import_file(picture, "discs", Label.NORMAL, "tests")
    station.start_device()
    station.start_web()
    try:
        session = station.claim()
        if trains:
            train(station, session)
        model = ModelReference(name="discs", version=1)
        station.client.ask(ApplyRecipe(recipe=Recipe(name="discs", model=model), author="tests"))
        station.client.ask(SetMode(mode=Mode.INSPECT, author="tests"))
        for _ in range(3):
            station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000))
        for page in ("status", "models", "methods", "inspections", "inspections.csv"):
            assert session.get(f"{station.url}/api/v1/{page}").ok
        ended = okng("inspect", sorted(pictures.iterdir())[0], OKNG_DATA_DIR=str(station.data_dir))
        assert ended.returncode in (0, 1), ended.stderr
        time.sleep(idle_s)
    finally:
        station.stop()


if __name__ == "__main__":
    folder, models, seconds, *options = sys.argv[1:]
    work(Path(folder), Path(models), float(seconds), "train" in options)
