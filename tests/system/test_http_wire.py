"""The program of docs/plc-http.md, as it stands there, against a station of real processes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.station import StationProcesses, eventually

DOCUMENT = Path(__file__).parents[2] / "docs/plc-http.md"


@pytest.mark.slow
def test_the_documented_program_inspects_a_part(
    make_processes: Callable[..., StationProcesses], capsys: pytest.CaptureFixture[str]
) -> None:
    station = make_processes(wires=[{"type": "http"}])
    station.start_device()
    station.inspect()
    station.start_web()
    tokens = f"{station.url}/api/v1/account/tokens"
    token = station.claim().post(tokens, json={"title": "plc"}).json()["secret"]
    (program,) = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(), re.DOTALL)
    program = program.replace("okng_...", token)
    names: dict[str, Any] = {}
    exec(program.replace("http://192.168.10.20:8080", station.url), names)
    names["station"].close()
    (part,) = eventually(lambda: station.ledger.page(since=0, limit=2))
    assert part.part_id == "A-7"
    assert capsys.readouterr().out.split()[0] == part.outcome
