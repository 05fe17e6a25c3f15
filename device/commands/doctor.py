"""`okng doctor`: whether the station's data, models, camera and disk are in order."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from okng.device.cameras import cameras
from okng.device.commands.doctor_engines import build_findings, engine_lines, jetson_lines
from okng.device.commands.options import with_settings
from okng.device.settings import StationSettings
from okng.device.store.audit import Finding, audit_store
from okng.device.store.database import FILE_NAME, StoreError
from okng.device.store.outbox import waiting_rows
from okng.models.bundle import BundleError, list_bundles, load_bundle
from okng.models.manifest import Manifest


@click.command()
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Data directory to check; by default the settings'.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@with_settings
def doctor(settings: StationSettings, data_dir: Path | None, as_json: bool) -> None:
    """Check every row against its file and hash, the ledger, models, camera and disk.

    Says besides which engines are here, and on a Jetson its power mode and clocks. Changes nothing;
    exits with 1 when anything is wrong. It may run beside the station.
    """
    if data_dir is not None:
        settings = settings.model_copy(update={"data_dir": data_dir})
    machine = [*engine_lines(), *jetson_lines()]
    if not as_json:
        click.echo("\n".join(machine))
    findings = []
    for finding in _examine(settings):
        findings.append(finding)
        if not as_json:
            click.echo(f"{finding.subject}: {finding.problem}\n    {finding.advice}")
    if as_json:
        found = {"findings": [one.model_dump() for one in findings], "machine": machine}
        click.echo(json.dumps(found, indent=2))
    else:
        said = f"{len(findings)} found wrong" if findings else "all is well"
        click.echo(f"{settings.data_dir}: {said}")
    sys.exit(1 if findings else 0)


def _examine(settings: StationSettings) -> Iterator[Finding]:
    yield from audit_store(settings.data_dir)
    yield from _models(settings.data_dir / "models")
    yield from _camera(settings)
    yield from _disk(settings)
    yield from _sinks(settings)


def _models(folder: Path) -> Iterator[Finding]:
    bundles, broken = list_bundles(folder, Manifest)
    problems = [(one.path, one.error) for one in broken]
    for bundle in bundles:
        try:
            load_bundle(bundle.path, Manifest)
        except BundleError as error:
            problems.append((bundle.path, str(error)))
        else:
            yield from build_findings(bundle)
    for path, problem in problems:
        advice = "restore the folder, or train the model again"
        yield Finding(subject=str(path), problem=problem, advice=advice)


def _camera(settings: StationSettings) -> Iterator[Finding]:
    kind = settings.camera.type
    reason = cameras()[kind].unavailable_reason()
    if reason is not None:
        yield Finding(
            subject=f"camera.type {kind}", problem="can't be used on this machine", advice=reason
        )


def _disk(settings: StationSettings) -> Iterator[Finding]:
    free_mb = shutil.disk_usage(settings.data_dir).free // 2**20
    if free_mb < settings.storage.min_free_mb:
        yield Finding(
            subject=str(settings.data_dir),
            problem=f"{free_mb} MiB free, storage.min_free_mb is {settings.storage.min_free_mb}",
            advice="the oldest OK pictures are being removed; free some space",
        )


def _sinks(settings: StationSettings) -> Iterator[Finding]:
    if not (settings.data_dir / FILE_NAME).is_file():
        return
    configured = {sink.name for sink in settings.sinks}
    try:
        waiting = waiting_rows(settings.data_dir)
    except StoreError:
        # The audit has told of it.
        return
    for sink, count in waiting.items():
        if sink not in configured:
            yield Finding(
                subject=f"sink {sink}",
                problem=f"{count} results wait for it, and the settings have no such sink",
                advice="configure it under that name again, so that they are delivered",
            )
