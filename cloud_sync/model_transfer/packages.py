"""Packages in the bucket: a version of a model, put there once, and fetched by other stations."""

from __future__ import annotations

import hashlib
from pathlib import Path

from okng.cloud_sync.credentials import session_with
from okng.cloud_sync.object_store.errors import ObjectExistsError
from okng.cloud_sync.object_store.link import Link
from okng.cloud_sync.object_store.object_store import ObjectStore
from okng.device.jobs.uploads import upload_folder
from okng.device.model_exchange.export_model import export_model
from okng.device.model_exchange.keys import ModelKeys
from okng.device.settings.settings import StationSettings
from okng.device.store.uploads import Part
from okng.device.types import ModelReference
from okng.models.bundles.bundle import Bundle
from okng.models.bundles.manifest import Manifest
from okng.models.errors import OkngError
from okng.models.exchange.errors import PackageError
from okng.models.exchange.package import MAX_BYTES, SUFFIX, Package
from okng.models.exchange.receive import ReceivedModel, receive_package

MIB = 1024 * 1024


class NoBucketError(OkngError):
    """The station has no bucket."""


class ModelPackages:
    """The packages of the station's bucket."""

    def __init__(self, data_dir: Path, store: ObjectStore, part_mb: int) -> None:
        self._data_dir = data_dir
        self._store = store
        self._part_bytes = part_mb * MIB

    def push(self, bundle: Bundle[Manifest]) -> str:
        """Puts a signed package of the version into the bucket; returns its key.

        Raises:
            ObjectExistsError: the bucket has this version; it is not replaced.
            PackageError, BundleError: as `export_model`.
            BucketError: the store can't be used.
            OSError: the disk is full or fails.
        """
        manifest = bundle.manifest
        key = package_key(ModelReference(name=manifest.name, version=manifest.version))
        if self._store.exists(key):
            raise _exists(key)
        with upload_folder(self._data_dir) as folder:
            package = folder / f"package{SUFFIX}"
            export_model(self._data_dir, bundle, package)
            self._send(key, package)
        return key

    def pull(self, model: ModelReference, key: str | None = None) -> ReceivedModel:
        """Fetches a package, verifies and tries it, and adds its model to the station's.

        Args:
            model: What the package has to bring.
            key: Where it is, below the settings' prefix; by default where `push` puts it.

        Raises:
            ObjectRefusedError: the bucket has no such package.
            PackageError, BundleError: as `receive_package`; nothing was changed.
            BucketError: the store can't be used.
            OSError: the disk is full or fails.
        """
        with upload_folder(self._data_dir) as folder:
            package = folder / f"{model.name}-{model.version}{SUFFIX}"
            self._store.download(key or package_key(model), package, MAX_BYTES)
            trusted = ModelKeys(self._data_dir).trusted()
            with Package(package, trusted) as opened:
                brought = opened.description
            if (brought.name, brought.version) != (model.name, model.version):
                raise PackageError(
                    f"{key or package_key(model)} brings {brought.name}:{brought.version}, "
                    f"not {model.name}:{model.version}"
                )
            return receive_package(package, self._data_dir / "models", trusted)

    def _send(self, key: str, package: Path) -> None:
        with package.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
            file.seek(0)
            if size <= self._part_bytes:
                self._store.put(key, file.read(), sha256)
                return
            multipart_id = self._store.begin_multipart(key, sha256)
            parts: list[Part] = []
            try:
                while data := file.read(self._part_bytes):
                    part_sha256 = hashlib.sha256(data).hexdigest()
                    number = len(parts) + 1
                    parts.append(self._store.put_part(key, multipart_id, number, data, part_sha256))
                self._store.complete_multipart(key, multipart_id, parts, sha256)
            except BaseException:
                self._store.abort_multipart(key, multipart_id)
                raise


def open_packages(settings: StationSettings) -> ModelPackages:
    """The packages of the bucket that the settings name.

    Raises:
        NoBucketError: they name none.
        CredentialsError, AwsConnectionError: the credentials can't be used.
    """
    sync = settings.sync
    if sync is None:
        raise NoBucketError("no bucket is configured: the settings have no table [sync]")
    session = session_with(sync.credentials, settings.data_dir)
    store = ObjectStore(sync, session, Link(sync.bandwidth_kbit_s))
    return ModelPackages(settings.data_dir, store, sync.part_mb)


def package_key(model: ModelReference) -> str:
    """The key of a version's package, without the prefix of the settings."""
    return f"packages/{model.name}/{model.version}{SUFFIX}"


def _exists(key: str) -> ObjectExistsError:
    return ObjectExistsError(
        "exists", f"the bucket has {key} already; a version that others may use is never replaced"
    )
