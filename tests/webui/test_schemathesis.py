"""Requests generated from the OpenAPI document are answered as the document says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from support.station import StationProcesses, write_pictures

NEVER_ENDING = "/api/v1/(events|preview.mjpeg)"
SEED = "20261129"
EXAMPLES = "15"
SECONDS = "150"


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("login", ["session", "token"])
def test_every_call_answers_as_documented(
    tmp_path: Path, install_model: Callable[[Path], None], login: str
) -> None:
    pictures = write_pictures(tmp_path / "pictures", 3)
    camera = {"type": "pylon", "emulate": True, "image_folder": str(pictures)}
    station = StationProcesses(tmp_path / "station", camera)
    install_model(station.data_dir)
    station.start_device()
    station.start_host()
    station.start_web()
    try:
        session = station.claim()
        fill(station, session, pictures)
        headers = {
            "session": [
                f"Cookie: okng_session={session.cookies['okng_session']}",
                f"X-CSRF-Token: {session.headers['X-CSRF-Token']!s}",
            ],
            "token": [f"Authorization: Bearer {issue(station, session)}"],
        }[login]
        document = tmp_path / "openapi.json"
        document.write_text(session.get(f"{station.url}/openapi.json").text)
        ended = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", "run", str(document)),
                *("--url", station.url, "--seed", SEED, "--max-examples", EXAMPLES),
                *("--checks", "not_a_server_error,status_code_conformance"),
                *("--exclude-path-regex", NEVER_ENDING, "--max-time", SECONDS),
                *("--request-timeout", "30", "--continue-on-failure", "--no-color"),
                *(word for header in headers for word in ("-H", header)),
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stdout[-20_000:] + ended.stderr
        log = station.log.read_text()
        for fault in ("Exception on ", "a connection broke off", "Exception in thread"):
            assert fault not in log, log[log.find(fault) :][:5000]
    finally:
        station.stop()


def fill(station: StationProcesses, session: requests.Session, pictures: Path) -> None:
    """Fills the store with a row of each kind, so that calls find one."""
    for picture in sorted(pictures.iterdir()):
        with picture.open("rb") as file:
            answer = session.post(
                f"{station.url}/api/v1/datasets/discs/pictures",
                files={"file": file},
                data={"label": "normal"},
            )
        assert answer.ok, answer.text
    station.inspect()
    for _ in range(3):
        assert session.post(f"{station.url}/api/v1/trigger", json={"wait_ms": 10_000}).ok


def issue(station: StationProcesses, session: requests.Session) -> str:
    answer = session.post(f"{station.url}/api/v1/account/tokens", json={"title": "tests"})
    return str(answer.json()["secret"])
