"""Incremental training: adding new normal pictures to a model, and which verdicts that changed."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort

from okng.device.jobs.incremental_training import KIND, GrowingParameters, further_pictures
from okng.device.jobs.store import Job
from okng.device.types import ModelReference
from okng.models.bundles.training_records import ChangedJudgement
from okng.models.strict_model import StrictModel
from okng.models.training.anomaly.incremental_training import why_not
from okng.webui.api.models import manifest_of
from okng.webui.api.parameters import FromDataset
from okng.webui.auth.current_user import user_name
from okng.webui.services import services

incremental_training = APIBlueprint("incremental_training", __name__, tag="Growing")


class FurtherPicturesSummary(StrictModel):
    """A dataset compared with what a model version was trained on."""

    known: int
    """Normal pictures of the dataset that it was trained on; they would not be read again."""
    new: int
    """Normal pictures that it could be trained on in addition."""
    obstacle: str | None
    """Why incremental training isn't possible; null if it is."""


class StoredChangedPicture(ChangedJudgement):
    """A picture whose verdict incremental training changed."""

    picture_id: int | None
    """Id in a dataset of this station; null if no dataset has the picture."""


class ChangedPictures(StrictModel):
    """The pictures whose verdict changed; none unless the version comes from such a training."""

    pictures: list[StoredChangedPicture]


@incremental_training.get("/models/<name>/<int:version>/further-pictures")
@incremental_training.input(FromDataset, location="query", arg_name="source")
@incremental_training.output(FurtherPicturesSummary)
@incremental_training.doc(responses=[409])
def get_further_pictures(name: str, version: int, source: FromDataset) -> FurtherPicturesSummary:
    """Returns how many new pictures of a dataset the version could be trained on."""
    manifest = manifest_of(name, version)
    datasets = services().datasets
    further = services().further_pictures.get(
        (manifest.content_hash, source.dataset),
        datasets.version(source.dataset),
        lambda: further_pictures(manifest, datasets.outlines(source.dataset)),
    )
    obstacle = why_not(manifest)
    if obstacle is None and further.forbidden:
        obstacle = (
            f"{further.forbidden} of the pictures that it has learnt as good are anomalous or for "
            "testing now. Only a training from all pictures forgets them."
        )
    return FurtherPicturesSummary(known=further.known, new=len(further.new), obstacle=obstacle)


@incremental_training.post("/models/<name>/<int:version>/grow")
@incremental_training.input(FromDataset, arg_name="source")
@incremental_training.output(Job, status_code=202)
@incremental_training.doc(responses=[409])
def grow(name: str, version: int, source: FromDataset) -> Job:
    """Trains on the new pictures of a dataset, as a job; refused while another job runs.

    The result is the next version of the model. The pictures that this version was trained on are
    not read again.
    """
    if obstacle := why_not(manifest_of(name, version)):
        abort(409, obstacle)
    model = ModelReference(name=name, version=version)
    parameters = GrowingParameters(model=model, dataset=source.dataset)
    demand = parameters.model_dump(mode="json")
    return services().job_launcher.start(demand, user_name(), kind=KIND)


@incremental_training.get("/models/<name>/<int:version>/changed-pictures")
@incremental_training.output(ChangedPictures)
@incremental_training.doc(responses=[409])
def get_changed_pictures(name: str, version: int) -> ChangedPictures:
    """Lists the pictures on which this version's verdict differs from its predecessor's."""
    growth = manifest_of(name, version).growth
    changed = growth.changed if growth else []
    stored = services().datasets.with_hashes(picture.sha256 for picture in changed)
    return ChangedPictures(
        pictures=[
            StoredChangedPicture(
                **picture.model_dump(),
                picture_id=match.picture_id if (match := stored.get(picture.sha256)) else None,
            )
            for picture in changed
        ]
    )
