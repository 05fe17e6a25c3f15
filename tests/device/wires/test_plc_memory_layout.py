"""A PLC whose memory isn't laid out: the status names what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from support.plc_memories import LogixPlc, McPlc, MemoryPlc, S7Plc
from support.station import eventually

from okng.device.handshake.line import Line
from okng.device.wires import Wire, WireSettings, wires
from okng.device.wires.fields import FIELDS
from okng.device.wires.plc_memory_layout import FILE, layout_document


@contextmanager
def running(settings: dict[str, Any], folder: Path) -> Iterator[Wire]:
    """A wire without a station behind it."""
    checked = TypeAdapter(WireSettings).validate_python(settings)
    wire = wires()[checked.type](checked, Line(), "test", folder)
    wire.start()
    try:
        yield wire
    finally:
        wire.stop()


def small(kind: type[MemoryPlc], *arguments: Any, **settings: Any) -> Any:
    """A PLC, made only when its test runs, and the settings of the wire to it."""
    return lambda: kind(*arguments), settings


@pytest.mark.parametrize(
    ("case", "error"),
    [
        pytest.param(
            small(S7Plc, db=6),
            "DB 6 of the S7 CPU 127.0.0.1:PORT: byte 10 can't be read, and 108 bytes are needed",
            id="s7 other number",
        ),
        pytest.param(
            small(S7Plc, 5, 10, 100),
            "DB 5 of the S7 CPU 127.0.0.1:PORT: the data block is too small: 108 bytes are needed "
            "from byte 10 on, so 118 in all, and it has 100",
            id="s7 too small",
        ),
        pytest.param(
            small(McPlc, 1030),
            "the PLC 127.0.0.1:PORT: 54 words are needed from D1000 to D1053, and 30 can be read "
            "(mc protocol error: error code 0xC056)",
            id="mc too small",
        ),
        pytest.param(
            small(LogixPlc, tag="line2"),
            "the controller 127.0.0.1:PORT, slot 0: it has no tag 'line2_commands' with external "
            "access; 40 bytes are needed",
            id="ethernet_ip other tag",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            small(LogixPlc, ["okng_commands=DINT[10]", "okng_station=SINT[60]"]),
            "the controller 127.0.0.1:PORT, slot 0: tag 'okng_station' has 60 elements; 68 are",
            id="ethernet_ip too small",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            small(LogixPlc, ["okng_commands=REAL[10]", "okng_station=SINT[68]"]),
            "tag 'okng_commands' is no UDT and no array of integers (type 0xca)",
            id="ethernet_ip other type",
            marks=pytest.mark.slow,
        ),
    ],
)
def test_a_missing_or_small_block(case: Any, error: str, tmp_path: Path) -> None:
    make, settings = case
    with make() as plc, running(plc.wire(**settings), tmp_path) as wire:
        expected = error.replace("PORT", str(plc.port))
        try:
            eventually(lambda: expected in (wire.status().last_error or ""))
        except AssertionError:
            raise AssertionError(wire.status().last_error) from None
        assert not wire.status().connected
        assert wire.status().not_ready_reason == wire.status().last_error


def test_the_document_is_up_to_date() -> None:
    document = layout_document()
    assert Path("docs", FILE).read_text() == document, "run `make docs`"
    # The source of the data block, laid out by the rules of an S7, has the table's addresses.
    bits, addresses = 0, {}
    for name, kind in re.findall(r"^    (\w+) : ([^;]+);$", document, re.MULTILINE):
        addresses[name] = f"{bits // 8}.{bits % 8}" if kind == "Bool" else f"{bits // 8}"
        bits += {"Bool": 1, "UInt": 16, "Word": 16, "UDInt": 32, "Real": 32}.get(kind, 8 * 32)
    table = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|", document, re.MULTILINE))
    assert table.keys() == {field.name for field in FIELDS}
    assert table.items() <= addresses.items()
    assert bits == 8 * 108
