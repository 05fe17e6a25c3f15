"""Many browsers watch a real station through the real server."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
import requests
from support.station import PASSWORD, StationProcesses, csrf_token, eventually, write_pictures

MAX_VIEWERS = 3
PREVIEW = "/api/v1/preview.mjpeg"
EVENTS = "/api/v1/events"


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StationProcesses]:
    folder = tmp_path_factory.mktemp("streams")
    pictures = write_pictures(folder / "pictures", 3)
    camera = {"type": "pylon", "emulate": True, "image_folder": str(pictures)}
    station = StationProcesses(folder, camera, web={"max_viewers": MAX_VIEWERS})
    station.start_device()
    station.start_web()
    yield station
    station.stop()


@pytest.fixture(scope="module")
def session(station: StationProcesses) -> requests.Session:
    return station.claim()


@pytest.fixture(autouse=True)
def nobody_watches_any_more(station: StationProcesses, session: requests.Session) -> None:
    for stream in ("live view", "events"):
        eventually(lambda stream=stream: viewers(station, session, stream) == 0)  # type: ignore[misc]


@contextmanager
def watch(
    station: StationProcesses, session: requests.Session, path: str
) -> Iterator[requests.Response]:
    # Its own connection, like a browser's.
    with closing(
        requests.get(
            station.url + path,
            cookies=session.cookies,
            stream=True,
            timeout=20,
        )
    ) as answer:
        assert answer.status_code == 200, answer.text
        yield answer


def pictures(answer: requests.Response, count: int) -> list[tuple[int, bytes]]:
    """Frame number and JPEG of the next pictures."""
    parts = []
    for _ in range(count):
        headers = {}
        while line := answer.raw.readline().strip():
            name, _, value = line.partition(b": ")
            headers[name] = value
        jpeg = answer.raw.read(int(headers[b"Content-Length"]))
        answer.raw.readline()
        parts.append((int(headers[b"X-Frame"]), jpeg))
    return parts


def events(answer: requests.Response) -> Iterator[tuple[str, Any]]:
    name = ""
    for line in answer.iter_lines():
        field, _, value = line.decode().partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            yield name, json.loads(value)


def viewers(station: StationProcesses, session: requests.Session, stream: str) -> int:
    metrics = session.get(f"{station.url}/metrics").text
    (line,) = [
        x for x in metrics.splitlines() if x.startswith(f'okng_viewers{{stream="{stream}"}}')
    ]
    return int(float(line.split()[-1]))


def test_pictures_are_the_bytes_that_the_device_encoded(
    station: StationProcesses, session: requests.Session
) -> None:
    with (
        watch(station, session, PREVIEW) as first_viewer,
        watch(station, session, PREVIEW) as second_viewer,
    ):
        first = dict(pictures(first_viewer, 20))
        second = dict(pictures(second_viewer, 20))
    common = first.keys() & second.keys()
    assert len(common) >= 5
    assert all(first[number] == second[number] for number in common)
    assert all(jpeg[:2] == b"\xff\xd8" and jpeg[-2:] == b"\xff\xd9" for jpeg in first.values())
    assert list(first) == sorted(first)


def test_one_viewer_too_many_is_told_so_and_all_else_answers(
    station: StationProcesses, session: requests.Session
) -> None:
    with (
        watch(station, session, PREVIEW) as first,
        watch(station, session, PREVIEW) as second,
        watch(station, session, PREVIEW) as third,
        watch(station, session, EVENTS),
        watch(station, session, EVENTS),
        watch(station, session, EVENTS),
    ):
        for path in (PREVIEW, EVENTS):
            refused = session.get(station.url + path)
            assert refused.status_code == 503
            assert "3 watch the" in refused.json()["message"]
        assert session.get(f"{station.url}/api/v1/status").status_code == 200
        assert all(len(pictures(viewer, 2)) == 2 for viewer in (first, second, third))


def test_a_viewer_who_leaves_makes_room(
    station: StationProcesses, session: requests.Session
) -> None:
    for path, stream in ((PREVIEW, "live view"), (EVENTS, "events")):
        with watch(station, session, path) as answer:
            answer.raw.read(1)
            assert viewers(station, session, stream) >= 1
        eventually(lambda stream=stream: viewers(station, session, stream) == 0)  # type: ignore[misc]


def test_a_viewer_who_reads_nothing_holds_up_nobody(
    station: StationProcesses, session: requests.Session
) -> None:
    request = (
        f"GET {PREVIEW} HTTP/1.1\r\nHost: {station.url.removeprefix('http://')}\r\n"
        f"Cookie: okng_session={session.cookies['okng_session']}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", station.port)) as stuck:
        stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        stuck.sendall(request.encode())
        eventually(lambda: viewers(station, session, "live view") == 1)
        with watch(station, session, PREVIEW) as quick:
            started = time.monotonic()
            numbers = [number for number, _ in pictures(quick, 60)]
            took_s = time.monotonic() - started
    # Nearly all frames of that time: the slow viewer costs this one nothing.
    assert numbers[-1] - numbers[0] < 2 * len(numbers)
    assert took_s < 30


def test_the_device_encodes_only_while_somebody_watches(
    station: StationProcesses, session: requests.Session
) -> None:
    with watch(station, session, EVENTS) as answer:
        stream = events(answer)
        # The viewers of the test before may still be leaving.
        names = [next(stream)[0]]
        while names[-4:] != ["status"] * 4:
            names.append(next(stream)[0])
            assert len(names) < 100, names
        with watch(station, session, PREVIEW) as preview:
            pictures(preview, 1)
            assert any(next(stream)[0] == "meters" for _ in range(20))


def test_a_stream_ends_with_the_login_that_opened_it(
    station: StationProcesses, session: requests.Session
) -> None:
    other_session = requests.Session()
    page = other_session.get(f"{station.url}/login").text
    form = {"name": "admin", "password": PASSWORD, "csrf_token": csrf_token(page)}
    other_session.headers["X-CSRF-Token"] = csrf_token(
        other_session.post(f"{station.url}/login", data=form).text
    )
    with (
        watch(station, other_session, EVENTS) as ending,
        watch(station, session, EVENTS) as going_on,
    ):
        assert next(events(ending))
        assert other_session.post(f"{station.url}/logout").ok
        assert len(list(events(ending))) < 60
        assert next(events(going_on))


def test_what_is_triggered_arrives_as_an_event(
    station: StationProcesses, session: requests.Session
) -> None:
    collect = {"mode": "collect", "dataset": "discs", "label": "normal"}
    assert session.put(f"{station.url}/api/v1/mode", json=collect).ok
    with watch(station, session, EVENTS) as answer:
        trigger = {"wait_ms": 10_000}
        stored = session.post(f"{station.url}/api/v1/trigger", json=trigger).json()["picture"]
        picture_event = next(data for name, data in events(answer) if name == "picture")
        assert picture_event["picture"] == stored
    assert session.put(f"{station.url}/api/v1/mode", json={"mode": "live"}).ok


def test_refusals_of_the_device_are_passed_on(
    station: StationProcesses, session: requests.Session
) -> None:
    answer = session.post(f"{station.url}/api/v1/trigger", json={})
    assert answer.status_code == 409
    assert "start inspecting" in answer.json()["message"]


def test_recipes_go_through_the_device(
    station: StationProcesses, session: requests.Session
) -> None:
    api = f"{station.url}/api/v1/recipes"
    recipe = {"name": "web", "acquisition": {"exposure_us": 1000.0}}
    applied = session.put(f"{api}/web", json=recipe)
    assert applied.status_code == 200, applied.text
    assert applied.json()["recipe"]["author"] == "admin"
    assert session.put(f"{api}/other", json=recipe).status_code == 422

    toml = session.get(f"{api}/web/toml").text
    assert "exposure_us = 1000.0" in toml
    text = toml.replace("1000.0", "2000.0").encode()
    imported = session.post(f"{api}/import", data=text, headers={"Content-Type": "text/plain"})
    assert imported.json()["recipe"]["version"] == 2
    for bad, message in ((b"name =", "not TOML"), (b'name = "web"\ncolour = 1', "colour")):
        refused = session.post(f"{api}/import", data=bad)
        assert (refused.status_code, message in refused.json()["message"]) == (422, True)

    again = session.post(f"{api}/web/activate", json={"version": 1})
    assert again.json()["recipe"]["version"] == 1
    (mine,) = [r for r in session.get(api).json()["recipes"] if r["name"] == "web"]
    assert (mine["version"], mine["active"]) == (2, True)
    versions = session.get(f"{api}/web/versions").json()["versions"]
    assert [version["version"] for version in versions] == [2, 1]
    missing = session.post(f"{api}/nothing/activate")
    assert (missing.status_code, "there are: default, web" in missing.text) == (404, True)


def test_prometheus_sees_the_station(station: StationProcesses, session: requests.Session) -> None:
    metrics = session.get(f"{station.url}/metrics").text
    assert "okng_device_up 1.0" in metrics
    assert 'okng_camera_state{state="streaming"} 1.0' in metrics
    assert 'okng_inspections_total{outcome="ok"} 0.0' in metrics
    assert "okng_disk_free_bytes" in metrics


def test_a_device_that_is_gone_is_said_and_found_again(
    station: StationProcesses, session: requests.Session
) -> None:
    with watch(station, session, PREVIEW) as preview:
        pictures(preview, 1)
        station.kill("device")
        eventually(lambda: session.get(f"{station.url}/healthz").json()["device"] is False)
        assert session.get(f"{station.url}/api/v1/recipes").status_code == 200
        refused = session.get(f"{station.url}/api/v1/status")
        assert (refused.status_code, "device process" in refused.text) == (503, True)
        station.start_device()
        assert session.get(f"{station.url}/healthz").json()["device"] is True
        # The same stream goes on.
        assert len(pictures(preview, 3)) == 3
