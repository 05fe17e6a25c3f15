"""Model bundles for the bucket: all files of a version, and its manifest when they have arrived.

So a version whose manifest lies in the bucket is complete there.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

from okng.cloud_sync.uploads.object_keys import model_folder
from okng.device.store.uploads import NewUpload, UploadKind, Uploads, UploadState
from okng.models.bundles.bundle import MANIFEST, BundleError, read_manifest
from okng.models.bundles.manifest import Manifest

FOLDER = "models"
_log = logging.getLogger(__name__)


class ModelBundles:
    """Adds the versions of models that are not in the bucket."""

    def __init__(self, data_dir: Path, station_id: str) -> None:
        self._data_dir = data_dir
        self._station_id = station_id
        self._uploads = Uploads(data_dir)
        self._manifests: dict[Path, Manifest | None] = {}
        """Of versions that are not complete in the bucket; None for one that can't be read."""

    def read(self) -> bool:
        """Looks at each version; returns False: there is never more at once."""
        known = self._uploads.keys_under(UploadKind.MODEL, f"models/{self._station_id}")
        versions = list((self._data_dir / FOLDER).glob(f"[!.]*/[1-9]*/{MANIFEST}"))
        for version in versions:
            path = version.parent
            folder = model_folder(self._station_id, path.parent.name, path.name)
            if f"{folder}/{MANIFEST}" in known:
                self._manifests.pop(path, None)
            elif manifest := self._manifest(path):
                states = {name: known.get(f"{folder}/{name}") for name in manifest.files}
                self._uploads.add(self._files(path, folder, manifest, states))
        return False

    def _manifest(self, path: Path) -> Manifest | None:
        if path not in self._manifests:
            try:
                self._manifests[path] = read_manifest(path, Manifest)
            except BundleError as error:
                _log.warning("not sent to the bucket: %s", error)
                self._manifests[path] = None
        return self._manifests[path]

    def _files(
        self, path: Path, folder: str, manifest: Manifest, states: dict[str, UploadState | None]
    ) -> Iterator[NewUpload]:
        for name, state in states.items():
            if state is None:
                yield self._upload(path / name, f"{folder}/{name}", manifest.files[name])
        if all(state is UploadState.UPLOADED for state in states.values()):
            sha256 = hashlib.sha256((path / MANIFEST).read_bytes()).hexdigest()
            yield self._upload(path / MANIFEST, f"{folder}/{MANIFEST}", sha256)

    def _upload(self, file: Path, key: str, sha256: str) -> NewUpload:
        status = file.stat()
        return NewUpload(
            UploadKind.MODEL,
            key,
            file.relative_to(self._data_dir).as_posix(),
            sha256,
            status.st_size,
            status.st_mtime_ns // 1000,
        )
