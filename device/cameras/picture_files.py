"""A folder of pictures in the order in which a camera plays it."""

from __future__ import annotations

import logging
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from okng.models.image_header import HeaderError, read_header

_LOG = logging.getLogger(__name__)

_NAMED_AT_MOST = 20


@dataclass(frozen=True)
class PictureFiles:
    """Whole pictures of one size."""

    paths: tuple[Path, ...]
    width: int
    height: int
    alone: bool
    """True when the folder holds nothing else."""

    def stage(self, folder: Path) -> None:
        """Links the pictures into `folder` under zero-padded names that sort in this order."""
        for number, path in enumerate(self.paths):
            (folder / f"{number:08d}{path.suffix.lower()}").symlink_to(path.absolute())


def files_in_order(folder: Path) -> list[Path]:
    """The files of the folder itself, byte-wise by name, hidden ones left out.

    Raises:
        OSError: the folder can't be listed.
    """
    files = [path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")]
    return sorted(files, key=lambda path: os.fsencode(path.name))


def usable_pictures(folder: Path) -> PictureFiles:
    """The folder's whole pictures that have its most frequent size; a warning names the others.

    Raises:
        OSError: the folder can't be listed.
        ValueError: there is no picture in it.
    """
    sizes: dict[Path, tuple[int, int]] = {}
    unusable: dict[Path, str] = {}
    for path in files_in_order(folder):
        try:
            header = read_header(path.read_bytes())
            sizes[path] = (header.width, header.height)
        except (HeaderError, OSError) as error:
            unusable[path] = str(error)
    if not sizes:
        raise ValueError(f"{folder} holds no picture (PNG, JPEG, BMP or TIFF)")
    (width, height), _ = Counter(sizes.values()).most_common(1)[0]
    for path, size in sizes.items():
        if size != (width, height):
            unusable[path] = f"{size[0]}x{size[1]} pixels, the others have {width}x{height}"
    if unusable:
        _warn(folder, unusable)
    paths = tuple(path for path in sizes if path not in unusable)
    alone = len(paths) == sum(1 for _ in folder.iterdir())
    return PictureFiles(paths, width, height, alone)


def _warn(folder: Path, unusable: dict[Path, str]) -> None:
    named = [f"{path.name}: {why}" for path, why in list(unusable.items())[:_NAMED_AT_MOST]]
    if len(unusable) > len(named):
        named.append(f"and {len(unusable) - len(named)} more")
    _LOG.warning("%d files of %s are not played: %s", len(unusable), folder, "; ".join(named))
