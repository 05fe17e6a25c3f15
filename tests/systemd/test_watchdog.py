"""The watchdog: the real daemon, with the test at systemd's end of the socket."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.station import StationProcesses, eventually

from okng.device.health import watchdog
from okng.device.health.watchdog import Heartbeat, Watchdog

DAEMON_WHOSE_CAMERA_CAN_HANG = """\
import sys, time
from pathlib import Path
from okng.device.health import watchdog
from okng.device.cameras.pylon.camera import PylonCamera
from okng.device.commands.options import log_to_stderr
from okng.device.station.daemon_process import run_daemon
from okng.device.settings.settings import load_settings

config, hang = Path(sys.argv[1]), Path(sys.argv[2])
watchdog.STALL_S = float(sys.argv[3])
grab = PylonCamera.grab

def grab_or_hang(self, timeout_ms):
    while hang.exists():
        time.sleep(0.05)
    return grab(self, timeout_ms)

PylonCamera.grab = grab_or_hang
log_to_stderr("info")
run_daemon(load_settings(config))
"""


STALL_S = 2.0


class WatchedStation(StationProcesses):
    """A station whose camera hangs while the file `hang` exists; it detects stalls sooner."""

    @property
    def hang(self) -> Path:
        return self.data_dir.parent / "hang"

    def start_daemon(self) -> None:
        arguments = (str(self.config), str(self.hang), str(STALL_S))
        with self.log.open("ab") as log:
            self.processes["device"] = subprocess.Popen(
                [sys.executable, "-c", DAEMON_WHOSE_CAMERA_CAN_HANG, *arguments],
                stdout=log,
                stderr=subprocess.STDOUT,
            )


@pytest.fixture
def make_station(
    tmp_path: Path, notify_socket, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., WatchedStation]]:
    monkeypatch.setenv("NOTIFY_SOCKET", str(notify_socket.path))
    made: list[WatchedStation] = []

    def make(**camera: object) -> WatchedStation:
        made.append(WatchedStation(tmp_path / "station", {"type": "pylon", **camera}))
        return made[-1]

    yield make
    for station in made:
        station.stop()


def test_the_daemon_says_that_it_is_ready_then_feeds_the_watchdog(
    make_station: Callable[..., WatchedStation], notify_socket
) -> None:
    station = make_station(emulate=True)
    station.start_device(streaming=False)
    assert notify_socket.receive(30) == ["READY=1"]
    assert notify_socket.receive(10) == ["WATCHDOG=1"]
    assert notify_socket.receive(10) == ["WATCHDOG=1"]
    station.stop()
    sent: list[str] = []
    while states := notify_socket.receive(0.1):
        sent += states
    assert "STOPPING=1" in sent


def test_the_watchdog_starves_while_the_camera_hangs(
    make_station: Callable[..., WatchedStation], notify_socket
) -> None:
    station = make_station(emulate=True)
    station.start_daemon()
    station.wait(lambda status: status.counters.frames > 0)
    assert notify_socket.receive(10) == ["READY=1"]
    assert notify_socket.receive(10) == ["WATCHDOG=1"]

    station.hang.touch()
    eventually(lambda: "no sign of life" in station.log.read_text())
    assert "from: capture" in station.log.read_text()
    while notify_socket.receive(0.01):
        pass
    assert notify_socket.receive(3) is None

    station.hang.unlink()
    assert eventually(lambda: notify_socket.receive(5)) == ["WATCHDOG=1"]


def test_an_absent_camera_is_no_reason_for_a_restart(
    make_station: Callable[..., WatchedStation], notify_socket
) -> None:
    station = make_station(serial="99999999")
    station.start_daemon()
    assert notify_socket.receive(30) == ["READY=1"]
    fed_until = time.monotonic() + 3 * STALL_S
    while time.monotonic() < fed_until:
        assert notify_socket.receive(10) == ["WATCHDOG=1"]
    assert "no sign of life" not in station.log.read_text()


def test_one_silent_thread_is_enough_to_starve_the_watchdog(
    notify_socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(notify_socket.path))
    monkeypatch.setattr(watchdog, "STALL_S", 0.2)
    alive, silent = Heartbeat(), Heartbeat()
    dog = Watchdog((("alive", alive), ("silent", silent)))
    assert dog.feed()
    assert notify_socket.receive(5) == ["WATCHDOG=1"]
    time.sleep(0.3)
    alive.beat()
    assert not dog.feed()
    assert notify_socket.receive(0.1) is None
    silent.beat()
    assert dog.feed()
