"""`okng camera`: lists the cameras that can be configured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from okng.device.cameras.camera import CameraInfo, CameraSettingsBase
from okng.device.cameras.discovery import discover_cameras
from okng.device.settings.settings import SettingsError, load_settings

_COLUMNS = ("type", "serial", "model", "user_id", "interface", "simulated")


@click.group
def camera() -> None:
    """Find cameras that can be configured."""


@camera.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Settings file (TOML). Also reports whether the camera that it names is connected.",
)
def list_cameras(as_json: bool, config: Path | None) -> None:
    """List the connected cameras, and the kinds of camera that can't be used here and why."""
    configured = _configured(config) if config else None
    found = discover_cameras()
    connected, unavailable = found.cameras, found.unavailable
    if as_json:
        rows = [info.model_dump() for info in connected]
        listed: dict[str, object] = {"cameras": rows, "unavailable": unavailable}
        if configured:
            listed["configured"] = configured.model_dump(mode="json")
        click.echo(json.dumps(listed, indent=2))
        return
    click.echo(_table(connected) if connected else "no cameras")
    for word, reason in unavailable.items():
        click.echo(f"{word}: {reason}")
    if configured:
        click.echo(f"{config} names {_presence(configured, connected)}")


def _configured(config: Path) -> CameraSettingsBase:
    try:
        return load_settings(config).camera
    except SettingsError as error:
        raise click.ClickException(str(error)) from None


def _presence(settings: CameraSettingsBase, connected: Sequence[CameraInfo]) -> str:
    """The camera of the settings, and whether it is connected."""
    values = settings.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    words = [settings.type, *(f"{key} {value}" for key, value in values.items() if key != "type")]
    name = ", ".join(words)
    path = values.get("path")
    if path is not None:
        return f"{name}: the path is {'there' if Path(str(path)).exists() else 'not there'}"
    emulated = bool(values.get("emulate", False))
    matching = [
        info
        for info in connected
        if info.type == settings.type
        and info.simulated == emulated
        and values.get("serial") in (None, info.serial)
    ]
    if not matching:
        return f"{name}: not there"
    if len(matching) > 1 and not emulated:
        return f"{name}: {len(matching)} cameras fit; set `serial` to one of them"
    return f"{name}: there"


def _table(connected: Sequence[CameraInfo]) -> str:
    rows = [_COLUMNS, *(_row(info) for info in connected)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _row(info: CameraInfo) -> tuple[str, ...]:
    simulated = "yes" if info.simulated else "no"
    return (info.type, info.serial, info.model, info.user_id or "-", info.interface, simulated)
