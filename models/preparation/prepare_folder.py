"""Preparation of all pictures in a folder: prepared PNG files in a new folder, all or none."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

from okng.models.atomic_files import exclusive, whole_folder
from okng.models.errors import OkngError
from okng.models.images.image_files import IMAGE_SUFFIXES, encode_png, read_image
from okng.models.images.preprocessing import ImageError
from okng.models.preparation.preparation import Preparation


class PreparationError(OkngError, ValueError):
    """Pictures that can't be prepared; the message names them. Nothing was written."""

    http_status = HTTPStatus.CONFLICT


def prepare_file(preparation: Preparation, path: Path) -> bytes:
    """The prepared picture of a file, as PNG.

    Raises `ImageError` for a file that is no picture, and where a step can't be applied; the
    message names the file and the step.
    """
    image = read_image(path)
    try:
        return encode_png(preparation.apply(image))
    except ImageError as error:
        raise ImageError(f"{path}: {error}") from None


def prepare_folder(preparation: Preparation, source: Path, output: Path) -> int:
    """Write the prepared pictures of `source` and its folders to `output`; returns their number.

    Each becomes a PNG file under its name, in the folder that it has in `source`. With a step that
    reads labels from file names it stands in `normal` or `anomaly` besides. `output` is new or
    empty, and appears with all pictures or not at all.

    Raises `PreparationError` where `source` has no picture, `output` is in use, two pictures would
    get the same name, or pictures can't be prepared (all are named), and `OSError`.
    """
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise PreparationError(f"{output} exists already; give a new or an empty folder")
    pictures = sorted(_pictures(source))
    if not pictures:
        raise PreparationError(
            f"{source} has no pictures; allowed are {', '.join(IMAGE_SUFFIXES)} files"
        )
    problems: list[str] = []
    written: dict[Path, Path] = {}
    output.absolute().parent.mkdir(parents=True, exist_ok=True)
    with exclusive(output.absolute().parent), whole_folder(output.absolute()) as building:
        for path in pictures:
            try:
                target = _place(preparation, path, source)
                if other := written.get(target):
                    raise ImageError(f"{path} and {other} would both be written as {target}")
                written[target] = path
                data = prepare_file(preparation, path)
            except ImageError as error:
                message = str(error)
                problems.append(message if str(path) in message else f"{path}: {message}")
                continue
            (building / target).parent.mkdir(parents=True, exist_ok=True)
            (building / target).write_bytes(data)
        if problems:
            raise PreparationError(
                f"{len(problems)} pictures can't be prepared:\n" + "\n".join(problems)
            )
    return len(pictures)


def _pictures(source: Path) -> Iterator[Path]:
    return (
        path
        for path in source.rglob("*")
        if path.suffix.lower() in IMAGE_SUFFIXES and path.is_file()
    )


def _place(preparation: Preparation, path: Path, source: Path) -> Path:
    """Where the prepared picture goes, relative to the output."""
    place = path.relative_to(source).with_suffix(".png")
    return preparation.labels.rule_for(path.name).label / place if preparation.labels else place
