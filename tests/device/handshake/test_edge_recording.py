"""The recording of a wire's signals: every edge once, and the level of each signal at any time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from okng.device.handshake.edge_recording import EdgeRecording, Level, RecordedEdges
from okng.device.handshake.line import WireInput, WireOutput
from okng.device.handshake.signals import PlcSignals, StationSignals

BITS = ("trigger_enable", "trigger", "results_ack")
PLC = st.builds(PlcSignals, *[st.booleans()] * 3, part_id=st.sampled_from([None, "A-7", "A-8"]))
STATION = st.builds(
    StationSignals,
    online=st.booleans(),
    acquisition_id=st.integers(0, 3),
    results_valid=st.booleans(),
)
CHANGES = st.lists(PLC | STATION, max_size=40)


def newest_levels(recorded: RecordedEdges) -> dict[str, Level]:
    levels = {signal.name: signal.level for signal in recorded.signals}
    return levels | {edge.signal: edge.level for edge in recorded.edges}


@given(changes=CHANGES, kept=st.integers(1, 60), since=st.integers(0, 100))
def test_no_edge_is_lost_and_all_levels_are_known(
    changes: list[PlcSignals | StationSignals], kept: int, since: int
) -> None:
    now_ns = 0

    def clock_ns() -> int:
        nonlocal now_ns
        now_ns += 1000
        return now_ns

    recording = EdgeRecording(clock_ns, kept)
    wire, output = WireInput(), WireOutput()
    recording.begin(wire, output)
    given = 0
    for change in changes:
        before = newest_levels(recording.since(0))
        if isinstance(change, PlcSignals):
            wire = replace(wire, plc=change)
            recording.record_input(wire)
        else:
            output = replace(output, station=change)
            recording.record_output(output)
        after = newest_levels(recording.since(0))
        given += sum(after[name] != before[name] for name in after)
    whole = recording.since(0)
    assert [edge.number for edge in whole.edges] == list(range(max(0, given - kept) + 1, given + 1))
    assert all(a.at_us <= b.at_us for a, b in zip(whole.edges, whole.edges[1:], strict=False))
    levels = newest_levels(whole)
    assert {name: levels[name] for name in BITS} == {name: getattr(wire.plc, name) for name in BITS}
    assert levels["part_id"] == (wire.plc.part_id or "")
    assert levels["acquisition_id"] == output.station.acquisition_id
    part = recording.since(since)
    assert newest_levels(part) == levels
    if since <= given:
        assert part.edges == tuple(edge for edge in whole.edges if edge.number > since)
    else:
        assert part.edges == whole.edges
