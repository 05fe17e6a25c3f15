"""Which build a station runs for a model version: `engines/chosen.json` in its bundle."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from okng.models.bundle import ENGINES, AnyBundle
from okng.models.compilation.build import Build, BuildError, BuildRecord, open_build, usable_build
from okng.models.engines import open_engine
from okng.models.engines.engine import Engine
from okng.models.whole_folder import write_whole

log = logging.getLogger(__name__)

CHOSEN = "chosen.json"


class Choice(BaseModel):
    """The build that runs; without the file the model runs as it came."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    build: str
    """Its folder's name: what is built there again, and passes, is taken on."""
    chosen_at: AwareDatetime
    chosen_by: str


@dataclass(frozen=True)
class ChosenEngine:
    """The engine that runs a model."""

    engine: Engine
    build: BuildRecord | None
    """None where the model runs as it came."""
    problem: str | None = None
    """Why it is not the chosen build that runs."""


def choose_build(bundle: Path, build: Build, chosen_by: str) -> None:
    """Let the station run this build; raises `BuildError` for one that answers otherwise."""
    if problems := build.record.parity.problems:
        raise BuildError(f"{build.record.name} must not be used: {'; '.join(problems)}")
    choice = Choice(build=build.path.name, chosen_at=datetime.now(UTC), chosen_by=chosen_by)
    write_whole(bundle / ENGINES / CHOSEN, (choice.model_dump_json(indent=2) + "\n").encode())


def choose_none(bundle: Path) -> None:
    """Let the station run the model as it came."""
    (bundle / ENGINES / CHOSEN).unlink(missing_ok=True)


def read_choice(bundle: Path) -> Choice | None:
    """What was chosen; None where nothing was. Raises `BuildError` for a file that says neither."""
    path = bundle / ENGINES / CHOSEN
    try:
        return Choice.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        raise BuildError(f"{path}: {error}") from None


def open_chosen(bundle: AnyBundle, threads: int) -> ChosenEngine:
    """The chosen build where it fits and is whole; else the model as it came, and why.

    A line never stops because an engine does not fit. Raises
    `okng.models.engines.engine.EngineMissing` where the model as it came can't run either.
    """
    problem = None
    try:
        if build := chosen_build(bundle):
            return ChosenEngine(open_build(build, threads), build.record)
    except BuildError as error:
        problem = f"{error}; ONNX Runtime runs the model instead"
        log.warning("%s: %s", bundle.path, problem)
    return ChosenEngine(open_engine(bundle.model_path, threads), None, problem)


def chosen_build(bundle: AnyBundle) -> Build | None:
    """The chosen build, verified; None where none was chosen.

    Raises `BuildError` where it can't be used.
    """
    choice = read_choice(bundle.path)
    if choice is None:
        return None
    return usable_build(bundle.path / ENGINES / choice.build, bundle.manifest.content_hash)
