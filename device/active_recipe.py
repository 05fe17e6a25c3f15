"""The recipe that runs: its version with everything loaded that it names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from okng.device.cameras import Camera
from okng.device.outputs import Output, outputs
from okng.device.recipe import Recipe, RecipeVersion
from okng.device.types import ModelIdentity, ModelReference
from okng.models.anomaly_model import AnomalyModel
from okng.models.bundle import BundleError, list_bundles
from okng.models.manifest import AnomalyManifest
from okng.models.scene.comparison import SceneComparison


class ModelMissing(Exception):
    """A recipe names a model that this station doesn't have or can't load."""


@dataclass(frozen=True, slots=True)
class ActiveRecipe:
    """What every part needs to be judged; never changes while parts refer to it."""

    version: RecipeVersion
    model: AnomalyModel | None
    identity: ModelIdentity | None
    threshold: float | None
    outputs: tuple[Output, ...]
    scene: SceneComparison | None = None
    """What pictures are held against; None where the model has learnt no scene."""
    review_distance: float = 0.0
    """Parts that score no farther from the threshold are marked for review; 0 marks none."""

    def close(self) -> None:
        """Sets its outputs inactive."""
        for output in self.outputs:
            output.close()


def activate(
    version: RecipeVersion, models_dir: Path, threads: int, camera: Camera
) -> ActiveRecipe:
    """Loads the model (verified and warmed up) and makes the outputs.

    Raises:
        ModelMissing: the model isn't there or its bundle is broken; the message lists what is.
    """
    reference = version.recipe.model
    model = load_model(reference, models_dir, threads) if reference else None
    threshold = version.recipe.threshold
    identity, scene = None, None
    if model and reference:
        identity = identity_of(model)
        learnt = model.bundle.manifest.scene
        scene = SceneComparison(learnt) if learnt else None
        threshold = model.threshold if threshold is None else threshold
    kinds = outputs()
    made = tuple(kinds[one.type](one, camera) for one in version.recipe.outputs)
    distance = _review_distance(version.recipe, model)
    return ActiveRecipe(version, model, identity, threshold, made, scene, distance)


def _review_distance(recipe: Recipe, model: AnomalyModel | None) -> float:
    if recipe.review_distance is not None:
        return recipe.review_distance
    band = model.bundle.manifest.review_band if model else None
    return band.distance if band else 0.0


def identity_of(model: AnomalyModel) -> ModelIdentity:
    """The version and hash of a loaded model."""
    manifest = model.bundle.manifest
    return ModelIdentity(name=manifest.name, version=manifest.version, sha256=manifest.content_hash)


def load_model(reference: ModelReference, models_dir: Path, threads: int) -> AnomalyModel:
    """Loads a model bundle of the station.

    Raises:
        ModelMissing: it isn't there or is broken.
    """
    path = models_dir / reference.name / str(reference.version)
    if not path.is_dir():
        bundles, _ = list_bundles(models_dir, AnomalyManifest)
        there = ", ".join(
            f"{bundle.manifest.name} version {bundle.manifest.version}" for bundle in bundles
        )
        raise ModelMissing(
            f"model {reference.name!r} version {reference.version} is not on this station; "
            f"there are: {there or 'none'}"
        )
    try:
        return AnomalyModel.load(path, threads=threads)
    except BundleError as error:
        raise ModelMissing(f"model {reference.name!r} can't be used: {error}") from error
