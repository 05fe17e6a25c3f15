"""Build choice: which build runs a model version, and how (`engines/chosen.json` in the bundle)."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, PositiveInt, ValidationError

from okng.models.atomic_files import write_file
from okng.models.bundles.bundle import ENGINES, AnyBundle
from okng.models.compilation.engine_build import (
    Build,
    BuildError,
    BuildRecord,
    open_build,
    usable_build,
)
from okng.models.engines import open_engine
from okng.models.engines.engine import Engine
from okng.models.strict_model import StrictModel

log = logging.getLogger(__name__)

CHOSEN = "chosen.json"

Goal = Literal["latency", "throughput"]
"""What tuning optimises: the time of one picture, or pictures per second."""


class Tuning(StrictModel):
    """Tuned parameters of a build on one machine, as measured by `okng tune`."""

    goal: Goal
    threads: PositiveInt
    """Threads within an operator."""
    threads_between: PositiveInt = 1
    """Number of operators that run at once."""
    device: str
    cores: PositiveInt
    """Cores of the machine; on a machine with other cores the tuning does not hold."""
    throughput_hz: float
    """Pictures per second, judged one after the other."""
    p95_ms: float

    def why_unfit(self, build: BuildRecord) -> str | None:
        """Why the tuning does not hold here; None on the machine and build that were measured."""
        if (self.device, self.cores) == (build.device, usable_cores()):
            return None
        return (
            f"{build.name} was tuned on {self.cores} cores of {self.device}, but this machine has "
            f"{usable_cores()} of {build.device}"
        )


class BuildChoice(StrictModel):
    """The chosen build; without this file the original model runs."""

    build: str
    """The name of its folder; a new build there takes over if it agrees with the model."""
    chosen_at: AwareDatetime
    chosen_by: str
    tuning: Tuning | None = None
    """How it runs; None means with the station's `inference.threads`."""


@dataclass(frozen=True)
class ChosenEngine:
    """The engine that runs a model."""

    engine: Engine
    build: BuildRecord | None
    """None where the original model runs."""
    problem: str | None = None
    """Why the chosen build, or its tuning, is not used."""


def usable_cores() -> int:
    """The number of processors that this process may use."""
    return len(os.sched_getaffinity(0))


def choose_build(bundle: Path, build: Build, chosen_by: str, tuning: Tuning | None = None) -> None:
    """Choose this build; raises `BuildError` where it does not agree with the model."""
    if problems := build.record.parity.problems:
        raise BuildError(f"{build.record.name} can't be used: {'; '.join(problems)}")
    choice = BuildChoice(
        build=build.path.name, chosen_at=datetime.now(UTC), chosen_by=chosen_by, tuning=tuning
    )
    write_file(bundle / ENGINES / CHOSEN, (choice.model_dump_json(indent=2) + "\n").encode())


def choose_none(bundle: Path) -> None:
    """Choose the original model, without a build."""
    (bundle / ENGINES / CHOSEN).unlink(missing_ok=True)


def read_choice(bundle: Path) -> BuildChoice | None:
    """The choice; None where none was made. Raises `BuildError` for an unreadable file."""
    path = bundle / ENGINES / CHOSEN
    try:
        return BuildChoice.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        raise BuildError(f"{path}: {error}") from None


def open_chosen(bundle: AnyBundle, threads: int) -> ChosenEngine:
    """Open the chosen build where it fits and is intact; else the original model, with the reason.

    It runs as it was tuned if that was on this machine, else with `threads`. A line never stops
    because an engine does not fit. Raises `okng.models.engines.engine.EngineMissingError` where the
    original model can't run either.
    """
    problem = None
    try:
        if choice := read_choice(bundle.path):
            return _open(bundle, choice, threads)
    except BuildError as error:
        problem = f"{error}; ONNX Runtime runs the model instead"
        log.warning("%s: %s", bundle.path, problem)
    return ChosenEngine(open_engine(bundle.model_path, threads), None, problem)


def chosen_build(bundle: AnyBundle, choice: BuildChoice) -> Build:
    """The chosen build, verified; raises `BuildError` where it can't be used."""
    return usable_build(bundle.path / ENGINES / choice.build, bundle.manifest.content_hash)


def _open(bundle: AnyBundle, choice: BuildChoice, threads: int) -> ChosenEngine:
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
