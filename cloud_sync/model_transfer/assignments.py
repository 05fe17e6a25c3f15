"""Assignments: which models the bucket says that this station is to have."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field, ValidationError

from okng.cloud_sync.model_transfer.packages import ModelPackages
from okng.cloud_sync.object_store.errors import BucketError, ObjectRefusedError
from okng.cloud_sync.object_store.object_store import ObjectStore
from okng.device.ipc.client import DeviceClient, DeviceRefusedError, DeviceUnavailableError
from okng.device.ipc.commands import GetStatus, PromoteModel
from okng.device.store.state import StationState
from okng.device.types import ModelReference
from okng.models.errors import OkngError
from okng.models.names import Name
from okng.models.strict_model import StrictModel
from okng.models.validation_words import explain_first

MAX_BYTES = 64 * 1024
AUTHOR = "assignment"
WHY = "assigned to this station in the bucket"
_PROMOTED = "promoted_assignments"
"""Key of the station's state: the version of each model that was promoted last, so that a rollback
by a person is not undone."""

T = TypeVar("T")

_log = logging.getLogger(__name__)


class AssignmentError(BucketError):
    """An assigned model can't be had or used; the message says why. It is tried again."""

    def __init__(self, message: str) -> None:
        super().__init__("assignment", message)


class AssignedModel(StrictModel):
    """A version that a station is to have."""

    name: Name
    version: int = Field(ge=1)
    activate: bool = False
    """Whether it is to judge, where the recipe in use has another version of the same model."""

    @property
    def reference(self) -> ModelReference:
        """Name and version."""
        return ModelReference(name=self.name, version=self.version)


class AssignmentDocument(StrictModel):
    """A document of the bucket, for one station or for a group."""

    format: Literal[1]
    models: tuple[AssignedModel, ...] = Field(max_length=100)


class Assignments:
    """Reads the documents, pulls what is missing, and promotes what is to judge."""

    def __init__(
        self,
        data_dir: Path,
        keys: Sequence[str],
        store: ObjectStore,
        packages: ModelPackages,
        client: DeviceClient,
    ) -> None:
        """Args:
        data_dir: The station's.
        keys: Of the documents that concern this station.
        store: The bucket.
        packages: The bucket's packages.
        client: Promotes.
        """
        self._data_dir = data_dir
        self._keys = keys
        self._store = store
        self._packages = packages
        self._client = client
        self._state = StationState(data_dir)

    def carry_out(self) -> None:
        """Does once what the documents say now.

        Raises:
            AssignmentError: of the first model or document that failed; the others were done.
            BucketError: the store can't be used.
            sqlite3.Error, StoreError, OSError: disk or database fail.
        """
        failed: list[AssignmentError] = []

        def attempt(step: Callable[[], T]) -> T | None:
            try:
                return step()
            except AssignmentError as error:
                _log.warning("%s", error)
                failed.append(error)
                return None

        for key in self._keys:
            for model in attempt(partial(self._read, key)) or ():
                attempt(partial(self._fulfil, model))
        if failed:
            raise failed[0]

    def _read(self, key: str) -> tuple[AssignedModel, ...]:
        if not self._store.exists(key):
            return ()
        try:
            content = self._store.get(key, MAX_BYTES)
            return AssignmentDocument.model_validate_json(content).models
        except ObjectRefusedError as error:
            # An empty object has no range that could be asked for.
            raise AssignmentError(f"{key} can't be read: {error}") from error
        except ValidationError as error:
            raise AssignmentError(f"{key} can't be read: {explain_first(error)}") from None

    def _fulfil(self, model: AssignedModel) -> None:
        which = f"{model.name}:{model.version}"
        if not (self._data_dir / "models" / model.name / str(model.version)).exists():
            try:
                received = self._packages.pull(model.reference)
            except ObjectRefusedError as error:
                raise AssignmentError(f"{which} is assigned, but {error}") from error
            except BucketError:
                raise
            except OkngError as error:
                raise AssignmentError(f"{which} is assigned, and was refused: {error}") from error
            _log.info("%s of %s was pulled", which, received.signed_by)
        if model.activate and self._promoted().get(model.name) != model.version:
            self._promote(model)

    def _promote(self, model: AssignedModel) -> None:
        which = f"{model.name}:{model.version}"
        try:
            recipe = self._client.ask(GetStatus()).recipe
            running = recipe.recipe.model if recipe else None
            if running is None or running.name != model.name:
                return
            if running.version != model.version:
                self._client.ask(PromoteModel(model=model.reference, why=WHY, author=AUTHOR))
                _log.info("%s judges from now on", which)
        except DeviceRefusedError as error:
            raise AssignmentError(f"{which} is assigned, and can't judge yet: {error}") from error
        except DeviceUnavailableError as error:
            _log.info("%s is promoted when the station answers: %s", which, error)
            return
        promoted = self._promoted() | {model.name: model.version}
        self._state.set(_PROMOTED, json.dumps(promoted))

    def _promoted(self) -> dict[str, int]:
        stored = self._state.get(_PROMOTED)
        promoted: dict[str, int] = json.loads(stored) if stored else {}
        return promoted


def assignment_keys(station_id: str, group: str | None) -> list[str]:
    """The keys of the documents that concern a station: its own, and its group's."""
    keys = [f"assignments/stations/{station_id}.json"]
    return [*keys, f"assignments/groups/{group}.json"] if group else keys
