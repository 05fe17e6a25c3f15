"""`okng camera`: what cameras there are."""

from __future__ import annotations

import json

import click

from okng.device.cameras import Camera, cameras
from okng.device.cameras.camera import CameraFault, CameraInfo

_COLUMNS = ("type", "serial", "model", "user_id", "interface", "simulated")


@click.group
def camera() -> None:
    """Cameras that can be configured."""


@camera.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def list_cameras(as_json: bool) -> None:
    """List the cameras that are there now, and the kinds that can't be used here and why."""
    found: list[CameraInfo] = []
    unavailable: dict[str, str] = {}
    for word, kind in sorted(cameras().items()):
        reason = _add_cameras(kind, found)
        if reason:
            unavailable[word] = reason
    if as_json:
        rows = [info.model_dump() for info in found]
        click.echo(json.dumps({"cameras": rows, "unavailable": unavailable}, indent=2))
        return
    click.echo(_table(found) if found else "no cameras")
    for word, reason in unavailable.items():
        click.echo(f"{word}: {reason}")


def _add_cameras(kind: type[Camera], found: list[CameraInfo]) -> str | None:
    """Adds the kind's cameras; gives the reason why they can't be used, if there is one."""
    reason = kind.unavailable_reason()
    if reason is None:
        try:
            found += kind.discover()
        except CameraFault as fault:
            return str(fault)
    return reason


def _table(found: list[CameraInfo]) -> str:
    rows = [_COLUMNS, *(_row(info) for info in found)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _row(info: CameraInfo) -> tuple[str, ...]:
    simulated = "yes" if info.simulated else "no"
    return (info.type, info.serial, info.model, info.user_id or "-", info.interface, simulated)
