"""Opens a dataset source by its address: a folder, a zip, a manifest, or S3 and the like."""

from __future__ import annotations

import posixpath
import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath

from okng.device.datasets.sources.export_notes import with_notes
from okng.device.datasets.sources.file_tree import FileTree, suffix_of
from okng.device.datasets.sources.folder import FolderTree
from okng.device.datasets.sources.labelled_folders import SPLITS, read_labelled_folders
from okng.device.datasets.sources.manifest import SUFFIX, read_manifest
from okng.device.datasets.sources.picture_references import PictureReferences
from okng.device.datasets.sources.remote import (
    StationAccess,
    container_of,
    open_remote,
    scheme_of,
)
from okng.device.datasets.sources.source import DatasetSource, SourceError
from okng.device.datasets.sources.zip_archive import ZipTree
from okng.device.types import Split

MANIFESTS = (SUFFIX, ".jsonl", ".json")
"""Endings of manifests that somebody names; in a folder only the first is looked for."""


@contextmanager
def open_source(
    address: str, station: StationAccess, pictures: Path | None = None
) -> Iterator[DatasetSource]:
    """A source with its labelled pictures, whose files can be read until the end of the block.

    Args:
        address: a folder, a zip, a manifest, or `scheme://container/prefix` of one of them.
        station: by what the station proves who it is at an address.
        pictures: a folder with a copy of what a manifest refers to.

    Raises:
        SourceError: there is nothing there that okng can import.
    """
    with ExitStack() as opened:
        if scheme_of(address):
            yield _remote(address, station, pictures, opened)
            return
        path = Path(address)
        if path.is_dir():
            yield _of_tree(FolderTree(path), station, pictures, opened)
        elif not path.is_file():
            raise SourceError(f"{path}: there is no such folder or file")
        elif suffix_of(path.name) not in MANIFESTS and zipfile.is_zipfile(path):
            tree = ZipTree(path)
            opened.callback(tree.close)
            yield _of_tree(tree, station, pictures, opened)
        elif suffix_of(path.name) in MANIFESTS:
            folder = FolderTree(path.absolute().parent)
            references = _references(folder, "", station, pictures, opened)
            source = read_manifest(folder, path.name, references, _split_of(path.name))
            yield source if pictures else with_notes(source, folder)
        else:
            raise SourceError(
                f"{path} is not a folder, a zip archive or a manifest ({', '.join(MANIFESTS)})"
            )


def _remote(
    address: str, station: StationAccess, pictures: Path | None, opened: ExitStack
) -> DatasetSource:
    if suffix_of(address) == ".zip":
        return _of_tree(_remote_zip(address, station, opened), station, pictures, opened)
    if suffix_of(address) not in MANIFESTS:
        tree = open_remote(address, station)
        opened.callback(tree.close)
        return _of_tree(tree, station, pictures, opened)
    container, name = container_of(address)
    tree = open_remote(container, station)
    opened.callback(tree.close)
    # Without a list of the whole bucket: each line is looked up at its own address.
    copy = FolderTree(pictures) if pictures else None
    folder = f"{container}/{posixpath.dirname(name)}"
    references = PictureReferences(copy, station, is_copy=copy is not None, address=folder)
    opened.callback(references.close)
    return read_manifest(tree, name, references, _split_of(name))


def _remote_zip(address: str, station: StationAccess, opened: ExitStack) -> ZipTree:
    container, name = container_of(address)
    tree = open_remote(container, station)
    opened.callback(tree.close)
    folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="okng-source-"))
    path = Path(folder) / "source.zip"
    path.write_bytes(tree.read(name))
    archive = ZipTree(path, address)
    opened.callback(archive.close)
    return archive


def _of_tree(
    tree: FileTree, station: StationAccess, pictures: Path | None, opened: ExitStack
) -> DatasetSource:
    manifests = [name for name in tree.names() if suffix_of(name) == SUFFIX]
    if not manifests:
        return with_notes(read_labelled_folders(tree), tree)
    splits = [_split_of(name) for name in manifests]
    if len(manifests) > 1 and (None in splits or len(set(splits)) < len(splits)):
        listed = ", ".join(manifests[:5])
        raise SourceError(f"{tree.address} has several manifests ({listed}); import one of them")
    sources = [
        read_manifest(
            tree,
            name,
            _references(tree, posixpath.dirname(name), station, pictures, opened),
            split,
        )
        for name, split in zip(manifests, splits, strict=True)
    ]
    source = DatasetSource(
        sources[0].layout,
        [picture for source in sources for picture in source.pictures],
        [*tree.refusals(), *(refusal for source in sources for refusal in source.refusals)],
    )
    return source if pictures else with_notes(source, tree)


def _references(
    tree: FileTree, base: str, station: StationAccess, pictures: Path | None, opened: ExitStack
) -> PictureReferences:
    references = (
        PictureReferences(FolderTree(pictures), station, is_copy=True)
        if pictures
        else PictureReferences(tree, station, base)
    )
    opened.callback(references.close)
    return references


def _split_of(name: str) -> Split | None:
    """What a manifest's name says: `test.manifest`, `train_segmentation.manifest`."""
    words: Sequence[str] = re.split(r"[-_. ]", PurePosixPath(name).stem.casefold())
    return SPLITS.get(words[0])
