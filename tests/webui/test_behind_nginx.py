"""Streams pass at once through Debian's nginx with the configuration of docs/http.md."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from support.station import StationProcesses, eventually, free_port, write_pictures

pytestmark = pytest.mark.slow

CONFIGURATION = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    gzip on;
    gzip_types text/event-stream application/json;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://127.0.0.1:{station_port};
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto $scheme;
            client_max_body_size 256m;
        }}
    }}
}}
"""


@pytest.fixture
def station(tmp_path: Path) -> Iterator[StationProcesses]:
    pictures = write_pictures(tmp_path / "pictures", 3)
    camera = {"type": "pylon", "emulate": True, "image_folder": str(pictures)}
    web = {"trusted_proxies": ["127.0.0.1"]}
    station = StationProcesses(tmp_path / "station", camera, web=web)
    station.start_device()
    station.start_web()
    yield station
    station.stop()


@pytest.fixture
def proxy(station: StationProcesses, tmp_path: Path) -> Iterator[str]:
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
    if nginx is None:
        pytest.skip("nginx is not installed")
    port = free_port()
    file = tmp_path / "nginx.conf"
    # Its workers may be another user's.
    folder = tmp_path / "nginx"
    folder.mkdir()
    text = CONFIGURATION.format(folder=folder, port=port, station_port=station.port)
    file.write_text(f"user root;\n{text}")
    process = subprocess.Popen([nginx, "-c", str(file), "-e", str(folder / "error.log")])
    url = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        try:
            return requests.get(f"{url}/healthz", timeout=2).ok
        except requests.ConnectionError:
            return False

    eventually(answers)
    yield url
    process.terminate()
    process.wait(timeout=10)


def test_events_and_pictures_come_at_once(station: StationProcesses, proxy: str) -> None:
    session = station.claim()
    cookies = session.cookies.get_dict()
    collect = {"mode": "collect", "dataset": "discs", "label": "normal"}
    assert session.put(f"{station.url}/api/v1/mode", json=collect).ok
    events = requests.get(f"{proxy}/api/v1/events", cookies=cookies, stream=True, timeout=20)
    assert events.headers["Content-Type"].startswith("text/event-stream")
    lines = events.iter_lines(chunk_size=1)
    delays_s = []
    for _ in range(5):
        asked_at = time.monotonic()
        stored = session.post(f"{station.url}/api/v1/trigger", json={"wait_ms": 10_000}).json()
        while True:
            field, _, text = next(lines).decode().partition(": ")
            if field == "data" and json.loads(text).get("picture") == stored["picture"]:
                break
        delays_s.append(time.monotonic() - asked_at)
    assert sorted(delays_s)[2] < 1, delays_s
    events.close()

    preview = requests.get(
        f"{proxy}/api/v1/preview.mjpeg", cookies=cookies, stream=True, timeout=20
    )
    numbers = [
        line for line in (preview.raw.readline() for _ in range(400)) if line.startswith(b"X-Frame")
    ]
    assert len(numbers) >= 2
    preview.close()


def test_wrong_passwords_of_one_client_lock_out_no_other(
    station: StationProcesses, proxy: str
) -> None:
    station.claim()

    def log_in(address: str) -> int:
        session = requests.Session()
        page = session.get(f"{proxy}/login").text
        token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
        form = {"name": "admin", "password": "wrong", "csrf_token": token}
        # nginx itself is a proxy that we trust, and so is this test: both are 127.0.0.1.
        return session.post(
            f"{proxy}/login", data=form, headers={"X-Forwarded-For": address}
        ).status_code

    assert [log_in("203.0.113.5") for _ in range(11)] == [401] * 10 + [429]
    assert log_in("198.51.100.7") == 401
