"""`okng compile`: builds a model for an engine of this machine, proven to answer alike."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import click

from okng.device.commands.compile_pictures import compile_pictures, picture_options
from okng.device.commands.model_choice import find_bundle
from okng.device.commands.options import log_to_stderr, user, with_settings
from okng.device.job_process import NICENESS
from okng.device.settings import StationSettings
from okng.models.bundle import AnyBundle
from okng.models.compilation.build import REFERENCE, BuildRecord
from okng.models.compilation.choice import choose_build, choose_none
from okng.models.compilation.fastest import Candidate, best, compile_all
from okng.models.compilation.latency import Latency
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, Precision
from okng.models.manifest import Manifest

AUTO, NONE = "auto", "none"


@click.command("compile")
@click.argument("model", required=False)
@click.option(
    "--engine",
    default=AUTO,
    show_default=True,
    help="`auto` builds and measures all that are here and runs the fastest; `none` lets the "
    "station run the model as it came.",
)
@click.option(
    "--precision",
    "precisions",
    multiple=True,
    type=click.Choice(get_args(Precision)),
    help="May be given several times; by default fp32, and with `auto` all that an engine has.",
)
@picture_options
@click.option(
    "--threads", type=click.IntRange(1, 256), help="By default the station's inference.threads."
)
@click.option(
    "--limit",
    "limit_s",
    type=click.FloatRange(1),
    default=3600,
    show_default=True,
    metavar="SECONDS",
    help="What takes longer is given up; of each build.",
)
@click.option(
    "--use/--no-use",
    default=None,
    help="Whether the station runs the best of the builds from now on; by default with `auto`.",
)
@with_settings
def compile_model(
    settings: StationSettings,
    model: str | None,
    engine: str,
    precisions: tuple[Precision, ...],
    dataset: str | None,
    pictures: Path | None,
    threads: int | None,
    limit_s: float,
    use: bool | None,
) -> None:
    """Build MODEL (NAME or NAME:VERSION) for an engine, and prove that it answers as before.

    A build that answers otherwise is kept with its report and not used: then it ends with 1.
    """
    log_to_stderr(settings.log_level)
    bundle = find_bundle(settings, model, Manifest)
    if engine == NONE:
        choose_none(bundle.path)
        click.echo(f"{_named(bundle)} runs as it came")
        return
    if engine not in (AUTO, *all_compilers()):
        there = ", ".join((AUTO, NONE, *sorted(all_compilers())))
        raise click.UsageError(f"--engine is {engine!r}; allowed are {there}")
    os.nice(NICENESS)
    try:
        candidates = compile_all(
            bundle,
            compile_pictures(settings, bundle.manifest, dataset, pictures),
            precisions or (None if engine == AUTO else ("fp32",)),
            engines=None if engine == AUTO else (engine,),
            threads=threads or settings.inference.threads,
            limit_s=limit_s,
            progress=click.echo,
        )
    except (CompileError, OSError) as error:
        raise click.ClickException(str(error)) from None
    click.echo("\n" + table(candidates))
    if engine == AUTO if use is None else use:
        _use(bundle, candidates)
    failed = [one.name for one in candidates if one.problem]
    usable = [one for one in candidates if not one.problem]
    if not usable or (engine != AUTO and failed):
        raise click.ClickException(f"can't be used: {', '.join(failed)}")


def table(candidates: Sequence[Candidate]) -> str:
    """A row for each, the fastest first, with its reason where it can't be used."""
    return "\n".join(_rows(candidates))


def _rows(candidates: Sequence[Candidate]) -> Iterator[str]:
    yield f"{'build':24} {'median ms':>9} {'p95 ms':>9} {'faster':>7}  answers beside the model"
    for one in candidates:
        row = f"{one.name:24}"
        if one.build and one.latency:
            record = one.build.record
            row += f" {one.latency.median_ms:9.2f} {one.latency.p95_ms:9.2f}"
            row += f" {_times_faster(one.latency, record, candidates):6.2f}x"
            row += f"  {record.parity.figures}"
        yield row.rstrip()
        if one.problem:
            yield f"    not usable: {one.problem}"


def _times_faster(latency: Latency, record: BuildRecord, candidates: Sequence[Candidate]) -> float:
    """Than ONNX Runtime's FP32: as measured with all others where it is one of them."""
    reference = next((one.latency for one in candidates if one.name == REFERENCE), None)
    return reference.median_ms / latency.median_ms if reference else record.times_faster


def _use(bundle: AnyBundle, candidates: Sequence[Candidate]) -> None:
    build = best(candidates)
    if build is None:
        return
    choose_build(bundle.path, build, user())
    click.echo(
        f"{_named(bundle)} runs as {build.record.name}, "
        "from the next start of the station or change of its recipe on"
    )


def _named(bundle: AnyBundle) -> str:
    return f"{bundle.manifest.name}:{bundle.manifest.version}"
