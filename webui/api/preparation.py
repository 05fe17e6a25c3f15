"""Preparations of datasets: their versions, files, and pictures before and after steps."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn
from urllib.parse import quote

from apiflask import APIBlueprint
from flask import Response, abort
from pydantic import Field

from okng.device.datasets.errors import DatasetError
from okng.device.datasets.preparation_files import PreparationFormat, file_name, file_text
from okng.device.datasets.preparations import PreparationStore, PreparationVersion
from okng.device.datasets.prepared_pictures import prepared_name
from okng.device.types import DatasetPicture
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import ImageError
from okng.models.images.scaled_jpeg import to_jpeg
from okng.models.preparation.preparation import NO_PREPARATION, Preparation
from okng.models.preparation.prepare_folder import prepare_file
from okng.models.strict_model import StrictModel
from okng.webui.api.datasets import stored_picture
from okng.webui.api.picture_responses import DECODED, decoding_stored, refuse_missing
from okng.webui.auth.current_user import user_name
from okng.webui.images.stored_files import stored_file
from okng.webui.openapi import Responses, error_response, media_type_response
from okng.webui.request_parsing import name_to_give
from okng.webui.services import services

preparation = APIBlueprint("preparation", __name__, tag="Preparation")

UNFIT: Responses = {409: error_response("A step doesn't fit the picture")}


class Preparations(StrictModel):
    """The versions of a dataset's preparation, the newest first; the first is in use."""

    versions: list[PreparationVersion]


class ChangedPreparation(StrictModel):
    """A preparation to save as the next version."""

    preparation: Preparation
    based_on: int | None = Field(default=None, ge=0)
    """The version that was changed, 0 for none: a newer one refuses the change. Null: any."""


class EarlierVersion(StrictModel):
    """The version to bring back."""

    version: int = Field(ge=1)


class ChosenVersion(StrictModel):
    """Which version to take."""

    version: int | None = Field(default=None, ge=1)
    """Null: the newest."""


class ChosenFile(ChosenVersion):
    """Which version to return in which format."""

    format: PreparationFormat = PreparationFormat.TOML


class PreviewedSteps(StrictModel):
    """Steps to look at, which need not be saved."""

    preparation: Preparation
    width: int = Field(default=1280, ge=16, le=4096)
    """Largest width of the answer, in pixels."""


@preparation.get("/datasets/<name>/preparation")
@preparation.output(Preparations)
def list_versions(name: str) -> Preparations:
    """Lists the newest 50 versions of a dataset's preparation."""
    return Preparations(versions=_store().history(name))


@preparation.put("/datasets/<name>/preparation")
@preparation.input(ChangedPreparation, arg_name="changed")
@preparation.output(PreparationVersion)
@preparation.doc(responses=[409])
def save(name: str, changed: ChangedPreparation) -> PreparationVersion:
    """Saves a preparation as the next version; new trainings use it.

    Models that were trained before keep their own.
    """
    return _store().save(name_to_give(name), changed.preparation, user_name(), changed.based_on)


@preparation.post("/datasets/<name>/preparation/restore")
@preparation.input(EarlierVersion, arg_name="earlier")
@preparation.output(PreparationVersion)
@preparation.doc(responses=[409])
def restore(name: str, earlier: EarlierVersion) -> PreparationVersion:
    """Brings an earlier version back, as the next version."""
    return _store().restore(name, earlier.version, user_name())


@preparation.get("/datasets/<name>/preparation/file")
@preparation.input(ChosenFile, location="query", arg_name="chosen")
@preparation.doc(responses=media_type_response("text/plain", "TOML, or a Python script"))
def get_preparation_file(name: str, chosen: ChosenFile) -> Response:
    """Returns a preparation as TOML, or as a Python script that prepares a folder's pictures."""
    version = _version(name, chosen.version)
    if version is None:
        abort(404, f"the dataset {name!r} has no preparation")
    return _attachment(
        file_text(version, chosen.format).encode(), "text/plain", file_name(version, chosen.format)
    )


@preparation.get("/pictures/<int:picture_id>/prepared")
@preparation.input(ChosenVersion, location="query", arg_name="chosen")
@preparation.doc(responses=media_type_response("image/png", "Prepared") | DECODED | UNFIT)
def get_prepared(picture_id: int, chosen: ChosenVersion) -> Response:
    """Returns a picture after all steps of its dataset's preparation, as PNG."""
    picture = stored_picture(picture_id)
    version = _version(picture.dataset, chosen.version)
    path = _file(picture)
    with decoding_stored(path):
        try:
            data = prepare_file(version.preparation if version else NO_PREPARATION, path)
        except ImageError as error:
            _refuse(picture, str(error).removeprefix(f"{path}: "))
    return _attachment(data, "image/png", prepared_name(picture).replace("/", "-"))


@preparation.post("/pictures/<int:picture_id>/prepared")
@preparation.input(PreviewedSteps, arg_name="previewed")
@preparation.doc(responses=media_type_response("image/jpeg", "To look at") | DECODED | UNFIT)
def preview(picture_id: int, previewed: PreviewedSteps) -> Response:
    """Returns a picture after the given steps as JPEG, to look at; nothing is saved."""
    picture = stored_picture(picture_id)
    path = _file(picture)
    with decoding_stored(path):
        image = read_image(path)
        try:
            data = to_jpeg(previewed.preparation.apply(image), previewed.width)
        except ImageError as error:
            _refuse(picture, str(error))
    return Response(data, mimetype="image/jpeg")


def _file(picture: DatasetPicture) -> Path:
    path = stored_file(services().data_dir, picture.path)
    if not path.is_file():
        refuse_missing(picture.path)
    return path


def _store() -> PreparationStore:
    return PreparationStore(services().data_dir)


def _version(dataset: str, version: int | None) -> PreparationVersion | None:
    """A version, by default the newest; ends the request with 404 for a number there is not."""
    if version is None:
        return _store().newest(dataset)
    try:
        return _store().get(dataset, version)
    except DatasetError as error:
        abort(404, str(error))


def _refuse(picture: DatasetPicture, reason: str) -> NoReturn:
    abort(409, f"picture {picture.picture_id}: {reason}")


def _attachment(data: bytes, mimetype: str, name: str) -> Response:
    response = Response(data, mimetype=mimetype)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response
