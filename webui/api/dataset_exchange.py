"""Import of labelled pictures into a dataset, as a job, and export of a dataset as a zip."""

from __future__ import annotations

import shutil
from pathlib import Path

from apiflask import APIBlueprint
from apiflask.fields import UploadFile
from flask import Response, abort, send_file
from pydantic import Field

from okng.device.datasets.export_formats import ExportFormat, export_as
from okng.device.datasets.export_target import ExportError
from okng.device.datasets.masks import path_of_mask
from okng.device.datasets.sources.remote import scheme_of
from okng.device.datasets.sources.source import Refusal
from okng.device.jobs.dataset_import import KIND, ImportParameters
from okng.device.jobs.refusals import JobRefusals
from okng.device.jobs.store import Job, JobError
from okng.device.jobs.uploads import upload_folder
from okng.device.types import DatasetPicture, Label, Split
from okng.models.strict_model import StrictModel
from okng.webui.api.parameters import MAX_PAGE
from okng.webui.api.uploads import kept_upload
from okng.webui.auth.current_user import user_name
from okng.webui.body_limits import takes_upload
from okng.webui.images.picture_memory import MEGABYTE
from okng.webui.openapi import error_response, media_type_response
from okng.webui.request_parsing import name_to_give
from okng.webui.services import services

dataset_exchange = APIBlueprint("dataset_exchange", __name__, tag="Dataset import and export")

MAX_EXPORT_BYTES = 4_000_000_000
"""Largest export over HTTP; `okng dataset export` has no limit."""


class _Unlabelled(StrictModel):
    label: Label | None = None
    """Label of pictures whose source doesn't tell it; null leaves them out."""
    split: Split | None = None
    """Split of pictures whose source doesn't tell it."""


class StationImport(_Unlabelled):
    """A source that the station can read."""

    source: str = Field(min_length=1, max_length=4096)
    """A folder, zip or manifest on the station, or an address such as `s3://bucket/prefix`."""
    pictures: str | None = Field(default=None, min_length=1, max_length=4096)
    """A folder on the station with a copy of the pictures that a manifest refers to."""


class UploadedImport(_Unlabelled):
    """A zip or manifest that is uploaded."""

    file: UploadFile
    pictures: str | None = Field(default=None, min_length=1, max_length=4096)
    """A folder on the station with a copy of the pictures that a manifest refers to."""


class NumberedRefusal(Refusal):
    """A line or file that was left out, with its number for the next page."""

    number: int


class Refusals(StrictModel):
    """What an import left out, in the order of the source."""

    refusals: list[NumberedRefusal]


class RefusalsPage(StrictModel):
    """Which refusals to list."""

    after: int = Field(default=0, ge=0)
    """The last number that is known."""
    limit: int = Field(default=100, ge=1, le=MAX_PAGE)


class ExportOptions(StrictModel):
    """How to export a dataset."""

    format: ExportFormat = ExportFormat.MANIFEST
    address: str | None = Field(default=None, max_length=1024)
    """`s3://BUCKET/PREFIX` where a manifest says that its files lie."""


@dataset_exchange.post("/datasets/<name>/imports")
@dataset_exchange.input(StationImport, arg_name="request")
@dataset_exchange.output(Job, status_code=202)
@dataset_exchange.doc(responses=[409])
def import_from_station(name: str, request: StationImport) -> Job:
    """Imports labelled pictures from a folder or file on the station, or from S3, as a job.

    The job's result has the counts; `GET /jobs/{job_id}/refusals` returns what was left out.
    """
    name = name_to_give(name)
    for path in (request.source, request.pictures):
        if path and not scheme_of(path) and not Path(path).exists():
            abort(404, f"{path[:300]}: there is no such folder or file on the station")
    parameters = ImportParameters(dataset=name, **dict(request))
    return services().job_launcher.start(parameters.model_dump(mode="json"), user_name(), kind=KIND)


@dataset_exchange.post("/datasets/<name>/imports/upload")
@dataset_exchange.input(UploadedImport, location="form_and_files", arg_name="upload")
@dataset_exchange.output(Job, status_code=202)
@dataset_exchange.doc(responses=[409, 413])
@takes_upload
def import_upload(name: str, upload: UploadedImport) -> Job:
    """Imports labelled pictures from an uploaded zip archive or manifest, as a job."""
    name = name_to_give(name)
    with kept_upload(upload.file, "upload.zip") as path:
        parameters = ImportParameters(
            dataset=name,
            source=str(path),
            pictures=upload.pictures,
            label=upload.label,
            split=upload.split,
        )
        return services().job_launcher.start(
            parameters.model_dump(mode="json"), user_name(), kind=KIND
        )


@dataset_exchange.get("/jobs/<int:job_id>/refusals")
@dataset_exchange.input(RefusalsPage, location="query", arg_name="page")
@dataset_exchange.output(Refusals)
def list_refusals(job_id: int, page: RefusalsPage) -> Refusals:
    """Lists every line and file that an import left out, with its reason."""
    try:
        services().jobs.get(job_id)
    except JobError as error:
        abort(404, str(error))
    refusals = JobRefusals(services().data_dir).page(job_id, page.after, page.limit)
    return Refusals(
        refusals=[
            NumberedRefusal(number=number, where=refusal.where, reason=refusal.reason)
            for number, refusal in enumerate(refusals, page.after + 1)
        ]
    )


@dataset_exchange.get("/datasets/<name>/export")
@dataset_exchange.input(ExportOptions, location="query", arg_name="options")
@dataset_exchange.doc(
    responses=media_type_response("application/zip", "All pictures, masks and labels")
    | {
        409: error_response("A stored file is gone or damaged, or the disk is full"),
        413: error_response("The dataset is larger than 4 GB: use `okng dataset export`"),
    }
)
def export(name: str, options: ExportOptions) -> Response:
    """Returns a dataset as a zip archive, which an import reads again without loss."""
    pictures = services().datasets.pictures(name)
    if not pictures:
        abort(404, f"there is no dataset {name!r} with pictures")
    _check_export_size(pictures)
    with upload_folder(services().data_dir) as folder:
        archive = folder / f"{name}.zip"
        try:
            export_as(services().data_dir, pictures, archive, options.format, options.address)
        except ExportError as error:
            abort(409, str(error).replace(f"{services().data_dir}/", ""))
        # The file is there as long as it is open.
        file = archive.open("rb")
    return send_file(
        file, mimetype="application/zip", as_attachment=True, download_name=f"{name}.zip"
    )


def _check_export_size(pictures: list[DatasetPicture]) -> None:
    data_dir = services().data_dir
    files = [
        data_dir / path
        for picture in pictures
        for path in (picture.path, path_of_mask(picture))
        if path
    ]
    size = sum(path.stat().st_size for path in files if path.exists())
    if size > MAX_EXPORT_BYTES:
        abort(
            413,
            f"the dataset has {size:,} bytes, at most {MAX_EXPORT_BYTES:,} can be downloaded; "
            "`okng dataset export` has no limit",
        )
    kept_free = services().settings.storage.min_free_mb * MEGABYTE
    if shutil.disk_usage(data_dir).free < size + kept_free:
        abort(409, f"the archive would need {size:,} bytes, for which the disk has no room")
