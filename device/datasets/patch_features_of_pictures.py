"""Patch features of dataset pictures: those that are kept, and the others computed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from okng.device.datasets.patch_feature_cache import PatchFeatureCache
from okng.device.types import DatasetPicture
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import ImageError
from okng.models.images.significant_bits import may_be_deep, significant_bits, used_bits
from okng.models.quick_model.patch_features import PatchExtractor, PatchFeatures


def features_of(
    pictures: Sequence[DatasetPicture], data_dir: Path, cache: PatchFeatureCache
) -> tuple[dict[int, PatchFeatures], dict[int, str]]:
    """The features by `picture_id`, and why the other pictures can't be used.

    As in a training, all 16 bit pictures are read with the significant bits of all of them. If a
    new one uses more bits than those before, their features are computed again.
    """
    features: dict[int, PatchFeatures] = {}
    problems: dict[int, str] = {}
    kept = {picture.sha256: cache.get(picture.sha256) for picture in pictures}
    bits = _significant_bits(pictures, kept, data_dir)
    extractor: PatchExtractor | None = None
    for picture in pictures:
        existing = kept[picture.sha256]
        if existing is None or (existing.used_bits and existing.significant_bits != bits):
            extractor = extractor or PatchExtractor(cache.graph(), cache.preparation)
            path = data_dir / picture.path
            try:
                image = read_image(path)
                existing = extractor.extract(image, used_bits(image), bits)
            except ImageError as error:
                problems[picture.picture_id] = str(error).removeprefix(f"{path}: ")
                continue
            cache.keep(picture.sha256, existing)
            kept[picture.sha256] = existing
        features[picture.picture_id] = existing
    return features, problems


def _significant_bits(
    pictures: Sequence[DatasetPicture],
    kept: dict[str, PatchFeatures | None],
    data_dir: Path,
) -> int | None:
    """The significant bits of all 16 bit pictures; None where there are none."""
    used = 0
    for picture in pictures:
        existing, path = kept[picture.sha256], data_dir / picture.path
        if existing:
            used |= existing.used_bits
        elif may_be_deep(path):
            try:
                used |= used_bits(read_image(path))
            except ImageError:
                continue
    return significant_bits(used) if used else None
