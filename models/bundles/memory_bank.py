"""Origin of a memory bank's vectors: which training picture each came from (`memory_bank.json`)."""

from __future__ import annotations

from pydantic import ValidationError

from okng.models.bundles.bundle import AnomalyBundle, BundleError
from okng.models.bundles.manifest import Sha256
from okng.models.strict_model import StrictModel

MEMORY_BANK = "memory_bank.json"
"""File in the bundle of a model with a memory bank; bundles of earlier versions have none."""


class MemoryBankPictures(StrictModel):
    """The training picture of each vector of a memory bank, in the order of the graph's bank."""

    pictures: list[Sha256]
    vectors: list[int | None]
    """Index into `pictures`; None where the version that was continued did not keep it."""


def read_memory_bank(bundle: AnomalyBundle) -> MemoryBankPictures | None:
    """The origin of the bank's vectors; None where the bundle doesn't have it.

    Raises `BundleError` where the file can't be read.
    """
    if MEMORY_BANK not in bundle.manifest.files:
        return None
    path = bundle.path / MEMORY_BANK
    try:
        return MemoryBankPictures.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise BundleError(f"{path}: can't be read: {error}") from None
