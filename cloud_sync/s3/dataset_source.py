"""An S3 bucket, or a store that speaks S3, as a dataset source: `s3://bucket/prefix`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from okng.cloud_sync.aws_connection.errors import AwsConnectionError
from okng.cloud_sync.credentials import CredentialsError
from okng.cloud_sync.s3.station_s3 import TO_READ, StationS3, open_station_s3
from okng.device.datasets.sources.file_tree import MAX_FILE_BYTES, MAX_FILES, is_hidden
from okng.device.datasets.sources.remote import RemoteTree, StationAccess, container_of
from okng.device.datasets.sources.source import SourceError


class S3Tree(RemoteTree):
    """The objects of a bucket below a prefix."""

    def __init__(self, s3: StationS3, bucket: str, prefix: str) -> None:
        self.address = f"s3://{bucket}/{prefix}"
        self._s3, self._bucket, self._prefix = s3, bucket, prefix

    @classmethod
    def open(cls, address: str, station: StationAccess) -> S3Tree:
        """The objects below `s3://bucket/prefix`; nothing is asked for yet.

        Raises:
            SourceError: boto3 is missing, or the credentials can't be used.
        """
        container, name = container_of(address)
        prefix = f"{name.strip('/')}/" if name.strip("/") else ""
        try:
            s3 = open_station_s3(station.data_dir, station.sync)
        except (CredentialsError, AwsConnectionError) as error:
            raise SourceError(f"{address} can't be read: {error}") from error
        return cls(s3, container.removeprefix("s3://"), prefix)

    def names(self) -> Sequence[str]:
        """The keys of all objects, without the prefix. Raises `SourceError`."""
        return self._names

    @cached_property
    def _names(self) -> list[str]:
        names: list[str] = []
        pages = self._s3.client.get_paginator("list_objects_v2")
        with self._refusing(self.address):
            for page in pages.paginate(Bucket=self._bucket, Prefix=self._prefix):
                keys = [entry["Key"] for entry in page.get("Contents", ())]
                names += [key.removeprefix(self._prefix) for key in keys if not key.endswith("/")]
                if len(names) > MAX_FILES:
                    raise SourceError(f"{self.address} has more than {MAX_FILES:,} objects")
        return sorted(name for name in names if not is_hidden(name))

    def read(self, name: str) -> bytes:
        """The content of an object. Raises `SourceError` where it can't be read."""
        key = f"{self._prefix}{name}"
        with self._refusing(f"s3://{self._bucket}/{key}"):
            answer = self._s3.client.get_object(Bucket=self._bucket, Key=key)
            with answer["Body"] as body:
                if answer["ContentLength"] > MAX_FILE_BYTES:
                    raise SourceError(
                        f"s3://{self._bucket}/{key} has {answer['ContentLength']:,} bytes; allowed "
                        f"are {MAX_FILE_BYTES:,}"
                    )
                data: bytes = body.read()
        return data

    def close(self) -> None:
        """Closes the connections."""
        self._s3.client.close()

    @contextmanager
    def _refusing(self, address: str) -> Iterator[None]:
        """Turns errors of boto3 into a `SourceError` with the address."""
        try:
            yield
        except SourceError:
            raise
        except OSError as error:
            raise SourceError(f"{address} can't be read: {error}") from error
        except Exception as error:
            # botocore's errors have no common base but this.
            reason = self._s3.explain(error, self._bucket, TO_READ)
            raise SourceError(f"{address} can't be read: {reason}") from error
