"""Thumbnail cache on the disk: a thumbnail is made only once, as its picture may be huge."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

FOLDER = Path("cache/thumbnails")
"""Relative to the data directory; it may be deleted at any time."""
MOST_BYTES = 100_000_000
PRUNED_AFTER = 200
"""Number of new files between prunings: listing the folder for each one would cost too much."""
_LOCKS = 64


class ThumbnailCache:
    """Caches JPEG thumbnails by their source file; usable from any thread."""

    def __init__(self, data_dir: Path, min_free_mb: int) -> None:
        self._folder = data_dir / FOLDER
        self._min_free_bytes = min_free_mb * 1_000_000
        # By picture, so that of ten requests for the same one, nine wait for the first.
        self._locks = [threading.Lock() for _ in range(_LOCKS)]
        self._new_files = 0

    def get(self, source: Path, width: int, make: Callable[[], bytes]) -> bytes:
        """Returns the thumbnail of a file in this width, made by `make` if it isn't cached.

        Raises:
            FileNotFoundError: the source file is gone, even if its thumbnail is cached.
        """
        state = source.stat()
        identity = f"{source.absolute()} {state.st_size} {state.st_mtime_ns} {width}"
        key = hashlib.sha256(identity.encode(errors="surrogateescape")).hexdigest()
        path = self._folder / f"{key}.jpg"
        with self._locks[int(key[:8], 16) % _LOCKS]:
            try:
                return path.read_bytes()
            except OSError:
                data = make()
            self._keep(path, data)
        return data

    def _keep(self, path: Path, data: bytes) -> None:
        """Stores a thumbnail if there is room; otherwise it is made again next time."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(self._folder).free < self._min_free_bytes:
                return
            file, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(file, "wb") as part:
                part.write(data)
            Path(name).rename(path)
            self._new_files += 1
            if self._new_files % PRUNED_AFTER == 0:
                self._prune()
        except OSError:
            return

    def _prune(self) -> None:
        """Removes the oldest files until half of the cache's space is free."""
        files = sorted((path.stat().st_mtime, path.stat().st_size, path) for path in self._files())
        total = sum(size for _, size, _ in files)
        if total <= MOST_BYTES:
            return
        for _, size, path in files:
            if total <= MOST_BYTES // 2:
                break
            path.unlink(missing_ok=True)
            total -= size

    def _files(self) -> list[Path]:
        return [path for path in self._folder.iterdir() if path.is_file()]
