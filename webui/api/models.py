"""Models: training methods, model versions and their metrics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from apiflask import APIBlueprint
from flask import Response, abort
from pydantic import AwareDatetime, RootModel

from okng.device.recipes.recipe import Recipe
from okng.device.types import ModelReference
from okng.models.anomaly import methods
from okng.models.bundles.anomalib_settings import ANOMALIB_METHODS
from okng.models.bundles.bundle import BundleError, ManifestT
from okng.models.bundles.manifest import AnomalyManifest, DetectionManifest, Manifest
from okng.models.evaluation import Metrics
from okng.models.evaluation.assessment import AssessmentState
from okng.models.evaluation.pixel_metrics import PixelMetrics
from okng.models.evaluation.worst_pictures import ScoredPicture
from okng.models.strict_model import StrictModel
from okng.models.training.subprocess.environment import MissingEnvironmentError, find_environment
from okng.webui.images.stored_files import stored_file
from okng.webui.services import services

models = APIBlueprint("models", __name__, tag="Models")


class Method(StrictModel):
    """A training method; `settings` is the JSON Schema of its settings."""

    type: str
    title: str
    settings: dict[str, Any]
    why_not: str | None = None
    """Why it can't be used on this station, and what to do about it; null if it can."""


class Methods(StrictModel):
    """All training methods."""

    methods: list[Method]


class ModelSummary(StrictModel):
    """A model version; all but its name and version is null if it is broken."""

    name: str
    version: int
    task: str | None = None
    """`anomaly` or `detection`."""
    method: str | None = None
    """Method of an anomaly model; null for a detector."""
    created_at: AwareDatetime | None = None
    threshold: float | None = None
    metrics: Metrics | None = None
    """Null also if the dataset had no anomalous picture."""
    assessment: AssessmentState | None = None
    """Whether its figures show that it finds defects; null for a detector."""
    pixels: PixelMetrics | None = None
    """Pixel AUROC and AUPRO; null if the model was trained without masks."""
    classes: list[str] | None = None
    """Classes of a detector; null for an anomaly model."""
    active: bool = False
    """Whether the active recipe names it."""
    broken: str | None = None
    """What is wrong with a broken version."""


class Models(StrictModel):
    """All versions of all models, by name, the newest version first."""

    models: list[ModelSummary]


class StoredPicture(ScoredPicture):
    """A picture that the model was trained or evaluated on."""

    picture_id: int | None
    """Id in a dataset of this station; null if no dataset has the picture."""


class AnyManifest(RootModel[AnomalyManifest | DetectionManifest]):
    """The manifest of an anomaly model or of a detector, told apart by `task`."""


class WorstPictures(StrictModel):
    """The pictures with the largest errors, the worst first."""

    pictures: list[StoredPicture]


@models.get("/methods")
@models.output(Methods)
def list_methods() -> Methods:
    """Lists the training methods."""
    own = [
        Method(
            type=word,
            title=_first_line(method.__doc__) or word,
            settings=method.settings_class.model_json_schema(),
        )
        for word, method in methods().items()
    ]
    why_not = _why_no_anomalib()
    by_anomalib = [
        Method(
            type=word,
            title=_first_line(settings.__doc__),
            settings=settings.model_json_schema(),
            why_not=why_not,
        )
        for word, settings in ANOMALIB_METHODS.items()
    ]
    return Methods(methods=own + by_anomalib)


@models.get("/models")
@models.output(Models)
def list_models() -> Models:
    """Lists all versions of all models, by name, the newest version first."""
    bundles, broken = services().manifests.outlines()
    recipe = services().recipe_to_run()
    active = _named(recipe.recipe) if recipe else []
    summaries = [_summary(bundle.manifest, active) for bundle in bundles] + [
        ModelSummary(name=b.path.parent.name, version=int(b.path.name), broken=b.error)
        for b in broken
    ]
    return Models(models=sorted(summaries, key=lambda model: (model.name, -model.version)))


@models.get("/models/<name>/<int:version>")
@models.output(AnyManifest)
@models.doc(responses=[409])
def get_model(name: str, version: int) -> Response:
    """Returns the manifest: metrics, score histogram and threshold, or a detector's classes."""
    with _usable(name, version) as folder:
        return Response(services().manifests.document(folder), mimetype="application/json")


@models.get("/models/<name>/<int:version>/worst-pictures")
@models.output(WorstPictures)
@models.doc(responses=[409])
def get_worst_pictures(name: str, version: int) -> WorstPictures:
    """Lists the worst pictures of the manifest, each with its id if a dataset still has it."""
    return WorstPictures(pictures=with_ids(manifest_of(name, version).worst_pictures))


def with_ids(pictures: Sequence[ScoredPicture]) -> list[StoredPicture]:
    """Adds to each picture its id, if a dataset of this station still has it."""
    stored = services().datasets.with_hashes(picture.sha256 for picture in pictures)
    return [
        StoredPicture(
            **picture.model_dump(),
            picture_id=match.picture_id if (match := stored.get(picture.sha256)) else None,
        )
        for picture in pictures
    ]


def manifest_of(name: str, version: int) -> AnomalyManifest:
    """The manifest of an anomaly model; ends the request if it is missing or a detector's."""
    return manifest_as(name, version, AnomalyManifest)


def manifest_as(name: str, version: int, kind: type[ManifestT]) -> ManifestT:
    """The manifest of a model of this kind (`Manifest`: any); ends the request likewise."""
    with _usable(name, version) as folder:
        return services().manifests.read(folder, kind)


@contextmanager
def _usable(name: str, version: int) -> Iterator[Path]:
    """The folder of a model; ends the request if it is missing or its manifest is broken."""
    folder = stored_file(services().data_dir, f"models/{name}/{version}")
    if name.startswith(".") or not folder.is_dir():
        abort(404, f"there is no model {name!r} version {version}")
    try:
        yield folder
    except BundleError as error:
        abort(409, f"the model can't be used for this: {error}")


def _named(recipe: Recipe) -> list[ModelReference]:
    """The models that a recipe uses."""
    detector = recipe.detection.model if recipe.detection else None
    return [model for model in (recipe.model, detector) if model]


def _summary(manifest: Manifest, active: list[ModelReference]) -> ModelSummary:
    common = ModelSummary(
        name=manifest.name,
        version=manifest.version,
        task=manifest.task,
        created_at=manifest.created_at,
        active=ModelReference(name=manifest.name, version=manifest.version) in active,
    )
    match manifest:
        case AnomalyManifest():
            figures = {
                "threshold": manifest.threshold,
                "metrics": manifest.metrics,
                "assessment": services().manifests.assessment(manifest),
                "pixels": manifest.pixels,
            }
            return common.model_copy(update={"method": manifest.method.type} | figures)
        case DetectionManifest():
            return common.model_copy(update={"classes": manifest.classes})
    return common


def _why_no_anomalib() -> str | None:
    try:
        find_environment(services().settings.train_environment)
    except MissingEnvironmentError as error:
        return str(error)
    return None


def _first_line(docstring: str | None) -> str:
    return (docstring or "").strip().partition("\n")[0].rstrip(".")
