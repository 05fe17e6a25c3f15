"""The base of loaded models: a bundle of any task with the engine that runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Generic, Self, TypeVar

from okng.models.bundles.bundle import Bundle, BundleError, load_bundle
from okng.models.bundles.manifest import AnomalyManifest, DetectionManifest
from okng.models.compilation.build_choice import ChosenEngine, open_chosen
from okng.models.engines.engine import EngineMissingError

TaskManifest = TypeVar("TaskManifest", AnomalyManifest, DetectionManifest)


class LoadedModel(Generic[TaskManifest]):
    """A bundle with the engine that runs it. Not thread-safe."""

    manifest_class: ClassVar[type[Any]]
    """`TaskManifest`, to be read from the bundle."""

    def __init__(self, bundle: Bundle[TaskManifest], chosen: ChosenEngine) -> None:
        self.bundle: Bundle[TaskManifest] = bundle
        self.engine_build = chosen.build
        """The build that runs; None where the original model runs."""
        self.engine_problem = chosen.problem
        """Why the chosen build does not run; None where it does or none was chosen."""
        self._engine = chosen.engine

    @classmethod
    def load(cls, path: Path, threads: int = 2) -> Self:
        """Verify the bundle in folder `path` and load its model, warmed up.

        The chosen build runs where it fits this machine, else the original model. Raises
        `okng.models.bundles.bundle.BundleError`, also for another kind of model or an engine that
        is not installed.
        """
        bundle = load_bundle(path, cls.manifest_class)
        try:
            return cls(bundle, open_chosen(bundle, threads))
        except EngineMissingError as error:
            raise BundleError(f"{bundle.path}: {error}") from None
