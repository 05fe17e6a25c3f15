"""`okng model`: list model versions, grow, check, promote and roll back, without the pages."""

from __future__ import annotations

from collections.abc import Callable

import click

from okng.device.active_recipe import identity_of
from okng.device.client import DeviceClient, DeviceRefused, DeviceUnavailable
from okng.device.commands.grow import grow
from okng.device.commands.model_choice import load_model
from okng.device.commands.options import log_to_stderr, user, with_settings
from okng.device.protocol import AppliedRecipe
from okng.device.regression_job import KIND, CheckParameters, run_check_job
from okng.device.settings import StationSettings
from okng.device.store.jobs import JobError, JobState, JobStore
from okng.device.store.promotions import PromotionStore
from okng.device.store.regression import RegressionStore, StandingState
from okng.device.types import ModelIdentity, ModelReference
from okng.models.bundle import ENGINES, AnyBundle, list_bundles
from okng.models.compilation.build import BuildError, read_build
from okng.models.compilation.choice import read_choice
from okng.models.manifest import TASK_WORDS, AnomalyManifest, Manifest

_VERSION = click.argument("version")
_THRESHOLD = click.option("--threshold", type=float, help="By default the model's own.")
_WHY = click.option("--why", prompt="Why", help="Recorded with the change.")


@click.group
def model() -> None:
    """List, grow, check, promote and roll back model versions."""


model.add_command(grow)


@model.command("list")
@with_settings
def list_models(settings: StationSettings) -> None:
    """All versions: how each stands against its regression set, which runs, and in which engine."""
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
                f"{identity.name}:{identity.version}  {TASK_WORDS[manifest.task]}{_engine(bundle)}"
            )
            continue
        state = regression.standing(identity, manifest.threshold).state
        runs = "  chosen last" if running and running.model == identity else ""
        click.echo(
            f"{identity.name}:{identity.version}  threshold {manifest.threshold:.6g}  "
            f"regression set: {state}{runs}{_engine(bundle)}"
        )
    for one in broken:
        click.echo(f"{one.path.parent.name}:{one.path.name}  broken: {one.error}")


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
@click.argument("version", required=False)
@_THRESHOLD
@click.option("--job", type=int, help="Do this job of the store (used by the pages).")
@with_settings
def check(
    settings: StationSettings, version: str | None, threshold: float | None, job: int | None
) -> None:
    """Check a VERSION (NAME or NAME:VERSION) on its regression set; fails unless it passes."""
    log_to_stderr(settings.log_level)
    if job is None:
        _check(settings, _identity(settings, version), threshold)
    else:
        _run_job(settings, job)


@model.command
@_VERSION
@_THRESHOLD
@_WHY
@with_settings
def promote(settings: StationSettings, version: str, threshold: float | None, why: str) -> None:
    """Check a VERSION (NAME or NAME:VERSION), then run the present recipe with it."""
    identity = _identity(settings, version)
    _check(settings, identity, threshold)
    reference = ModelReference(name=identity.name, version=identity.version)
    _ask(settings, lambda device: device.promote_model(reference, threshold, why, user()))


@model.command
@_WHY
@with_settings
def rollback(settings: StationSettings, why: str) -> None:
    """Run the present recipe with the model version before."""
    _ask(settings, lambda device: device.roll_back_model(why, user()))


def _identity(settings: StationSettings, version: str | None) -> ModelIdentity:
    return identity_of(load_model(settings, version))


def _check(settings: StationSettings, model: ModelIdentity, threshold: float | None) -> None:
    reference = ModelReference(name=model.name, version=model.version)
    parameters = CheckParameters(model=reference, threshold=threshold)
    jobs = JobStore(settings.data_dir)
    jobs.fail_interrupted()
    job = jobs.create(KIND, parameters.model_dump(mode="json"), user())
    result = _run_job(settings, job.job_id)
    if result["state"] == StandingState.FAILED:
        raise click.ClickException(
            f"{model.name}:{model.version} gets {result['wrong']} of {result['pictures']} "
            "pictures of its regression set wrong"
        )
    click.echo(f"{model.name}:{model.version}  regression set: {result['state']}")


def _run_job(settings: StationSettings, job_id: int) -> dict[str, object]:
    try:
        done = run_check_job(job_id, settings.data_dir, settings.inference.threads)
    except JobError as error:
        raise click.ClickException(str(error)) from None
    if done.state is not JobState.SUCCEEDED or done.result is None:
        raise click.ClickException(f"{done.state}: {done.message}")
    return dict(done.result)


def _ask(settings: StationSettings, ask: Callable[[DeviceClient], AppliedRecipe]) -> None:
    try:
        recipe = ask(DeviceClient(settings.run_dir)).recipe
    except (DeviceRefused, DeviceUnavailable) as error:
        raise click.ClickException(str(error)) from None
    model = recipe.recipe.model
    assert model
    click.echo(f"{model.name}:{model.version} runs in {recipe.recipe.name} {recipe.version}")
