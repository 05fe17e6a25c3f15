"""Decoding takes a bounded share of the web process's memory, however many requests there are."""

from __future__ import annotations

import io
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import pytest
from apiflask import APIFlask
from support.page_client import Browser
from support.station import StationProcesses

from okng.device.datasets.store import DatasetStore
from okng.device.types import Label
from okng.webui.images import picture_memory
from okng.webui.images.picture_memory import (
    AT_ONCE,
    PictureMemory,
    PicturesBusyError,
    PictureTooLargeError,
)
from okng.webui.images.thumbnail_cache import FOLDER, ThumbnailCache
from okng.webui.services import EXTENSION

MEMORY_MB = 512
ALLOWANCE_MB = 150
"""For threads, request bodies and what the allocator keeps."""


def png(height: int, width: int, dtype: type = np.uint16, channels: int = 1) -> bytes:
    """A small file of many pixels."""
    shape = (height, width) if channels == 1 else (height, width, channels)
    return cv2.imencode(".png", np.full(shape, 700, dtype))[1].tobytes()


def test_room_is_given_in_turn_and_never_more_than_there_is() -> None:
    memory = PictureMemory(100)
    held, most = 0, 0
    lock = threading.Lock()

    def use(size_bytes: int) -> None:
        nonlocal held, most
        with memory.reserve(size_bytes):
            with lock:
                held += size_bytes
                most = max(most, held)
            time.sleep(0.002)
            with lock:
                held -= size_bytes

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(use, [10, 90, 35, 60, 100, 5] * 8))
    assert 60 <= most <= 100


def test_no_more_than_a_few_are_decoded_at_once() -> None:
    memory = PictureMemory(1000)
    running = threading.Semaphore(AT_ONCE)
    surplus = []

    def use(_: int) -> None:
        with memory.reserve(1):
            if not running.acquire(blocking=False):
                surplus.append(1)
            time.sleep(0.002)
            running.release()

    with ThreadPoolExecutor(3 * AT_ONCE) as pool:
        list(pool.map(use, range(40)))
    assert not surplus


def test_what_can_never_fit_and_what_does_not_fit_now_are_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(picture_memory, "WAIT_S", 0.05)
    memory = PictureMemory(100_000_000)
    with pytest.raises(PictureTooLargeError, match="takes 200 MB; at most 100 MB"):
        memory.reserve(200_000_000).__enter__()
    with memory.reserve(80_000_000), pytest.raises(PicturesBusyError):
        memory.reserve(30_000_000).__enter__()
    with memory.reserve(100_000_000):
        pass


def test_a_picture_too_large_for_the_memory_is_refused_before_it_is_decoded(
    browser: Browser, app: APIFlask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.extensions[EXTENSION].picture_memory, "_limit", 1_000_000)
    form = {"file": (io.BytesIO(png(600, 600, channels=3)), "a.png"), "label": "normal"}
    answer = browser.post("/api/v1/datasets/d/pictures", data=form)
    assert answer.status_code == 413
    assert "decoding it takes 4 MB; at most 1 MB" in answer.json["message"]
    assert "web.picture_memory_mb" in answer.json["message"]


def test_when_others_take_the_memory_the_answer_says_when_to_come_back(
    browser: Browser, app: APIFlask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_memory, "WAIT_S", 0.05)
    memory: PictureMemory = app.extensions[EXTENSION].picture_memory
    form = {"file": (io.BytesIO(png(64, 64)), "a.png"), "label": "normal"}
    with memory.reserve(MEMORY_MB * 1_000_000):
        answer = browser.post("/api/v1/datasets/d/pictures", data=form)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0


def test_a_thumbnail_is_made_once_and_anew_when_its_file_changes(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path, 0)
    source = tmp_path / "a.png"
    source.write_bytes(b"one")
    made = []

    def make() -> bytes:
        made.append(1)
        time.sleep(0.05)
        return b"small " + source.read_bytes()

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: cache.get(source, 240, make), range(6)))
    assert (set(answers), len(made)) == ({b"small one"}, 1)
    source.write_bytes(b"other")
    assert cache.get(source, 240, make) == b"small other"
    assert len(list((tmp_path / FOLDER).iterdir())) == 2


def test_thumbnails_leave_a_full_disk_alone(tmp_path: Path) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(b"one")
    assert ThumbnailCache(tmp_path, 10**12).get(source, 240, lambda: b"small") == b"small"
    assert not any((tmp_path / FOLDER).iterdir())


@pytest.mark.slow
def test_the_web_process_keeps_its_memory_under_huge_pictures(tmp_path: Path) -> None:
    """Four uploads and six thumbnails of 10,000 x 10,000 pixels of 16 bit, all at once."""
    store = DatasetStore(tmp_path / "data")
    data = png(10_000, 10_000)
    path = tmp_path / "huge.png"
    path.write_bytes(data)
    stored = store.import_file(path, "huge", Label.NORMAL, "ann")
    camera = {"type": "folder", "path": str(tmp_path)}
    station = StationProcesses(tmp_path, camera, web={"picture_memory_mb": MEMORY_MB})
    try:
        station.start_web()
        session = station.claim()
        root, watched = station.url, station.processes["web"].pid
        before = _resident_mb(watched)
        peak = [before]
        stop = threading.Event()

        def watch() -> None:
            while not stop.wait(0.005):
                peak[0] = max(peak[0], _resident_mb(watched))

        def upload(_: int) -> int:
            return session.post(
                f"{root}/api/v1/datasets/huge/pictures",
                files={"file": ("a.png", data)},
                data={"label": "normal"},
                timeout=120,
            ).status_code

        def thumbnail(_: int) -> int:
            where = f"{root}/api/v1/pictures/{stored.picture_id}/thumbnail"
            return session.get(where, timeout=120).status_code

        thread = threading.Thread(target=watch)
        thread.start()
        with ThreadPoolExecutor(10) as pool:
            answers = [*pool.map(upload, range(4)), *pool.map(thumbnail, range(6))]
        stop.set()
        thread.join()
        assert set(answers) <= {200, 503}
        assert 200 in answers
        assert peak[0] - before < MEMORY_MB + ALLOWANCE_MB
    finally:
        station.stop()


def _resident_mb(pid: int) -> float:
    """Of the server and its workers."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6 + sum(map(_resident_mb, map(int, children)))
