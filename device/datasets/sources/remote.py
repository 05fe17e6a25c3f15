"""Sources at addresses such as `s3://bucket/prefix`: an extension point by scheme.

A package offers one as an entry point of the group `okng.dataset_sources`: its name is the scheme,
its object a subclass of `RemoteTree`.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from importlib.metadata import entry_points
from pathlib import Path
from typing import NamedTuple, Self

from okng.device.datasets.sources.file_tree import FileTree
from okng.device.datasets.sources.source import SourceError
from okng.device.store.sync_settings import SyncSettings

GROUP = "okng.dataset_sources"
_ADDRESS = re.compile(r"^([a-z][a-z0-9+.-]*)://(.+)$")


class StationAccess(NamedTuple):
    """By what the station proves who it is at an address."""

    data_dir: Path
    """Of the station, which may have a connection to AWS."""
    sync: SyncSettings | None = None
    """The store of the settings, with its credentials."""


class RemoteTree(FileTree):
    """Files at an address; what they need of libraries is imported when one is opened."""

    @classmethod
    @abstractmethod
    def open(cls, address: str, station: StationAccess) -> Self:
        """The files below an address, `scheme://container/prefix`, without asking for their list.

        Args:
            address: the address.
            station: by what the station proves who it is.

        Raises:
            SourceError: it can't be reached, or a library is missing: the message says which.
        """

    @abstractmethod
    def close(self) -> None:
        """Closes its connections."""


def scheme_of(address: str) -> str | None:
    """The scheme of an address; None for a path."""
    match = _ADDRESS.match(address)
    return match[1] if match else None


def container_of(address: str) -> tuple[str, str]:
    """An address in two: `s3://bucket` and the path of the file in it."""
    scheme, _, rest = address.partition("://")
    container, _, name = rest.partition("/")
    return f"{scheme}://{container}", name


def open_remote(address: str, station: StationAccess) -> RemoteTree:
    """The files at an address, as the station reaches it.

    Raises:
        SourceError: no package offers its scheme, or as `RemoteTree.open`.
    """
    scheme = scheme_of(address)
    offered = {entry.name: entry for entry in entry_points(group=GROUP)}
    if scheme not in offered:
        listed = ", ".join(sorted(offered)) or "none"
        raise SourceError(f"{address}: no source for {scheme}:// is installed; there are: {listed}")
    tree_class = offered[scheme].load()
    if not (isinstance(tree_class, type) and issubclass(tree_class, RemoteTree)):
        raise SourceError(f"{offered[scheme].value} is no RemoteTree, so it can't read {address}")
    return tree_class.open(address, station)
