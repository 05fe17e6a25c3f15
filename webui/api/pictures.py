"""Answers that are pictures of the data directory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Response, abort, send_file

from okng.device.part_crop import crop
from okng.device.store.ledger import RecordedInspection
from okng.device.store.pictures import encode_png
from okng.models.image_header import HeaderError, read_header
from okng.models.preprocessing import ImageError, read_image
from okng.webui.rendering import scaled_jpeg
from okng.webui.services import services

THUMBNAIL_WIDTH = 240


def picture_file(relative_path: str) -> Response:
    """The file as it is stored."""
    path = services().settings.data_dir / relative_path
    if not path.is_file():
        abort(404, f"the picture's file {relative_path} is gone; run `okng doctor`")
    return send_file(path)


def picture_size(relative_path: str) -> tuple[int, int]:
    """Width and height in pixels."""
    try:
        header = read_header((services().settings.data_dir / relative_path).read_bytes())
    except (OSError, HeaderError) as error:
        abort(404, f"the picture's file {relative_path}: {error}; run `okng doctor`")
    return header.width, header.height


@contextmanager
def judged_file(inspection: RecordedInspection) -> Iterator[Path]:
    """What the anomaly model judged of a stored picture: its file, or one with the part's crop."""
    assert inspection.picture_path
    path = services().settings.data_dir / inspection.picture_path
    if inspection.crop is None:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="okng-crop-") as folder:
        cut = Path(folder) / path.name
        cut.write_bytes(encode_png(crop(read_image(path), inspection.crop)))
        yield cut


def scaled_response(relative_path: str, width: int) -> Response:
    """The picture as JPEG, at most `width` pixels wide."""
    try:
        data = scaled_jpeg(services().settings.data_dir / relative_path, width)
    except ImageError as error:
        abort(404, f"{error}; run `okng doctor`")
    return Response(data, mimetype="image/jpeg")


def thumbnail_response(relative_path: str) -> Response:
    """The picture for a list."""
    return scaled_response(relative_path, THUMBNAIL_WIDTH)
