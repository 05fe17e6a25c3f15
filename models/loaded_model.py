"""A bundle of any task with the engine that runs it: what all models that judge have in common."""

from __future__ import annotations

from typing import Generic, Self, TypeVar

from okng.models.bundle import Bundle, BundleError
from okng.models.compilation.choice import ChosenEngine, open_chosen
from okng.models.engines.engine import EngineMissing
from okng.models.manifest import AnomalyManifest, DetectionManifest

TaskManifest = TypeVar("TaskManifest", AnomalyManifest, DetectionManifest)


class LoadedModel(Generic[TaskManifest]):
    """A bundle and the engine that runs it. Not for several threads at once."""

    def __init__(self, bundle: Bundle[TaskManifest], chosen: ChosenEngine) -> None:
        self.bundle: Bundle[TaskManifest] = bundle
        self.engine_build = chosen.build
        """What was compiled from the model and runs it; None where it runs as it came."""
        self.engine_problem = chosen.problem
        """Why it is not the chosen build that runs."""
        self._engine = chosen.engine

    @classmethod
    def open(cls, bundle: Bundle[TaskManifest], threads: int) -> Self:
        """The model of a verified bundle, warmed up.

        The build that was chosen for it runs where it fits this machine; else the model as it came.
        Raises `okng.models.bundle.BundleError` where its engine is not installed.
        """
        try:
            return cls(bundle, open_chosen(bundle, threads))
        except EngineMissing as error:
            raise BundleError(f"{bundle.path}: {error}") from None
