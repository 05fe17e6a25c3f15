"""Matches the file names of an annotation file to pictures, by name and folders."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote

from okng.device.types import DatasetPicture
from okng.models.detection.annotation_formats.annotation_file import (
    AnnotatedPicture,
    AnnotationError,
    shortened,
)
from okng.models.images.image_files import IMAGE_SUFFIXES

_UPLOAD_PREFIX = re.compile(r"^[0-9a-f]{8}-")
"""Label Studio puts it before the name of an uploaded picture."""
_DRIVE = re.compile(r"^[A-Za-z]:")


@dataclass(frozen=True)
class Match:
    """A matched picture: its copies in the dataset, or a file that is not in it yet."""

    sha256: str
    stored: Sequence[DatasetPicture]
    path: Path | None


@dataclass(frozen=True)
class _Name:
    """One reading of a name: its parts, and whether its first folder is the file system's root."""

    parts: tuple[str, ...]
    is_rooted: bool


class AmbiguousPictureError(AnnotationError):
    """A name may mean several pictures."""


class PictureMatcher:
    """Knows the pictures of a dataset by the station's names, those of a folder by their paths.

    A name matches a file when one of the two paths, seen from the folder that the person named, is
    the end of the other: `crack/000.png` is `photos/crack/000.png`, never `photos/dent/000.png`.
    Of several, the one counts that shares the most folders; where two share as many, none does.
    """

    def __init__(
        self, dataset: str, pictures: Sequence[DatasetPicture], folder: Path | None
    ) -> None:
        self._dataset, self._folder = dataset, folder
        self._stored: defaultdict[str, list[DatasetPicture]] = defaultdict(list)
        self._copies: defaultdict[str, list[DatasetPicture]] = defaultdict(list)
        for picture in pictures:
            for key in _keys(PurePosixPath(picture.path).name):
                self._stored[key].append(picture)
            self._copies[picture.sha256].append(picture)
        self._files: defaultdict[str, list[Path]] = defaultdict(list)
        self._hashes: dict[Path, str] = {}
        self._root = folder.absolute() if folder else Path()
        for path in sorted(self._root.rglob("*")) if folder else []:
            if path.suffix.lower() in IMAGE_SUFFIXES and path.is_file():
                for key in _keys(path.name):
                    self._files[key].append(path)

    def match(self, picture: AnnotatedPicture) -> Match:
        """The picture that is meant.

        Raises `AmbiguousPictureError` where it may be one of several, `AnnotationError` where
        there is none.
        """
        elsewhere: list[Path] = []
        for name in _readings(picture.file_name):
            key = _folded(name.parts[-1])
            stored = [
                candidate for candidate in self._stored[key] if _fits(key, candidate.path, picture)
            ]
            files = [path for path in self._files[key] if _fits(key, path.name, picture)]
            nearest = self._nearest(name, files, picture)
            if stored or nearest:
                return self._only_one(picture, stored, nearest)
            elsewhere += files
        raise AnnotationError(self._unknown(picture, elsewhere))

    def _nearest(self, name: _Name, files: Sequence[Path], picture: AnnotatedPicture) -> list[Path]:
        """The files that share the most of the path; none where their folders contradict it."""
        context = name.parts if name.is_rooted else (*picture.folder.parts, *name.parts)
        ranked: defaultdict[tuple[int, int], list[Path]] = defaultdict(list)
        is_meant: dict[tuple[int, int], bool] = {}
        for path in files:
            shared = _shared(context, path, picture)
            inside = len(path.relative_to(self._root).parts)
            ranked[shared].append(path)
            fits = shared[0] >= min(inside, len(name.parts))
            is_meant[shared] = is_meant.get(shared, False) or fits
        best = max(ranked, default=None)
        return ranked[best] if best and is_meant[best] else []

    def _only_one(
        self, picture: AnnotatedPicture, stored: Sequence[DatasetPicture], files: Sequence[Path]
    ) -> Match:
        paths = {self._sha256(path): path for path in files}
        candidates: dict[str, object] = {candidate.sha256: candidate.path for candidate in stored}
        candidates.update(paths)
        if len(candidates) > 1:
            listed = " or ".join(map(str, list(candidates.values())[:5]))
            raise AmbiguousPictureError(
                f"{picture.where}: {shortened(picture.file_name)} may be {listed}; give the folder "
                "of one of them with --pictures, or name the picture with its folder"
            )
        (sha256,) = candidates
        return Match(sha256, self._copies.get(sha256, []), paths.get(sha256))

    def _sha256(self, path: Path) -> str:
        if path not in self._hashes:
            try:
                self._hashes[path] = hashlib.sha256(path.read_bytes()).hexdigest()
            except OSError as error:
                raise AnnotationError(f"{path}: cannot be read: {error.strerror}") from None
        return self._hashes[path]

    def _unknown(self, picture: AnnotatedPicture, elsewhere: Sequence[Path]) -> str:
        places = f" nor in {self._folder}" if self._folder else ""
        problem = (
            f"{shortened(picture.file_name)} is no picture in dataset {self._dataset!r}{places}"
        )
        if elsewhere:
            listed = ", ".join(str(path.relative_to(self._root)) for path in elsewhere[:3])
            return f"{problem}; the only pictures of that name lie in other folders: {listed}"
        if self._folder is None:
            return (
                f"{problem}, whose pictures have names of the station's own; give the folder of "
                "the pictures with --pictures, so that they are known by their content"
            )
        return problem


def _readings(file_name: str) -> Iterator[_Name]:
    """The name as it stands and percent-decoded, each also without Label Studio's prefix."""
    text = file_name.replace("\\", "/")
    is_rooted = text.startswith("/") or bool(_DRIVE.match(text))
    for decoded in dict.fromkeys((text, unquote(text))):
        path = posixpath.normpath(_DRIVE.sub("", decoded))
        *folders, name = [part for part in path.split("/") if part not in ("", ".", "..")] or [""]
        for file in dict.fromkeys((name, _UPLOAD_PREFIX.sub("", name))):
            if file:
                yield _Name((*folders, file), is_rooted)


def _keys(name: str) -> set[str]:
    """The keys of a name: with its ending and, as darknet uses it, without."""
    return {_folded(name), _folded(PurePosixPath(name).stem)}


def _folded(text: str) -> str:
    """The name case-folded and in Unicode NFC: case and the encoding of accents don't matter."""
    return normalize("NFC", text).casefold()


def _fits(key: str, path: str, picture: AnnotatedPicture) -> bool:
    """Whether the endings agree: a name with a picture's ending matches no other ending."""
    with_ending = picture.has_ending and PurePosixPath(key).suffix in IMAGE_SUFFIXES
    return not with_ending or _folded(PurePosixPath(path).name) == key


def _shared(context: Sequence[str], path: Path, picture: AnnotatedPicture) -> tuple[int, int]:
    """Number of trailing parts that both paths share, and how many of them match exactly."""
    folded = exact = 1
    exact -= context[-1] not in (path.name, path.stem)
    for part, folder in zip(context[-2::-1], path.parts[-2::-1], strict=False):
        if not _is_same_folder(part, folder, picture):
            break
        folded += 1
        exact += part == folder
    return folded, exact


def _is_same_folder(part: str, folder: str, picture: AnnotatedPicture) -> bool:
    names = (_folded(part), _folded(folder))
    # YOLOv5 and later have the labels of images/a/1.png in labels/a/1.txt.
    return names[0] == names[1] or (not picture.has_ending and names == ("labels", "images"))
