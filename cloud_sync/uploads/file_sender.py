"""Sends one file: small ones in one request, large ones in parts that outlast a cut."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from okng.cloud_sync.object_store.errors import MultipartGoneError
from okng.cloud_sync.object_store.object_store import ObjectStore
from okng.device.store.uploads import Part, Upload, Uploads
from okng.models.errors import OkngError

MIB = 1024 * 1024


class UnsendableFileError(OkngError):
    """The file is gone, or isn't what it was: it can't be sent, however often it is tried."""


class FileSender:
    """Sends files of the data directory; usable from any thread, for different uploads."""

    def __init__(self, data_dir: Path, store: ObjectStore, part_mb: int) -> None:
        self._data_dir = data_dir
        self._store = store
        self._uploads = Uploads(data_dir)
        self._part_bytes = part_mb * MIB

    def send(self, upload: Upload) -> None:
        """Returns when the store has confirmed the whole object.

        Raises:
            UnsendableFileError: the file is gone or was changed.
            ObjectExistsError: the key has another object.
            BucketError: the store can't be used, or refuses it.
            OSError, sqlite3.Error, StoreError: disk or database fail.
        """
        try:
            if upload.size_bytes <= self._part_bytes:
                self._send_whole(upload)
            else:
                self._send_in_parts(upload)
        except FileNotFoundError:
            raise UnsendableFileError("the file is gone") from None

    def _send_whole(self, upload: Upload) -> None:
        data = (self._data_dir / upload.path).read_bytes()
        _check(upload, hashlib.sha256(data).hexdigest())
        self._store.put(upload.key, data, upload.sha256)

    def _send_in_parts(self, upload: Upload) -> None:
        multipart_id, confirmed = self._uploads.multipart(upload.upload_id)
        if multipart_id is None:
            multipart_id = self._begin(upload)
        try:
            self._send_parts(upload, multipart_id, confirmed)
        except MultipartGoneError:
            self._uploads.begin_multipart(upload.upload_id, None)
            raise

    def _begin(self, upload: Upload) -> str:
        multipart_id = self._store.begin_multipart(upload.key, upload.sha256)
        self._uploads.begin_multipart(upload.upload_id, multipart_id)
        return multipart_id

    def _send_parts(self, upload: Upload, multipart_id: str, confirmed: list[Part]) -> None:
        known = {part.number: part for part in confirmed}
        whole = hashlib.sha256()
        parts = []
        for number, data in enumerate(self._blocks(upload), 1):
            whole.update(data)
            sha256 = hashlib.sha256(data).hexdigest()
            part = known.get(number)
            if part is None or part.sha256 != sha256:
                part = self._store.put_part(upload.key, multipart_id, number, data, sha256)
                self._uploads.add_part(upload.upload_id, part)
            parts.append(part)
        if whole.hexdigest() != upload.sha256:
            self._store.abort_multipart(upload.key, multipart_id)
        _check(upload, whole.hexdigest())
        self._store.complete_multipart(upload.key, multipart_id, parts, upload.sha256)

    def _blocks(self, upload: Upload) -> Iterator[bytes]:
        with (self._data_dir / upload.path).open("rb") as file:
            while data := file.read(self._part_bytes):
                yield data


def _check(upload: Upload, sha256: str) -> None:
    if sha256 != upload.sha256:
        raise UnsendableFileError("the file was changed: its SHA-256 is not the recorded one")
