"""`okng model`: model versions without the pages."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points

import click
from pydantic import JsonValue

from okng.device.commands.arguments import load_model
from okng.device.commands.job_option import job_option, run_as_job
from okng.device.commands.model_exchange import (
    distrust,
    export_command,
    import_command,
    keys,
    trust,
)
from okng.device.commands.model_grow import grow
from okng.device.commands.model_reinspect import reinspect
from okng.device.commands.options import NAME, FiniteFloat, user, with_settings
from okng.device.inspection.loaded_recipe import identity_of
from okng.device.ipc.client import DeviceClient, DeviceObjectedError
from okng.device.ipc.commands import AppliedRecipe, Command, PromoteModel, RollBackModel
from okng.device.jobs.regression_check import KIND, CheckParameters, run_check_job
from okng.device.jobs.store import Job
from okng.device.settings.settings import StationSettings
from okng.device.store.promotions import PromotionStore
from okng.device.store.regression import RegressionStore, StandingState
from okng.device.types import ModelIdentity, ModelReference
from okng.models.bundles.bundle import ENGINES, AnyBundle, list_bundles
from okng.models.bundles.manifest import TASK_WORDS, AnomalyManifest, DetectionManifest, Manifest
from okng.models.compilation.build_choice import read_choice
from okng.models.compilation.engine_build import BuildError, read_build

_VERSION = click.argument("version", type=NAME)
_THRESHOLD = click.option(
    "--threshold",
    type=FiniteFloat(),
    help="Threshold of the anomaly score. Defaults to the threshold of the model.",
)
_WHY = click.option("--why", prompt="Why", help="Reason that is recorded with the change.")


class _ModelCommands(click.Group):
    """The subcommands of this file, and those of the entry points `okng.model_commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, sorted."""
        return sorted([*super().list_commands(ctx), *_others()])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the command of another package."""
        if point := _others().get(cmd_name):
            command: click.Command = point.load()
            return command
        return super().get_command(ctx, cmd_name)


def _others() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group="okng.model_commands")}


@click.group(cls=_ModelCommands)
def model() -> None:
    """List, grow, check, promote, roll back and exchange model versions."""


for command in (grow, reinspect, export_command, import_command, trust, distrust, keys):
    model.add_command(command)


@model.command("list")
@with_settings
def list_models(settings: StationSettings) -> None:
    """List all model versions with the state of their regression set and their engine."""
    regression = RegressionStore(settings.data_dir)
    newest = PromotionStore(settings.data_dir).page(limit=1)
    running = newest[0].after if newest else None
    bundles, broken = list_bundles(settings.data_dir / "models", Manifest)
    for bundle in bundles:
        manifest = bundle.manifest
        identity = ModelIdentity(
            name=manifest.name, version=manifest.version, sha256=manifest.content_hash
        )
        if not isinstance(manifest, AnomalyManifest):
            click.echo(
                f"{identity.name}:{identity.version}  {TASK_WORDS[manifest.task]}"
                f"{_resize(manifest)}{_engine(bundle)}"
            )
            continue
        state = regression.standing(identity, manifest.threshold).state
        runs = "  chosen last" if running and running.model == identity else ""
        click.echo(
            f"{identity.name}:{identity.version}  threshold {manifest.threshold:.6g}  "
            f"regression set: {state}{runs}{_engine(bundle)}"
        )
    for unreadable in broken:
        path = unreadable.path
        click.echo(f"{path.parent.name}:{path.name}  broken: {unreadable.error}")


def _resize(manifest: Manifest) -> str:
    """How a detector's pictures come into its input, and what a new import would change."""
    if not isinstance(manifest, DetectionManifest):
        return ""
    if manifest.would_resize_otherwise:
        return (
            "  letterbox, as before; darknet stretches unless the .cfg has letter_box=1: import it "
            "again to do as the .cfg says"
        )
    return f"  {manifest.resized}"


def _engine(bundle: AnyBundle) -> str:
    """The build that runs the model, with its figures; nothing where it runs as it came."""
    try:
        choice = read_choice(bundle.path)
        if choice is None:
            return ""
        record = read_build(bundle.path / ENGINES / choice.build).record
    except BuildError as error:
        return f"  engine: {error}"
    tuned = f", tuned for {choice.tuning.goal}" if choice.tuning else ""
    return (
        f"  engine: {record.name}, {record.latency.median_ms:.1f} ms, "
        f"{record.times_faster:.2f} times as fast as ONNX Runtime's FP32{tuned}"
    )


@model.command
@click.argument("version", type=NAME, required=False)
@_THRESHOLD
@job_option
@with_settings
def check(
    settings: StationSettings, version: str | None, threshold: float | None, job: int | None
) -> None:
    """Check a VERSION (NAME or NAME:VERSION) on its regression set.

    Exits with status 1 unless it passes.
    """
    if job is None:
        _check(settings, _identity(settings, version), threshold)
    else:
        _run_check(settings, job)


@model.command
@_VERSION
@_THRESHOLD
@_WHY
@click.option(
    "--anyway",
    is_flag=True,
    help="Use it even if it finds no defects or fewer than the version before; this is recorded.",
)
@with_settings
def promote(
    settings: StationSettings, version: str, threshold: float | None, why: str, anyway: bool
) -> None:
    """Check a VERSION (NAME or NAME:VERSION), then run the current recipe with it.

    A version that finds no defects, or fewer than the one before on the same pictures, is refused
    without --anyway.
    """
    identity = _identity(settings, version)
    _check(settings, identity, threshold)
    reference = ModelReference(name=identity.name, version=identity.version)
    command = PromoteModel(
        model=reference, threshold=threshold, why=why, anyway=anyway, author=user()
    )
    try:
        _run_with(settings, command)
    except DeviceObjectedError as error:
        raise click.ClickException(f"{error} Add --anyway to use it all the same.") from None


@model.command
@_WHY
@with_settings
def rollback(settings: StationSettings, why: str) -> None:
    """Run the current recipe with the previous model version again."""
    _run_with(settings, RollBackModel(why=why, author=user()))


def _identity(settings: StationSettings, version: str | None) -> ModelIdentity:
    return identity_of(load_model(settings, version))


def _check(settings: StationSettings, model: ModelIdentity, threshold: float | None) -> None:
    reference = ModelReference(name=model.name, version=model.version)
    result = _run_check(settings, None, CheckParameters(model=reference, threshold=threshold))
    if result["state"] == StandingState.FAILED:
        raise click.ClickException(
            f"{model.name}:{model.version} gets {result['wrong']} of {result['pictures']} "
            "pictures of its regression set wrong"
        )
    click.echo(f"{model.name}:{model.version}  regression set: {result['state']}")


def _run_check(
    settings: StationSettings, job: int | None, parameters: CheckParameters | None = None
) -> dict[str, JsonValue]:
    def new() -> CheckParameters:
        assert parameters
        return parameters

    def run(job_id: int) -> Job:
        return run_check_job(job_id, settings.data_dir, settings.inference.threads)

    result = run_as_job(settings, KIND, job, new, run).result
    assert result, "a check that succeeded has a result"
    return result


def _run_with(settings: StationSettings, change: Command[AppliedRecipe]) -> None:
    recipe = DeviceClient(settings.run_dir).ask(change).recipe
    model = recipe.recipe.model
    assert model
    click.echo(f"{model.name}:{model.version} runs in {recipe.recipe.name} {recipe.version}")
