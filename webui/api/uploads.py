"""Uploaded files: each in a folder of its own, for a call or for a job that the call starts."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath

from flask import abort
from werkzeug.datastructures import FileStorage

from okng.device.jobs.uploads import make_upload_folder
from okng.models.images.preprocessing import ImageError
from okng.webui.api.picture_responses import decoding
from okng.webui.api.upload_names import upload_name
from okng.webui.services import services


@contextmanager
def uploaded_picture(file: FileStorage) -> Iterator[Path]:
    """The path of the uploaded file, under its own name, and room in memory to decode it.

    An `ImageError` of the block becomes the answer 422, with the file's name as it was sent.
    """
    with tempfile.TemporaryDirectory(prefix="okng-upload-") as folder:
        path = Path(folder) / (upload_name(file.filename or "") or "picture")
        with closing(file):
            file.save(path)
        try:
            with decoding(path):
                yield path
        except ImageError as error:
            # `secure_filename` keeps the letters of English only.
            name = PurePosixPath(file.filename or "").name or path.name
            abort(422, str(error).replace(str(path), name))


@contextmanager
def kept_upload(file: FileStorage, default_name: str) -> Iterator[Path]:
    """The path of the uploaded file for a job, which removes it; a block that fails removes it too.

    Args:
        file: The upload.
        default_name: Name of the file if it has none that can be used.
    """
    name = upload_name(file.filename or "") or default_name
    path = make_upload_folder(services().data_dir) / name
    try:
        with closing(file):
            file.save(path)
        yield path
    except BaseException:
        shutil.rmtree(path.parent, ignore_errors=True)
        raise
