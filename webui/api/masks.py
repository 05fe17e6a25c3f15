"""Masks of a dataset's pictures: reading, replacing and removing them as PNG files."""

from __future__ import annotations

from apiflask import APIBlueprint, abort
from flask import Response, request
from pydantic import ValidationError

from okng.device.datasets.errors import DatasetError
from okng.device.datasets.masks import MaskFileError, read_mask_file, write_mask
from okng.device.datasets.picture_changes import PictureChange
from okng.device.types import DatasetPicture, Label
from okng.models.images.image_header import HeaderError, read_header
from okng.models.images.preprocessing import ImageError
from okng.models.masks.class_mask import (
    MASK_CLASSES,
    ClassMask,
    MaskClass,
    MaskError,
    holds_classes,
    single_class,
)
from okng.models.masks.mask_images import class_mask
from okng.models.strict_model import StrictModel
from okng.models.validation_words import explain_first
from okng.webui.api.dataset_changes import AppliedChange
from okng.webui.api.datasets import stored_picture
from okng.webui.api.picture_responses import DECODED
from okng.webui.auth.current_user import user_name
from okng.webui.body_limits import takes_upload
from okng.webui.openapi import error_response, media_type_response
from okng.webui.services import services

masks = APIBlueprint("masks", __name__, tag="Masks")

BYTES_PER_PIXEL = 48
"""Memory to find the classes of a mask's pixels, besides decoding it."""


class MaskForm(StrictModel):
    """In which form to return a mask."""

    colored: bool = False
    """False: the values of the pixels are the classes' indices. True: the pixels have the colours
    of their classes, and the background is transparent."""


class NewMask(StrictModel):
    """What the pixels of a new mask mean."""

    classes: str | None = None
    """JSON: `[{"index": 1, "name": "crack", "color": "#e6194b"}]`. Null: those that the file
    contains, else those of the present mask, else the picture's type of defect."""


@masks.get("/pictures/<int:picture_id>/mask")
@masks.input(MaskForm, location="query", arg_name="form")
@masks.doc(responses=media_type_response("image/png", "As large as the picture") | DECODED)
def get_mask(picture_id: int, form: MaskForm) -> Response:
    """Returns the mask of a picture; its classes are in the picture's `mask`."""
    picture = stored_picture(picture_id)
    if picture.mask is None:
        abort(404, f"picture {picture_id} has no mask")
    try:
        data = read_mask_file(services().data_dir, picture)
        if form.colored:
            with services().picture_memory.reserve(_bytes_to_decode(picture)):
                data = ClassMask.from_png(data).to_overlay_png()
    except (MaskFileError, MaskError) as error:
        abort(404, str(error).replace(f"{services().data_dir}/", ""))
    return Response(data, mimetype="image/png")


@masks.put("/pictures/<int:picture_id>/mask")
@masks.input(NewMask, location="query", arg_name="new")
@masks.output(AppliedChange)
@masks.doc(responses=DECODED | {409: error_response("The picture or the mask doesn't allow it")})
@takes_upload
def put_mask(picture_id: int, new: NewMask) -> AppliedChange:
    """Replaces the mask of an anomalous picture by the PNG file in the body.

    It has the picture's size. A grey file with values below 64 has the classes' indices; in any
    other, pixels have the colours of their classes, and black, white and transparent ones are
    background. It is a change that can be undone like any other.
    """
    picture = stored_picture(picture_id)
    if picture.label is Label.NORMAL or picture.removed_at:
        reason = (
            "is removed" if picture.removed_at else "is normal: only anomalous ones have a mask"
        )
        raise DatasetError(f"picture {picture_id} of dataset {picture.dataset!r} {reason}")
    data = request.get_data()
    _check_size(data, picture)
    with services().picture_memory.reserve(_bytes_to_decode(picture)):
        try:
            mask = _mask(data, picture, new.classes)
        except (MaskError, ImageError) as error:
            abort(422, str(error))
        reference = write_mask(services().data_dir, picture, mask)
    return _changed(picture_id, PictureChange(mask=reference))


@masks.delete("/pictures/<int:picture_id>/mask")
@masks.output(AppliedChange)
@masks.doc(responses=[409])
def delete_mask(picture_id: int) -> AppliedChange:
    """Removes the mask of a picture; the change can be undone."""
    stored_picture(picture_id)
    return _changed(picture_id, PictureChange(mask=None))


def _changed(picture_id: int, change: PictureChange) -> AppliedChange:
    return AppliedChange(
        change=services().dataset_changes.change([picture_id], change, user_name())
    )


def _check_size(data: bytes, picture: DatasetPicture) -> None:
    """Ends the request with 422 for what is no PNG of the picture's size, before it is decoded."""
    try:
        header = read_header(data)
    except HeaderError as error:
        abort(422, f"the body is not a mask: {error}")
    if header.format != "PNG":
        abort(422, f"the body is a {header.format} file; a mask is a PNG")
    if (header.width, header.height) != (picture.width, picture.height):
        abort(
            422,
            f"the mask has {header.width} x {header.height} pixels, its picture "
            f"{picture.width} x {picture.height}",
        )


def _bytes_to_decode(picture: DatasetPicture) -> int:
    return picture.width * picture.height * BYTES_PER_PIXEL


def _mask(data: bytes, picture: DatasetPicture, classes: str | None) -> ClassMask:
    if classes is None and holds_classes(data):
        return ClassMask.from_png(data)
    return class_mask(data, "the body", _classes(picture, classes))


def _classes(picture: DatasetPicture, classes: str | None) -> tuple[MaskClass, ...]:
    if classes is not None:
        try:
            return MASK_CLASSES.validate_json(classes)
        except ValidationError as error:
            abort(422, f"classes: {explain_first(error)}")
    if picture.mask:
        return picture.mask.classes
    return (single_class(picture.defect_type or "defect"),)
