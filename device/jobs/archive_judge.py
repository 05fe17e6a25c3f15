"""The process that judges stored pictures as the line would with another model, and nothing else.

It runs at the lowest priority and never touches the database: whoever waits for a lock must not
wait for a process that gets no processor. Parts come in by a pipe, and results go out by it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import cv2

from okng.device.inspection.inspect_image import inspect_image
from okng.device.inspection.loaded_recipe import (
    LoadedRecipe,
    ModelMissingError,
    assemble_recipe,
    build_of,
    check_threshold,
    identity_of,
    load_detector,
    load_model,
)
from okng.device.recipes.recipe import RecipeVersion
from okng.device.store.archive_inspections import ArchiveProblem
from okng.device.types import EngineBuild, ModelIdentity, ModelReference, Outcome
from okng.models.images.image_files import decode_image
from okng.models.images.preprocessing import ImageError
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.inference.detection_model import DetectionModel

THREADS = 1


@dataclass(frozen=True, slots=True)
class LoadedJudge:
    """The first message of the process: what it judges by."""

    identity: ModelIdentity
    build: EngineBuild | None
    threshold: float


@dataclass(frozen=True, slots=True)
class PartToJudge:
    """A stored picture, and the version of the recipe that its part was judged by."""

    seq: int
    picture_path: str
    """Relative to the data directory."""
    picture_sha256: str
    recipe: RecipeVersion | None
    """None where the store has lost the version."""


@dataclass(frozen=True, slots=True)
class JudgedPart:
    """What came of a part; either a score or a problem."""

    seq: int
    score: float | None = None
    rules_failed: bool = False
    problem: ArchiveProblem | None = None
    reason: str | None = None


def judge_archive(
    connection: Connection,
    reference: ModelReference,
    threshold: float | None,
    data_dir: Path,
    set_priority: Callable[[], None],
) -> None:
    """Sends a `LoadedJudge`, then a `JudgedPart` for each `PartToJudge`, until the pipe closes.

    `set_priority` gives the process its priority before anything else.

    Raises:
        ModelMissingError: the model isn't there or is broken, or no score can be over the
            threshold.
    """
    set_priority()
    cv2.setNumThreads(THREADS)
    model = load_model(reference, data_dir / "models", THREADS)
    threshold = model.threshold if threshold is None else threshold
    check_threshold(model, threshold)
    judge = _Judge(model, threshold, data_dir)
    connection.send(LoadedJudge(identity_of(model), build_of(model), threshold))
    while True:
        try:
            part = connection.recv()
        except EOFError:
            return
        connection.send(judge.judge(part))


class _Judge:
    """Judges parts by their own recipe with the one anomaly model in the place of theirs."""

    def __init__(self, model: AnomalyModel, threshold: float, data_dir: Path) -> None:
        self._model = model
        self._threshold = threshold
        self._data_dir = data_dir
        self._recipes: dict[int, LoadedRecipe | str] = {}
        self._detectors: dict[ModelReference, DetectionModel] = {}

    def judge(self, part: PartToJudge) -> JudgedPart:
        """The part's score, or why it has none."""
        if part.recipe is None:
            reason = "the version of the recipe is not in the store"
            return JudgedPart(part.seq, problem=ArchiveProblem.RECIPE_UNUSABLE, reason=reason)
        recipe = self._recipe(part.recipe)
        if isinstance(recipe, str):
            return JudgedPart(part.seq, problem=ArchiveProblem.RECIPE_UNUSABLE, reason=recipe)
        try:
            data = (self._data_dir / part.picture_path).read_bytes()
        except OSError as error:
            reason = f"{part.picture_path}: {error.strerror}"
            return JudgedPart(part.seq, problem=ArchiveProblem.PICTURE_MISSING, reason=reason)
        if hashlib.sha256(data).hexdigest() != part.picture_sha256:
            reason = f"{part.picture_path} is not the file that was stored (another SHA-256)"
            return JudgedPart(part.seq, problem=ArchiveProblem.PICTURE_CHANGED, reason=reason)
        try:
            image = decode_image(data, part.picture_path)
        except ImageError as error:
            return JudgedPart(part.seq, problem=ArchiveProblem.PICTURE_CHANGED, reason=str(error))
        judged = inspect_image(recipe, image)
        if judged.outcome is Outcome.ERROR or judged.judgement is None:
            return JudgedPart(part.seq, problem=ArchiveProblem.NOT_JUDGED, reason=judged.reason)
        failed = bool(judged.detector_result and judged.detector_result.failed_rules)
        return JudgedPart(part.seq, judged.judgement.score, failed)

    def _recipe(self, version: RecipeVersion) -> LoadedRecipe | str:
        """The recipe with this model, or why it can't be used; loaded at its first part."""
        if version.version not in self._recipes:
            try:
                self._recipes[version.version] = self._load(version)
            except ModelMissingError as error:
                self._recipes[version.version] = str(error)
        return self._recipes[version.version]

    def _load(self, version: RecipeVersion) -> LoadedRecipe:
        detection = version.recipe.detection
        if detection and detection.model not in self._detectors:
            self._detectors[detection.model] = load_detector(
                detection.model, self._data_dir / "models", THREADS
            )
        identity = identity_of(self._model)
        update = {
            "model": ModelReference(name=identity.name, version=identity.version),
            "threshold": self._threshold,
        }
        with_model = version.model_copy(update={"recipe": version.recipe.model_copy(update=update)})
        detector = self._detectors[detection.model] if detection else None
        return assemble_recipe(with_model, self._model, detector)
