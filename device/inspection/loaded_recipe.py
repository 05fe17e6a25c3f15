"""A loaded recipe: its version with the models, rules and outputs that it names."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path

from okng.device.inspection.recipe_detector import RecipeDetector, UnknownClassError
from okng.device.outputs import Output, OutputContext, OutputError, Signal, outputs
from okng.device.recipes.detection_rules import DetectionSettings
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.types import EngineBuild, ModelIdentity, ModelReference, TriggerEdge
from okng.models.anomaly.score_range import ThresholdError
from okng.models.bundles.bundle import BundleError, list_bundles
from okng.models.bundles.manifest import AnomalyManifest, DetectionManifest, Manifest, task_word
from okng.models.errors import OkngError
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.inference.detection_model import DetectionModel
from okng.models.scene.comparison import SceneComparison

log = logging.getLogger(__name__)


class ModelMissingError(OkngError):
    """A recipe names a model, a class or a threshold that can't be used on this station."""


@dataclass(frozen=True, slots=True)
class LoadedRecipe:
    """Everything that judging a part takes; it never changes while parts refer to it."""

    version: RecipeVersion
    model: AnomalyModel | None
    identity: ModelIdentity | None
    threshold: float | None
    outputs: tuple[Output, ...] = ()
    scene: SceneComparison | None = None
    """What images are compared with; None where the model has learnt no scene."""
    review_distance: float = 0.0
    """Parts that score no farther from the threshold are marked for review; 0 marks none."""
    detector: RecipeDetector | None = None
    build: EngineBuild | None = None
    """What runs the model; None where it runs as it came."""

    @property
    def judges(self) -> bool:
        """Whether a part can be NG by it: a detector whose rules allow everything isn't enough."""
        return self.model is not None or bool(self.detector and self.detector.settings.can_fail)

    @property
    def models(self) -> list[AnomalyModel | DetectionModel]:
        """The loaded models, the anomaly model first."""
        detector = self.detector.model if self.detector else None
        return [model for model in (self.model, detector) if model]

    @property
    def cuts_part_out(self) -> bool:
        """Whether the part is to be found first and judged apart from its picture."""
        detection = self.version.recipe.detection
        return detection is not None and detection.part is not None

    def expect(self, edge: TriggerEdge) -> None:
        """Tells the outputs of a part whose verdict is still to come."""
        safe = Signal(self.version.recipe.safe_output)
        for output in self.outputs:
            output.expect(edge, safe)

    def taking_over(self, before: LoadedRecipe) -> LoadedRecipe:
        """This recipe with the outputs that it has in common with the one before it.

        So a level that stands, or a pulse that runs, is not cut off by a change of something else.
        """
        outputs = list(self.outputs)
        for number, output in enumerate(outputs):
            same = (other for other in before.outputs if other.settings == output.settings)
            outputs[number] = next(same, output)
        return replace(self, outputs=tuple(outputs))


def make_outputs(recipe: Recipe, context: OutputContext) -> tuple[Output, ...]:
    """The outputs of a recipe, which are not open yet.

    Raises:
        OutputError: a kind of output can't be used here; the message has the install command.
    """
    kinds = outputs()
    for settings in recipe.outputs:
        if reason := kinds[settings.type].unavailable_reason():
            raise OutputError(f"output type {settings.type!r}: {reason}")
    return tuple(kinds[settings.type](settings, context) for settings in recipe.outputs)


def load_recipe(version: RecipeVersion, models_dir: Path, threads: int) -> LoadedRecipe:
    """Loads the models of a recipe, verified and warmed up; makes no outputs.

    Raises:
        ModelMissingError: a model isn't there or its bundle is broken, the detector doesn't know a
            class (the message lists what there is), or no score can be over the threshold.
    """
    recipe = version.recipe
    model = load_model(recipe.model, models_dir, threads) if recipe.model else None
    detection = recipe.detection
    detector = load_detector(detection.model, models_dir, threads) if detection else None
    return replace(assemble_recipe(version, model, detector), scene=_scene_of(model))


def _scene_of(model: AnomalyModel | None) -> SceneComparison | None:
    learnt = model.bundle.manifest.scene if model else None
    if model is None or learnt is None:
        return None
    return SceneComparison(learnt, model.significant_bits, model.preparation)


def assemble_recipe(
    version: RecipeVersion, model: AnomalyModel | None, detector: DetectionModel | None
) -> LoadedRecipe:
    """Puts a recipe together with the models that it names, which are loaded; without a scene.

    Raises:
        ModelMissingError: the detector doesn't know a class, or no score can be over the threshold.
    """
    recipe = version.recipe
    threshold = recipe.threshold
    identity, build = None, None
    if model:
        identity, build = identity_of(model), build_of(model)
        threshold = model.threshold if threshold is None else threshold
        check_threshold(model, threshold)
    return LoadedRecipe(
        version,
        model,
        identity,
        threshold,
        review_distance=_review_distance(recipe, model),
        detector=_with_rules(detector, recipe.detection) if detector and recipe.detection else None,
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
    """The engine build that runs a loaded model; None where it runs as it came."""
    record = model.engine_build
    if record is None:
        return None
    return EngineBuild(
        name=record.name, engine_version=record.engine_version, sha256=record.content_hash
    )


def load_model(reference: ModelReference, models_dir: Path, threads: int) -> AnomalyModel:
    """Loads an anomaly model of the station.

    Raises:
        ModelMissingError: it isn't there or is broken.
    """
    path = _folder(reference, models_dir, AnomalyManifest)
    try:
        return AnomalyModel.load(path, threads=threads)
    except BundleError as error:
        raise ModelMissingError(f"model {reference.name!r} can't be used: {error}") from error


def check_threshold(model: AnomalyModel, threshold: float) -> None:
    """Checks that a threshold decides anything; one by which all parts are NG is only logged.

    Raises:
        ModelMissingError: no score of the model can be over it.
    """
    manifest = model.bundle.manifest
    named = f"{manifest.name} version {manifest.version}"
    try:
        model.check_threshold(threshold)
    except ThresholdError as error:
        raise ModelMissingError(f"{named}: {error}") from None
    note = model.score_range.why_always(threshold) if model.score_range else None
    if note:
        log.warning("%s: %s", named, note)


def load_detector(reference: ModelReference, models_dir: Path, threads: int) -> DetectionModel:
    """Loads a detector of the station.

    Raises:
        ModelMissingError: it isn't there or is broken.
    """
    path = _folder(reference, models_dir, DetectionManifest)
    try:
        return DetectionModel.load(path, threads=threads)
    except BundleError as error:
        raise ModelMissingError(f"detector {reference.name!r} can't be used: {error}") from error


def _with_rules(model: DetectionModel, settings: DetectionSettings) -> RecipeDetector:
    try:
        return RecipeDetector(model, identity_of(model), build_of(model), settings)
    except UnknownClassError as error:
        raise ModelMissingError(str(error)) from error


def _folder(reference: ModelReference, models_dir: Path, kind: type[Manifest]) -> Path:
    path = models_dir / reference.name / str(reference.version)
    if not path.is_dir():
        bundles, _ = list_bundles(models_dir, kind)
        present = ", ".join(
            f"{bundle.manifest.name} version {bundle.manifest.version}" for bundle in bundles
        )
        raise ModelMissingError(
            f"{task_word(kind)} {reference.name!r} version {reference.version} is not on this "
            f"station; there are: {present or 'none'}"
        )
    return path
