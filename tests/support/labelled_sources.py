"""Labelled pictures of other programs as files: folders, masks, Lookout for Vision's manifests."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import cv2
import numpy as np

WIDTH, HEIGHT = 30, 20
CRACKED = {"0": {"class-name": "cracked", "hex-color": "#23A436"}}
"""As in AWS's own files: entry 0 is the defect."""


def write_picture(path: Path, number: int, width: int = WIDTH, height: int = HEIGHT) -> Path:
    """A picture that no other number has; its format is that of the file's ending."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = np.random.default_rng(number).integers(0, 255, (height, width, 3), np.uint8)
    path.write_bytes(cv2.imencode(path.suffix, image)[1].tobytes())
    return path


def write_mask(path: Path, value: Any = 255, width: int = WIDTH, height: int = HEIGHT) -> Path:
    """A mask with one defective rectangle: a grey value, or a colour (BGR or BGRA)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    channels = np.size(value)
    image = np.zeros((height, width, channels), np.uint8)
    image[4:8, 5:15] = value
    path.write_bytes(cv2.imencode(path.suffix, image)[1].tobytes())
    return path


def manifest_line(
    reference: str,
    class_name: str | None = "normal",
    mask: str | None = None,
    color_map: Mapping[str, Any] = CRACKED,
    label: str = "anomaly-label",
) -> dict[str, Any]:
    """A line as AWS's own manifests have it."""
    line: dict[str, Any] = {"source-ref": reference}
    if class_name is not None:
        line[label] = int(class_name == "anomaly")
        line[f"{label}-metadata"] = {
            "job-name": "anomaly-label",
            "class-name": class_name,
            "human-annotated": "yes",
            "creation-date": "2022-08-22T20:52:51.851Z",
            "type": "groundtruth/image-classification",
        }
    if mask is not None:
        line["anomaly-mask-ref"] = mask
        line["anomaly-mask-ref-metadata"] = {
            "internal-color-map": color_map,
            "job-name": "labeling-job/object-mask-ref",
            "human-annotated": "yes",
            "creation-date": "Mon Aug 22 2022 13:52:52 GMT-0700 (Pacific Daylight Time)",
            "type": "groundtruth/semantic-segmentation",
        }
    return line


def write_manifest(path: Path, lines: Iterable[Mapping[str, Any] | bytes]) -> Path:
    """A manifest of lines; bytes stand as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        b"".join(
            (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n"
            for line in lines
        )
    )
    return path
