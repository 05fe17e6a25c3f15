"""The client of the store: every object is written once, checked by the store, never replaced.

The SHA-256 of a body goes with each request, so that the store refuses what was changed on its way,
and once more as metadata of the object, by which an object of an earlier attempt is known again.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from okng.cloud_sync.object_store.errors import (
    BucketAccess,
    BucketUnusableError,
    MultipartGoneError,
    ObjectExistsError,
    ObjectRefusedError,
    explain_request,
)
from okng.cloud_sync.object_store.link import Body, Link
from okng.cloud_sync.object_store.s3_client import s3_client
from okng.device.store.sync_settings import SyncSettings
from okng.device.store.uploads import Part

SHA256 = "sha256"
"""Key of the object's metadata."""
PIECE_BYTES = 8 * 1024 * 1024
"""What is downloaded at a time."""
PIECE_PAUSES_S = (0.5, 2.0, 5.0)
"""Before a piece is fetched once more."""

_log = logging.getLogger(__name__)

T = TypeVar("T")


class ObjectStore:
    """One bucket, below the prefix of the settings; usable from any thread."""

    def __init__(self, settings: SyncSettings, session: Any, link: Link) -> None:
        """Args:
        settings: Where the bucket is.
        session: A `boto3.Session` with credentials.
        link: What all bodies are sent through.
        """
        self._settings = settings
        self._access = BucketAccess.of_sync(settings)
        self._link = link
        self._prefix = f"{settings.prefix}/" if settings.prefix else ""
        self._client = s3_client(settings, session)

    def put(self, key: str, data: bytes, sha256: str) -> None:
        """Writes an object, if the key has none; returns when the store has confirmed it.

        It is no error if the key has the same object already, of an attempt whose answer was lost.

        Raises:
            ObjectExistsError: the key has another object.
            BucketError: the store can't be used, or refuses it.
        """
        try:
            self._put(key, data, sha256, IfNoneMatch="*")
        except ObjectExistsError:
            if not self.has(key, sha256):
                raise

    def mirror(self, key: str, data: bytes, sha256: str) -> None:
        """Writes a file of this station's own, in place of an older one; returns as `put` does.

        Raises:
            BucketError: the store can't be used, or refuses it.
        """
        if not self.has(key, sha256):
            self._put(key, data, sha256)

    def replace(self, key: str, data: bytes) -> None:
        """Writes an object of this station's own, whether the key has one or not."""
        checksum = _base64(hashlib.sha256(data).hexdigest())
        self._call(
            lambda: self._client.put_object(
                **self._object(key),
                Body=data,
                ChecksumSHA256=checksum,
                ContentType="application/json",
            )
        )

    def has(self, key: str, sha256: str) -> bool:
        """Whether the key has the object with this hash."""
        head = self._head(key)
        return head is not None and head["Metadata"].get(SHA256) == sha256

    def begin_multipart(self, key: str, sha256: str) -> str:
        """Begins an object that is sent in parts; returns the upload's id."""
        answer = self._call(
            lambda: self._client.create_multipart_upload(
                **self._object(key), ChecksumAlgorithm="SHA256", Metadata={SHA256: sha256}
            )
        )
        return str(answer["UploadId"])

    def put_part(self, key: str, multipart_id: str, number: int, data: bytes, sha256: str) -> Part:
        """Sends a part; returns when the store has confirmed it.

        Raises:
            MultipartGoneError: the store doesn't know the upload any more.
            BucketError: as `put`.
        """
        answer = self._call(
            lambda: self._client.upload_part(
                **self._object(key),
                UploadId=multipart_id,
                PartNumber=number,
                Body=Body(data, self._link),
                ChecksumSHA256=_base64(sha256),
            )
        )
        return Part(number, str(answer["ETag"]), sha256)

    def complete_multipart(
        self, key: str, multipart_id: str, parts: Sequence[Part], sha256: str
    ) -> None:
        """Makes the object of its parts, if the key has none; raises as `put_part` and `put`."""
        listed = [
            {
                "PartNumber": part.number,
                "ETag": part.etag,
                "ChecksumSHA256": _base64(part.sha256),
            }
            for part in parts
        ]
        try:
            self._call(
                lambda: self._client.complete_multipart_upload(
                    **self._object(key),
                    UploadId=multipart_id,
                    MultipartUpload={"Parts": listed},
                    IfNoneMatch="*",
                )
            )
        except (ObjectExistsError, MultipartGoneError):
            if not self.has(key, sha256):
                raise

    def abort_multipart(self, key: str, multipart_id: str) -> None:
        """Gives up an upload; the store frees its parts. One that is gone is no error."""
        try:
            self._call(
                lambda: self._client.abort_multipart_upload(
                    **self._object(key), UploadId=multipart_id
                )
            )
        except MultipartGoneError:
            return

    def delete(self, key: str) -> None:
        """Deletes an object; one that isn't there is no error."""
        self._call(lambda: self._client.delete_object(**self._object(key)))

    def keys(self, folder: str) -> Iterator[str]:
        """The keys of all objects in a folder, without the prefix."""
        token: str | None = None
        while True:
            page = self._page(folder, token)
            for listed in page.get("Contents", ()):
                yield str(listed["Key"]).removeprefix(self._prefix)
            if not page.get("IsTruncated"):
                return
            token = page["NextContinuationToken"]

    def get(self, key: str, limit: int) -> bytes:
        """The first `limit` bytes of an object."""

        def read() -> bytes:
            answer = self._client.get_object(**self._object(key), Range=f"bytes=0-{limit - 1}")
            with answer["Body"] as body:
                return bytes(body.read())

        return self._call(read)

    def exists(self, key: str) -> bool:
        """Whether the key has an object."""
        return self._head(key) is not None

    def download(self, key: str, target: Path, limit: int) -> None:
        """Writes an object to a file, piece by piece; a piece that a cut broke is fetched again.

        Raises:
            ObjectRefusedError: there is none, it is larger than `limit` bytes, or it was replaced
                meanwhile.
            BucketError: the store can't be used.
            OSError: the file can't be written.
        """
        head = self._head(key)
        if head is None:
            raise ObjectRefusedError("no_object", f"the bucket has no {self._prefix}{key}")
        size = int(head["ContentLength"])
        if size > limit:
            raise ObjectRefusedError(
                "too_large", f"{key} has {size:,} bytes; at most {limit:,} are taken"
            )
        with target.open("wb") as file:
            for begin in range(0, size, PIECE_BYTES):
                end = min(begin + PIECE_BYTES, size)
                file.write(self._piece(key, str(head["ETag"]), begin, end))

    def _piece(self, key: str, etag: str, begin: int, end: int) -> bytes:
        def read() -> bytes:
            answer = self._client.get_object(
                **self._object(key), Range=f"bytes={begin}-{end - 1}", IfMatch=etag
            )
            with answer["Body"] as body:
                return bytes(body.read())

        for pause_s in PIECE_PAUSES_S:
            try:
                return self._call(read)
            except BucketUnusableError as error:
                _log.debug("%s is fetched again from byte %d: %s", key, begin, error)
                time.sleep(pause_s)
        return self._call(read)

    def _head(self, key: str) -> dict[str, Any] | None:
        """What the store says of an object; None where there is none."""
        try:
            head: dict[str, Any] = self._call(lambda: self._client.head_object(**self._object(key)))
        except ObjectRefusedError as error:
            if error.code == "access_denied":
                raise
            return None
        return head

    def _page(self, folder: str, token: str | None) -> Any:
        more = {} if token is None else {"ContinuationToken": token}
        return self._call(
            lambda: self._client.list_objects_v2(
                Bucket=self._settings.bucket, Prefix=f"{self._prefix}{folder}/", **more
            )
        )

    def _put(self, key: str, data: bytes, sha256: str, **conditions: str) -> None:
        self._call(
            lambda: self._client.put_object(
                **self._object(key),
                Body=Body(data, self._link),
                ChecksumSHA256=_base64(sha256),
                Metadata={SHA256: sha256},
                **conditions,
            )
        )

    def _object(self, key: str) -> dict[str, str]:
        return {"Bucket": self._settings.bucket, "Key": f"{self._prefix}{key}"}

    def _call(self, request: Callable[[], T]) -> T:
        try:
            return request()
        except Exception as error:
            raise explain_request(self._client, error, self._access) from error


def _base64(sha256: str) -> str:
    return base64.b64encode(bytes.fromhex(sha256)).decode()
