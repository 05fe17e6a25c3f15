"""Settings of a running model, and the settings that tuning tries."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from okng.models.bundles.bundle import AnyBundle
from okng.models.compilation.build_choice import Goal, chosen_build, read_choice
from okng.models.compilation.engine_build import REFERENCE, BuildError, BuildRecord
from okng.models.engines import all_compilers
from okng.models.strict_model import StrictModel


class Setting(StrictModel):
    """A setting: a build, and the threads and processes that run it."""

    build: str
    """The name of the build's folder."""
    threads: int = 1
    """Threads within an operator."""
    threads_between: int = 1
    """Number of operators that run at once."""
    workers: int = 1
    """Processes that judge pictures in parallel, each with an engine of its own."""

    @property
    def cores(self) -> int:
        """Number of cores that it can keep busy."""
        return self.threads * self.threads_between * self.workers

    def __str__(self) -> str:
        between = f", {self.threads_between} operators at once" if self.threads_between > 1 else ""
        workers, threads = _counted(self.workers, "worker"), _counted(self.threads, "thread")
        return f"{self.build}, {workers} of {threads}{between}"


def setting_now(bundle: AnyBundle, station_threads: int) -> Setting:
    """The setting with which a station runs the model now."""
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
    """All settings that keep at most the machine's cores busy, those with few workers first.

    Counts are powers of two and the number of cores. More workers never make a single picture
    faster, so for latency there is only one.
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
    return [setting for setting in settings if setting.cores <= cores]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
