"""Fine-tuning of a detector on the boxes of a dataset."""

from __future__ import annotations

from collections.abc import Sequence

from apiflask import APIBlueprint

from okng.device.jobs.detector_training import KIND, DetectorTrainingParameters, boxed_pictures
from okng.device.jobs.store import Job
from okng.device.types import Name
from okng.models.bundles.bundle import Bundle, BundleError, check_task
from okng.models.bundles.manifest import DetectionManifest, ModelInput
from okng.models.strict_model import StrictModel
from okng.models.training.detection.initial_network import InitialNetwork, network_in
from okng.models.training.detection.request import BoxedPicture, DetectorTrainingOptions
from okng.models.training.detection.splits import split_checked
from okng.models.training.request import TrainingError
from okng.models.training.subprocess.environment import MissingEnvironmentError, find_environment
from okng.webui.api.models import manifest_as
from okng.webui.api.parameters import FromDataset
from okng.webui.auth.current_user import user_name
from okng.webui.services import services

fine_tuning = APIBlueprint("fine_tuning", __name__, tag="Fine-tuning")


class FineTuning(StrictModel):
    """What fine-tuning a detector on a dataset would use and make."""

    pictures: int
    """How many are labelled with boxes, or as showing no object."""
    boxes: dict[str, int]
    """Number of boxes by class."""
    name: str
    """Default name of the new detector: the dataset's, or another one if that is taken."""
    input: ModelInput
    """Default input size, pixels."""
    obstacle: str | None
    """Why fine-tuning isn't possible; null if it is."""


class FineTuningRequest(DetectorTrainingOptions):
    """Dataset and options of a fine-tuning; all but the dataset has a default."""

    dataset: Name
    model: Name | None = None
    """Null: the default name that `GET` returns. The detector gets its next version."""


@fine_tuning.get("/models/<name>/<int:version>/fine-tuning")
@fine_tuning.input(FromDataset, location="query", arg_name="source")
@fine_tuning.output(FineTuning)
@fine_tuning.doc(responses=[409])
def get_fine_tuning(name: str, version: int, source: FromDataset) -> FineTuning:
    """Returns what fine-tuning on a dataset would use, and what stands in its way."""
    bundle = _detector(name, version)
    summary = services().datasets.summary(source.dataset)
    return FineTuning(
        pictures=summary.boxed,
        boxes=summary.boxes,
        name=_usual_name(bundle, source.dataset),
        input=bundle.manifest.input,
        obstacle=_obstacle(bundle, source.dataset),
    )


@fine_tuning.post("/models/<name>/<int:version>/fine-tuning")
@fine_tuning.input(FineTuningRequest, arg_name="request")
@fine_tuning.output(Job, status_code=202)
@fine_tuning.doc(responses=[409])
def fine_tune(name: str, version: int, request: FineTuningRequest) -> Job:
    """Fine-tunes the detector on a dataset's boxes, as a job; refused while another job runs.

    The result is a new version of a detector for the classes of these boxes.
    """
    bundle = _detector(name, version)
    pictures = boxed_pictures(request.dataset, services().data_dir)
    model = request.model or _usual_name(bundle, request.dataset)
    network = _network_to_train(bundle, pictures)
    check_task(services().models_dir / model, "detection")
    parameters = DetectorTrainingParameters(
        model=model,
        **network.model_dump(),
        **request.model_dump(exclude={"model"}),
    )
    document = parameters.model_dump(mode="json")
    return services().job_launcher.start(document, user_name(), kind=KIND)


def _detector(name: str, version: int) -> Bundle[DetectionManifest]:
    manifest = manifest_as(name, version, DetectionManifest)
    return Bundle(services().models_dir / name / str(version), manifest)


def _obstacle(bundle: Bundle[DetectionManifest], dataset: str) -> str | None:
    """Why the detector can't be fine-tuned on a dataset; None if it can."""
    version = services().datasets.version(dataset)
    try:
        network_in(bundle)
        too_few = services().too_few_boxes.get(dataset, version, lambda: _too_few(dataset))
        if too_few is None:
            find_environment(services().settings.train_environment)
    except (TrainingError, MissingEnvironmentError) as error:
        return str(error)
    return too_few


def _too_few(dataset: str) -> str | None:
    try:
        split_checked(boxed_pictures(dataset, services().data_dir))
    except TrainingError as error:
        return str(error)
    return None


def _network_to_train(
    bundle: Bundle[DetectionManifest], pictures: Sequence[BoxedPicture]
) -> InitialNetwork:
    """The network to fine-tune.

    Raises:
        TrainingError: it can't be fine-tuned, or the pictures are too few.
        MissingEnvironmentError: torch isn't installed.
    """
    network = network_in(bundle)
    split_checked(pictures)
    find_environment(services().settings.train_environment)
    return network


def _usual_name(bundle: Bundle[DetectionManifest], dataset: str) -> str:
    """The default name of the new detector.

    A detector that was trained here keeps its name. An imported one has other classes, so the new
    detector is named after the dataset.
    """
    if bundle.manifest.training:
        return bundle.manifest.name
    try:
        read = services().manifests.outline
        check_task(services().models_dir / dataset, "detection", read)
    except BundleError:
        return f"{dataset}-detector"
    return dataset
