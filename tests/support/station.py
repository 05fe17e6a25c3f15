"""A station of real processes on this machine, for tests and benchmarks."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import cv2
import numpy as np
import requests
import tomli_w

from okng.device.client import DeviceClient, DeviceUnavailable
from okng.device.protocol import StationStatus
from okng.device.recipe import Recipe
from okng.device.store.ledger import Ledger
from okng.device.supervisor import okng_command
from okng.device.types import CameraState, Mode, ModelReference

T = TypeVar("T")

PASSWORD = "correct horse battery"


def eventually(look: Callable[[], T], timeout_s: float = 20.0, period_s: float = 0.02) -> T:
    """What `look` gives as soon as that is true; an assertion error when it never is."""
    deadline = time.monotonic() + timeout_s
    while not (found := look()):
        assert time.monotonic() < deadline, f"not within {timeout_s:g} s: {look}"
        time.sleep(period_s)
    return found


def free_port() -> int:
    """A TCP port of the loopback interface that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def write_pictures(
    folder: Path, count: int, width: int = 320, height: int = 240, defect_every: int = 0
) -> Path:
    """Generated pictures of a textured disc; each `defect_every`-th one has a scratch."""
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(7)
    rows, columns = np.mgrid[:height, :width]
    distance = np.hypot(rows - height / 2, columns - width / 2)
    disc = np.where(distance < 0.42 * min(width, height), 150.0, 40.0)
    for number in range(count):
        noise = cv2.GaussianBlur(random.normal(0, 25, (height, width)), (0, 0), 2)
        picture = np.clip(disc + noise, 0, 255).astype(np.uint8)
        if defect_every and number % defect_every == defect_every - 1:
            start = (int(width * 0.42), int(height * 0.4))
            cv2.line(picture, start, (int(width * 0.6), int(height * 0.62)), 250, 4)
        cv2.imwrite(str(folder / f"{number:05d}.png"), picture)
    return folder


class StationProcesses:
    """`okng device` and `okng web` with a data directory of their own."""

    def __init__(self, folder: Path, camera: dict[str, Any], **settings: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.data_dir = folder / "data"
        # Sockets have short paths; pytest's folders are long.
        self.run_dir = Path(tempfile.mkdtemp(prefix="okng-"))
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "station.log"
        self.config = folder / "okng.toml"
        web = {"host": "127.0.0.1", "port": self.port, **settings.pop("web", {})}
        document = {
            "station": "test",
            "data_dir": str(self.data_dir),
            "run_dir": str(self.run_dir),
            "camera": camera,
            "web": web,
            **settings,
        }
        self.config.write_text(tomli_w.dumps(document))
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.client = DeviceClient(self.run_dir, timeout_s=30)
        self.ledger = Ledger(self.data_dir)

    def start_device(self, streaming: bool = True) -> float:
        """Starts the daemon; seconds until it answers (and its camera streams)."""
        started = time.monotonic()
        self._start("device")
        self.wait(lambda status: not streaming or status.camera_state is CameraState.STREAMING)
        return time.monotonic() - started

    def inspect(self, **recipe: Any) -> None:
        """Starts inspecting with the tests' trained model on software triggers."""
        model = ModelReference(name="discs", version=1)
        self.client.apply_recipe(Recipe(**{"name": "discs", "model": model, **recipe}), "tests")
        self.client.set_mode(Mode.INSPECT, "tests")

    def start_web(self) -> None:
        """Starts the pages."""
        self._start("web")
        eventually(self._web_answers, timeout_s=30)

    def wait(
        self, holds: Callable[[StationStatus], bool], timeout_s: float = 30.0
    ) -> StationStatus:
        """The first status for which `holds` is true."""
        quick = DeviceClient(self.run_dir, timeout_s=1)
        deadline = time.monotonic() + timeout_s
        status = None
        while time.monotonic() < deadline:
            assert self.processes["device"].poll() is None, self.log.read_text()
            try:
                status = quick.status()
            except DeviceUnavailable:
                continue
            if holds(status):
                return status
            time.sleep(0.02)
        raise AssertionError(f"not within {timeout_s:g} s; status {status}\n{self.log.read_text()}")

    def kill(self, name: str) -> None:
        """SIGKILL, as a crash would end it."""
        self.processes[name].kill()
        self.processes.pop(name).wait()
        if name == "web":
            eventually(lambda: not self._port_open(), timeout_s=10)

    def stop(self) -> None:
        """Ends all processes in order."""
        for process in reversed(self.processes.values()):
            process.send_signal(signal.SIGTERM)
        for name, process in self.processes.items():
            status = process.wait(timeout=30)
            assert status == 0, f"okng {name} ended with {status}\n{self.log.read_text()}"
        self.processes.clear()
        shutil.rmtree(self.run_dir, ignore_errors=True)

    def claim_code(self) -> str:
        """The newest one on the console."""
        return str(re.findall(r"Claim code: (\S+)", self.log.read_text())[-1])

    def claim(self) -> requests.Session:
        """Claims the station; a logged-in session with its CSRF token set."""
        session = requests.Session()
        page = session.get(f"{self.url}/claim")
        form = {
            "code": self.claim_code(),
            "name": "admin",
            "password": PASSWORD,
            "csrf_token": csrf_token(page.text),
        }
        answer = session.post(f"{self.url}/claim", data=form)
        assert answer.ok, answer.text
        session.headers["X-CSRF-Token"] = csrf_token(session.get(self.url).text)
        return session

    def _start(self, name: str) -> None:
        command = okng_command(name, "--config", str(self.config))
        environment = {**os.environ, "PYTHONWARNINGS": "default"}
        with self.log.open("ab") as log:
            self.processes[name] = subprocess.Popen(
                command, stdout=log, stderr=subprocess.STDOUT, env=environment
            )

    def _port_open(self) -> bool:
        """Gunicorn's worker outlives its killed parent for a second."""
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def _web_answers(self) -> bool:
        assert self.processes["web"].poll() is None, self.log.read_text()
        try:
            return requests.get(f"{self.url}/healthz", timeout=2).status_code < 600
        except requests.ConnectionError:
            return False


def csrf_token(page: str) -> str:
    """The token of a page: of its form or of its head."""
    found = re.search(r'name="csrf[-_]token"[^>]*(?:content|value)="([^"]+)"', page)
    assert found, page
    return found.group(1)
