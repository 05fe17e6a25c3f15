"""Where manifests are read from and results go: buckets of a store, and a folder of the station."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from okng.cloud_sync.lookout_vision.shapes import OutputS3Object, S3Location
from okng.cloud_sync.s3.station_s3 import TO_WRITE, open_station_s3
from okng.device.datasets.sources.remote import StationAccess
from okng.device.store.sync_settings import SyncSettings
from okng.models.atomic_files import make_folder, sync_folder, write_files
from okng.models.errors import OkngError

STATION_BUCKET = "okng-station"
"""The bucket that stands for the station's own folder."""
FOLDER = "lookout-vision"
"""That folder, in the data directory."""


class StorageError(OkngError):
    """A bucket can't be read or written; the message says why."""


class Storage:
    """Reads and writes objects; usable from any thread."""

    def __init__(self, data_dir: Path, sync: SyncSettings | None = None) -> None:
        self.station = StationAccess(data_dir, sync)
        self.station_folder = data_dir / FOLDER

    def write(self, location: S3Location, name: str, data: bytes) -> OutputS3Object:
        """Writes an object, and returns where it is.

        Raises:
            StorageError, CredentialsError, AwsConnectionError: it can't be written.
        """
        return self._written(
            _place(location, name),
            lambda path: write_files([(path, data)]),
            lambda client, bucket, key: client.put_object(Bucket=bucket, Key=key, Body=data),
        )

    def move_in(self, file: Path, location: S3Location, name: str) -> OutputS3Object:
        """Makes an object of a file of the data directory, of any size, which may be gone then.

        Raises:
            StorageError, CredentialsError, AwsConnectionError: it can't be written.
        """

        def rename(path: Path) -> None:
            make_folder(path.parent)
            file.rename(path)
            sync_folder(path.parent)

        return self._written(
            _place(location, name),
            rename,
            lambda client, bucket, key: client.upload_file(str(file), bucket, key),
        )

    def station_path(self, key: str) -> Path:
        """The file of a key in the station's own bucket.

        Raises:
            StorageError: it leads out of the folder.
        """
        folder = self.station_folder.resolve()
        path = (folder / key).resolve()
        if not path.is_relative_to(folder) or path == folder:
            raise StorageError(f"s3://{STATION_BUCKET}/{key} leads out of the station's folder")
        return path

    def _written(
        self,
        place: OutputS3Object,
        to_file: Callable[[Path], None],
        to_bucket: Callable[[Any, str, str], object],
    ) -> OutputS3Object:
        if place.bucket == STATION_BUCKET:
            try:
                to_file(self.station_path(place.key))
            except OSError as error:
                raise StorageError(
                    f"s3://{place.bucket}/{place.key} can't be written: {error.strerror}"
                ) from error
        else:
            self._put(place, to_bucket)
        return place

    def _put(self, place: OutputS3Object, to_bucket: Callable[[Any, str, str], object]) -> None:
        s3 = open_station_s3(self.station.data_dir, self.station.sync)
        try:
            to_bucket(s3.client, place.bucket, place.key)
        except Exception as error:
            # botocore's errors have no common base but this.
            reason = s3.explain(error, place.bucket, TO_WRITE)
            raise StorageError(
                f"s3://{place.bucket}/{place.key} can't be written: {reason}"
            ) from error


def _place(location: S3Location, name: str) -> OutputS3Object:
    key = f"{location.prefix.rstrip('/')}/{name}" if location.prefix else name
    return OutputS3Object(bucket=location.bucket, key=key)
