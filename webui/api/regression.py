"""Regression sets: pictures with known verdicts that a model version must get right."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from apiflask import APIBlueprint
from apiflask.fields import UploadFile
from flask import Response, abort
from pydantic import Field, TypeAdapter
from werkzeug.utils import secure_filename

from okng.device.regression_job import KIND, CheckParameters
from okng.device.store.jobs import Job
from okng.device.store.regression import RegressionError, RegressionPicture, Standing
from okng.device.types import Message, ModelIdentity, ModelReference, Name, Verdict
from okng.models.preprocessing import ImageError
from okng.webui.access import user_name
from okng.webui.api.documents import gives
from okng.webui.api.models import manifest_of
from okng.webui.api.pictures import judged_file, picture_file, thumbnail_response
from okng.webui.services import services
from okng.webui.training_jobs import JobRunning

regression = APIBlueprint("regression", __name__, tag="Regression set")

_NAME: TypeAdapter[str] = TypeAdapter(Name)


class RegressionSet(Message):
    """The pictures of a model's name, and apart those removed, the oldest first."""

    pictures: list[RegressionPicture]
    removed: list[RegressionPicture]


class KnownPicture(Message):
    """A stored picture to copy: an inspection's or a dataset's."""

    inspection_id: str | None = None
    picture_id: int | None = None
    verdict: Verdict


class KnownUpload(Message):
    """A picture file: PNG, JPEG, BMP or TIFF, 8 or 16 bit."""

    file: UploadFile
    verdict: Verdict


class Removal(Message):
    """Why a picture leaves the set."""

    why: str = Field(min_length=1, max_length=500)


class CheckedThreshold(Message):
    """Null is the model's own."""

    threshold: float | None = None


@regression.get("/regression/<name>")
@regression.output(RegressionSet)
def list_set(name: str) -> RegressionSet:
    """The regression set of a model's name."""
    store = services().regression
    return RegressionSet(pictures=store.pictures(name), removed=store.pictures(name, removed=True))


@regression.post("/regression/<name>")
@regression.input(KnownPicture, arg_name="known")
@regression.output(RegressionPicture)
@regression.doc(responses=[409])
def add_stored(name: str, known: KnownPicture) -> RegressionPicture:
    """Copies a stored picture into the set; what happens to the original is of no matter then."""
    _NAME.validate_python(name)
    with _stored(known) as (file, source):
        return services().regression.add(file, name, known.verdict, source, user_name())


@regression.post("/regression/<name>/upload")
@regression.input(KnownUpload, location="form_and_files", arg_name="upload")
@regression.output(RegressionPicture)
@regression.doc(responses=[409])
def upload(name: str, upload: KnownUpload) -> RegressionPicture:
    """Adds a picture file to the set, byte for byte."""
    _NAME.validate_python(name)
    file_name = secure_filename(upload.file.filename or "") or "picture"
    with tempfile.TemporaryDirectory(prefix="okng-upload-") as folder:
        path = Path(folder) / file_name
        with closing(upload.file):
            upload.file.save(path)
        try:
            return services().regression.add(
                path, name, upload.verdict, f"upload {file_name}", user_name()
            )
        except ImageError as error:
            abort(422, str(error).replace(f"{folder}/", ""))


@regression.delete("/regression/pictures/<int:picture_id>")
@regression.input(Removal, location="query", arg_name="removal")
@regression.output(RegressionPicture)
@regression.doc(responses=[409])
def remove(picture_id: int, removal: Removal) -> RegressionPicture:
    """Takes a picture out of its set; who and why is kept, and the picture too."""
    _picture(picture_id)
    return services().regression.remove(picture_id, removal.why, user_name())


@regression.get("/regression/pictures/<int:picture_id>/file")
@regression.doc(responses=gives("image/*", "As stored"))
def get_file(picture_id: int) -> Response:
    """The picture as it is stored."""
    return picture_file(_picture(picture_id).path)


@regression.get("/regression/pictures/<int:picture_id>/thumbnail")
@regression.doc(responses=gives("image/jpeg", "Small"))
def get_thumbnail(picture_id: int) -> Response:
    """The picture for a list."""
    return thumbnail_response(_picture(picture_id).path)


@regression.get("/models/<name>/<int:version>/regression")
@regression.input(CheckedThreshold, location="query", arg_name="choice")
@regression.output(Standing)
@regression.doc(responses=[409])
def get_standing(name: str, version: int, choice: CheckedThreshold) -> Standing:
    """How a version stands against its regression set, with the pictures that it gets wrong."""
    manifest = manifest_of(name, version)
    identity = ModelIdentity(name=name, version=version, sha256=manifest.content_hash)
    threshold = manifest.threshold if choice.threshold is None else choice.threshold
    return services().regression.standing(identity, threshold)


@regression.post("/models/<name>/<int:version>/regression")
@regression.input(CheckedThreshold, arg_name="choice")
@regression.output(Job, status_code=202)
@regression.doc(responses=[409])
def start_check(name: str, version: int, choice: CheckedThreshold) -> Job:
    """Checks a version on its regression set, as a job; refused while another job runs."""
    manifest_of(name, version)
    parameters = CheckParameters(
        model=ModelReference(name=name, version=version), threshold=choice.threshold
    )
    try:
        demand = parameters.model_dump(mode="json")
        return services().training_jobs.start(demand, user_name(), kind=KIND)
    except JobRunning as error:
        abort(409, str(error))


@contextmanager
def _stored(known: KnownPicture) -> Iterator[tuple[Path, str]]:
    """File and source of the original."""
    if (known.inspection_id is None) is (known.picture_id is None):
        abort(422, "give either inspection_id or picture_id")
    if known.inspection_id is not None:
        inspection = services().ledger.get(known.inspection_id)
        if inspection is None or inspection.picture_path is None:
            abort(404, f"there is no picture of inspection {known.inspection_id!r}")
        with judged_file(inspection) as file:
            yield file, f"inspection {known.inspection_id}"
        return
    assert known.picture_id
    picture = services().datasets.get(known.picture_id)
    file = services().settings.data_dir / picture.path
    yield file, f"dataset {picture.dataset}, picture {picture.picture_id}"


def _picture(picture_id: int) -> RegressionPicture:
    try:
        return services().regression.get(picture_id)
    except RegressionError as error:
        abort(404, str(error))
