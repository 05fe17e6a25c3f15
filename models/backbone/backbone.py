"""The shipped backbone (feature extractor), loaded and verified by its hash."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import onnx

from okng.models.errors import OkngError

INPUT_MULTIPLE = 32
"""Input height and width must be multiples of this, so that every stride halves evenly."""


class BackboneError(OkngError, RuntimeError):
    """The backbone's file is missing or is not the one that was verified."""


@dataclass(frozen=True)
class Tap:
    """A feature map that leaves the backbone: float32 [n, channels, H / stride, W / stride]."""

    name: str
    stride: int
    channels: int


@dataclass(frozen=True)
class Backbone:
    """A feature extractor: `image` uint8 [n, H, W, 3] RGB -> its taps. Normalisation is inside."""

    name: str
    sha256: str
    taps: tuple[Tap, ...]
    model: onnx.ModelProto


@cache
def load_backbone(name: str = "efficientnet_lite0", folder: Path | None = None) -> Backbone:
    """Load `<name>.onnx` beside this file (or from `folder`), described by `<name>.json`.

    Raises `BackboneError` where a file is missing or the hash is not the described one.
    """
    folder = folder or Path(__file__).parent
    try:
        data = (folder / f"{name}.onnx").read_bytes()
        description = json.loads((folder / f"{name}.json").read_text())
    except FileNotFoundError as error:
        raise BackboneError(f"{error.filename} is missing: install okng again") from error
    digest = hashlib.sha256(data).hexdigest()
    if digest != description["sha256"]:
        raise BackboneError(
            f"{folder / name}.onnx has SHA-256 {digest}, expected {description['sha256']}: "
            "it is damaged; install okng again"
        )
    taps = tuple(Tap(t["name"], t["stride"], t["channels"]) for t in description["taps"])
    return Backbone(name, digest, taps, onnx.load_from_string(data))
