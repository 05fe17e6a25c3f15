"""Which build a station runs for a model version, and how: `engines/chosen.json` in its bundle."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, PositiveInt, ValidationError

from okng.models.bundle import ENGINES, AnyBundle
from okng.models.compilation.build import Build, BuildError, BuildRecord, open_build, usable_build
from okng.models.engines import open_engine
from okng.models.engines.engine import Engine
from okng.models.whole_folder import write_whole

log = logging.getLogger(__name__)

CHOSEN = "chosen.json"

Goal = Literal["latency", "throughput"]
"""What a setting is the best for: one picture's time, or pictures in a second."""


class Tuning(BaseModel):
    """How a build is best run on one machine, as `okng tune` measured it."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    goal: Goal
    threads: PositiveInt
    """Within an operator."""
    threads_between: PositiveInt = 1
    """Operators at once."""
    device: str
    cores: PositiveInt
    """The machine: on another one it says nothing."""
    throughput_hz: float
    """Pictures a second, one after the other."""
    p95_ms: float

    def why_unfit(self, build: BuildRecord) -> str | None:
        """Why it says nothing of this machine; None where it is the one that was measured."""
        if (self.device, self.cores) == (build.device, usable_cores()):
            return None
        return (
            f"{build.name} was tuned on {self.cores} cores of {self.device}, here are "
            f"{usable_cores()} of {build.device}"
        )


class Choice(BaseModel):
    """The build that runs; without the file the model runs as it came."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    build: str
    """Its folder's name: what is built there again, and passes, is taken on."""
    chosen_at: AwareDatetime
    chosen_by: str
    tuning: Tuning | None = None
    """How it runs; where nothing was measured, with the station's `inference.threads`."""


@dataclass(frozen=True)
class ChosenEngine:
    """The engine that runs a model."""

    engine: Engine
    build: BuildRecord | None
    """None where the model runs as it came."""
    problem: str | None = None
    """Why it is not the chosen build that runs, or not as it was tuned."""


def usable_cores() -> int:
    """Processors that this process may run on."""
    return len(os.sched_getaffinity(0))


def choose_build(bundle: Path, build: Build, chosen_by: str, tuning: Tuning | None = None) -> None:
    """Let the station run this build; raises `BuildError` for one that answers otherwise."""
    if problems := build.record.parity.problems:
        raise BuildError(f"{build.record.name} must not be used: {'; '.join(problems)}")
    choice = Choice(
        build=build.path.name, chosen_at=datetime.now(UTC), chosen_by=chosen_by, tuning=tuning
    )
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

    It runs as it was tuned where that was on this machine, else with `threads`. A line never stops
    because an engine does not fit. Raises `okng.models.engines.engine.EngineMissing` where the
    model as it came can't run either.
    """
    problem = None
    try:
        if choice := read_choice(bundle.path):
            return _open(bundle, choice, threads)
    except BuildError as error:
        problem = f"{error}; ONNX Runtime runs the model instead"
        log.warning("%s: %s", bundle.path, problem)
    return ChosenEngine(open_engine(bundle.model_path, threads), None, problem)


def chosen_build(bundle: AnyBundle, choice: Choice) -> Build:
    """The chosen build, verified; raises `BuildError` where it can't be used."""
    return usable_build(bundle.path / ENGINES / choice.build, bundle.manifest.content_hash)


def _open(bundle: AnyBundle, choice: Choice, threads: int) -> ChosenEngine:
    build = chosen_build(bundle, choice)
    tuning = choice.tuning
    if tuning is None:
        return ChosenEngine(open_build(build, threads), build.record)
    if unfit := tuning.why_unfit(build.record):
        problem = f"{unfit}; it runs with the station's inference.threads ({threads})"
        log.warning("%s: %s", bundle.path, problem)
        return ChosenEngine(open_build(build, threads), build.record, problem)
    engine = open_build(build, tuning.threads, tuning.threads_between)
    log.info("%s: runs with %d threads, tuned for %s", bundle.path, tuning.threads, tuning.goal)
    return ChosenEngine(engine, build.record)
