"""Cache of the patch features of dataset pictures, by the SHA-256 of their files and preparation.

It may be deleted at any time, and a full disk or a damaged file costs the time to compute features
again, never a picture.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import numpy as np

from okng.device.store.database import Database
from okng.models.atomic_files import write_file
from okng.models.preparation.preparation import Preparation
from okng.models.quick_model.patch_features import PatchFeatures, embedding_graph, features_version

FOLDER = Path("cache/quick_models")
"""Relative to the data directory."""
MOST_BYTES = 100_000_000
"""About 400 pictures."""
_SUFFIX = ".npz"
_GRAPH = "embedding.onnx"
_UNKNOWN_BITS = -1


class PatchFeatureCache:
    """Keeps patch features, and the ONNX model that computes them."""

    def __init__(self, data_dir: Path, min_free_mb: int, preparation: Preparation) -> None:
        """Use the folder below `data_dir`; with less free space than that nothing is kept."""
        self.preparation = preparation
        self._suffix = f"-{preparation.image_hash}{_SUFFIX}" if preparation.image_hash else _SUFFIX
        self._database = Database(data_dir)
        self._root = data_dir / FOLDER
        self._folder = self._root / features_version()
        self._min_free_bytes = min_free_mb * 2**20

    def graph(self) -> bytes:
        """The ONNX model of `embedding_graph`, built only where it is not kept yet."""
        path = self._folder / _GRAPH
        try:
            return path.read_bytes()
        except OSError:
            graph = embedding_graph()
        self._keep(path, graph)
        return graph

    def get(self, sha256: str) -> PatchFeatures | None:
        """The features of the file with that hash; None where they are not kept, or damaged."""
        path = self._path(sha256)
        try:
            # NumPy leaves the file of a damaged archive open.
            with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as file:
                used, bits = (int(value) for value in file["bits"])
                features = PatchFeatures(
                    patches=file["patches"],
                    coreset=file["coreset"],
                    used_bits=used,
                    significant_bits=None if bits == _UNKNOWN_BITS else bits,
                )
            os.utime(path)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None
        return features

    def keep(self, sha256: str, features: PatchFeatures) -> None:
        """Keep the features of the picture file with that hash, if there is room."""
        bits = features.significant_bits
        buffer = io.BytesIO()
        np.savez(
            buffer,
            patches=features.patches,
            coreset=features.coreset,
            bits=np.array([features.used_bits, _UNKNOWN_BITS if bits is None else bits]),
        )
        self._keep(self._path(sha256), buffer.getvalue())

    def prune(self) -> None:
        """Remove what no dataset has, what is over `MOST_BYTES`, and features of older versions.

        Of too many, those go first that were not used for the longest time.
        """
        try:
            for folder in self._root.iterdir():
                if folder != self._folder:
                    shutil.rmtree(folder, ignore_errors=True)
            files = self._files()
            present = self._present([_sha256_of(path) for path in files])
            newest = sorted(
                (path for path in files if _sha256_of(path) in present),
                key=lambda path: path.stat().st_mtime_ns,
                reverse=True,
            )
            sizes = np.cumsum([path.stat().st_size for path in newest])
            kept = {path for path, size in zip(newest, sizes, strict=True) if size <= MOST_BYTES}
            for path in set(files) - kept:
                path.unlink(missing_ok=True)
        except OSError:
            # What was removed meanwhile, or can't be, is looked at again next time.
            return

    def _files(self) -> list[Path]:
        """All kept features, and what killed writers left."""
        return [path for path in self._folder.iterdir() if path.name != _GRAPH]

    def _present(self, hashes: list[str]) -> set[str]:
        """Those of the hashes that a dataset has now."""
        rows = self._database.connection.execute(
            "SELECT DISTINCT sha256 FROM dataset_pictures "
            "INDEXED BY dataset_pictures_by_sha256 "
            "WHERE sha256 IN (SELECT value FROM json_each(?)) AND removed_at_us IS NULL",
            (json.dumps(hashes),),
        )
        return {row["sha256"] for row in rows}

    def _path(self, sha256: str) -> Path:
        return self._folder / f"{sha256}{self._suffix}"

    def _keep(self, path: Path, data: bytes) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(path.parent).free - len(data) >= self._min_free_bytes:
                write_file(path, data)
        except OSError:
            return


def _sha256_of(path: Path) -> str:
    """The hash in the name of kept features."""
    return path.name.partition(".")[0].partition("-")[0]
