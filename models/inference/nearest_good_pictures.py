"""Nearest good pictures: the training pictures whose features are the nearest to part of an image.

PatchCore's memory bank consists of features of good pictures. Each position of the image has a
nearest vector there, and with it a picture; the pictures that most positions name look the most
like the image.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from okng.models.anomaly import create_method
from okng.models.anomaly.embedder import Embedder
from okng.models.anomaly.patchcore import Patchcore, PatchcoreSettings
from okng.models.arrays import Float32Array, Image, Int64Array
from okng.models.backbone.backbone import load_backbone
from okng.models.bundles.bundle import AnomalyBundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.bundles.memory_bank import MEMORY_BANK, read_memory_bank
from okng.models.errors import OkngError
from okng.models.onnx.graph import constants
from okng.models.preparation.preparation import NO_PREPARATION, Preparation
from okng.models.preparation.steps.step import Area, PictureSize

POSITIONS_AT_ONCE = 1024
"""Distances of so many positions are computed at once: 82 MB for the largest bank."""


class NoMemoryBankError(OkngError):
    """A model that can't tell which good pictures are the nearest; the message says why."""


@dataclass(frozen=True)
class RelativeArea:
    """Part of an image, as shares of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


def why_no_nearest(manifest: AnomalyManifest) -> str | None:
    """The reason why this model can't name nearest good pictures; None where it can."""
    which = f"{manifest.name} version {manifest.version}"
    if not isinstance(manifest.method, PatchcoreSettings):
        return (
            f"{which} keeps no pictures to compare with: only PatchCore models do, which have a "
            "memory bank"
        )
    if MEMORY_BANK not in manifest.files:
        return (
            f"{which} was trained before models kept which pictures they learned from: train it "
            "again"
        )
    backbone = load_backbone()
    if manifest.backbone is None or manifest.backbone.sha256 != backbone.sha256:
        return f"{which} was trained on another backbone than the present {backbone.name}"
    return None


def nearest_good_pictures(
    bundle: AnomalyBundle, image: Image, area: RelativeArea, threads: int
) -> list[str]:
    """SHA-256 of the training pictures that look most like the area of the image, nearest first.

    Raises `NoMemoryBankError` where the model can't tell, and `ImageError` for an unusable image.
    """
    if reason := why_no_nearest(bundle.manifest):
        raise NoMemoryBankError(reason)
    origin = read_memory_bank(bundle)
    assert origin
    nearest = _nearest_vectors(bundle, image, area, threads).tolist()
    sources = (origin.vectors[vector] for vector in nearest)
    votes = Counter(source for source in sources if source is not None)
    return [origin.pictures[source] for source, _ in votes.most_common()]


def _nearest_vectors(
    bundle: AnomalyBundle, image: Image, area: RelativeArea, threads: int
) -> Int64Array:
    """The index of the nearest vector of the bank, for each position in the area."""
    manifest = bundle.manifest
    method = create_method(manifest.method)
    assert isinstance(method, Patchcore)
    assert manifest.tiling
    preparation = manifest.preparation or NO_PREPARATION
    bits = manifest.picture_format.significant_bits if manifest.picture_format else None
    bits = preparation.bits_after(bits)
    embedder = Embedder(load_backbone(), method, manifest.tiling, bits, threads)
    embedding = embedder.embed(preparation.apply(image))
    area = _prepared_area(preparation, area, PictureSize.of(image))
    rows, columns = embedding.shape[2:]
    fitted = method.restore(constants(bundle.model_path.read_bytes()), rows, columns)
    inside = embedding[
        0, :, _span(area.top, area.bottom, rows), _span(area.left, area.right, columns)
    ]
    vectors = inside.reshape(len(inside), -1).T - fitted.center
    return nearest_of_bank(vectors, fitted.bank)


def _prepared_area(preparation: Preparation, area: RelativeArea, size: PictureSize) -> RelativeArea:
    """Where an area of the picture of that size lies in the prepared picture."""
    if not preparation.image_steps:
        return area
    pixels = Area(
        area.left * size.width,
        area.top * size.height,
        area.right * size.width,
        area.bottom * size.height,
    )
    left, top, right, bottom = preparation.area_after(pixels, size)
    width, height = preparation.size_after(size)
    return RelativeArea(left / width, top / height, right / width, bottom / height)


def nearest_of_bank(vectors: Float32Array, bank: Float32Array) -> Int64Array:
    """The index of the nearest of the bank's vectors [k, d] for each of the vectors [n, d]."""
    norms = np.einsum("kd,kd->k", bank, bank)
    blocks = (
        vectors[start : start + POSITIONS_AT_ONCE]
        for start in range(0, len(vectors), POSITIONS_AT_ONCE)
    )
    return np.concatenate([(norms - 2 * block @ bank.T).argmin(axis=1) for block in blocks])


def _span(start: float, end: float, count: int) -> slice:
    """The positions of `count` that an interval of shares covers, at least one."""
    first = min(int(start * count), count - 1)
    return slice(first, max(first + 1, round(end * count)))
