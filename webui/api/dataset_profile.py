"""Profile of a dataset: counts, gaps, all pictures in columns, and the job that measures them."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, abort

from okng.device.datasets.dataset_profile import DatasetProfile, PictureMap
from okng.device.datasets.picture_columns import PictureColumns
from okng.device.jobs.dataset_profile import KIND, ProfileParameters
from okng.device.jobs.store import Job
from okng.webui.auth.current_user import user_name
from okng.webui.compression import CompressedDocument
from okng.webui.dataset_scores import ScoredBy
from okng.webui.services import services

dataset_profile = APIBlueprint("dataset_profile", __name__, tag="Dataset profiles")


class ProfiledPictures(PictureColumns):
    """All pictures of a dataset in columns, with their scores and their places on the map."""

    scored_by: ScoredBy | None
    """The newest model that was trained from the dataset; null without one."""
    score: list[float | None]
    """By that model's cross-validation; null for pictures that it does not know."""
    map: PictureMap | None
    """Null if fewer than two different pictures were measured."""


@dataset_profile.get("/datasets/<name>/profile")
@dataset_profile.output(DatasetProfile)
def get_profile(name: str) -> DatasetProfile:
    """Returns how the pictures are spread, how many were measured, and what the dataset lacks."""
    _ensure_there(name)
    return services().dataset_profiles.profile(name, services().dataset_findings.standing(name))


@dataset_profile.get("/datasets/<name>/profile/pictures")
@dataset_profile.output(ProfiledPictures)
def list_profiled_pictures(name: str) -> Response:
    """Lists all pictures in columns: what they are grouped by, measurements, scores, and the map.

    The answer is of one version of the dataset, which it names.
    """
    _ensure_there(name)
    version = services().dataset_profiles.version(name), services().dataset_scores.version(name)
    document = services().picture_documents.get(name, version, lambda: _document(name))
    return document.response()


@dataset_profile.post("/datasets/<name>/profile")
@dataset_profile.output(Job, status_code=202)
@dataset_profile.doc(responses=[409])
def measure_pictures(name: str) -> Job:
    """Measures the pictures that were not measured yet, as a job; refused while another runs."""
    if not services().datasets.page(name, limit=1):
        abort(404, f"there is no dataset {name!r} with pictures")
    parameters = ProfileParameters(dataset=name).model_dump(mode="json")
    return services().job_launcher.start(parameters, user_name(), kind=KIND)


def _document(dataset: str) -> CompressedDocument:
    profiles = services().dataset_profiles
    read = profiles.pictures(dataset)
    scored = services().dataset_scores.scored_by(dataset)
    by_sha256 = scored[1] if scored else {}
    pictures = ProfiledPictures.model_construct(
        **dict(read.columns),
        scored_by=scored[0] if scored else None,
        score=[by_sha256.get(sha256) for sha256 in read.sha256],
        map=profiles.picture_map(dataset),
    )
    return CompressedDocument.of(pictures.model_dump_json())


def _ensure_there(dataset: str) -> None:
    if dataset not in services().datasets.names():
        abort(404, f"there is no dataset {dataset!r}")
