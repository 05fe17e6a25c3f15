"""Model files of anomalib: a single file, a folder, or a zip archive of one."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]

from okng.models.errors import ImportedModelError

ONNX, OPENVINO, CHECKPOINT = ".onnx", ".xml", ".ckpt"
MAX_UNPACKED_BYTES = 4 * 10**9
"""Largest unpacked size of an archive, by its own entries; no model is larger."""

ALLOWED = "allowed are .onnx, .xml (OpenVINO, with .bin beside it), .ckpt, a folder or .zip of one"


@contextmanager
def model_file(path: Path) -> Iterator[Path]:
    """The single model file that `path` is or contains; unpacked files are removed at the end.

    Raises `ImportedModelError` where there is none, or more than one.
    """
    if path.suffix != ".zip":
        yield _found(path)
        return
    with tempfile.TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                size = sum(entry.file_size for entry in archive.infolist())
                if size > MAX_UNPACKED_BYTES:
                    raise ImportedModelError(f"the archive unpacks to {size / 1e9:.1f} GB")
                archive.extractall(folder)
        except zipfile.BadZipFile as error:
            raise ImportedModelError(f"the archive is damaged: {error}") from None
        yield _found(Path(folder))


def _found(path: Path) -> Path:
    if path.is_dir():
        files = [file for kind in (ONNX, OPENVINO, CHECKPOINT) for file in path.rglob(f"*{kind}")]
        if len(files) != 1:
            names = [str(file.relative_to(path)) for file in sorted(files)]
            raise ImportedModelError(f"the models in it are {names}; needed is one; {ALLOWED}")
        return files[0]
    if path.suffix not in (ONNX, OPENVINO, CHECKPOINT):
        raise ImportedModelError(f"what ends in {path.suffix!r} can't be imported; {ALLOWED}")
    if path.suffix == OPENVINO and not path.with_suffix(".bin").exists():
        raise ImportedModelError(f"{path.with_suffix('.bin').name} is not beside it")
    return path


def read_onnx(path: Path) -> bytes:
    """Read an ONNX file, including weights that are stored in a separate file.

    Raises `ImportedModelError` where either can't be read.
    """
    try:
        return bytes(onnx.load(path).SerializeToString())
    except (DecodeError, onnx.checker.ValidationError, OSError, ValueError) as error:
        raise ImportedModelError(f"the file is not a complete ONNX model: {error}") from None
