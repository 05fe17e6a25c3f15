"""Which files a model of anomalib's consists of: one file, a folder, or a zip archive of one."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]

from okng.models.imported.wrapped_model import ImportedModelError

ONNX, OPENVINO, CHECKPOINT = ".onnx", ".xml", ".ckpt"
MAX_UNPACKED_BYTES = 4 * 10**9
"""An archive says itself how large its files are; more than this is none of a model."""

ALLOWED = "allowed are .onnx, .xml (OpenVINO, with .bin beside it), .ckpt, a folder or .zip of one"


@contextmanager
def model_file(path: Path) -> Iterator[Path]:
    """The one model file that `path` is or holds; what was unpacked is gone at the end.

    Raises `ImportedModelError` where there is none, or more than one.
    """
    if path.suffix != ".zip":
        yield _found(path)
        return
    with tempfile.TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                size = sum(one.file_size for one in archive.infolist())
                if size > MAX_UNPACKED_BYTES:
                    raise ImportedModelError(f"the archive unpacks to {size / 1e9:.1f} GB")
                archive.extractall(folder)
        except zipfile.BadZipFile as error:
            raise ImportedModelError(f"the archive is damaged: {error}") from None
        yield _found(Path(folder))


def _found(path: Path) -> Path:
    if path.is_dir():
        files = [one for kind in (ONNX, OPENVINO, CHECKPOINT) for one in path.rglob(f"*{kind}")]
        if len(files) != 1:
            names = [str(one.relative_to(path)) for one in sorted(files)]
            raise ImportedModelError(f"the models in it are {names}; needed is one; {ALLOWED}")
        return files[0]
    if path.suffix not in (ONNX, OPENVINO, CHECKPOINT):
        raise ImportedModelError(f"what ends in {path.suffix!r} can't be imported; {ALLOWED}")
    if path.suffix == OPENVINO and not path.with_suffix(".bin").exists():
        raise ImportedModelError(f"{path.with_suffix('.bin').name} is not beside it")
    return path


def read_onnx(path: Path) -> bytes:
    """An ONNX file as one piece, also where its weights are in a file beside it.

    Raises `ImportedModelError` where it or those can't be read.
    """
    try:
        return bytes(onnx.load(path).SerializeToString())
    except (DecodeError, onnx.checker.ValidationError, OSError, ValueError) as error:
        raise ImportedModelError(f"the file is no whole ONNX model: {error}") from None
