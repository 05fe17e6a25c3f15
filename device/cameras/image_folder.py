"""A folder of image files, in the order in which a simulated camera plays them."""

from __future__ import annotations

import logging
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from okng.models.images.image_files import encode_png, read_image, read_image_header
from okng.models.images.preprocessing import ImageError

_LOG = logging.getLogger(__name__)

_NAMED_AT_MOST = 20


@dataclass(frozen=True)
class ImageFolder:
    """The whole image files of a folder that have one size."""

    paths: tuple[Path, ...]
    width: int
    height: int
    playable: bool
    """True when the folder holds nothing else, and nothing that has to be rewritten."""
    rewritten: frozenset[Path]
    """TIFF files and turned pictures: pylon's own decoder sees them otherwise than okng's."""

    def stage(self, folder: Path) -> None:
        """Puts the pictures into `folder` under zero-padded names that sort in this order.

        What is to be rewritten becomes upright PNG files, the others are linked.

        Raises:
            OSError: the folder can't be written.
            ImageError: a picture has changed since it was looked at.
        """
        for number, path in enumerate(self.paths):
            if path in self.rewritten:
                (folder / f"{number:08d}.png").write_bytes(encode_png(read_image(path)))
            else:
                (folder / f"{number:08d}{path.suffix.lower()}").symlink_to(path.absolute())


def files_in_order(folder: Path) -> list[Path]:
    """The files of the folder itself, byte-wise by name, hidden ones left out.

    Raises:
        OSError: the folder can't be listed.
    """
    files = [path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")]
    return sorted(files, key=lambda path: os.fsencode(path.name))


def read_image_folder(folder: Path) -> ImageFolder:
    """The folder's whole pictures that have its most frequent size; a warning names the others.

    Every one but a PNG is decoded once, since nothing else tells that its data is whole.

    Raises:
        OSError: the folder can't be listed.
        ValueError: there is no picture in it.
    """
    sizes: dict[Path, tuple[int, int]] = {}
    unusable: dict[Path, str] = {}
    rewritten: set[Path] = set()
    for path in files_in_order(folder):
        try:
            header = read_image_header(path)
            if header.format != "PNG":
                read_image(path)
        except ImageError as error:
            unusable[path] = str(error).removeprefix(f"{path}: ")
            continue
        sizes[path] = (header.width, header.height)
        if header.orientation != 1 or header.format == "TIFF":
            rewritten.add(path)
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
    return ImageFolder(paths, width, height, alone and not rewritten, frozenset(rewritten))


def _warn(folder: Path, unusable: dict[Path, str]) -> None:
    named = [f"{path.name}: {why}" for path, why in list(unusable.items())[:_NAMED_AT_MOST]]
    if len(unusable) > len(named):
        named.append(f"and {len(unusable) - len(named)} more")
    _LOG.warning("%d files of %s are not played: %s", len(unusable), folder, "; ".join(named))
