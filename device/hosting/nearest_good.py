"""Which good pictures look most like a part, by the memory bank of the model that judged it."""

from __future__ import annotations

from pathlib import Path

from okng.device.hosting.commands import FindNearestGood, NearestGood
from okng.device.hosting.errors import HostingError, NotOnStationError, UnusablePictureError
from okng.device.hosting.judge_picture import decode_file
from okng.models.bundles.bundle import BundleError, load_bundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.images.preprocessing import ImageError
from okng.models.inference.nearest_good_pictures import (
    NoMemoryBankError,
    RelativeArea,
    nearest_good_pictures,
)


def find_nearest_good(
    command: FindNearestGood, data_dir: Path, threads: int, memory_bytes: int
) -> NearestGood:
    """Looks for them in the model's own bundle; nothing stays in memory.

    Raises:
        NotOnStationError: that version isn't on the station any more.
        UnusablePictureError, HugePictureError: the picture can't be decoded.
        HostingError: the model can't tell.
    """
    model = command.model
    which = f"{model.name} version {model.version}"
    try:
        folder = data_dir / "models" / model.name / str(model.version)
        bundle = load_bundle(folder, AnomalyManifest)
    except BundleError as error:
        raise NotOnStationError(f"{which} can't be used: {error}") from error
    if bundle.manifest.content_hash != model.sha256:
        raise NotOnStationError(f"{which} is another model now than the one that judged the part")
    image = decode_file(command.attachment, memory_bytes)
    area = RelativeArea(**command.area.model_dump())
    try:
        return NearestGood(sha256=nearest_good_pictures(bundle, image, area, threads))
    except NoMemoryBankError as error:
        raise HostingError(str(error)) from error
    except ImageError as error:
        raise UnusablePictureError(str(error)) from error
