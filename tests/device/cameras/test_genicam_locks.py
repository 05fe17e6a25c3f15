"""A process that is killed while it opens a camera must not keep the next one from it."""

from __future__ import annotations

import ctypes
import logging
import os
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from okng.device.cameras.pylon.locks import FOLDER, remove_abandoned_locks

libc = ctypes.CDLL(None, use_errno=True)
libc.sem_open.restype = ctypes.c_void_p


class Semaphore:
    """A real named semaphore under a name of GenApi's kind."""

    def __init__(self, value: int) -> None:
        self.name = f"{uuid.uuid4().hex}GenICam_XML"
        self.path = FOLDER / f"sem.{self.name}"
        handle = libc.sem_open(f"/{self.name}".encode(), os.O_CREAT, 0o600, value)
        assert self.path.exists()
        self._handle = ctypes.c_void_p(handle)

    def post(self) -> None:
        assert libc.sem_post(self._handle) == 0


@pytest.fixture
def semaphores() -> Iterator[list[Semaphore]]:
    made: list[Semaphore] = []
    yield made
    for one in made:
        one.path.unlink(missing_ok=True)


def test_a_lock_that_nobody_gives_back_is_removed(
    semaphores: list[Semaphore], caplog: pytest.LogCaptureFixture
) -> None:
    abandoned, free = Semaphore(0), Semaphore(1)
    semaphores += [abandoned, free]
    with caplog.at_level(logging.WARNING):
        remove_abandoned_locks(longest_held_s=0.3)
    assert not abandoned.path.exists()
    assert free.path.exists()
    assert abandoned.name in caplog.text


def test_a_lock_that_is_given_back_stays(semaphores: list[Semaphore]) -> None:
    held = Semaphore(0)
    semaphores.append(held)
    threading.Timer(0.3, held.post).start()
    start = time.monotonic()
    remove_abandoned_locks(longest_held_s=60)
    assert held.path.exists()
    assert time.monotonic() - start < 30, "it goes on as soon as the lock is free"


def test_what_is_no_semaphore_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "sem.shortGenICam_XML"
    other.write_bytes(b"\0")
    remove_abandoned_locks(tmp_path, longest_held_s=0.1)
    assert other.exists()


USE_CAMERAS = """
import struct, subprocess, sys
from pathlib import Path
from okng.device.cameras.pylon.camera import PylonCamera
from okng.device.cameras.pylon.settings import PylonCameraSettings

def use():
    assert PylonCamera.unavailable_reason() is None
    assert PylonCamera.discover()
    camera = PylonCamera(PylonCameraSettings(emulate=True))
    camera.open()
    camera.close()

if sys.argv[1:] == ["again"]:
    use()
else:
    use()
    locks = sorted(Path("/dev/shm").glob("sem.*GenICam_XML"))
    assert len(locks) >= 3
    for lock in locks:
        content = lock.read_bytes()
        lock.write_bytes(struct.pack("<Q", 0) + content[8:])
        subprocess.run([sys.executable, __file__, "again"], check=True, timeout=60)
    print("used again after each of", len(locks))
"""


@pytest.mark.slow
def test_cameras_are_used_again_whichever_lock_was_left(tmp_path: Path) -> None:
    """Also that of the import of pypylon itself, and those of its list of cameras."""
    script = tmp_path / "use_cameras.py"
    script.write_text(USE_CAMERAS)
    # Of its own, since other tests use cameras meanwhile.
    private_folder = 'mount -t tmpfs tmpfs /dev/shm && exec "$@"'
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", private_folder, "sh", sys.executable, str(script)],
        capture_output=True,
        text=True,
        timeout=240,
    )
    if "unshare failed" in done.stderr or "mount:" in done.stderr:
        pytest.skip(f"no /dev/shm of its own can be mounted here: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    assert "used again after each of" in done.stdout
