"""A small file system (tmpfs), to test a full disk."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

LARGEST = 256 * 1024 * 1024


@contextmanager
def mount_small_disk(folder: Path, mib: int) -> Iterator[None]:
    """Mounts a tmpfs of this many MiB at the folder; skips the test if that isn't possible."""
    if os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root")
    folder.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={mib}m", "tmpfs", str(folder)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip(f"no tmpfs can be mounted here: {mounted.stderr.decode().strip()}")
    try:
        yield
    finally:
        # The ledger may still be open in this process.
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(path: Path, leave: int) -> None:
    """Fills the small disk with another program's file, except for `leave` bytes."""
    # After a failed test it may be unmounted; then the path is on this machine's own disk.
    assert shutil.disk_usage(path.parent).total <= LARGEST, f"{path.parent} is no small disk"
    with path.open("ab") as file:
        size = shutil.disk_usage(path.parent).free - leave
        if size > 0:
            os.posix_fallocate(file.fileno(), file.tell(), size)
