"""`okng tune`: finds how this machine runs a model best, under a real load."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import get_args

import click

from okng.device.commands.compile_pictures import compile_pictures, picture_options
from okng.device.commands.model_choice import find_bundle
from okng.device.commands.options import log_to_stderr, user, with_settings
from okng.device.commands.tuning_table import table
from okng.device.job_process import NICENESS
from okng.device.settings import StationSettings
from okng.models.bundle import AnyBundle
from okng.models.compilation.build import Build
from okng.models.compilation.choice import Goal, choose_build
from okng.models.compilation.fastest import Candidate, compile_all
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, Precision
from okng.models.manifest import Manifest
from okng.models.tuning.report import TuningReport
from okng.models.tuning.setting import setting_now
from okng.models.tuning.tuning import tune


@click.command("tune")
@click.argument("model", required=False)
@click.option(
    "--for",
    "goal",
    type=click.Choice(get_args(Goal)),
    default="latency",
    show_default=True,
    help="The time for one part, or parts in a second by several processes.",
)
@click.option(
    "--engine",
    "engines",
    multiple=True,
    help="May be given several times; by default all that are here.",
)
@click.option(
    "--precision",
    "precisions",
    multiple=True,
    type=click.Choice(get_args(Precision)),
    help="May be given several times; by default all that an engine has.",
)
@picture_options
@click.option(
    "--limit",
    "limit_s",
    type=click.FloatRange(1),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="Measuring ends then; each build that is missing may take as long before.",
)
@click.option("--use", is_flag=True, help="Let the station run the model so from now on.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
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

    Builds that are missing are made first, as by `okng compile`. Let the line rest meanwhile.
    """
    log_to_stderr(settings.log_level)
    bundle = find_bundle(settings, model, Manifest)
    if unknown := set(engines) - all_compilers().keys():
        there = ", ".join(sorted(all_compilers()))
        raise click.UsageError(f"--engine is {unknown.pop()!r}; allowed are {there}")
    os.nice(NICENESS)
    threads, progress = settings.inference.threads, partial(click.echo, err=as_json)
    try:
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
    except (CompileError, OSError) as error:
        raise click.ClickException(str(error)) from None
    builds = _usable(candidates, progress)
    now = setting_now(bundle, threads)
    report = tune(bundle, builds, used.proof, goal, now, limit_s=limit_s, progress=progress)
    click.echo(report.model_dump_json(indent=2) if as_json else table(report))
    if not report.complete:
        raise click.ClickException(
            f"{limit_s:g} s are too short to try every setting once, so none is the best; "
            "give more with --limit, or name fewer with --engine and --precision"
        )
    if use:
        click.echo(_use(bundle, builds, report), err=as_json)


def _usable(candidates: Sequence[Candidate], progress: partial[None]) -> list[Build]:
    for one in candidates:
        if one.problem:
            progress(f"not tried: {one.name}: {one.problem}")
    builds = [one.build for one in candidates if one.build and not one.problem]
    if not builds:
        raise click.ClickException("no engine can run this model; the reasons stand above")
    return builds


def _use(bundle: AnyBundle, builds: Sequence[Build], report: TuningReport) -> str:
    """Choose what is best for the line, and say so."""
    if report.best_for_line is None:
        raise click.ClickException("no setting could be measured to the end; nothing was chosen")
    build = next(one for one in builds if one.path.name == report.best_for_line.build)
    choose_build(bundle.path, build, user(), report.tuning)
    return (
        f"{bundle.manifest.name}:{bundle.manifest.version} runs as {report.best_for_line}, "
        "from the next start of the station or change of its recipe on"
    )
