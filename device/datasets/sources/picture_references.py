"""The `-ref` values of a manifest: which file each of them means."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from okng.device.datasets.sources.file_tree import FileTree
from okng.device.datasets.sources.remote import (
    RemoteTree,
    StationAccess,
    container_of,
    open_remote,
    scheme_of,
)
from okng.device.datasets.sources.source import SourceError


class PictureReferences:
    """Finds the files of a manifest: in a folder with a copy of them, or where they lie.

    `s3://bucket/a/b/1.jpg` is `a/b/1.jpg`, `b/1.jpg` or `1.jpg` in the folder, the first that is
    there. A file is only ever one of the folder: a reference can't lead out of it.
    """

    def __init__(
        self,
        tree: FileTree | None,
        station: StationAccess,
        base: str = "",
        *,
        is_copy: bool = False,
        address: str | None = None,
    ) -> None:
        """Knows where to look.

        Args:
            tree: the folder with the pictures; None looks at their addresses only.
            station: by what the station proves who it is at an address.
            base: the manifest's own folder in the tree, from which relative references count.
            is_copy: whether somebody named the folder; then nothing is looked for elsewhere.
            address: the manifest's own folder where it lies at one, for relative references.
        """
        self._address, self._station = address, station
        self._tree, self._base, self._is_copy = tree, base, is_copy
        self._names = set(tree.names()) if tree else set()
        self._remote: dict[str, RemoteTree | SourceError] = {}

    def find(self, reference: str, *, only_in_folder: bool = False) -> tuple[FileTree, str]:
        """The tree and the path in it.

        Args:
            reference: Of the manifest.
            only_in_folder: Whether no address is asked for what the folder doesn't have.

        Raises:
            SourceError: there is no such file.
        """
        if self._tree:
            for path in self._readings(reference):
                if path in self._names:
                    return self._tree, path
        given = reference
        if self._address and scheme_of(reference) is None:
            reference = f"{self._address.rstrip('/')}/{reference.lstrip('/')}"
        address, path = container_of(reference) if scheme_of(reference) else (None, "")
        own_address = self._tree.address if self._tree else "(no folder)"
        stays_here = self._is_copy or (only_in_folder and self._tree) or address == own_address
        if address and not stays_here:
            if not path:
                raise SourceError(f"{reference} names no file")
            return self._opened(address), path
        raise SourceError(f"{given[:300]} is not in {own_address}")

    def close(self) -> None:
        """Closes the addresses that were opened."""
        for tree in self._remote.values():
            if isinstance(tree, RemoteTree):
                tree.close()

    def _readings(self, reference: str) -> Iterator[str]:
        for text in dict.fromkeys((reference, unquote(reference))):
            if scheme_of(text):
                path = container_of(text)[1]
            else:
                text = text.replace("\\", "/").lstrip("/")
                path = posixpath.normpath(text)
                yield posixpath.normpath(posixpath.join(self._base, text))
            parts = path.split("/")
            for folder in dict.fromkeys((self._base, "")):
                for start in range(len(parts)):
                    yield posixpath.join(folder, *parts[start:])

    def _opened(self, address: str) -> RemoteTree:
        if address not in self._remote:
            try:
                self._remote[address] = open_remote(address, self._station)
            except SourceError as error:
                # Told for each line, and tried once.
                self._remote[address] = error
        tree = self._remote[address]
        if isinstance(tree, SourceError):
            raise SourceError(str(tree))
        return tree
