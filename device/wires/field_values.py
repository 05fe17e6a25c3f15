"""The values of the fields: what a PLC wrote as the handshake's input, its output as fields."""

from __future__ import annotations

import math
from collections.abc import Mapping

from okng.device.handshake.line import WireInput, WireOutput
from okng.device.handshake.signals import PartResult, PlcSignals, StationSignals
from okng.device.outputs import Signal
from okng.device.types import Outcome
from okng.device.wires.fields import STRING_BYTES

FieldValue = bool | int | float | str
"""BOOL, UINT and UDINT, REAL, STRING."""

OUTCOME_CODES = {Outcome.OK: 1, Outcome.NG: 2, Outcome.ERROR: 3, Outcome.MISSED: 4}
"""Numbers of `result_outcome`; 0 is none yet."""

_UINT_MAX = 0xFFFF
_UDINT_MAX = 0xFFFF_FFFF


def wire_input(commands: Mapping[str, FieldValue]) -> WireInput:
    """What the PLC says, from the values of all `COMMAND_FIELDS` by their names."""
    return WireInput(
        PlcSignals(
            trigger_enable=bool(commands["trigger_enable"]),
            trigger=bool(commands["trigger"]),
            results_ack=bool(commands["results_ack"]),
            part_id=str(commands["part_id"]) or None,
        ),
        load_recipe=bool(commands["load_recipe"]),
        recipe=int(commands["recipe_number"]),
    )


def station_values(output: WireOutput, heartbeat: int) -> dict[str, FieldValue]:
    """The values of all `STATION_FIELDS` by their names; ids wrap at 2^32, counts stop at 65535."""
    station, changeover = output.station, output.changeover
    return {
        "online": station.online,
        "trigger_ready": station.trigger_ready,
        "trigger_ack": station.trigger_ack,
        "exposure_complete": station.exposure_complete,
        "inspection_completed": station.inspection_completed,
        "results_valid": station.results_valid,
        "results_stale": station.results_stale,
        "results_overrun": station.results_overrun,
        "recipe_loading": changeover.loading,
        "recipe_load_ack": changeover.load_ack,
        "recipe_load_failed": changeover.failed,
        "heartbeat": heartbeat & _UINT_MAX,
        "acquisition_error": int(station.acquisition_error),
        "acquisition_id": station.acquisition_id & _UDINT_MAX,
        "running_recipe": output.recipe.number,
        "results_waiting": station.results_waiting,
        "results_lost": min(station.results_lost, _UINT_MAX),
        **_signal_values(station),
        **_result_values(station.result),
    }


def string_bytes(text: str) -> bytes:
    """A STRING field's content; what is too long is cut between two characters."""
    cut = text.encode()[:STRING_BYTES].decode(errors="ignore").encode()
    return cut.ljust(STRING_BYTES, b"\0")


def string_text(content: bytes) -> str:
    """The text of a STRING field up to its first zero byte; bytes that aren't UTF-8 as `\\xff`."""
    return content.partition(b"\0")[0].decode(errors="backslashreplace")


def _signal_values(station: StationSignals) -> dict[str, FieldValue]:
    signal = station.result.signal if station.results_valid and station.result else None
    return {"result_ok": signal is Signal.OK, "result_ng": signal is Signal.NG}


def _result_values(result: PartResult | None) -> dict[str, FieldValue]:
    if result is None:
        return {
            "result_late": False,
            "result_scored": False,
            "result_outcome": 0,
            "result_trigger_id": 0,
            "result_score": 0.0,
            "result_threshold": 0.0,
            "result_verdict_ms": 0.0,
            "result_part_id": "",
        }
    scored = result.score is not None and math.isfinite(result.score)
    return {
        "result_late": result.late,
        "result_scored": scored,
        "result_outcome": OUTCOME_CODES[result.outcome],
        "result_trigger_id": result.trigger_id & _UDINT_MAX,
        "result_score": (result.score or 0.0) if scored else 0.0,
        "result_threshold": (result.threshold or 0.0) if scored else 0.0,
        "result_verdict_ms": result.verdict_ms or 0.0,
        "result_part_id": result.part_id or "",
    }
