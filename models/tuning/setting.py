"""The ways to run a model that are tried."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from pydantic import BaseModel, ConfigDict

from okng.models.bundle import AnyBundle
from okng.models.compilation.build import REFERENCE, BuildError, BuildRecord
from okng.models.compilation.choice import Goal, chosen_build, read_choice
from okng.models.engines import all_compilers


class Setting(BaseModel):
    """A build, and the threads and processes that run it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    build: str
    """The name of its folder."""
    threads: int = 1
    """Within an operator."""
    threads_between: int = 1
    """Operators at once."""
    workers: int = 1
    """Processes that judge pictures side by side, each with an engine of its own."""

    @property
    def cores(self) -> int:
        """Those that it can keep busy."""
        return self.threads * self.threads_between * self.workers

    def __str__(self) -> str:
        between = f", {self.threads_between} operators at once" if self.threads_between > 1 else ""
        workers, threads = _counted(self.workers, "worker"), _counted(self.threads, "thread")
        return f"{self.build}, {workers} of {threads}{between}"


def setting_now(bundle: AnyBundle, station_threads: int) -> Setting:
    """How a station runs the model."""
    try:
        choice = read_choice(bundle.path)
        build = chosen_build(bundle, choice).record if choice else None
    except BuildError:
        choice = build = None
    if choice is None or build is None:
        return Setting(build=REFERENCE, threads=station_threads)
    tuning = choice.tuning
    if tuning is None or tuning.why_unfit(build):
        return Setting(build=build.name, threads=station_threads)
    return Setting(build=build.name, threads=tuning.threads, threads_between=tuning.threads_between)


def settings_to_try(builds: Iterable[BuildRecord], goal: Goal, cores: int) -> list[Setting]:
    """All that keep no more than the machine's cores busy, few workers first.

    Counts are powers of two, and the cores. More than one worker never makes a single picture
    faster, so for latency there is one.
    """
    counts = sorted({cores, *(2**power for power in range(cores.bit_length()) if 2**power < cores)})
    workers = counts if goal == "throughput" else [1]
    settings = [
        Setting(build=build.name, threads=within, threads_between=between, workers=processes)
        for processes, build in product(workers, builds)
        for within, between in product(
            counts, counts if all_compilers()[build.engine].runs_operators_in_parallel else [1]
        )
    ]
    return [one for one in settings if one.cores <= cores]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
