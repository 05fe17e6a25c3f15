"""The wires to PLCs: their state, the recording of their edges, and the wire over HTTP."""

from __future__ import annotations

import io

from apiflask import APIBlueprint
from flask import Response, abort, send_file
from pydantic import Field

from okng.device.handshake.commands import (
    MAX_WAIT_MS,
    GetWireEdges,
    GetWires,
    HttpWireState,
    PlcLevels,
    SetWireSignals,
    WaitForWire,
    WireStates,
)
from okng.device.handshake.edge_recording import RecordedEdges
from okng.models.strict_model import StrictModel
from okng.webui.api.edge_export import as_csv, as_vcd
from okng.webui.auth.current_user import user_name
from okng.webui.openapi import media_type_response
from okng.webui.services import services

wires = APIBlueprint("wires", __name__, tag="Wires", url_prefix="/wires")


class KnownEdges(StrictModel):
    """Which edges the caller has already."""

    since: int = Field(default=0, ge=0, le=2**53)
    """Number of the last one; 0 asks for all that are kept."""


class KnownChange(StrictModel):
    """Which state of a wire the caller knows, and how long it waits for another one."""

    change: int | None = Field(default=None, ge=0, le=2**53)
    """The `change` of the last answer; without it the answer comes at once."""
    wait_ms: int = Field(default=0, ge=0, le=MAX_WAIT_MS)
    """How long to wait for a change; 0 answers at once."""


@wires.get("")
@wires.output(WireStates)
def list_wires() -> WireStates:
    """Lists the wires to PLCs: connection, signals of both sides, why the station isn't ready."""
    return services().quick_device.ask(GetWires())


@wires.get("/<name>/station")
@wires.input(KnownChange, location="query", arg_name="query")
@wires.output(HttpWireState)
@wires.doc(responses=[409])
def wait_for_station(name: str, query: KnownChange) -> HttpWireState:
    """Returns the signals of a wire over HTTP, once the station says something new."""
    _check_name(name)
    device = services().device if query.wait_ms else services().quick_device
    return device.ask(
        WaitForWire(wire=name, client=user_name(), known_change=query.change, wait_ms=query.wait_ms)
    )


@wires.put("/<name>/plc")
@wires.input(PlcLevels, arg_name="levels")
@wires.output(HttpWireState)
@wires.doc(responses=[409])
def set_plc(name: str, levels: PlcLevels) -> HttpWireState:
    """Sets all signals of the PLC on a wire over HTTP; returns the station's answer to them."""
    _check_name(name)
    return services().quick_device.ask(SetWireSignals(wire=name, client=user_name(), levels=levels))


@wires.get("/<name>/edges")
@wires.input(KnownEdges, location="query", arg_name="query")
@wires.output(RecordedEdges)
def list_edges(name: str, query: KnownEdges) -> RecordedEdges:
    """Lists the newest edges of a wire's signals, the oldest first, with the levels before them."""
    return _edges(name, query.since)


@wires.get("/<name>/edges.csv")
@wires.doc(responses=media_type_response("text/csv", "With a header line"))
def export_edges_csv(name: str) -> Response:
    """Exports the newest edges of a wire's signals as CSV."""
    return _download(as_csv(_edges(name)), "text/csv", f"{name}.csv")


@wires.get("/<name>/edges.vcd")
@wires.doc(responses=media_type_response("text/plain", "Value change dump, for logic viewers"))
def export_edges_vcd(name: str) -> Response:
    """Exports the newest edges of a wire's signals as a value change dump (IEEE 1364)."""
    return _download(as_vcd(_edges(name), name), "text/plain", f"{name}.vcd")


def _check_name(name: str) -> None:
    names = [wire.name for wire in services().settings.wires]
    if name not in names:
        abort(404, f"no wire has the name {name!r}; there are: {', '.join(names) or 'none'}")


def _edges(name: str, since: int = 0) -> RecordedEdges:
    _check_name(name)
    return services().quick_device.ask(GetWireEdges(wire=name, since=since))


def _download(text: str, media_type: str, file_name: str) -> Response:
    return send_file(
        io.BytesIO(text.encode()), media_type, as_attachment=True, download_name=file_name
    )
