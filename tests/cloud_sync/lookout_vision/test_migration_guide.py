"""The way from Lookout for Vision works as its document says: every command in it is run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import cv2
import numpy as np
import pytest
import tomli_w
from support.iot_server import IotServer
from support.labelled_sources import manifest_line, write_manifest
from support.object_store_server import READER, STATION, ObjectStoreServer
from support.station import StationProcesses, eventually, write_pictures
from support.synced_station import KEYS
from support.tutorial import REPOSITORY, blocks

from okng.device.datasets.store import DatasetStore
from okng.device.ipc.commands import FireTrigger
from okng.device.types import Label, ModelReference, Outcome, Split, TriggerSource
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest

DOCUMENT = REPOSITORY / "docs" / "from-lookout-for-vision.md"
CHAPTERS = ("From the kit", "From an S3 bucket", "From a program with boto3")
BUCKET, KIT_BUCKET = "my-bucket", "kit-bucket"
"""As in the document."""
NORMAL, ANOMALY = 28, 12
WIDTH, HEIGHT = 120, 90
SETTINGS = "/etc/okng/okng.toml"

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`cells/normal`, `cells/anomaly`, `masks` and a manifest of all that lies in the bucket."""
    folder = tmp_path_factory.mktemp("pictures")
    write_pictures(folder / "cells/normal", NORMAL, WIDTH, HEIGHT)
    write_pictures(folder / "cells/anomaly", ANOMALY, WIDTH, HEIGHT, defect_every=1)
    mask = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    ends = [(int(WIDTH * x), int(HEIGHT * y)) for x, y in ((0.42, 0.4), (0.6, 0.62))]
    cv2.line(mask, *ends, (0x36, 0xA4, 0x23), 4)
    (folder / "masks").mkdir()
    cv2.imwrite(str(folder / "masks/scratch.png"), mask)
    lines = [
        manifest_line(
            f"s3://{BUCKET}/{path.relative_to(folder)}",
            path.parent.name,
            f"s3://{BUCKET}/masks/scratch.png" if path.parent.name == "anomaly" else None,
        )
        for path in sorted(folder.glob("cells/*/*"))
    ]
    manifest = write_manifest(folder / "manifests/train.manifest", lines)
    in_a_copy = manifest.read_text().replace(BUCKET, "a-bucket-that-is-gone")
    (folder / "train.manifest").write_text(in_a_copy)
    return folder


@pytest.fixture(scope="module")
def buckets(server: ObjectStoreServer, pictures: Path) -> ObjectStoreServer:
    """The store with the bucket of the kit and that of the service."""
    for bucket, between in ((BUCKET, ""), (KIT_BUCKET, "training/")):
        server.make_bucket(bucket)
        for path in pictures.rglob("*.*"):
            key = path.relative_to(pictures).as_posix().replace("cells/", f"cells/{between}")
            server.admin.put_object(Bucket=bucket, Key=key, Body=path.read_bytes())
    return server


@pytest.fixture
def reader(
    tmp_path: Path, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StationProcesses]:
    """The station of somebody who follows the document, in a folder with a copy of the pictures."""
    camera = {"type": "folder", "path": str(pictures / "cells/normal")}
    station = StationProcesses(tmp_path / "station", camera)
    for name, value in {
        "HOME": tmp_path,
        "OKNG_CONFIG": station.config,
        "OKNG_DATA_DIR": station.data_dir,
        "OKNG_RUN_DIR": station.run_dir,
        "OKNG_WEB__PORT": station.port,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PIP_NO_INDEX": 1,
    }.items():
        monkeypatch.setenv(name, str(value))
    (tmp_path / "copy").symlink_to(pictures)
    (tmp_path / "part.png").write_bytes((pictures / "cells/normal/00001.png").read_bytes())
    yield station
    station.stop()


def follow(
    chapter: str,
    station: StationProcesses,
    replaced: Mapping[str, str],
    by_hand: Mapping[str, Callable[[], object]],
) -> str:
    """Writes the files of a chapter and runs its commands; returns what these printed.

    Args:
        chapter: its heading.
        station: of the reader, whose folder's parent is the working directory.
        replaced: what a reader has to fill in.
        by_hand: commands for which something else is done.
    """
    folder, printed, unused = station.config.parent.parent, [], {*replaced, *by_hand}
    for block in blocks(DOCUMENT, chapter):
        text = block.text
        for placeholder, value in replaced.items():
            if placeholder in text:
                unused.discard(placeholder)
                text = text.replace(placeholder, value)
        if block.title == SETTINGS:
            add_settings(station, tomllib.loads(text))
        elif block.title is not None:
            (folder / block.title).write_text(text)
        elif text in by_hand:
            unused.discard(text)
            by_hand[text]()
        else:
            assert block.language == "sh", f"nobody runs {text}"
            printed.append(run(text, folder))
    assert not unused, f"not in the document: {unused}"
    return "".join(printed)


def add_settings(station: StationProcesses, tables: Mapping[str, object]) -> None:
    written = tomllib.loads(station.config.read_text())
    station.config.write_text(tomli_w.dumps({**written, **tables}))


def run(commands: str, folder: Path) -> str:
    assert "sudo" not in commands, commands
    script = ["bash", "-euo", "pipefail", "-c", commands]
    done = subprocess.run(script, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, f"{commands}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def runs_when_booted(commands: str) -> Callable[[], None]:
    """The test of a booted system runs these; a container of its own has root."""

    def check() -> None:
        tested = (REPOSITORY / "tests/systemd/test_boot.py").read_text()
        for command in commands.splitlines():
            assert f'"{command.removeprefix("sudo ")}"' in tested, command

    return check


def summary(station: StationProcesses) -> Mapping[tuple[Label, Split | None], int]:
    counts: dict[tuple[Label, Split | None], int] = {}
    for picture in DatasetStore(station.data_dir).pictures("cells"):
        key = (picture.label, picture.split)
        counts[key] = counts.get(key, 0) + 1
    return counts


def test_from_the_kit(
    reader: StationProcesses,
    buckets: ObjectStoreServer,
    pictures: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", buckets.endpoint)
    install, restart = "sudo systemd/install.sh\n", "sudo systemctl restart okng.target\n"
    emulator = f'serial = "0815-0000"\nemulate = true\nimage_folder = "{pictures}/cells/normal"'
    with IotServer(tmp_path).running() as iot:
        iot.keys = READER
        monkeypatch.setenv("SSL_CERT_FILE", str(iot.authority_file))
        printed = follow(
            "From the kit",
            reader,
            {"https://DeviceCertUrl": iot.url, 'serial = "12345678"': emulator},
            {install: runs_when_booted(install), restart: lambda: start(reader)},
        )
        assert iot.given == [READER[0]] * 3, "to connect, for the status and for the import"
    assert "0815-0000" in printed
    assert "Credentials are valid until" in printed
    assert f"{NORMAL + ANOMALY} pictures added" in printed
    assert summary(reader) == {
        (Label.NORMAL, Split.TRAIN): NORMAL,
        (Label.ANOMALY, Split.TRAIN): ANOMALY,
    }
    page = reader.claim()
    collect = {"mode": "collect", "dataset": "cells", "label": "normal", "split": "test"}
    assert page.put(f"{reader.url}/api/v1/mode", json=collect).ok
    assert page.post(f"{reader.url}/api/v1/trigger", json={"wait_ms": 10_000}).ok
    eventually(lambda: summary(reader).get((Label.NORMAL, Split.TEST)) == 1)


def start(station: StationProcesses) -> None:
    station.start_device()
    station.start_web()


@pytest.mark.slow
def test_from_a_bucket(reader: StationProcesses, buckets: ObjectStoreServer) -> None:
    keys = {"YOUR-KEY-ID": STATION[0], "YOUR-SECRET": STATION[1]}
    endpoint = {"https://s3.plant.example:9000": buckets.endpoint}
    printed = follow("From an S3 bucket", reader, {**keys, **endpoint}, {})
    outcome = json.loads(printed.splitlines()[-1])
    assert outcome["outcome"] == "OK"
    count = NORMAL + ANOMALY
    assert re.findall(r"(\d+) pictures added", printed) == [str(count), "0", "0"]
    assert f"{count} of these were completed from the source" in printed
    assert f"{count} were there already" in printed
    assert {label for label, split in summary(reader) if split is Split.TEST} == set(Label)
    manifest = read_manifest(reader.data_dir / "models/cells/1", AnomalyManifest)
    assert manifest.metrics
    assert manifest.pixels, "the masks came with the manifest"
    reader.start_device()
    reader.inspect(model=ModelReference(name="cells", version=1))
    fired = reader.client.ask(FireTrigger(source=TriggerSource.BUTTON, wait_ms=10_000))
    assert fired.inspection
    assert fired.inspection.outcome in (Outcome.OK, Outcome.NG)


@pytest.mark.slow
def test_from_a_program(reader: StationProcesses, buckets: ObjectStoreServer) -> None:
    sync = {"endpoint": buckets.endpoint, "bucket": "okng-results", "credentials": KEYS}
    add_settings(reader, {"sync": sync})
    reader.start_host()
    reader.start_web()
    agent = (
        "sudo systemd/install.sh --with edge-agent\nsudo systemctl enable --now okng-edge-agent\n"
    )
    printed = follow(
        "From a program with boto3",
        reader,
        {"https://station-3.local:8080": reader.url},
        {agent: runs_when_booted(agent)},
    )
    assert f"'Normal': {NORMAL}, 'Anomaly': {ANOMALY}" in printed
    assert "'F1Score': " in printed
    verdict, confidence = printed.splitlines()[-1].split()
    assert (verdict, float(confidence) > 0.5) == ("False", True)
    (results,) = (key for key in buckets.keys(BUCKET, "output/") if "EvaluationResult" in key)
    assert json.loads(buckets.read(BUCKET, results))


def test_every_command_is_in_a_chapter_that_is_followed() -> None:
    text = DOCUMENT.read_text()
    assert tuple(re.findall(r"^## (.+)$", text, re.MULTILINE)) == CHAPTERS
    listed = list(blocks(DOCUMENT))
    assert text.count("```") == 2 * len(listed), "a block without a language is not run"
    commands = "".join(block.text for block in listed if block.language == "sh")
    assert all(
        block.title == SETTINGS or block.title in commands for block in listed if block.title
    )
    before, *_ = text.split("\n## ")
    (alias,) = re.findall(r"```sh\n(.*?)```", before, re.DOTALL)
    assert alias == "alias okng='sudo -u okng /opt/okng/bin/okng'\n"
    assert "home=/opt/okng\n" in (REPOSITORY / "systemd/install.sh").read_text()
    inline = re.findall(r"(?<!`)`([^`\n]+)`", text)
    assert not [code for code in inline if re.match(r"(sudo|pip|aws|python|systemctl) ", code)]


def test_the_pages_have_what_the_document_names() -> None:
    pages = (REPOSITORY / "webui/static/app/texts/en.ftl").read_text()
    names = re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", DOCUMENT.read_text())
    assert len(names) > 10
    assert [name for name in names if name not in pages] == []
