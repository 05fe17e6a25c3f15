"""Wires into the memory of PLCs: real servers of the protocols on the loopback interface."""

from __future__ import annotations

import itertools
import struct
from collections.abc import Callable, Iterator, Sequence

import pytest
from support.plc_memories import LogixPlc, McPlc, MemoryPlc, S7Plc
from support.running_station import AUTHOR, RunningStation
from support.station import eventually
from support.tcp_proxy import TcpProxy

from okng.device.ipc.commands import ApplyRecipe, GetStatus
from okng.device.recipes.recipe import Recipe
from okng.device.types import Inspection, ModelReference, TriggerSource, WireStatus

MakeStation = Callable[..., RunningStation]
KINDS = [
    pytest.param(S7Plc, id="s7"),
    pytest.param(McPlc, id="mc"),
    pytest.param(LogixPlc, id="ethernet_ip", marks=pytest.mark.slow),
]


@pytest.fixture
def s7() -> Iterator[S7Plc]:
    plc = S7Plc()
    with plc:
        yield plc


def wire(station: RunningStation) -> WireStatus:
    (status,) = station.client.ask(GetStatus()).wires
    return status


def recorded(station: RunningStation, count: int) -> Sequence[Inspection]:
    """The parts in the ledger, once there are as many."""
    rows = station.ledger.page(since=0, limit=9)
    return rows if len(rows) == count else ()


def conditions(station: RunningStation) -> dict[str, str]:
    station.daemon.tick()
    present = station.client.ask(GetStatus()).conditions
    return {condition.code: condition.message for condition in present}


@pytest.mark.parametrize("kind", KINDS)
def test_a_plc_inspects_parts_and_changes_the_recipe(
    kind: type[MemoryPlc], make_station: MakeStation
) -> None:
    with kind() as plc:
        station = make_station(wires=(plc.wire(),))
        plc.wait(online=False, acquisition_id=0)
        station.inspect(number=3)
        plc.set(trigger_enable=True)
        assert plc.wait(trigger_ready=True)["running_recipe"] == 3
        results = [plc.inspect(part_id) for part_id in ("A-7", "Gehäuse é", "")]
        rows = eventually(lambda: recorded(station, len(results)))
        assert {row.source for row in rows} == {TriggerSource.PLC}
        assert [row.part_id for row in rows] == ["A-7", "Gehäuse é", None]
        for result, row in zip(results, rows, strict=True):
            assert result["result_trigger_id"] == row.trigger_id
            assert result["result_part_id"] == (row.part_id or "")
            assert result["result_outcome"] == {"OK": 1, "NG": 2}[row.outcome]
            assert (result["result_ok"], result["result_ng"]) == (
                row.outcome == "OK",
                row.outcome == "NG",
            )
            assert result["result_scored"]
            assert result["result_score"] == pytest.approx(row.score)
            assert result["result_threshold"] == pytest.approx(row.threshold)
        second = Recipe(name="second", number=4, model=ModelReference(name="discs", version=1))
        station.client.ask(ApplyRecipe(recipe=second, author=AUTHOR))
        for number, failed in ((65535, True), (3, False)):
            plc.set(load_recipe=True, recipe_number=number)
            plc.wait(recipe_load_ack=True, recipe_load_failed=failed, trigger_ready=not failed)
            plc.set(load_recipe=False)
            plc.wait(recipe_load_ack=False)
        assert plc.station()["running_recipe"] == 3
        status = wire(station)
        assert (status.connected, status.last_error) == (True, None)
        assert status.cycle_p50_ms
        assert status.cycle_p99_ms
        assert status.cycle_p99_ms >= status.cycle_p50_ms > 0
        assert "wire_away" not in conditions(station)
        station.stop()
        assert plc.get() == bytes(len(plc.get()))


def test_signals_lie_where_the_document_says(s7: S7Plc, make_station: MakeStation) -> None:
    station = make_station(wires=(s7.wire(),))
    station.inspect(number=3)
    s7.memory[10 + 1] |= 0b0001
    eventually(lambda: s7.memory[50 + 1] & 0b0010)
    s7.memory[10 + 8 : 10 + 11] = b"A-7"
    s7.memory[10 + 1] |= 0b0010
    eventually(lambda: s7.memory[50 + 1] & 0b10_0000)
    ok, trigger_id = s7.memory[50 + 3] & 0b01, struct.unpack_from(">I", s7.memory, 50 + 20)[0]
    (row,) = eventually(lambda: station.ledger.page(since=0, limit=9))
    assert (row.trigger_id, row.part_id, row.outcome == "OK") == (trigger_id, "A-7", bool(ok))
    assert struct.unpack_from(">H", s7.memory, 50 + 12)[0] == 3
    assert bytes(s7.memory[50 + 36 : 50 + 40]) == b"A-7\0"
    beats = {s7.station()["heartbeat"]}
    eventually(lambda: beats.add(s7.station()["heartbeat"]) or len(beats) > 3)


def test_a_signal_rises_only_when_what_belongs_to_it_is_there(
    s7: S7Plc, make_station: MakeStation
) -> None:
    station = make_station(wires=(s7.wire(),))
    station.inspect()
    s7.set(trigger_enable=True)
    for _ in range(3):
        s7.inspect()
    rises = 0
    for before, after in zip(s7.history, s7.history[1:], strict=False):
        (old,), (new,) = struct.unpack_from(">H", before), struct.unpack_from(">H", after)
        if new & ~old:
            rises += 1
            assert before[6:] == after[6:], (before.hex(), after.hex())
    assert rises >= 3 * 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_plc_that_comes_late_and_restarts(
    kind: type[MemoryPlc], make_station: MakeStation
) -> None:
    plc = kind()
    station = make_station(wires=(plc.wire(),))
    station.inspect()
    assert f":{plc.port}" in eventually(lambda: conditions(station).get("wire_away", ""))
    with plc:
        eventually(lambda: "wire_away" not in conditions(station))
        plc.set(trigger_enable=True)
        plc.inspect()
        plc.wait(trigger_ready=True)
        plc.set(trigger=True)
        plc.wait(results_valid=True)
    assert f":{plc.port}" in eventually(lambda: conditions(station).get("wire_away", ""))
    with plc:
        # The result that it had not acknowledged is there again.
        assert plc.wait(results_valid=True, trigger_ready=False)["result_outcome"]
        plc.set(trigger_enable=True, results_ack=True)
        plc.wait(results_valid=False)
        plc.set(results_ack=False)
        plc.inspect()
    eventually(lambda: recorded(station, 3))


def test_a_result_that_comes_while_the_cable_is_cut(s7: S7Plc, make_station: MakeStation) -> None:
    with TcpProxy(s7.port) as proxy:
        station = make_station(wires=(s7.wire(port=proxy.port),))
        station.inspect()
        s7.set(trigger_enable=True)
        s7.inspect()
        s7.wait(trigger_ready=True)
        proxy.cut()
        eventually(lambda: not wire(station).connected)
        station.judge("elsewhere")
        proxy.mend()
        assert s7.wait(results_valid=True)["result_part_id"] == "elsewhere"
        eventually(lambda: wire(station).connected)


def test_a_plc_whose_program_stands_still(s7: S7Plc, make_station: MakeStation) -> None:
    station = make_station(wires=(s7.wire(),))
    station.inspect()
    s7.set(trigger_enable=True)
    s7.wait(trigger_ready=True)
    s7.set(plc_heartbeat=1)
    s7.wait(trigger_ready=False)
    assert "the PLC's heartbeat stands still" in (wire(station).last_error or "")
    beats = itertools.count(2)

    def is_ready_again() -> bool:
        s7.set(plc_heartbeat=next(beats))
        return bool(s7.station()["trigger_ready"])

    eventually(is_ready_again)
