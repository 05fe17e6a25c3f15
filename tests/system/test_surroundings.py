"""A broker that is away, a disk that fills up: the line goes on and says so."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import paho.mqtt.client as mqtt
import pytest
from paho.mqtt.enums import CallbackAPIVersion
from support.station import StationProcesses, eventually, free_port

from okng.device.types import Outcome, TriggerSource


def judge(station: StationProcesses, count: int) -> None:
    for _ in range(count):
        answer = station.client.fire_trigger(TriggerSource.HTTP, wait_ms=20_000)
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
    assert [one.code for one in status.conditions] == ["sink_away"]
    assert status.sinks[0].pending == 12
    received: list[dict[str, object]] = []
    with broker(tmp_path, port), consumer(port, "okng/test/result", received):
        eventually(lambda: len(received) >= 12, timeout_s=60)
        judge(station, 3)
        eventually(lambda: len(received) >= 15)
        station.wait(lambda status: not status.conditions and status.sinks[0].pending == 0)
    unique = {one["inspection_id"]: one["seq"] for one in received}
    assert list(unique.values()) == list(range(1, 16)), "each once, in order, but for repetitions"


class broker:  # noqa: N801
    """A mosquitto of the test's own."""

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
    if os.geteuid() != 0:
        pytest.skip("a small file system can be mounted by root only")
    folder = tmp_path / "station" / "data"
    folder.mkdir(parents=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"a small file system can't be mounted here: {mounted.stderr.strip()}")
    yield folder
    # The ledger may still be open in this process.
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_inspection_goes_on_when_the_disk_is_full(
    small_disk: Path, make_processes: Callable[..., StationProcesses]
) -> None:
    station = make_processes(storage={"min_free_mb": 4, "ballast_mb": 1})
    inspect(station)
    # Somebody else's file takes what is left but for a little.
    free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    (small_disk / "other").write_bytes(bytes(free - 5 * 2**20))
    judge(station, 90)
    status = station.wait(lambda status: bool(status.conditions))
    assert {one.code for one in status.conditions} <= {"disk_low", "disk_full"}
    rows = list(station.ledger.iterate())
    assert [one.trigger_id for one in rows] == list(range(1, 91))
    assert {one.outcome for one in rows} == {Outcome.OK, Outcome.NG}
    removed = [one for one in rows if one.picture_sha256 and not one.picture_path]
    assert removed, "pictures had to go"
    assert {one.outcome for one in removed} == {Outcome.OK}
    assert removed[0].seq == 1, "the oldest goes first"
    kept = [one for one in rows if one.outcome is Outcome.NG]
    assert all(one.picture_path and (small_disk / one.picture_path).is_file() for one in kept)
    (small_disk / "other").unlink()
    judge(station, 1)
    station.wait(lambda status: not status.conditions)
    station.stop()
