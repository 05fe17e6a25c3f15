"""POSIX shared memory segments of clients: pictures are read from them, masks written into them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from okng.cloud_sync.edge_agent.errors import CallError, GrpcStatus

SEGMENTS = Path("/dev/shm")
"""Where Linux keeps them (shm_overview(7))."""


def read_segment(handle: Any, needed_bytes: int) -> bytes:
    """The bytes that a `SharedMemoryHandle` names.

    Raises:
        CallError: there is no such segment, it may not be read, or it has other bytes than needed.
    """
    with _opened(handle, os.O_RDONLY, needed_bytes) as descriptor:
        data = os.pread(descriptor, needed_bytes, handle.offset)
    if len(data) != needed_bytes:
        raise CallError(GrpcStatus.INVALID_ARGUMENT, f"{_named(handle)} ended while it was read")
    return data


def write_segment(handle: Any, data: bytes) -> None:
    """Writes bytes to where a `SharedMemoryHandle` points.

    Raises:
        CallError: as `read_segment`.
    """
    with _opened(handle, os.O_RDWR, len(data)) as descriptor:
        os.pwrite(descriptor, data, handle.offset)


def check_segment(handle: Any, needed_bytes: int) -> None:
    """Raises `CallError` where `write_segment` could not write so many bytes."""
    with _opened(handle, os.O_RDWR, needed_bytes):
        pass


@contextmanager
def _opened(handle: Any, flags: int, needed_bytes: int) -> Iterator[int]:
    name = handle.name.removeprefix("/")
    if not name or "/" in name or "\0" in name or name in (".", ".."):
        raise CallError(
            GrpcStatus.INVALID_ARGUMENT,
            f"{handle.name!r} is not the name of a shared memory segment",
        )
    if handle.size < needed_bytes:
        raise CallError(
            GrpcStatus.INVALID_ARGUMENT,
            f"{_named(handle)}: {handle.size} bytes are named; width and height need "
            f"{needed_bytes}",
        )
    try:
        descriptor = os.open(SEGMENTS / name, flags | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        raise CallError(
            GrpcStatus.INVALID_ARGUMENT, f"{_named(handle)} can't be opened: {error.strerror}"
        ) from None
    try:
        present = os.fstat(descriptor).st_size
        if handle.offset + needed_bytes > present:
            raise CallError(
                GrpcStatus.INVALID_ARGUMENT,
                f"{_named(handle)} has {present} bytes; offset {handle.offset} and "
                f"{needed_bytes} bytes reach beyond",
            )
        yield descriptor
    finally:
        os.close(descriptor)


def _named(handle: Any) -> str:
    return f"shared memory segment {handle.name!r}"
