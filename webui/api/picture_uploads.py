"""Pictures of datasets with how far each is on its way to the bucket."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import AwareDatetime

from okng.device.types import DatasetPicture
from okng.models.strict_model import StrictModel
from okng.webui.services import services


class PictureUpload(StrictModel):
    """How far a picture is on its way to the bucket."""

    state: Literal["waiting", "uploaded", "failed"]
    reason: str | None = None
    """Why it can't be sent, or why the bucket refused it last."""
    ended_at: AwareDatetime | None = None
    """When the bucket confirmed it, or when it failed."""


class ListedPicture(DatasetPicture):
    """A picture in a list."""

    upload: PictureUpload | None
    """Null where pictures of datasets are not sent to a bucket, and for removed ones."""


def with_uploads(pictures: Sequence[DatasetPicture]) -> list[ListedPicture]:
    """The pictures with their uploads, in one query; what `okng sync` has not seen yet waits."""
    sync = services().settings.sync
    sent = [picture.path for picture in pictures if picture.removed_at is None]
    if sync is None or not sync.datasets:
        sent = []
    progress = dict.fromkeys(sent, PictureUpload(state="waiting"))
    for path, upload in services().uploads.of_paths(sent).items() if sent else ():
        told = upload.model_dump(include=set(PictureUpload.model_fields))
        progress[path] = PictureUpload.model_validate(told)
    return [
        ListedPicture(**dict(picture), upload=progress.get(picture.path)) for picture in pictures
    ]
