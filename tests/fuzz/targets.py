"""Fuzz targets: every reader of foreign files, with small files as seeds.

A target may raise the errors that its reader documents, and nothing else: no other exception, no
hang and no memory beyond what a small file can mean.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from pydantic import ValidationError

from okng.device.recipes.recipe import Recipe
from okng.device.settings.settings import SettingsError, read_sources, validate
from okng.models.bundles.bundle import BundleError, read_manifest
from okng.models.bundles.manifest import Manifest
from okng.models.compilation.build_choice import CHOSEN, ENGINES, read_choice
from okng.models.compilation.engine_build import BuildError, read_build
from okng.models.detection.annotation_formats.annotation_file import AnnotationError
from okng.models.detection.annotation_formats.formats import AnnotationFormat, read_annotations
from okng.models.detection.class_names import read_class_names
from okng.models.detection.darknet import DarknetError, read_network
from okng.models.errors import ImportedModelError
from okng.models.images.image_header import HeaderError, read_header
from okng.models.preparation.toml_file import PreparationFileError, from_toml


@dataclass(frozen=True)
class Target:
    """One reader."""

    read: Callable[[bytes, Path], object]
    """Reads the bytes of a file, for which it has an empty folder."""
    allowed: tuple[type[Exception], ...]
    seeds: tuple[bytes, ...]

    def run(self, data: bytes, folder: Path) -> None:
        try:
            self.read(data, folder)
        except self.allowed as error:
            words = str(error)
        else:
            return
        # A person reads the message: a sentence, not megabytes.
        if not 0 < len(words) < 100_000:
            raise AssertionError(f"an error of {len(words)} characters")


def _file(name: str, read: Callable[[Path], object]) -> Callable[[bytes, Path], object]:
    def run(data: bytes, folder: Path) -> object:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return read(path)

    return run


def _boxes_in_pixels(path: Path, box_format: AnnotationFormat | None) -> None:
    for picture in read_annotations(path, box_format).pictures:
        picture.in_pixels(64, 48)


def _darknet_labels(data: bytes, folder: Path) -> None:
    (folder / "classes.txt").write_text("scratch\ndent\n")
    (folder / "a.txt").write_bytes(data)
    _boxes_in_pixels(folder, AnnotationFormat.DARKNET)


def _class_file(name: str) -> Callable[[bytes, Path], object]:
    def run(data: bytes, folder: Path) -> None:
        (folder / "a.txt").write_text("0 0.5 0.5 0.2 0.2\n")
        (folder / name).write_bytes(data)
        read_annotations(folder, AnnotationFormat.DARKNET)

    return run


def _network(data: bytes, folder: Path) -> None:
    (folder / "a.cfg").write_bytes(data)
    network = read_network(folder / "a.cfg")
    # The reader must check the size that the file asks for before it allocates anything.
    assert network.float_count < 2**40


def _weights(data: bytes, folder: Path) -> None:
    (folder / "a.cfg").write_bytes(CFG)
    (folder / "a.weights").write_bytes(data)
    read_network(folder / "a.cfg").to_onnx(folder / "a.weights")


def _settings(path: Path) -> object:
    return validate(read_sources(path))


def _recipe(data: bytes, folder: Path) -> object:
    return Recipe.model_validate_json(data)


_PREPARATION = b"""width = 64
height = 48
[[steps]]
type = "crop"
left = 4
top = 6
width = 40
height = 30
[[steps]]
type = "mask_out"
areas = [{ type = "polygon", points = [[1, 2], [9, 9], [3, 8]] }]
"""


def _json(content: object) -> bytes:
    return json.dumps(content).encode()


CFG = (
    b"[net]\nwidth=32\nheight=32\nchannels=3\nletter_box=1\n\n[convolutional]\nbatch_normalize=1\n"
    b"filters=18\nsize=1\nstride=1\npad=1\nactivation=leaky\n\n[convolutional]\nfilters=18\nsize=1\n"
    b"stride=1\npad=1\nactivation=linear\n\n[yolo]\nmask=0,1,2\nanchors=10,14, 23,27, 37,58\n"
    b"classes=1\nnum=3\n"
)
_LAYERS_CFG = (
    b"[net]\nwidth=64\nheight=32\nchannels=3\n[convolutional]\nfilters=8\nsize=3\nstride=2\npad=1\n"
    b"groups=1\nactivation=mish\n[maxpool]\nsize=2\nstride=2\n[upsample]\nstride=2\n[route]\n"
    b"layers=-1,-3\n[shortcut]\nfrom=-2\nactivation=linear\n[convolutional]\nfilters=18\nsize=1\n"
    b"activation=linear\n[yolo]\nmask=0\nanchors=10,14\nclasses=1\nnum=1\n"
)
_FLOATS = 4 * 18 + 18 * 3 + 18 * 18 + 18
_COCO = {
    "images": [{"id": 1, "file_name": "a.png", "width": 64, "height": 48}],
    "categories": [{"id": 1, "name": "dent"}],
    "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": 0}],
}
_RECTANGLE = {"x": 1, "y": 2, "width": 3, "height": 4, "rotation": 0}
_LABEL_STUDIO = [
    {
        "id": 1,
        "data": {"image": "/data/local-files/?d=sub/a.png"},
        "annotations": [
            {
                "updated_at": "2024-01-01T00:00:00Z",
                "was_cancelled": False,
                "result": [
                    {
                        "id": "r",
                        "type": kind,
                        "to_name": "image",
                        "original_width": 64,
                        "original_height": 48,
                        "image_rotation": 0,
                        "value": _RECTANGLE | value,
                    }
                    for kind, value in (
                        ("rectanglelabels", {"rectanglelabels": ["dent"]}),
                        ("choices", {"choices": ["dent"]}),
                    )
                ],
            }
        ],
        "predictions": [],
        "drafts": [],
    }
]
_MANIFEST = {
    "format_version": 5,
    "task": "detection",
    "name": "m",
    "version": 1,
    "okng_version": "0.1.0",
    "files": {"model.onnx": "0" * 64},
    "content_hash": "0" * 64,
    "input": {"height": 64, "width": 64},
    "author": "ann",
    "created_at": "2026-01-01T00:00:00Z",
    "classes": ["dent"],
    "layout": "darknet",
    "sources": [],
}
_CHOICE = {
    "build": "onnxruntime-fp32",
    "chosen_at": "2026-01-01T00:00:00Z",
    "chosen_by": "ann",
    "tuning": {
        "goal": "latency",
        "threads": 1,
        "device": "cpu",
        "cores": 2,
        "throughput_hz": 10.0,
        "p95_ms": 3.0,
    },
}
_RECIPE = {
    "name": "cover",
    "detection": {
        "model": {"name": "parts", "version": 1},
        "rules": [{"name": "dent", "at_most": 0, "minimum_score": 0.4}],
    },
    "threshold": 0.5,
}
_SETTINGS = (
    b'station = "line-1"\nlog_level = "info"\n[web]\nport = 8080\nhost = "0.0.0.0"\n'
    b'[camera]\ntype = "folder"\npath = "/tmp"\n[[sinks]]\ntype = "mqtt"\nname = "a"\n'
    b'host = "broker"\n'
)


def _pictures() -> tuple[bytes, ...]:
    image = np.arange(48, dtype=np.uint8).reshape(4, 4, 3)
    endings = (".png", ".jpg", ".bmp", ".tiff")
    encoded = [cv2.imencode(ending, image)[1].tobytes() for ending in endings]
    tag = struct.pack("<HHIHH", 274, 3, 1, 6, 0)
    exif = b"Exif\x00\x00II*\x00" + struct.pack("<IH", 8, 1) + tag + bytes(4)
    turned = encoded[1][:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    return (*encoded, turned + encoded[1][2:])


_DEEP = b"[" * 200_000
_LONG_NUMBER = b"9" * 5_000

TARGETS: Mapping[str, Target] = {
    "coco": Target(
        _file("a.json", lambda path: _boxes_in_pixels(path, AnnotationFormat.COCO)),
        (AnnotationError,),
        (_json(_COCO), _DEEP, b'{"images": [{"id": ' + _LONG_NUMBER + b"}]}"),
    ),
    "label_studio": Target(
        _file("a.json", lambda path: _boxes_in_pixels(path, AnnotationFormat.LABEL_STUDIO)),
        (AnnotationError,),
        (_json(_LABEL_STUDIO), _DEEP, b"[{" * 50_000),
    ),
    "any_json": Target(
        _file("a.json", lambda path: _boxes_in_pixels(path, None)),
        (AnnotationError,),
        (_json(_COCO), _json(_LABEL_STUDIO), b"{}\n{}\n", b"\xff\xfe[\x00]\x00"),
    ),
    "darknet_labels": Target(
        _darknet_labels,
        (AnnotationError,),
        (b"0 0.5 0.5 0.2 0.2\n1 1e400 nan 0 0\n", _LONG_NUMBER),
    ),
    "class_names": Target(
        _file("a.names", read_class_names), (ImportedModelError,), (b"scratch\ndent\n",)
    ),
    "data_yaml": Target(
        _class_file("data.yaml"),
        (AnnotationError,),
        (
            b"nc: 2\nnames: [scratch, dent]\n",
            b"names:\n  0: scratch\n  1: dent\n",
            b"names: " + b"[" * 20_000,
            b"a: &a [x, x]\nb: &b [*a, *a]\nnames: [*b, *b]\n",
        ),
    ),
    "notes_json": Target(
        _class_file("notes.json"),
        (AnnotationError,),
        (b'{"categories": [{"id": 0, "name": "scratch"}]}', _DEEP),
    ),
    "darknet_cfg": Target(
        _network,
        (DarknetError,),
        (
            CFG,
            _LAYERS_CFG,
            CFG.replace(b"width=32", b"width=1000000000"),
            CFG.replace(b"filters=18", b"filters=" + _LONG_NUMBER),
            CFG.replace(b"stride=1", b"stride=0"),
        ),
    ),
    "darknet_weights": Target(
        _weights, (DarknetError,), (struct.pack("<3iQ", 0, 2, 5, 0) + bytes(4 * _FLOATS), b"")
    ),
    "manifest": Target(
        _file("m/1/manifest.json", lambda path: read_manifest(path.parent, Manifest)),
        (BundleError,),
        (_json(_MANIFEST), _DEEP, b'{"format_version": ' + _LONG_NUMBER + b"}", b'{"task": []}'),
    ),
    "chosen_build": Target(
        _file(f"m/1/{ENGINES}/{CHOSEN}", lambda path: read_choice(path.parents[1])),
        (BuildError,),
        (_json(_CHOICE), _DEEP),
    ),
    "build_record": Target(
        _file(f"m/1/{ENGINES}/a-fp32/build.json", lambda path: read_build(path.parent)),
        (BuildError,),
        (b'{"engine": "onnxruntime", "format_version": 1}', _DEEP, b"[]", b"1" * 5_000),
    ),
    "preparation": Target(
        lambda data, folder: from_toml(data.decode(errors="replace"), "steps.toml"),
        (PreparationFileError,),
        (_PREPARATION, b"steps = " + b"[" * 5_000, b"width = " + _LONG_NUMBER),
    ),
    "recipe": Target(_recipe, (ValidationError,), (_json(_RECIPE), _DEEP, _LONG_NUMBER)),
    "settings": Target(
        _file("okng.toml", _settings),
        (SettingsError,),
        (_SETTINGS, b"a = " + b"[" * 5_000, b"a = " + _LONG_NUMBER, b"a = 1e400\n"),
    ),
    "image_header": Target(
        lambda data, folder: read_header(data), (HeaderError,), (*_pictures(), b"", b"GIF89a")
    ),
}
