"""`okng tune`: finds how this machine runs a model best, under a real load."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import get_args

import click

from okng.device.commands.arguments import find_bundle
from okng.device.commands.options import NAME, FiniteFloat, log_to_stderr, user, with_settings
from okng.device.commands.picture_options import compile_pictures, picture_options
from okng.device.commands.tuning_table import table
from okng.device.jobs.runner import NICENESS
from okng.device.settings.settings import StationSettings
from okng.models.bundles.bundle import AnyBundle
from okng.models.bundles.manifest import Manifest
from okng.models.compilation.build_choice import Goal, choose_build
from okng.models.compilation.engine_build import Build
from okng.models.compilation.fastest_build import EngineCandidate, compile_all
from okng.models.engines import all_compilers
from okng.models.engines.compiler import Precision
from okng.models.tuning.report import TuningReport
from okng.models.tuning.setting import setting_now
from okng.models.tuning.tune import tune


@click.command("tune")
@click.argument("model", type=NAME, required=False)
@click.option(
    "--for",
    "goal",
    type=click.Choice(get_args(Goal)),
    default="latency",
    show_default=True,
    help="What to optimize: the latency of one part, or the parts per second of several processes.",
)
@click.option(
    "--engine",
    "engines",
    multiple=True,
    help="Engine to try; repeatable. Defaults to all engines of this machine.",
)
@click.option(
    "--precision",
    "precisions",
    multiple=True,
    type=click.Choice(get_args(Precision)),
    help="Precision to try; repeatable. Defaults to all that an engine supports.",
)
@picture_options
@click.option(
    "--limit",
    "limit_s",
    type=FiniteFloat(1),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="Time limit of the measurements, and of each build that has to be made before.",
)
@click.option("--use", is_flag=True, help="Let the station use the best setting from now on.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_settings
def tune_model(
    settings: StationSettings,
    model: str | None,
    goal: Goal,
    engines: tuple[str, ...],
    precisions: tuple[Precision, ...],
    dataset: str | None,
    pictures: Path | None,
    limit_s: float,
    use: bool,
    as_json: bool,
) -> None:
    """Measure how MODEL (NAME or NAME:VERSION) is best run: engine, precision, threads, processes.

    Missing builds are compiled first, as by `okng compile`. Stop the line while it measures.
    """
    log_to_stderr(settings.log_level)
    bundle = find_bundle(settings, model, Manifest)
    if unknown := set(engines) - all_compilers().keys():
        names = ", ".join(sorted(all_compilers()))
        raise click.UsageError(f"--engine is {unknown.pop()!r}; allowed are {names}")
    os.nice(NICENESS)
    threads, progress = settings.inference.threads, partial(click.echo, err=as_json)
    used = compile_pictures(settings, bundle.manifest, dataset, pictures)
    candidates = compile_all(
        bundle,
        used,
        precisions or None,
        engines=engines or None,
        threads=threads,
        limit_s=limit_s,
        progress=progress,
    )
    builds = _usable(candidates, progress)
    now = setting_now(bundle, threads)
    report = tune(bundle, builds, used.proof, goal, now, limit_s=limit_s, progress=progress)
    click.echo(report.model_dump_json(indent=2) if as_json else table(report))
    if not report.complete:
        raise click.ClickException(
            f"{limit_s:g} s is too short to try every setting once, so the best isn't known; "
            "allow more time with --limit, or name fewer with --engine and --precision"
        )
    if use:
        click.echo(_use(bundle, builds, report), err=as_json)


def _usable(candidates: Sequence[EngineCandidate], progress: partial[None]) -> list[Build]:
    for candidate in candidates:
        if candidate.problem:
            progress(f"not tried: {candidate.name}: {candidate.problem}")
    builds = [
        candidate.build for candidate in candidates if candidate.build and not candidate.problem
    ]
    if not builds:
        raise click.ClickException("no engine can run this model; see the reasons above")
    return builds


def _use(bundle: AnyBundle, builds: Sequence[Build], report: TuningReport) -> str:
    """Choose what is best for the line, and say so."""
    if report.best_for_line is None:
        raise click.ClickException("no setting could be measured completely; nothing was chosen")
    build = next(each for each in builds if each.path.name == report.best_for_line.build)
    choose_build(bundle.path, build, user(), report.tuning)
    return (
        f"{bundle.manifest.name}:{bundle.manifest.version} runs as {report.best_for_line}, "
        "from the next start of the station or change of its recipe on"
    )
