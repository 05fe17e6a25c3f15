"""What outlives the hosting process: the models to host, and the memory that each took."""

from __future__ import annotations

import logging
from pathlib import Path

from pydantic import Field, ValidationError

from okng.device.types import ModelReference
from okng.models.atomic_files import PRIVATE_FILE, write_files
from okng.models.strict_model import StrictModel

log = logging.getLogger(__name__)

FILE_NAME = "hosted-models.json"


class KeptModels(StrictModel):
    """The file `hosted-models.json` of the data directory."""

    models: tuple[ModelReference, ...] = ()
    """Those that were started and not stopped, in the order in which they are to start again."""
    memory_bytes: dict[str, int] = Field(default={})
    """By the model's hash and the build that runs it, so that nothing is measured twice."""


def read_kept_models(data_dir: Path) -> KeptModels:
    """What was kept; nothing where there is no such file, or a damaged one."""
    path = data_dir / FILE_NAME
    try:
        return KeptModels.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return KeptModels()
    except (OSError, ValidationError) as error:
        log.error("%s can't be read, so no model is hosted until it is started: %s", path, error)
        return KeptModels()


def write_kept_models(data_dir: Path, kept: KeptModels) -> None:
    """Keeps it, whole or not at all.

    Raises:
        OSError: it can't be written.
    """
    write_files([(data_dir / FILE_NAME, kept.model_dump_json(indent=1).encode())], PRIVATE_FILE)
