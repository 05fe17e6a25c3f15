"""Many clients without a login at the real server: the pages go on."""

from __future__ import annotations

import socket
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from support.station import PASSWORD, StationProcesses, csrf_token

MANY = 60


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StationProcesses]:
    folder = tmp_path_factory.mktemp("strangers")
    (folder / "pictures").mkdir()
    station = StationProcesses(folder, {"type": "folder", "path": str(folder / "pictures")})
    station.start_web()
    yield station
    station.stop()


@pytest.fixture(scope="module")
def session(station: StationProcesses) -> requests.Session:
    return station.claim()


def connect(station: StationProcesses, number: int, say: bytes) -> socket.socket:
    """A connection from its own address."""
    address = (f"127.0.1.{number + 1}", 0)
    connection = socket.create_connection(
        ("127.0.0.1", station.port), timeout=30, source_address=address
    )
    connection.sendall(say)
    return connection


def test_the_pages_answer_beside_sixty_half_sent_requests(
    station: StationProcesses, session: requests.Session
) -> None:
    halves = [
        b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: a",
        b"POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nname=",
        b"POST /api/v1/datasets/x/pictures HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\n",
        b"",
    ]
    connections = [connect(station, n, halves[n % len(halves)]) for n in range(MANY)]
    connections += [connect(station, 0, halves[n % len(halves)]) for n in range(MANY)]
    for path in ("/configuration", "/api/v1/recipes", "/healthz"):
        assert session.get(station.url + path, timeout=5).status_code == 200
    for connection in connections:
        connection.close()


def test_sixty_logins_at_once_hold_up_nobody(
    station: StationProcesses, session: requests.Session
) -> None:
    stranger = requests.Session()
    token = csrf_token(stranger.get(f"{station.url}/login").text)
    form = f"name=admin&password=wrong&csrf_token={token}".encode()
    cookie = stranger.cookies["okng_session"]

    def log_in(number: int) -> int:
        head = (
            f"POST /login HTTP/1.1\r\nHost: 127.0.0.1:{station.port}\r\nConnection: close\r\n"
            f"Cookie: okng_session={cookie}\r\nContent-Length: {len(form)}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        )
        with connect(station, number, head.encode() + form) as connection:
            return int(connection.recv(100).split()[1])

    with ThreadPoolExecutor(MANY) as pool:
        answers = [pool.submit(log_in, number) for number in range(MANY)]
        slowest_s = 0.0
        while not all(answer.done() for answer in answers):
            started = time.monotonic()
            assert session.get(f"{station.url}/api/v1/recipes", timeout=10).ok
            slowest_s = max(slowest_s, time.monotonic() - started)
    counts = Counter(answer.result() for answer in answers)
    assert set(counts) == {401, 503}, counts
    assert counts[401] >= 1 + 8
    assert slowest_s < 3
    page = session.get(f"{station.url}/login").text
    right = {"name": "admin", "password": PASSWORD, "csrf_token": csrf_token(page)}
    answer = session.post(f"{station.url}/login", data=right, allow_redirects=False)
    assert answer.status_code == 302
    session.headers["X-CSRF-Token"] = csrf_token(session.get(station.url).text)


@pytest.mark.parametrize("path", ["/api/v1/datasets/x/pictures", "/login", "/nothing"])
def test_a_large_body_of_a_stranger_is_refused_before_it_arrives(
    station: StationProcesses, path: str
) -> None:
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
    with connect(station, 0, head.encode()) as connection:
        assert connection.recv(1000).startswith(b"HTTP/1.1 413")


def test_who_has_logged_in_sends_as_much_as_is_allowed(
    station: StationProcesses, session: requests.Session
) -> None:
    large = {"picture_ids": list(range(100_000))}
    answer = session.post(f"{station.url}/api/v1/datasets/x/changes", json=large)
    assert answer.status_code == 422, answer.text
    too_large = {"picture_ids": list(range(200_000))}
    answer = session.post(f"{station.url}/api/v1/datasets/x/changes", json=too_large)
    assert answer.status_code == 413
    assert "at most 1000000 are allowed" in answer.json()["message"]
    files = {"file": ("x.png", bytes(3_000_000))}
    form = {"label": "normal"}
    answer = session.post(f"{station.url}/api/v1/datasets/x/pictures", files=files, data=form)
    assert answer.status_code == 422
