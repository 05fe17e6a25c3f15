"""SeaweedFS as the S3-compatible store of tests: one program on free ports of this machine."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from okng.models.processes import start_command
from support.station import eventually, free_port

ADMIN = ("admin", "adminsecret")
STATION = ("stationkey", "stationsecret")
READER = ("readerkey", "readersecret")
VISITOR = ("visitorkey", "visitorsecret")


class ObjectStoreServer:
    """The server, with an administrator, a station's keys, keys that may only read, and a
    visitor's, for whom there is one bucket alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "data").mkdir(parents=True)
        self._config = folder / "s3.json"
        self._config.write_text(
            json.dumps(
                {
                    "identities": [
                        _identity("admin", ADMIN, "Admin", "Read", "List", "Write"),
                        _identity("station", STATION, "Read", "List", "Write"),
                        _identity("reader", READER, "Read", "List"),
                        _identity("visitor", VISITOR, "Read:elsewhere", "List:elsewhere"),
                    ]
                }
            )
        )
        self.port = free_port()
        self.endpoint = f"http://127.0.0.1:{self.port}"
        self._ports = [free_port() for _ in range(7)]
        self._process: subprocess.Popen[bytes] | None = None
        self.admin = s3_client(self.endpoint, ADMIN)

    def start(self) -> None:
        """Starts it, or starts it again with what it had; returns when it can store objects."""
        master, master_grpc, volume, volume_grpc, filer, filer_grpc, s3_grpc = self._ports
        command = [
            str(Path(sys.prefix) / "bin" / "weed"),
            "server",
            f"-dir={self._folder / 'data'}",
            "-ip=127.0.0.1",
            "-ip.bind=127.0.0.1",
            f"-master.port={master}",
            f"-master.port.grpc={master_grpc}",
            "-master.telemetry=false",
            "-master.volumeSizeLimitMB=64",
            f"-volume.port={volume}",
            f"-volume.port.grpc={volume_grpc}",
            "-volume.max=2000",
            "-filer",
            f"-filer.port={filer}",
            f"-filer.port.grpc={filer_grpc}",
            f"-filer.localSocket={self._folder / 'filer.sock'}",
            "-s3",
            f"-s3.port={self.port}",
            f"-s3.port.grpc={s3_grpc}",
            "-s3.port.iceberg=0",
            "-s3.port.lance=0",
            f"-s3.localSocket={self._folder / 's3.sock'}",
            f"-s3.config={self._config}",
        ]
        with (self._folder / "weed.log").open("ab") as log:
            # It ends with this program, however that ends.
            self._process = start_command(
                command,
                parent_death_signal=signal.SIGKILL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self._folder,
            )
        eventually(self._stores, timeout_s=60, period_s=0.2)

    def kill(self) -> None:
        """Ends it as a crash would: in order it would take half a minute."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def make_bucket(self, name: str) -> str:
        """Makes an empty bucket and returns its name."""
        eventually(lambda: self._make(name), timeout_s=30, period_s=0.2)
        return name

    def remove_bucket(self, name: str) -> None:
        """Removes a bucket with all that is in it."""
        for key in self.keys(name):
            self.admin.delete_object(Bucket=name, Key=key)
        self.admin.delete_bucket(Bucket=name)

    def keys(self, bucket: str, prefix: str = "") -> list[str]:
        """All keys of a bucket, sorted."""
        pages = self.admin.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
        return sorted(item["Key"] for page in pages for item in page.get("Contents", ()))

    def read(self, bucket: str, key: str) -> bytes:
        """The content of an object."""
        with self.admin.get_object(Bucket=bucket, Key=key)["Body"] as body:
            return bytes(body.read())

    def _make(self, name: str) -> bool:
        try:
            self.admin.create_bucket(Bucket=name)
        except (BotoCoreError, ClientError):
            return False
        return True

    def _stores(self) -> bool:
        assert self._process
        assert self._process.poll() is None, (self._folder / "weed.log").read_text()[-3000:]
        self._make("started")
        try:
            self.admin.put_object(Bucket="started", Key="object", Body=b"1")
        except (BotoCoreError, ClientError):
            return False
        return True


def s3_client(endpoint: str, keys: tuple[str, str]) -> Any:
    """A client of boto3 that asks once."""
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id=keys[0],
        aws_secret_access_key=keys[1],
        config=Config(
            signature_version="s3v4",
            s3={"addressing_style": "path"},
            retries={"total_max_attempts": 1},
        ),
    )


def _identity(name: str, keys: tuple[str, str], *actions: str) -> dict[str, Any]:
    credentials = [{"accessKey": keys[0], "secretKey": keys[1]}]
    return {"name": name, "credentials": credentials, "actions": actions}
