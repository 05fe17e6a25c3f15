"""The recording of a wire as a file: CSV for a table, VCD (value change dump) for logic viewers."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta

from okng.device.handshake.edge_recording import (
    Level,
    RecordedEdges,
    RecordedSignal,
    SignalKind,
    SignalSide,
)
from okng.device.store.csv_cells import no_formula

_NUMBER_BITS = 32
_FIRST_CODE = ord("!")


def as_csv(recording: RecordedEdges) -> str:
    """One line for each edge, the oldest first; bits are 0 and 1."""
    sides = {signal.name: signal.side for signal in recording.signals}
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("number", "time", "monotonic_us", "side", "signal", "level"))
    for edge in recording.edges:
        at = recording.now - timedelta(microseconds=recording.now_us - edge.at_us)
        level = no_formula(edge.level) if isinstance(edge.level, str) else int(edge.level)
        row = (edge.number, at.isoformat(), edge.at_us, sides[edge.signal], edge.signal, level)
        writer.writerow(row)
    return text.getvalue()


def as_vcd(recording: RecordedEdges, wire: str) -> str:
    """A value change dump (IEEE 1364) in microseconds since the oldest edge.

    It has bits and numbers; the standard knows no texts, which are in the CSV only.
    """
    drawn = [signal for signal in recording.signals if signal.kind is not SignalKind.TEXT]
    codes = {signal.name: chr(_FIRST_CODE + index) for index, signal in enumerate(drawn)}
    begin_us = recording.edges[0].at_us if recording.edges else recording.now_us
    begin = recording.now - timedelta(microseconds=recording.now_us - begin_us)
    lines = [
        f"$date {begin.isoformat()} $end",
        "$timescale 1 us $end",
        f"$scope module {_identifier(wire)} $end",
    ]
    for side in SignalSide:
        declared = [_declaration(signal, codes) for signal in drawn if signal.side is side]
        lines += [f"$scope module {side} $end", *declared, "$upscope $end"]
    lines += ["$upscope $end", "$enddefinitions $end", "#0", "$dumpvars"]
    lines += [_change(signal.level, codes[signal.name]) for signal in drawn]
    lines.append("$end")
    at_us = begin_us
    for edge in recording.edges:
        if edge.signal not in codes:
            continue
        if edge.at_us != at_us:
            at_us = edge.at_us
            lines.append(f"#{at_us - begin_us}")
        lines.append(_change(edge.level, codes[edge.signal]))
    lines.append(f"#{max(recording.now_us, at_us) - begin_us}")
    return "\n".join(lines) + "\n"


def _identifier(name: str) -> str:
    """The standard knows printable ASCII only, without spaces."""
    return re.sub(r"[^!-~]", "_", name)


def _declaration(signal: RecordedSignal, codes: dict[str, str]) -> str:
    bits = 1 if signal.kind is SignalKind.BIT else _NUMBER_BITS
    kind = "wire" if signal.kind is SignalKind.BIT else "reg"
    return f"$var {kind} {bits} {codes[signal.name]} {signal.name} $end"


def _change(level: Level, code: str) -> str:
    if isinstance(level, bool):
        return f"{level:d}{code}"
    return f"b{level:b} {code}"
