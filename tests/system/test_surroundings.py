"""A broker that is away, a disk that fills up: the line goes on and raises a condition."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import paho.mqtt.client as mqtt
import pytest
from paho.mqtt.enums import CallbackAPIVersion
from support.small_disk import fill, mount_small_disk
from support.station import StationProcesses, eventually, free_port

from okng.device.ipc.commands import FireTrigger
from okng.device.types import Outcome, TriggerSource


def judge(station: StationProcesses, count: int) -> None:
    for _ in range(count):
        answer = station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000))
        assert answer.inspection, "no verdict"


def inspect(station: StationProcesses) -> None:
    station.start_device()
    station.inspect()


def test_results_reach_a_broker_that_was_away(
    make_processes: Callable[..., StationProcesses], tmp_path: Path
) -> None:
    port = free_port()
    station = make_processes(sinks=[{"type": "mqtt", "host": "127.0.0.1", "port": port}])
    inspect(station)
    judge(station, 12)
    status = station.wait(lambda status: bool(status.conditions))
    assert [condition.code for condition in status.conditions] == ["sink_away"]
    assert status.sinks[0].pending == 12
    received: list[dict[str, object]] = []
    with broker(tmp_path, port), consumer(port, "okng/test/result", received):
        eventually(lambda: len(received) >= 12, timeout_s=60)
        judge(station, 3)
        eventually(lambda: len(received) >= 15)
        station.wait(lambda status: not status.conditions and status.sinks[0].pending == 0)
    unique = {payload["inspection_id"]: payload["seq"] for payload in received}
    assert list(unique.values()) == list(range(1, 16)), "each once, in order, but for repetitions"


class broker:  # noqa: N801
    """A mosquitto for this test."""

    def __init__(self, folder: Path, port: int) -> None:
        self._config = folder / "mosquitto.conf"
        self._config.write_text(f"listener {port} 127.0.0.1\nallow_anonymous true\n")

    def __enter__(self) -> None:
        self._process = subprocess.Popen(
            ["mosquitto", "-c", str(self._config)], stderr=subprocess.DEVNULL
        )

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()


class consumer:  # noqa: N801
    """Appends every message of a topic to a list."""

    def __init__(self, port: int, topic: str, received: list[dict[str, object]]) -> None:
        self._port = port
        self._client = mqtt.Client(CallbackAPIVersion.VERSION2, protocol=mqtt.MQTTv5)
        self._client.on_connect = lambda client, *_: client.subscribe(topic, qos=1)
        self._client.on_message = lambda _c, _u, message: received.append(
            json.loads(message.payload)
        )

    def __enter__(self) -> None:
        def connect() -> bool:
            try:
                self._client.connect("127.0.0.1", self._port)
            except ConnectionRefusedError:
                return False
            return True

        eventually(connect)
        self._client.loop_start()

    def __exit__(self, *_: object) -> None:
        self._client.disconnect()
        self._client.loop_stop()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 24 MiB."""
    folder = tmp_path / "station" / "data"
    with mount_small_disk(folder, mib=24):
        yield folder


def test_inspection_goes_on_when_the_disk_is_full(
    small_disk: Path, make_processes: Callable[..., StationProcesses]
) -> None:
    station = make_processes(storage={"min_free_mb": 4, "ballast_mb": 1})
    inspect(station)
    # Another program's file takes all but a little of the space.
    fill(small_disk / "other", leave=5 * 2**20)
    judge(station, 90)
    status = station.wait(lambda status: bool(status.conditions))
    assert {condition.code for condition in status.conditions} <= {"disk_low", "disk_full"}
    rows = list(station.ledger.iterate())
    assert [row.trigger_id for row in rows] == list(range(1, 91))
    assert {row.outcome for row in rows} == {Outcome.OK, Outcome.NG}
    removed = [row for row in rows if row.picture_sha256 and not row.picture_path]
    assert removed, "pictures had to go"
    assert {row.outcome for row in removed} == {Outcome.OK}
    assert removed[0].seq == 1, "the oldest goes first"
    kept = [row for row in rows if row.outcome is Outcome.NG]
    assert all(row.picture_path and (small_disk / row.picture_path).is_file() for row in kept)
    (small_disk / "other").unlink()
    judge(station, 1)
    station.wait(lambda status: not status.conditions)
    station.stop()
