"""Regression sets: pictures with known verdicts that a model version must get right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from apiflask import APIBlueprint
from apiflask.fields import UploadFile
from flask import Response, abort
from pydantic import Field

from okng.device.jobs.regression_check import KIND, CheckParameters
from okng.device.jobs.store import Job
from okng.device.store.regression import RegressionError, RegressionPicture, Standing
from okng.device.types import ModelIdentity, ModelReference, Verdict
from okng.models.strict_model import StrictModel
from okng.webui.api.models import manifest_of
from okng.webui.api.picture_responses import (
    DECODED,
    DECODED_OR_REFUSED,
    decoding_stored,
    judged_file,
    picture_file,
    thumbnail_response,
)
from okng.webui.api.uploads import uploaded_picture
from okng.webui.auth.current_user import user_name
from okng.webui.body_limits import takes_upload
from okng.webui.images.stored_files import stored_file
from okng.webui.openapi import media_type_response
from okng.webui.request_parsing import name_to_give
from okng.webui.services import services

regression_sets = APIBlueprint("regression_sets", __name__, tag="Regression set")


class RegressionSet(StrictModel):
    """The regression set of a model, and apart the removed pictures, the oldest first."""

    pictures: list[RegressionPicture]
    removed: list[RegressionPicture]


class KnownPicture(StrictModel):
    """A stored picture to copy into the set: an inspection's or a dataset's."""

    inspection_id: str | None = None
    picture_id: int | None = None
    verdict: Verdict


class KnownUpload(StrictModel):
    """A picture file: PNG, JPEG, BMP or TIFF, 8 or 16 bit."""

    file: UploadFile
    verdict: Verdict


class Removal(StrictModel):
    """Why a picture leaves the set."""

    why: str = Field(min_length=1, max_length=500)


class CheckedThreshold(StrictModel):
    """The threshold to check at; null: the model's own."""

    threshold: float | None = None


@regression_sets.get("/regression/<name>")
@regression_sets.output(RegressionSet)
def list_set(name: str) -> RegressionSet:
    """Returns the regression set of a model."""
    store = services().regression
    return RegressionSet(pictures=store.pictures(name), removed=store.pictures(name, removed=True))


@regression_sets.post("/regression/<name>")
@regression_sets.input(KnownPicture, arg_name="original")
@regression_sets.output(RegressionPicture)
@regression_sets.doc(responses=DECODED_OR_REFUSED)
def add_stored(name: str, original: KnownPicture) -> RegressionPicture:
    """Copies a stored picture into the set, independent of the original from then on."""
    name = name_to_give(name)
    with _stored(original) as (file, source), decoding_stored(file):
        return services().regression.add(file, name, original.verdict, source, user_name())


@regression_sets.post("/regression/<name>/upload")
@regression_sets.input(KnownUpload, location="form_and_files", arg_name="upload")
@regression_sets.output(RegressionPicture)
@regression_sets.doc(responses=DECODED_OR_REFUSED)
@takes_upload
def upload(name: str, upload: KnownUpload) -> RegressionPicture:
    """Adds a picture file to the set, unchanged."""
    name = name_to_give(name)
    with uploaded_picture(upload.file) as path:
        return services().regression.add(
            path, name, upload.verdict, f"upload {path.name}", user_name()
        )


@regression_sets.delete("/regression/pictures/<int:picture_id>")
@regression_sets.input(Removal, location="query", arg_name="removal")
@regression_sets.output(RegressionPicture)
@regression_sets.doc(responses=[409])
def remove(picture_id: int, removal: Removal) -> RegressionPicture:
    """Removes a picture from its set; the picture, author and reason are kept."""
    _picture(picture_id)
    return services().regression.remove(picture_id, removal.why, user_name())


@regression_sets.get("/regression/pictures/<int:picture_id>/file")
@regression_sets.doc(responses=media_type_response("image/*", "As stored"))
def get_file(picture_id: int) -> Response:
    """Returns the picture file as it is stored."""
    return picture_file(_picture(picture_id).path)


@regression_sets.get("/regression/pictures/<int:picture_id>/thumbnail")
@regression_sets.doc(responses=media_type_response("image/jpeg", "Small") | DECODED)
def get_thumbnail(picture_id: int) -> Response:
    """Returns a thumbnail of the picture."""
    return thumbnail_response(_picture(picture_id).path)


@regression_sets.get("/models/<name>/<int:version>/regression")
@regression_sets.input(CheckedThreshold, location="query", arg_name="choice")
@regression_sets.output(Standing)
@regression_sets.doc(responses=[409])
def get_standing(name: str, version: int, choice: CheckedThreshold) -> Standing:
    """Returns how a version does on its regression set, with the pictures that it gets wrong."""
    manifest = manifest_of(name, version)
    identity = ModelIdentity(name=name, version=version, sha256=manifest.content_hash)
    threshold = manifest.threshold if choice.threshold is None else choice.threshold
    return services().regression.standing(identity, threshold)


@regression_sets.post("/models/<name>/<int:version>/regression")
@regression_sets.input(CheckedThreshold, arg_name="choice")
@regression_sets.output(Job, status_code=202)
@regression_sets.doc(responses=[409])
def start_check(name: str, version: int, choice: CheckedThreshold) -> Job:
    """Runs a version on its regression set, as a job; refused while another job runs."""
    manifest_of(name, version)
    parameters = CheckParameters(
        model=ModelReference(name=name, version=version), threshold=choice.threshold
    )
    demand = parameters.model_dump(mode="json")
    return services().job_launcher.start(demand, user_name(), kind=KIND)


@contextmanager
def _stored(original: KnownPicture) -> Iterator[tuple[Path, str]]:
    """The file of the original, and its source as the set records it."""
    if (original.inspection_id is None) is (original.picture_id is None):
        abort(422, "give either inspection_id or picture_id")
    if original.inspection_id is not None:
        inspection = services().ledger.get(original.inspection_id)
        if inspection is None or inspection.picture_path is None:
            abort(404, f"there is no picture of inspection {original.inspection_id!r}")
        with judged_file(inspection) as file:
            yield file, f"inspection {original.inspection_id}"
        return
    assert original.picture_id is not None
    picture = services().datasets.get(original.picture_id)
    file = stored_file(services().data_dir, picture.path)
    yield file, f"dataset {picture.dataset}, picture {picture.picture_id}"


def _picture(picture_id: int) -> RegressionPicture:
    try:
        return services().regression.get(picture_id)
    except RegressionError as error:
        abort(404, str(error))
