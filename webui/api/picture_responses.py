"""Responses with stored pictures, decoded within the memory limit of `PictureMemory`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import numpy as np
from flask import Response, abort, send_file
from numpy.typing import NDArray

from okng.device.inspection.crop import crop
from okng.device.store.inspection_rows import RecordedInspection
from okng.models.images.image_files import encode_png, read_image, read_image_header
from okng.models.images.image_header import ImageHeader
from okng.models.images.preprocessing import ImageError
from okng.models.images.scaled_jpeg import scaled_jpeg
from okng.webui.images.heatmap import (
    MOST_OVERLAY_PIXELS,
    OVERLAY_BYTES_PER_PIXEL,
    heat_map_png,
)
from okng.webui.images.stored_files import stored_file
from okng.webui.openapi import Responses, error_response
from okng.webui.services import services

THUMBNAIL_WIDTH = 240
DECODED: Responses = {
    413: error_response("The picture takes more memory than `web.picture_memory_mb`"),
    503: error_response("Other pictures take the memory now; `Retry-After` says when to try again"),
}
"""For `doc(responses=...)`: the call decodes a picture."""
DECODED_OR_REFUSED: Responses = DECODED | {409: error_response("What is stored doesn't allow it")}


def picture_file(relative_path: str) -> Response:
    """A response with the file as it is stored."""
    path = stored_file(services().data_dir, relative_path)
    if not path.is_file():
        refuse_missing(relative_path)
    return send_file(path)


def picture_size(relative_path: str) -> tuple[int, int]:
    """Width and height of a stored picture, in pixels."""
    try:
        header = _header(stored_file(services().data_dir, relative_path))
    except ImageError as error:
        _refuse(error)
    return header.width, header.height


@contextmanager
def decoding(path: Path) -> Iterator[None]:
    """Reserves the memory to decode the picture of a file and to encode it again.

    The web process decodes pictures only within this context.

    Raises:
        ImageError: the file can't be read, or is not a usable picture.
        PictureTooLargeError, PicturesBusyError: as `PictureMemory.reserve`.
    """
    header = _header(path)
    with services().picture_memory.reserve(header.decoding_bytes + 2 * _file_bytes(path)):
        yield


@contextmanager
def decoding_stored(path: Path) -> Iterator[None]:
    """Like `decoding`, for a stored file: ends the request with 409 if it is damaged.

    Raises:
        PictureTooLargeError, PicturesBusyError: as `PictureMemory.reserve`.
    """
    try:
        with decoding(path):
            yield
    except ImageError as error:
        _refuse(error, 409)


def _header(path: Path) -> ImageHeader:
    """Reads the header, and the whole file, to see whether it is complete."""
    with services().picture_memory.reserve(_file_bytes(path)):
        return read_image_header(path)


def _file_bytes(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


@contextmanager
def judged_file(inspection: RecordedInspection) -> Iterator[Path]:
    """The file with what the anomaly model judged: the stored picture, or a copy of the crop."""
    assert inspection.picture_path
    path = stored_file(services().data_dir, inspection.picture_path)
    if inspection.crop is None:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="okng-crop-") as folder:
        cut = Path(folder) / path.name
        with decoding_stored(path):
            cut.write_bytes(encode_png(crop(read_image(path), inspection.crop)))
        yield cut


def heat_map_response(
    scores: NDArray[np.float32], threshold: float | None, inspection: RecordedInspection
) -> Response:
    """A response with the heat map to lay over the inspection's picture."""
    assert inspection.picture_path
    width, height = picture_size(inspection.picture_path)
    pixels = min(MOST_OVERLAY_PIXELS, width * height)
    with services().picture_memory.reserve(pixels * OVERLAY_BYTES_PER_PIXEL):
        png = heat_map_png(scores, threshold, width, height, inspection.crop)
    return Response(png, mimetype="image/png")


def scaled_response(relative_path: str, width: int) -> Response:
    """A response with the picture as JPEG, at most `width` pixels wide."""
    path = stored_file(services().data_dir, relative_path)
    if not path.is_file():
        refuse_missing(relative_path)
    try:
        data = _scaled(path, width)
    except ImageError as error:
        _refuse(error)
    return Response(data, mimetype="image/jpeg")


def thumbnail_response(relative_path: str) -> Response:
    """A response with the thumbnail, which is made once and cached."""
    path = stored_file(services().data_dir, relative_path)
    try:
        data = services().thumbnails.get(
            path, THUMBNAIL_WIDTH, lambda: _scaled(path, THUMBNAIL_WIDTH)
        )
    except FileNotFoundError:
        refuse_missing(relative_path)
    except ImageError as error:
        _refuse(error)
    return Response(data, mimetype="image/jpeg")


def _scaled(path: Path, width: int) -> bytes:
    with decoding(path):
        return scaled_jpeg(path, width)


def _refuse(error: ImageError, status: int = 404) -> NoReturn:
    abort(status, f"{_without_folder(error)}; run `okng doctor`")


def _without_folder(error: ImageError) -> str:
    """The message without the data directory, which callers need not know."""
    return str(error).replace(f"{services().data_dir.resolve()}/", "")


def refuse_missing(relative_path: str) -> NoReturn:
    """Ends the request with 404: the picture has a row, but no file."""
    abort(404, f"the picture's file {relative_path} is gone; run `okng doctor`")
