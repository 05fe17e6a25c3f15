"""`okng compile`: builds a model for an engine of this machine, proven to answer alike."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import click

from okng.device.commands.arguments import find_bundle
from okng.device.commands.options import NAME, FiniteFloat, log_to_stderr, user, with_settings
from okng.device.commands.picture_options import compile_pictures, picture_options
from okng.device.jobs.runner import NICENESS
from okng.device.settings.settings import StationSettings
from okng.models.bundles.bundle import AnyBundle
from okng.models.bundles.manifest import Manifest
from okng.models.compilation.build_choice import choose_build, choose_none
from okng.models.compilation.engine_build import REFERENCE, BuildRecord
from okng.models.compilation.fastest_build import EngineCandidate, best, compile_all
from okng.models.compilation.latency import Latency
from okng.models.engines import all_compilers
from okng.models.engines.compiler import Precision

AUTO, NONE = "auto", "none"


@click.command("compile")
@click.argument("model", type=NAME, required=False)
@click.option(
    "--engine",
    default=AUTO,
    show_default=True,
    help="Engine to compile for. `auto` compiles for all engines of this machine, measures them "
    "and uses the fastest; `none` returns to the original model.",
)
@click.option(
    "--precision",
    "precisions",
    multiple=True,
    type=click.Choice(get_args(Precision)),
    help="Precision to compile for; repeatable. Defaults to fp32, and with `auto` to all that an "
    "engine supports.",
)
@picture_options
@click.option(
    "--threads",
    type=click.IntRange(1, 256),
    help="Threads that an engine may use. Defaults to inference.threads.",
)
@click.option(
    "--limit",
    "limit_s",
    type=FiniteFloat(1),
    default=3600,
    show_default=True,
    metavar="SECONDS",
    help="Time limit of each build.",
)
@click.option(
    "--use/--no-use",
    default=None,
    help="Let the station use the best of the builds from now on. The default with `auto`.",
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
    """Compile MODEL (NAME or NAME:VERSION) for an engine, and verify its answers.

    A build whose answers differ is kept with its report but not used; exits with status 1 then.
    """
    log_to_stderr(settings.log_level)
    bundle = find_bundle(settings, model, Manifest)
    if engine == NONE:
        choose_none(bundle.path)
        click.echo(f"{_named(bundle)} runs as it came")
        return
    if engine not in (AUTO, *all_compilers()):
        names = ", ".join((AUTO, NONE, *sorted(all_compilers())))
        raise click.UsageError(f"--engine is {engine!r}; allowed are {names}")
    os.nice(NICENESS)
    candidates = compile_all(
        bundle,
        compile_pictures(settings, bundle.manifest, dataset, pictures),
        precisions or (None if engine == AUTO else ("fp32",)),
        engines=None if engine == AUTO else (engine,),
        threads=threads or settings.inference.threads,
        limit_s=limit_s,
        progress=click.echo,
    )
    click.echo("\n" + table(candidates))
    if engine == AUTO if use is None else use:
        _use(bundle, candidates)
    failed = [candidate.name for candidate in candidates if candidate.problem]
    usable = [candidate for candidate in candidates if not candidate.problem]
    if not usable or (engine != AUTO and failed):
        raise click.ClickException(f"can't be used: {', '.join(failed)}")


def table(candidates: Sequence[EngineCandidate]) -> str:
    """A row for each, the fastest first, with its reason where it can't be used."""
    return "\n".join(_rows(candidates))


def _rows(candidates: Sequence[EngineCandidate]) -> Iterator[str]:
    yield f"{'build':24} {'median ms':>9} {'p95 ms':>9} {'faster':>7}  answers beside the model"
    for candidate in candidates:
        row = f"{candidate.name:24}"
        if candidate.build and candidate.latency:
            record = candidate.build.record
            row += f" {candidate.latency.median_ms:9.2f} {candidate.latency.p95_ms:9.2f}"
            row += f" {_times_faster(candidate.latency, record, candidates):6.2f}x"
            row += f"  {record.parity.figures}"
        yield row.rstrip()
        if candidate.problem:
            yield f"    not usable: {candidate.problem}"


def _times_faster(
    latency: Latency, record: BuildRecord, candidates: Sequence[EngineCandidate]
) -> float:
    """Speed-up over ONNX Runtime's FP32, measured in the same run where that is among them."""
    reference = next(
        (candidate.latency for candidate in candidates if candidate.name == REFERENCE), None
    )
    return reference.median_ms / latency.median_ms if reference else record.times_faster


def _use(bundle: AnyBundle, candidates: Sequence[EngineCandidate]) -> None:
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
