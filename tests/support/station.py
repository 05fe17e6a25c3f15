"""A station of real processes for tests and benchmarks."""

from __future__ import annotations

import contextlib
import os
import random
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

from okng.device.host.supervisor import okng_command
from okng.device.hosting.client import HostingClient, HostingUnavailableError
from okng.device.ipc.client import DeviceClient, DeviceUnavailableError
from okng.device.ipc.commands import ApplyRecipe, GetStatus, SetMode
from okng.device.ipc.status import StationStatus
from okng.device.recipes.recipe import Recipe
from okng.device.store.ledger import Ledger
from okng.device.types import CameraState, Mode, ModelReference
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest

T = TypeVar("T")

PASSWORD = "correct horse battery"


def eventually(look: Callable[[], T], timeout_s: float = 60.0, period_s: float = 0.02) -> T:
    """Polls `look` until its result is true, and returns it; an assertion error at the timeout."""
    deadline = time.monotonic() + timeout_s
    while not (value := look()):
        assert time.monotonic() < deadline, f"not within {timeout_s:g} s: {look}"
        time.sleep(period_s)
    return value


_ports = iter(random.SystemRandom().sample(range(10_000, 32_768), 22_768))


def free_port() -> int:
    """A free TCP port of the loopback interface, each time another one.

    It is none of those that Linux gives to clients (from 32,768 on): they could take it before the
    server that it is for has begun to listen.
    """
    for port in _ports:
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free")


def over_all_parts(models_dir: Path, name: str = "discs") -> float:
    """A threshold just below the highest possible score, which no part of the tests exceeds."""
    score_range = read_manifest(models_dir / name / "1", AnomalyManifest).score_range
    assert score_range
    return 0.999 * score_range.highest


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


def write_pictures_on_tray(folder: Path, count: int) -> Path:
    """As `write_pictures`, without defects, and with a bright tray at the left edge."""
    for path in write_pictures(folder, count).iterdir():
        image = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        assert image is not None
        # Another part than the one of the same number without a tray.
        image = np.flipud(image).copy()
        image[:, :6] = 90
        cv2.imwrite(str(path), image)
    return folder


class StationProcesses:
    """The station's processes, each started on its own, with their own data directory."""

    def __init__(self, folder: Path, camera: dict[str, Any], **settings: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.data_dir = folder / "data"
        # The paths of Unix sockets must be short; pytest's folders are long.
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
        """Starts the daemon; returns the seconds until it answers (and its camera streams)."""
        started = time.monotonic()
        self.start("device")
        self.wait(lambda status: not streaming or status.camera_state is CameraState.STREAMING)
        return time.monotonic() - started

    def inspect(self, **recipe: Any) -> None:
        """Starts inspecting with the tests' trained model on software triggers."""
        model = ModelReference(name="discs", version=1)
        self.client.ask(
            ApplyRecipe(
                recipe=Recipe(**{"name": "discs", "model": model, **recipe}),
                # Some tests want a threshold that no defect reaches.
                anyway=True,
                author="tests",
            )
        )
        self.client.ask(SetMode(mode=Mode.INSPECT, author="tests"))

    def start_web(self) -> None:
        """Starts the pages."""
        self.start("web")
        eventually(self._web_answers, timeout_s=30)

    def start_host(self) -> HostingClient:
        """Starts the hosting process; returns its client."""
        self.start("host")
        hosting = HostingClient(self.run_dir)

        def answers() -> bool:
            assert self.processes["host"].poll() is None, self.log.read_text()
            try:
                return hosting.status() is not None
            except HostingUnavailableError:
                return False

        eventually(answers, timeout_s=60)
        return hosting

    def wait(
        self, holds: Callable[[StationStatus], bool], timeout_s: float = 30.0
    ) -> StationStatus:
        """Waits for a status for which `holds` is true, and returns it."""
        quick = DeviceClient(self.run_dir, timeout_s=1)
        deadline = time.monotonic() + timeout_s
        status = None
        while time.monotonic() < deadline:
            assert self.processes["device"].poll() is None, self.log.read_text()
            try:
                status = quick.ask(GetStatus())
            except DeviceUnavailableError:
                continue
            if holds(status):
                return status
            time.sleep(0.02)
        raise AssertionError(f"not within {timeout_s:g} s; status {status}\n{self.log.read_text()}")

    def kill(self, name: str) -> None:
        """Ends a process by SIGKILL, like a crash."""
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
        """The newest claim code on the console."""
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

    def start(self, name: str) -> None:
        """Starts a process of the station by its command."""
        command = okng_command(name, "--config", str(self.config))
        environment = {**os.environ, "PYTHONWARNINGS": "default"}
        with self.log.open("ab") as log:
            self.processes[name] = subprocess.Popen(
                command, stdout=log, stderr=subprocess.STDOUT, env=environment
            )

    def _port_open(self) -> bool:
        """Whether something still listens on the port."""
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def _web_answers(self) -> bool:
        assert self.processes["web"].poll() is None, self.log.read_text()
        try:
            return requests.get(f"{self.url}/healthz", timeout=10).status_code < 600
        except (requests.ConnectionError, requests.Timeout):
            return False


def csrf_token(page: str) -> str:
    """The CSRF token of a page, from its form or its head."""
    match = re.search(r'name="csrf[-_]token"[^>]*(?:content|value)="([^"]+)"', page)
    assert match, page
    return match.group(1)
