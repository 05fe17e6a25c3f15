"""Models: the methods there are, the trained versions, and what each was measured at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from apiflask import APIBlueprint
from flask import abort
from pydantic import AwareDatetime, RootModel

from okng.device.recipe import Recipe
from okng.device.types import Message, ModelReference
from okng.models.anomaly import methods
from okng.models.bundle import BundleError, ManifestT, list_bundles, read_manifest
from okng.models.evaluation import Metrics
from okng.models.evaluation.worst import ScoredPicture
from okng.models.imported.anomalib_methods import ANOMALIB_METHODS
from okng.models.manifest import AnomalyManifest, DetectionManifest, Manifest
from okng.models.training.environment import MissingEnvironment, find_environment
from okng.webui.services import services

models = APIBlueprint("models", __name__, tag="Models")


class Method(Message):
    """A way to train; `settings` is the JSON Schema of its settings."""

    type: str
    title: str
    settings: dict[str, Any]
    why_not: str | None = None
    """Why it can't be used on this station, and what to do about it; null where it can."""


class Methods(Message):
    """All ways to train."""

    methods: list[Method]


class ModelSummary(Message):
    """A trained version; all but its name is null when it is broken."""

    name: str
    version: int
    task: str | None = None
    """anomaly or detection."""
    method: str | None = None
    """Of an anomaly model; null of a detector."""
    created_at: AwareDatetime | None = None
    threshold: float | None = None
    metrics: Metrics | None = None
    """Null also when the dataset had no anomalous picture."""
    classes: list[str] | None = None
    """What a detector finds; null of an anomaly model."""
    active: bool = False
    """The recipe to run names it."""
    broken: str | None = None
    """What is wrong with it, in words."""


class Models(Message):
    """All versions of all models, by name, the newest version first."""

    models: list[ModelSummary]


class StoredPicture(ScoredPicture):
    """A picture that the model was trained or measured on."""

    picture_id: int | None
    """Of a dataset of this station; null when it is in none."""


class AnyManifest(RootModel[AnomalyManifest | DetectionManifest]):
    """Of an anomaly model or of a detector, which `task` tells apart."""


class WorstPictures(Message):
    """The most wrongly judged first."""

    pictures: list[StoredPicture]


@models.get("/methods")
@models.output(Methods)
def list_methods() -> Methods:
    """The ways to train a model."""
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
    """All versions of all models, by name, the newest version first."""
    bundles, broken = list_bundles(services().models_dir, Manifest)
    recipe = services().recipe_to_run()
    active = _named(recipe.recipe) if recipe else []
    found = [_summary(bundle.manifest, active) for bundle in bundles] + [
        ModelSummary(name=b.path.parent.name, version=int(b.path.name), broken=b.error)
        for b in broken
    ]
    return Models(models=sorted(found, key=lambda model: (model.name, -model.version)))


@models.get("/models/<name>/<int:version>")
@models.output(AnyManifest)
@models.doc(responses=[409])
def get_model(name: str, version: int) -> Manifest:
    """The manifest: metrics, score histogram, threshold and dataset, or a detector's classes."""
    return manifest_as(name, version, Manifest)


@models.get("/models/<name>/<int:version>/worst-pictures")
@models.output(WorstPictures)
@models.doc(responses=[409])
def get_worst_pictures(name: str, version: int) -> WorstPictures:
    """The manifest's worst pictures, each with its id where a dataset still has it."""
    return WorstPictures(pictures=with_ids(manifest_of(name, version).worst_pictures))


def with_ids(pictures: Sequence[ScoredPicture]) -> list[StoredPicture]:
    """The same pictures, each with its id where a dataset of this station still has it."""
    there = services().datasets.with_hashes(picture.sha256 for picture in pictures)
    return [
        StoredPicture(
            **picture.model_dump(),
            picture_id=found.picture_id if (found := there.get(picture.sha256)) else None,
        )
        for picture in pictures
    ]


def manifest_of(name: str, version: int) -> AnomalyManifest:
    """The manifest of an anomaly model; ends the request where there is none, or a detector."""
    return manifest_as(name, version, AnomalyManifest)


def manifest_as(name: str, version: int, kind: type[ManifestT]) -> ManifestT:
    """The manifest of a model of this kind, `Manifest` of any; ends the request as above."""
    folder = services().models_dir / name / str(version)
    if name.startswith(".") or not folder.is_dir():
        abort(404, f"there is no model {name!r} version {version}")
    try:
        return read_manifest(folder, kind)
    except BundleError as error:
        abort(409, f"the model can't be used for this: {error}")


def _named(recipe: Recipe) -> list[ModelReference]:
    """The models that a recipe judges with."""
    detector = recipe.detection.model if recipe.detection else None
    return [one for one in (recipe.model, detector) if one]


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
            known = {"threshold": manifest.threshold, "metrics": manifest.metrics}
            return common.model_copy(update={"method": manifest.method.type} | known)
        case DetectionManifest():
            return common.model_copy(update={"classes": manifest.classes})
    return common


def _why_no_anomalib() -> str | None:
    try:
        find_environment(services().settings.train_environment)
    except MissingEnvironment as error:
        return str(error)
    return None


def _first_line(docstring: str | None) -> str:
    return (docstring or "").strip().partition("\n")[0].rstrip(".")
