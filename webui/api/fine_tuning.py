"""Fine-tuning: what a detector could learn from the boxes of a dataset, and learning it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from apiflask import APIBlueprint
from flask import abort

from okng.device.detector_training_job import KIND, DetectorTrainingParameters, boxed_pictures
from okng.device.store.jobs import Job
from okng.device.types import Message, Name
from okng.models.bundle import Bundle, BundleError, check_task
from okng.models.manifest import DetectionManifest, ModelInput
from okng.models.training.detection.beginning import BeginningNetwork, network_in
from okng.models.training.detection.dealing import deal_enough
from okng.models.training.detection.request import BoxedPicture, DetectorTrainingOptions
from okng.models.training.environment import MissingEnvironment, find_environment
from okng.models.training.request import TrainingError
from okng.webui.access import user_name
from okng.webui.api.models import manifest_as
from okng.webui.api.parameters import FromDataset
from okng.webui.services import services
from okng.webui.training_jobs import JobRunning

fine_tuning = APIBlueprint("fine_tuning", __name__, tag="Fine-tuning")


class FineTuning(Message):
    """What a detector's version could learn from a dataset."""

    pictures: int
    """Of which somebody said what is in them, be it nothing."""
    boxes: dict[str, int]
    """Drawn in them, by class."""
    name: str
    """That the new detector gets unless another one is given: the dataset's, or what is free."""
    input: ModelInput
    """The size in pixels that it gets unless another one is given."""
    obstacle: str | None
    """Why it can't learn them; null where it can."""


class FineTuningDemand(DetectorTrainingOptions):
    """What to learn from and how; all but the dataset has a default."""

    dataset: Name
    model: Name | None = None
    """Null is the name that `FineTuning` says; the detector gets its next version."""


@fine_tuning.get("/models/<name>/<int:version>/fine-tuning")
@fine_tuning.input(FromDataset, location="query", arg_name="source")
@fine_tuning.output(FineTuning)
@fine_tuning.doc(responses=[409])
def get_fine_tuning(name: str, version: int, source: FromDataset) -> FineTuning:
    """What the detector could learn from a dataset's boxes, and what stands in the way."""
    bundle = _detector(name, version)
    pictures = boxed_pictures(source.dataset, services().settings.data_dir)
    obstacle = None
    try:
        _network_to_teach(bundle, pictures)
    except (TrainingError, MissingEnvironment) as error:
        obstacle = str(error)
    return FineTuning(
        pictures=len(pictures),
        boxes=dict(sorted(Counter(box.name for one in pictures for box in one.boxes).items())),
        name=_usual_name(bundle, source.dataset),
        input=bundle.manifest.input,
        obstacle=obstacle,
    )


@fine_tuning.post("/models/<name>/<int:version>/fine-tuning")
@fine_tuning.input(FineTuningDemand, arg_name="demand")
@fine_tuning.output(Job, status_code=202)
@fine_tuning.doc(responses=[409])
def fine_tune(name: str, version: int, demand: FineTuningDemand) -> Job:
    """Learns the boxes of a dataset, as a job; refused while another job runs.

    The result is a version of a detector that finds the classes of these boxes.
    """
    bundle = _detector(name, version)
    pictures = boxed_pictures(demand.dataset, services().settings.data_dir)
    model = demand.model or _usual_name(bundle, demand.dataset)
    try:
        network = _network_to_teach(bundle, pictures)
        check_task(services().models_dir / model, "detection")
        parameters = DetectorTrainingParameters(
            model=model,
            **network.model_dump(),
            **demand.model_dump(exclude={"model"}),
        )
        document = parameters.model_dump(mode="json")
        return services().training_jobs.start(document, user_name(), kind=KIND)
    except (TrainingError, MissingEnvironment, BundleError, JobRunning) as error:
        abort(409, str(error))


def _detector(name: str, version: int) -> Bundle[DetectionManifest]:
    manifest = manifest_as(name, version, DetectionManifest)
    return Bundle(services().models_dir / name / str(version), manifest)


def _network_to_teach(
    bundle: Bundle[DetectionManifest], pictures: Sequence[BoxedPicture]
) -> BeginningNetwork:
    """The detector's network; raises what is in the way of teaching it these pictures."""
    network = network_in(bundle)
    deal_enough(pictures)
    find_environment(services().settings.train_environment)
    return network


def _usual_name(bundle: Bundle[DetectionManifest], dataset: str) -> str:
    """A detector that was trained here keeps its name; what was imported finds other things."""
    if bundle.manifest.training:
        return bundle.manifest.name
    try:
        check_task(services().models_dir / dataset, "detection")
    except BundleError:
        return f"{dataset}-detector"
    return dataset
