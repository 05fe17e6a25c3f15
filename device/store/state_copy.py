"""A copy of what the station runs, beside the database: with it the line starts without it too."""

from __future__ import annotations

import logging
from pathlib import Path

from pydantic import AwareDatetime, ValidationError

from okng.device.recipes.recipe import RecipeVersion
from okng.device.types import Mode
from okng.models.atomic_files import write_files
from okng.models.strict_model import StrictModel

FILE_NAME = "last-running.json"

log = logging.getLogger(__name__)


class RunningState(StrictModel):
    """The recipe with its version, the mode that it runs in, and when inspection was started."""

    recipe: RecipeVersion
    mode: Mode
    run_started_at: AwareDatetime | None = None


class StateCopy:
    """A file that is written when the state changes, and read when the database can't be."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / FILE_NAME
        self._written: RunningState | None = None

    def read(self) -> RunningState | None:
        """What ran last; None when that was never written down or can't be read."""
        try:
            return RunningState.model_validate_json(self._path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError) as error:
            log.error("%s can't be read: %s", self._path, error)
            return None

    def write(self, running: RunningState) -> None:
        """Writes it if it changed; a disk that refuses is tried again at the next call."""
        if running == self._written or not self._path.parent.is_dir():
            return
        try:
            write_files([(self._path, running.model_dump_json(indent=2).encode())])
        except OSError as error:
            log.warning("%s can't be written: %s", self._path, error)
        else:
            self._written = running
