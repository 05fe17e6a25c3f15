"""`okng doctor`: whether the station's data, models, camera and disk are in order."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from okng.device.cameras import cameras
from okng.device.commands.doctor_engines import check_engine_builds, engine_lines, jetson_lines
from okng.device.commands.doctor_hosting import check_hosted_models, hosting_lines
from okng.device.commands.doctor_station import check_database, check_permissions
from okng.device.commands.options import with_settings
from okng.device.integrity import counter_check
from okng.device.integrity.data_directory_check import check_data_directory
from okng.device.integrity.database_rebuild import rebuild
from okng.device.integrity.failed_check import FailedCheck
from okng.device.settings.settings import StationSettings
from okng.device.store.database import FILE_NAME, StoreError
from okng.models.bundles.bundle import BundleError, list_bundles, load_bundle
from okng.models.bundles.manifest import Manifest


@click.command()
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Data directory to check. Defaults to data_dir of the settings.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--rebuild",
    "rebuilds",
    is_flag=True,
    help="Rebuild the database from the readable rows of the old one and from the files.",
)
@click.option(
    "--repair-counts",
    "repairs_counts",
    is_flag=True,
    help="First correct counters that differ from a recount of their rows. Results wait "
    "meanwhile, with millions of parts for up to a minute: stop the station before.",
)
@with_settings
def doctor(
    settings: StationSettings,
    data_dir: Path | None,
    as_json: bool,
    rebuilds: bool,
    repairs_counts: bool,
) -> None:
    """Check every row against its file and hash, the ledger, models, camera and disk.

    Also lists the engines of this machine and, on a Jetson, its power mode and clocks. Changes
    nothing unless one of the options below is given, and can run while the station does. Exits with
    status 1 if anything is wrong.

    --rebuild needs the station to be stopped. It makes a new database, and keeps the old one in
    quarantine/.
    """
    if data_dir is not None:
        settings = settings.model_copy(update={"data_dir": data_dir})
    if rebuilds:
        _rebuild(settings.data_dir)
    if repairs_counts:
        _repair_counts(settings.data_dir)
    machine = [*engine_lines(), *jetson_lines(), *hosting_lines(settings.run_dir)]
    if not as_json:
        click.echo("\n".join(machine))
    findings = []
    for finding in _examine(settings):
        findings.append(finding)
        if not as_json:
            click.echo(f"{finding.subject}: {finding.problem}\n    {finding.advice}")
    if as_json:
        report = {"findings": [finding.model_dump() for finding in findings], "machine": machine}
        click.echo(json.dumps(report, indent=2))
    else:
        summary = f"{len(findings)} found wrong" if findings else "all is well"
        click.echo(f"{settings.data_dir}: {summary}")
    sys.exit(1 if findings else 0)


def _rebuild(data_dir: Path) -> None:
    for line in rebuild(data_dir):
        click.echo(line, err=True)


def _repair_counts(data_dir: Path) -> None:
    if not (data_dir / FILE_NAME).is_file():
        return
    try:
        for wrong in counter_check.repair_counts(data_dir):
            click.echo(f"counts in {wrong.table}: {wrong.rows} put right", err=True)
    except (StoreError, sqlite3.Error) as error:
        raise click.ClickException(f"the counts can't be corrected: {error}") from None


def _examine(settings: StationSettings) -> Iterator[FailedCheck]:
    yield from check_data_directory(settings.data_dir)
    yield from _models(settings.data_dir / "models")
    yield from check_hosted_models(settings.data_dir)
    yield from _camera(settings)
    yield from _disk(settings)
    yield from check_database(settings)
    yield from check_permissions(settings, click.get_current_context().params["config"])


def _models(folder: Path) -> Iterator[FailedCheck]:
    bundles, broken = list_bundles(folder, Manifest)
    problems = [(bundle.path, bundle.error) for bundle in broken]
    for bundle in bundles:
        try:
            load_bundle(bundle.path, Manifest)
        except BundleError as error:
            problems.append((bundle.path, str(error)))
        else:
            yield from check_engine_builds(bundle)
    for path, problem in problems:
        advice = "restore the folder, or train the model again"
        yield FailedCheck(subject=str(path), problem=problem, advice=advice)


def _camera(settings: StationSettings) -> Iterator[FailedCheck]:
    kind = settings.camera.type
    reason = cameras()[kind].unavailable_reason()
    if reason is not None:
        yield FailedCheck(
            subject=f"camera.type {kind}", problem="can't be used on this machine", advice=reason
        )


def _disk(settings: StationSettings) -> Iterator[FailedCheck]:
    free_mb = shutil.disk_usage(settings.data_dir).free // 2**20
    if free_mb < settings.storage.min_free_mb:
        yield FailedCheck(
            subject=str(settings.data_dir),
            problem=f"{free_mb} MiB free, storage.min_free_mb is {settings.storage.min_free_mb}",
            advice="the oldest OK pictures are being removed; free some space",
        )
