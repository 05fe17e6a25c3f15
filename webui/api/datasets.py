"""Datasets and their pictures: what is there, uploads, labels, removal."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

from apiflask import APIBlueprint
from apiflask.fields import UploadFile
from flask import Response, abort
from pydantic import TypeAdapter
from werkzeug.utils import secure_filename

from okng.device.store.datasets import DatasetError
from okng.device.store.picture_changes import PictureChange
from okng.device.types import DatasetPicture, Label, Message, Name, Split
from okng.models.preprocessing import ImageError
from okng.webui.access import user_name
from okng.webui.api.documents import gives
from okng.webui.api.parameters import Page
from okng.webui.api.pictures import picture_file, thumbnail_response
from okng.webui.services import services

datasets = APIBlueprint("datasets", __name__, tag="Datasets")

_NAME: TypeAdapter[str] = TypeAdapter(Name)


class Dataset(Message):
    """A dataset and how many pictures it has of each label, removed ones apart."""

    name: Name
    normal: int
    anomaly: int
    removed: int
    last_picture_id: int | None
    batches: tuple[str, ...]
    """All that its pictures have; so are the types of defect and the classes of boxes."""
    defect_types: tuple[str, ...]
    box_classes: tuple[str, ...]
    boxed: int
    """Pictures of which somebody has said where objects are, or that there are none."""


class Datasets(Message):
    """All datasets by name."""

    datasets: list[Dataset]


class PictureFilter(Page):
    """Which pictures of a dataset."""

    label: Label | None = None
    removed: bool = False
    """Only those removed, instead of only the others."""
    batch: str | None = None
    defect_type: str | None = None
    split: Split | None = None
    """Undecided ones are learnt from: `train` finds them too."""
    boxed: bool | None = None
    """Only those of which somebody has said where objects are, or only the others."""


class Pictures(Message):
    """A page of pictures, the newest first."""

    pictures: list[DatasetPicture]


class Upload(Message):
    """A picture file: PNG, JPEG, BMP or TIFF, 8 or 16 bit."""

    file: UploadFile
    label: Label


@datasets.get("/datasets")
@datasets.output(Datasets)
def list_datasets() -> Datasets:
    """All datasets by name."""
    return Datasets(
        datasets=[
            Dataset(
                name=summary.name,
                normal=summary.normal,
                anomaly=summary.anomaly,
                removed=summary.removed,
                last_picture_id=summary.last.picture_id if summary.last else None,
                batches=summary.batches,
                defect_types=summary.defect_types,
                box_classes=summary.box_classes,
                boxed=summary.boxed,
            )
            for summary in services().datasets.summaries()
        ]
    )


@datasets.get("/datasets/<name>/pictures")
@datasets.input(PictureFilter, location="query", arg_name="wanted")
@datasets.output(Pictures)
def list_pictures(name: str, wanted: PictureFilter) -> Pictures:
    """A page of a dataset's pictures, the newest first."""
    found = services().datasets.pictures(name, wanted.label, removed=wanted.removed)
    shown = [picture for picture in found if _is_wanted(picture, wanted)]
    return Pictures(pictures=shown[::-1][: wanted.limit])


@datasets.post("/datasets/<name>/pictures")
@datasets.input(Upload, location="form_and_files", arg_name="upload")
@datasets.output(DatasetPicture)
def upload(name: str, upload: Upload) -> DatasetPicture:
    """Adds a picture file to a dataset, byte for byte; the first one makes the dataset."""
    _NAME.validate_python(name)
    file_name = secure_filename(upload.file.filename or "") or "picture"
    with tempfile.TemporaryDirectory(prefix="okng-upload-") as folder:
        path = Path(folder) / file_name
        with closing(upload.file):
            upload.file.save(path)
        try:
            return services().datasets.import_file(path, name, upload.label, user_name())
        except ImageError as error:
            abort(422, str(error).replace(f"{folder}/", ""))


@datasets.get("/pictures/<int:picture_id>/file")
@datasets.doc(responses=gives("image/*", "As stored"))
def get_file(picture_id: int) -> Response:
    """The picture as it is stored."""
    return picture_file(stored_picture(picture_id).path)


@datasets.get("/pictures/<int:picture_id>/thumbnail")
@datasets.doc(responses=gives("image/jpeg", "Small"))
def get_thumbnail(picture_id: int) -> Response:
    """The picture for a list."""
    return thumbnail_response(stored_picture(picture_id).path)


@datasets.patch("/pictures/<int:picture_id>")
@datasets.input(PictureChange, arg_name="change")
@datasets.output(DatasetPicture)
@datasets.doc(responses=[409])
def change_picture(picture_id: int, change: PictureChange) -> DatasetPicture:
    """Changes what is said of a picture: its label, batch, type of defect or split."""
    return _changed(picture_id, change)


@datasets.delete("/pictures/<int:picture_id>")
@datasets.output(DatasetPicture)
@datasets.doc(responses=[409])
def remove(picture_id: int) -> DatasetPicture:
    """Takes a picture out of its dataset; `restore` brings it back."""
    return _changed(picture_id, PictureChange(removed=True))


@datasets.post("/pictures/<int:picture_id>/restore")
@datasets.output(DatasetPicture)
@datasets.doc(responses=[409])
def restore(picture_id: int) -> DatasetPicture:
    """Brings a removed picture back under its label."""
    return _changed(picture_id, PictureChange(removed=False))


def _changed(picture_id: int, change: PictureChange) -> DatasetPicture:
    stored_picture(picture_id)
    services().dataset_changes.change([picture_id], change, user_name())
    return stored_picture(picture_id)


def _is_wanted(picture: DatasetPicture, wanted: PictureFilter) -> bool:
    return (
        (wanted.before is None or picture.picture_id < wanted.before)
        and wanted.batch in (None, picture.batch)
        and wanted.defect_type in (None, picture.defect_type)
        and wanted.split in (None, picture.split or Split.TRAIN)
        and wanted.boxed in (None, picture.boxes is not None)
    )


def stored_picture(picture_id: int) -> DatasetPicture:
    """The picture with that id, also a removed one; answers 404 where there is none."""
    try:
        return services().datasets.get(picture_id)
    except DatasetError as error:
        abort(404, str(error))
