"""What `okng doctor` says of engines, of what was compiled for them, and of a Jetson's clocks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from okng.device.health.jetson import read_jetson
from okng.device.integrity.failed_check import FailedCheck
from okng.models.bundles.bundle import ENGINES, AnyBundle
from okng.models.compilation.build_choice import CHOSEN, chosen_build, read_choice
from okng.models.compilation.engine_build import BuildError, list_builds, verify_build
from okng.models.engines import all_compilers


def engine_lines() -> Iterator[str]:
    """A line for each engine: with what, or what to install."""
    for name, compiler in all_compilers().items():
        availability = compiler.availability()
        if availability.missing:
            yield f"engine {name}: not here; {availability.missing}"
        else:
            precisions = ", ".join(availability.precisions)
            yield f"engine {name}: {availability.version} on {availability.device}, {precisions}"


def jetson_lines(root: Path = Path("/")) -> Iterator[str]:
    """The board, its power mode and its clocks; nothing on other machines."""
    jetson = read_jetson(root)
    if jetson is None:
        return
    linux = f", Linux for Tegra {jetson.linux}" if jetson.linux else ""
    yield f"board {jetson.board}{linux}, power mode {jetson.power_mode}"
    yield "clocks " + (", ".join(map(str, jetson.clocks)) or "can't be read")
    if jetson.is_throttled:
        yield "    some are below their most: `sudo jetson_clocks` keeps them there"


def check_engine_builds(bundle: AnyBundle) -> Iterator[FailedCheck]:
    """The builds of a model that were changed, and why the chosen one does not run as chosen."""
    builds, broken = list_builds(bundle.path)
    problems = {bundle.path: bundle.error for bundle in broken}
    for build in builds:
        try:
            verify_build(build.path)
        except BuildError as error:
            problems[build.path] = str(error)
    chosen = bundle.path / ENGINES / CHOSEN
    named = f"{bundle.manifest.name}:{bundle.manifest.version}"
    try:
        choice = read_choice(bundle.path)
        record = chosen_build(bundle, choice).record if choice else None
    except BuildError as error:
        problems.setdefault(chosen, f"the chosen build can't run: {error}")
    else:
        if choice and choice.tuning and record and (unfit := choice.tuning.why_unfit(record)):
            advice = f"tune it again: okng tune {named} --use"
            yield FailedCheck(subject=str(chosen), problem=unfit, advice=advice)
    for path, problem in problems.items():
        advice = f"build it again: okng compile {named}"
        yield FailedCheck(subject=str(path), problem=problem, advice=advice)
