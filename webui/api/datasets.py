"""Datasets and their pictures: listing, uploading, labelling, removing."""

from __future__ import annotations

from pathlib import PurePosixPath

from apiflask import APIBlueprint
from apiflask.fields import UploadFile
from flask import Response, abort

from okng.device.datasets.errors import DatasetError
from okng.device.datasets.new_pictures import NewPicture, PictureNotes
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.preparations import PreparationStore
from okng.device.types import DatasetPicture, Label, Name, Split
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import ImageError
from okng.models.images.significant_bits import may_be_deep, picture_note
from okng.models.strict_model import StrictModel
from okng.webui.api.parameters import Page
from okng.webui.api.picture_responses import DECODED, picture_file, thumbnail_response
from okng.webui.api.picture_uploads import ListedPicture, with_uploads
from okng.webui.api.uploads import uploaded_picture
from okng.webui.auth.current_user import user_name
from okng.webui.body_limits import takes_upload
from okng.webui.openapi import media_type_response
from okng.webui.request_parsing import name_to_give
from okng.webui.services import services

datasets = APIBlueprint("datasets", __name__, tag="Datasets")


class Dataset(StrictModel):
    """A dataset with its number of pictures by label; removed ones are counted apart."""

    name: Name
    normal: int
    anomaly: int
    removed: int
    last_picture_id: int | None
    batches: tuple[str, ...]
    """All batches of its pictures, as the two below are all defect types and all box classes."""
    defect_types: tuple[str, ...]
    box_classes: tuple[str, ...]
    boxed: int
    """How many pictures are labelled with boxes, or as showing no object."""
    masked: int
    """How many pictures have a mask."""
    mask_classes: tuple[str, ...]


class Datasets(StrictModel):
    """All datasets, sorted by name."""

    datasets: list[Dataset]


class PictureFilter(Page):
    """Which pictures of a dataset to list."""

    label: Label | None = None
    removed: bool = False
    """True: only removed pictures. False: only the others."""
    batch: str | None = None
    defect_type: str | None = None
    split: Split | None = None
    """`train` includes pictures without a split, since they are trained on."""
    boxed: bool | None = None
    """True: only pictures labelled with boxes. False: only the others."""
    masked: bool | None = None
    """True: only pictures with a mask. False: only the others."""


class Pictures(StrictModel):
    """A page of pictures, the newest first."""

    pictures: list[ListedPicture]


class UploadedPicture(DatasetPicture):
    """A picture that was added, with a note on its pixels."""

    note: str | None
    """Such as that only 12 of its 16 bits are used; null without a remark."""


class Upload(StrictModel):
    """A picture file: PNG, JPEG, BMP or TIFF, 8 or 16 bit."""

    file: UploadFile
    label: Label | None = None
    """Null: the file's name tells it, by the patterns of the dataset's preparation."""
    split: Split | None = None


@datasets.get("/datasets")
@datasets.output(Datasets)
def list_datasets() -> Datasets:
    """Lists all datasets by name."""
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
                masked=summary.masked,
                mask_classes=summary.mask_classes,
            )
            for summary in services().datasets.summaries()
        ]
    )


@datasets.get("/datasets/<name>/pictures")
@datasets.input(PictureFilter, location="query", arg_name="query")
@datasets.output(Pictures)
def list_pictures(name: str, query: PictureFilter) -> Pictures:
    """Lists a page of a dataset's pictures, the newest first."""
    return Pictures(pictures=with_uploads(services().datasets.page(name, **dict(query))))


@datasets.post("/datasets/<name>/pictures")
@datasets.input(Upload, location="form_and_files", arg_name="upload")
@datasets.output(UploadedPicture)
@datasets.doc(responses=DECODED)
@takes_upload
def upload(name: str, upload: Upload) -> UploadedPicture:
    """Adds a picture file to a dataset, unchanged; the first picture creates the dataset."""
    name = name_to_give(name)
    notes = _notes(name, upload)
    with uploaded_picture(upload.file) as path:
        new = [(NewPicture.read(path), notes)]
        (picture,) = services().datasets.import_labelled(new, name, user_name())
        note = picture_note(read_image(path)) if may_be_deep(path) else None
    return UploadedPicture(**dict(picture), note=note)


def _notes(dataset: str, upload: Upload) -> PictureNotes:
    """What is said of the picture, or its name tells; ends the request with 422 without a label."""
    if upload.label:
        return PictureNotes(upload.label, upload.split)
    labels = PreparationStore(services().data_dir).current(dataset).labels
    if labels is None:
        abort(422, f"label: is missing, and the dataset {dataset!r} has no patterns of file names")
    try:
        rule = labels.rule_for(PurePosixPath(upload.file.filename or "").name)
    except ImageError as error:
        abort(422, str(error))
    return PictureNotes(Label(rule.label), upload.split, defect_type=rule.defect_type)


@datasets.get("/pictures/<int:picture_id>/file")
@datasets.doc(responses=media_type_response("image/*", "As stored"))
def get_file(picture_id: int) -> Response:
    """Returns the picture file as it is stored."""
    return picture_file(stored_picture(picture_id).path)


@datasets.get("/pictures/<int:picture_id>/thumbnail")
@datasets.doc(responses=media_type_response("image/jpeg", "Small") | DECODED)
def get_thumbnail(picture_id: int) -> Response:
    """Returns a thumbnail of the picture."""
    return thumbnail_response(stored_picture(picture_id).path)


@datasets.patch("/pictures/<int:picture_id>")
@datasets.input(PictureChange, arg_name="change")
@datasets.output(DatasetPicture)
@datasets.doc(responses=[409])
def change_picture(picture_id: int, change: PictureChange) -> DatasetPicture:
    """Changes the label, batch, defect type or split of a picture."""
    return _changed(picture_id, change)


@datasets.delete("/pictures/<int:picture_id>")
@datasets.output(DatasetPicture)
@datasets.doc(responses=[409])
def remove(picture_id: int) -> DatasetPicture:
    """Removes a picture from its dataset; `restore` brings it back."""
    return _changed(picture_id, PictureChange(removed=True))


@datasets.post("/pictures/<int:picture_id>/restore")
@datasets.output(DatasetPicture)
@datasets.doc(responses=[409])
def restore(picture_id: int) -> DatasetPicture:
    """Restores a removed picture under its label."""
    return _changed(picture_id, PictureChange(removed=False))


def _changed(picture_id: int, change: PictureChange) -> DatasetPicture:
    stored_picture(picture_id)
    services().dataset_changes.change([picture_id], change, user_name())
    return stored_picture(picture_id)


def stored_picture(picture_id: int) -> DatasetPicture:
    """The picture with that id, also a removed one; ends the request with 404 if there is none."""
    try:
        return services().datasets.get(picture_id)
    except DatasetError as error:
        abort(404, str(error))
