"""The recipe that runs: its version with everything loaded that it names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from okng.device.cameras import Camera
from okng.device.detection_rules import DetectionSettings
from okng.device.detector import Detector, UnknownClass
from okng.device.outputs import Output, outputs
from okng.device.recipe import Recipe, RecipeVersion
from okng.device.types import EngineBuild, ModelIdentity, ModelReference
from okng.models.anomaly_model import AnomalyModel
from okng.models.bundle import BundleError, list_bundles
from okng.models.detection.detection_model import DetectionModel
from okng.models.manifest import AnomalyManifest, DetectionManifest, Manifest, task_word
from okng.models.scene.comparison import SceneComparison


class ModelMissing(Exception):
    """A recipe names a model, or a class of one, that this station doesn't have or can't load."""


@dataclass(frozen=True, slots=True)
class ActiveRecipe:
    """What every part needs to be judged; never changes while parts refer to it."""

    version: RecipeVersion
    model: AnomalyModel | None
    identity: ModelIdentity | None
    threshold: float | None
    outputs: tuple[Output, ...] = ()
    scene: SceneComparison | None = None
    """What pictures are held against; None where the model has learnt no scene."""
    review_distance: float = 0.0
    """Parts that score no farther from the threshold are marked for review; 0 marks none."""
    detector: Detector | None = None
    build: EngineBuild | None = None
    """What runs the model; None where it runs as it came."""

    @property
    def judges(self) -> bool:
        """Whether a part can be NG by it: a detector whose rules allow everything isn't enough."""
        return self.model is not None or bool(self.detector and self.detector.settings.can_fail)

    @property
    def models(self) -> list[AnomalyModel | DetectionModel]:
        """Those that are loaded."""
        detector = self.detector.model if self.detector else None
        return [one for one in (self.model, detector) if one]

    @property
    def cuts_part_out(self) -> bool:
        """Whether the part is to be found first and judged apart from its picture."""
        detection = self.version.recipe.detection
        return detection is not None and detection.part is not None

    def close(self) -> None:
        """Sets its outputs inactive."""
        for output in self.outputs:
            output.close()


def activate(
    version: RecipeVersion, models_dir: Path, threads: int, camera: Camera
) -> ActiveRecipe:
    """Loads the models and makes the outputs.

    Raises:
        ModelMissing: as `load_recipe`.
    """
    loaded = load_recipe(version, models_dir, threads)
    kinds = outputs()
    made = tuple(kinds[one.type](one, camera) for one in version.recipe.outputs)
    return replace(loaded, outputs=made)


def load_recipe(version: RecipeVersion, models_dir: Path, threads: int) -> ActiveRecipe:
    """Loads the models (verified and warmed up); it has no outputs.

    Raises:
        ModelMissing: a model isn't there or its bundle is broken, or the detector doesn't know a
            class; the message lists what there is.
    """
    recipe = version.recipe
    model = load_model(recipe.model, models_dir, threads) if recipe.model else None
    detector = _load_detector(recipe.detection, models_dir, threads) if recipe.detection else None
    threshold = recipe.threshold
    identity, build, scene = None, None, None
    if model:
        identity, build = identity_of(model), build_of(model)
        learnt = model.bundle.manifest.scene
        scene = SceneComparison(learnt) if learnt else None
        threshold = model.threshold if threshold is None else threshold
    distance = _review_distance(recipe, model)
    return ActiveRecipe(
        version,
        model,
        identity,
        threshold,
        scene=scene,
        review_distance=distance,
        detector=detector,
        build=build,
    )


def _review_distance(recipe: Recipe, model: AnomalyModel | None) -> float:
    if recipe.review_distance is not None:
        return recipe.review_distance
    band = model.bundle.manifest.review_band if model else None
    return band.distance if band else 0.0


def identity_of(model: AnomalyModel | DetectionModel) -> ModelIdentity:
    """The version and hash of a loaded model."""
    manifest = model.bundle.manifest
    return ModelIdentity(name=manifest.name, version=manifest.version, sha256=manifest.content_hash)


def build_of(model: AnomalyModel | DetectionModel) -> EngineBuild | None:
    """What runs a loaded model; None where it runs as it came."""
    record = model.engine_build
    if record is None:
        return None
    return EngineBuild(
        name=record.name, engine_version=record.engine_version, sha256=record.content_hash
    )


def load_model(reference: ModelReference, models_dir: Path, threads: int) -> AnomalyModel:
    """Loads an anomaly model of the station.

    Raises:
        ModelMissing: it isn't there or is broken.
    """
    path = _folder(reference, models_dir, AnomalyManifest)
    try:
        return AnomalyModel.load(path, threads=threads)
    except BundleError as error:
        raise ModelMissing(f"model {reference.name!r} can't be used: {error}") from error


def _load_detector(settings: DetectionSettings, models_dir: Path, threads: int) -> Detector:
    reference = settings.model
    path = _folder(reference, models_dir, DetectionManifest)
    try:
        model = DetectionModel.load(path, threads=threads)
        return Detector(model, identity_of(model), build_of(model), settings)
    except BundleError as error:
        raise ModelMissing(f"detector {reference.name!r} can't be used: {error}") from error
    except UnknownClass as error:
        raise ModelMissing(str(error)) from error


def _folder(reference: ModelReference, models_dir: Path, kind: type[Manifest]) -> Path:
    path = models_dir / reference.name / str(reference.version)
    if not path.is_dir():
        bundles, _ = list_bundles(models_dir, kind)
        there = ", ".join(
            f"{bundle.manifest.name} version {bundle.manifest.version}" for bundle in bundles
        )
        raise ModelMissing(
            f"{task_word(kind)} {reference.name!r} version {reference.version} is not on this "
            f"station; there are: {there or 'none'}"
        )
    return path
