"""Spool of the results that wait for the database: a bounded file on the disk, then memory.

While the database can't be written (a full disk, another program's lock) verdicts go on. Their
results wait here. The file has its space from the station's start, so it takes results on a full
disk too; what is in it outlasts a killed process and a power cut. What finds no room in the file
waits in memory, and what finds none there either is lost and counted.
"""

from __future__ import annotations

import base64
import json
import logging
import os
import struct
import zlib
from collections import deque
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from okng.device.store.ledger import LedgerEntry
from okng.device.store.quarantine import move_to_quarantine
from okng.device.types import Inspection
from okng.models.atomic_files import open_private

FILE_NAME = "waiting-results"
MEMORY_BYTES = 16 << 20

_HEADER = struct.Struct(">II")
_END = _HEADER.pack(0, 0)

_log = logging.getLogger(__name__)


class ResultSpool:
    """First-in, first-out spool on the disk and in memory; for one thread.

    An entry is `length, CRC-32, JSON`; a length of 0 ends the file, and so does a wrong CRC.
    """

    def __init__(
        self, data_dir: Path, reserve_bytes: int, memory_bytes: int = MEMORY_BYTES
    ) -> None:
        """Args:
        data_dir: Where the file lies; entries of an earlier run are found again.
        reserve_bytes: Most that the file may take.
        memory_bytes: Most that the entries in memory may take.
        """
        self._path = data_dir / FILE_NAME
        self._reserve_bytes = reserve_bytes
        self._memory_bytes = memory_bytes
        entries = _read(self._path)
        self._on_disk = deque(data for data in entries if _is_readable(data))
        self._end = sum(_HEADER.size + len(data) for data in entries)
        if len(self._on_disk) < len(entries):
            move_to_quarantine(data_dir, self._path, "it holds results that can't be read")
            self._write(b"".join(map(_packed, self._on_disk)) + _END, 0)
        self._in_memory: deque[bytes] = deque()
        self._memory_taken = 0

    def __len__(self) -> int:
        return len(self._on_disk) + len(self._in_memory)

    def reserve(self) -> None:
        """Takes the file's space; on a disk without it, or one that fails, nothing changes."""
        try:
            if self._path.exists() and self._path.stat().st_size >= self._reserve_bytes:
                return
            descriptor = self._open()
            try:
                os.posix_fallocate(descriptor, 0, self._reserve_bytes)
            finally:
                os.close(descriptor)
        except OSError as error:
            _log.warning("%s: no space can be reserved: %s", self._path, error)

    @property
    def reserved(self) -> bool:
        """Whether the file has its space."""
        try:
            return self._path.stat().st_size >= self._reserve_bytes
        except OSError:
            return False

    def put(self, entry: LedgerEntry) -> bool:
        """Takes the newest entry; False when there is no room left for it.

        Anomaly maps take most of the room: they are left out when half of it is used.
        """
        for candidate in (entry, entry._replace(anomaly_map=None)):
            data = _encode(candidate)
            share = 1.0 if candidate.anomaly_map is None else 0.5
            if self._memory_taken + len(data) <= share * self._memory_bytes:
                self._in_memory.append(data)
                self._memory_taken += len(data)
                return True
        return False

    def keep(self) -> list[Inspection]:
        """Moves what is in memory to the disk, as far as there is room; those that are now there.

        They are synced when this returns.
        """
        chosen, size = [], self._end
        for data in self._in_memory:
            size += _HEADER.size + len(data)
            if size + len(_END) > self._reserve_bytes:
                break
            chosen.append(data)
        if not chosen:
            return []
        try:
            self._append(chosen)
        except OSError as error:
            _log.warning("%s: results wait in memory: %s", self._path, error)
            return []
        for data in chosen:
            self._on_disk.append(self._in_memory.popleft())
            self._memory_taken -= len(data)
        return [_decode(data).inspection for data in chosen]

    def first(self, count: int) -> list[LedgerEntry]:
        """The oldest `count` entries."""
        oldest = [*self._on_disk, *self._in_memory][:count]
        return [_decode(data) for data in oldest]

    def remove(self, count: int) -> None:
        """Forgets the oldest `count` entries: they are in the ledger.

        The file is emptied when all of it is; a crash before that only leaves entries that the
        ledger has already.
        """
        for _ in range(count):
            if self._on_disk:
                self._on_disk.popleft()
            else:
                self._memory_taken -= len(self._in_memory.popleft())
        if self._end and not self._on_disk:
            try:
                self._write(_END, 0)
            except OSError as error:
                _log.warning("%s can't be emptied, will be later: %s", self._path, error)
            else:
                self._end = 0

    def _append(self, chosen: Sequence[bytes]) -> None:
        packed = b"".join(map(_packed, chosen))
        self._write(packed + _END, self._end)
        self._end += len(packed)

    def _write(self, data: bytes, offset: int) -> None:
        descriptor = self._open()
        try:
            written = os.pwrite(descriptor, data, offset)
            if written < len(data):
                raise OSError(f"only {written} of {len(data)} bytes were written")
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _open(self) -> int:
        return open_private(self._path, os.O_RDWR)


def spooled_results(data_dir: Path) -> list[Inspection]:
    """The results in a data directory's spool file, without changing it."""
    return [_decode(data).inspection for data in _read(data_dir / FILE_NAME)]


def _read(path: Path) -> list[bytes]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        _log.error("%s can't be read: %s", path, error)
        return []
    entries, offset = [], 0
    while offset + _HEADER.size <= len(content):
        length, checksum = _HEADER.unpack_from(content, offset)
        data = content[offset + _HEADER.size : offset + _HEADER.size + length]
        if length == 0 or zlib.crc32(data) != checksum:
            break
        entries.append(data)
        offset += _HEADER.size + length
    return entries


def _packed(data: bytes) -> bytes:
    return _HEADER.pack(len(data), zlib.crc32(data)) + data


def _is_readable(data: bytes) -> bool:
    try:
        _decode(data)
    except (ValueError, KeyError, TypeError, zlib.error):
        return False
    return True


def _encode(entry: LedgerEntry) -> bytes:
    fields = {"inspection": entry.inspection.model_dump(mode="json", exclude_defaults=True)}
    scores = entry.anomaly_map
    if scores is not None:
        packed = base64.b64encode(zlib.compress(scores.astype("<f4").tobytes(), level=1))
        fields["anomaly_map"] = {"shape": scores.shape, "scores": packed.decode()}
    return json.dumps(fields).encode()


def _decode(data: bytes) -> LedgerEntry:
    fields = json.loads(data)
    inspection = Inspection.model_validate(fields["inspection"])
    packed = fields.get("anomaly_map")
    if packed is None:
        return LedgerEntry(inspection)
    scores = np.frombuffer(zlib.decompress(base64.b64decode(packed["scores"])), dtype="<f4")
    return LedgerEntry(inspection, scores.reshape(packed["shape"]).astype(np.float32))
