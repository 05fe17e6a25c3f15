"""Files of a trained bundle: the model, and which pictures its memory bank came from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from okng.models.anomaly.method import UNKNOWN_SOURCE
from okng.models.arrays import Int64Array
from okng.models.bundles.bundle import AnomalyBundle
from okng.models.bundles.manifest import MODEL
from okng.models.bundles.memory_bank import MEMORY_BANK, MemoryBankPictures, read_memory_bank


def bundle_files(
    model: bytes,
    sources: Int64Array | None,
    before: Sequence[str],
    learnt: Sequence[str],
    copies: int,
) -> dict[str, bytes]:
    """The files of the bundle, by name.

    Args:
        model: The graph.
        sources: The `bank_sources` of the fitted method.
        before: Hashes of the pictures that the continued version had learnt; none in a full
            training.
        learnt: Hashes of the pictures of this training.
        copies: Made of each picture; they follow the pictures, in the same order.
    """
    if sources is None:
        return {MODEL: model}
    first = len(before) * (1 + copies)
    vectors = [_picture(source, len(before), first, len(learnt)) for source in sources.tolist()]
    origin = MemoryBankPictures(pictures=[*before, *learnt], vectors=vectors)
    return {MODEL: model, MEMORY_BANK: origin.model_dump_json().encode()}


def sources_of(base: AnomalyBundle, learnt: Sequence[str], vectors: int) -> Int64Array:
    """The sources of a bank of so many vectors, as places among the hashes it had `learnt`."""
    origin = read_memory_bank(base)
    if origin is None:
        return np.full(vectors, UNKNOWN_SOURCE)
    places = {sha256: place for place, sha256 in enumerate(learnt)}
    hashes = (None if index is None else origin.pictures[index] for index in origin.vectors)
    return np.array([places.get(sha256 or "", UNKNOWN_SOURCE) for sha256 in hashes])


def _picture(source: int, before: int, first: int, learnt: int) -> int | None:
    """The picture of a source; those of this training are numbered from `first`."""
    if source == UNKNOWN_SOURCE:
        return None
    return source if source < first else before + (source - first) % learnt
