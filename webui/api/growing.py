"""Growing: what a model version could learn besides, learning it, and what that changed."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort

from okng.device.growing_job import KIND, GrowingParameters, further_pictures
from okng.device.store.jobs import Job
from okng.device.types import Message, ModelReference
from okng.models.growth import ChangedPicture
from okng.models.training.growing import why_not
from okng.webui.access import user_name
from okng.webui.api.models import manifest_of
from okng.webui.api.parameters import FromDataset
from okng.webui.services import services
from okng.webui.training_jobs import JobRunning

growing = APIBlueprint("growing", __name__, tag="Growing")


class FurtherPictures(Message):
    """A dataset against what a model version has learnt."""

    known: int
    """Normal pictures of the dataset that it has learnt; they would not be read again."""
    new: int
    """Normal pictures that it could learn besides."""
    obstacle: str | None
    """Why it can't learn them; null where it can."""


class ChangedStoredPicture(ChangedPicture):
    """A picture that growing made change sides."""

    picture_id: int | None
    """Of a dataset of this station; null when it is in none."""


class ChangedPictures(Message):
    """All that changed sides; none for a version that did not grow."""

    pictures: list[ChangedStoredPicture]


@growing.get("/models/<name>/<int:version>/further-pictures")
@growing.input(FromDataset, location="query", arg_name="source")
@growing.output(FurtherPictures)
@growing.doc(responses=[409])
def get_further_pictures(name: str, version: int, source: FromDataset) -> FurtherPictures:
    """How many pictures of a dataset the version could learn besides."""
    manifest = manifest_of(name, version)
    further = further_pictures(manifest, services().datasets.pictures(source.dataset))
    obstacle = why_not(manifest)
    if obstacle is None and further.forbidden:
        obstacle = (
            f"{further.forbidden} of the pictures that it has learnt as good are anomalous or for "
            "testing now. Only a training from all pictures forgets them."
        )
    return FurtherPictures(known=further.known, new=len(further.new), obstacle=obstacle)


@growing.post("/models/<name>/<int:version>/grow")
@growing.input(FromDataset, arg_name="source")
@growing.output(Job, status_code=202)
@growing.doc(responses=[409])
def grow(name: str, version: int, source: FromDataset) -> Job:
    """Learns the new pictures of a dataset, as a job; refused while another job runs.

    The result is the next version of the model. The pictures that this version has learnt are not
    read again.
    """
    if obstacle := why_not(manifest_of(name, version)):
        abort(409, obstacle)
    model = ModelReference(name=name, version=version)
    parameters = GrowingParameters(model=model, dataset=source.dataset)
    try:
        demand = parameters.model_dump(mode="json")
        return services().training_jobs.start(demand, user_name(), kind=KIND)
    except JobRunning as error:
        abort(409, str(error))


@growing.get("/models/<name>/<int:version>/changed-pictures")
@growing.output(ChangedPictures)
@growing.doc(responses=[409])
def get_changed_pictures(name: str, version: int) -> ChangedPictures:
    """The pictures that the version calls otherwise than the one that it grew from."""
    growth = manifest_of(name, version).growth
    changed = growth.changed if growth else []
    there = services().datasets.with_hashes(one.sha256 for one in changed)
    return ChangedPictures(
        pictures=[
            ChangedStoredPicture(
                **one.model_dump(),
                picture_id=found.picture_id if (found := there.get(one.sha256)) else None,
            )
            for one in changed
        ]
    )
