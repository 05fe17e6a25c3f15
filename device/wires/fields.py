"""The fields of the handshake: every signal and value that goes between a PLC and the station.

A wire lays them out in its own way; `offset` and `bit` are the layout in 16-bit words, each
direction a block of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FieldType(StrEnum):
    """Type of a field, by its name in IEC 61131-3."""

    BOOL = "BOOL"
    UINT = "UINT"
    UDINT = "UDINT"
    REAL = "REAL"
    STRING = "STRING[32]"

    @property
    def words(self) -> int:
        """16-bit words that it takes; a BOOL shares its word with others."""
        return _WORDS[self]


_WORDS = {
    FieldType.BOOL: 1,
    FieldType.UINT: 1,
    FieldType.UDINT: 2,
    FieldType.REAL: 2,
    FieldType.STRING: 16,
}

STRING_BYTES = 32
"""Size of a STRING field: UTF-8, filled with zero bytes."""


class Direction(StrEnum):
    """Who writes a field."""

    TO_STATION = "PLC to station"
    TO_PLC = "station to PLC"


@dataclass(frozen=True, slots=True)
class Field:
    """One signal or value."""

    name: str
    type: FieldType
    direction: Direction
    offset: int
    """First word within the block of its direction."""
    description: str
    bit: int | None = None
    """Bit of that word, 0 is the lowest; None unless a BOOL."""
    unit: str = ""


def _bits(direction: Direction, offset: int, **described: str) -> tuple[Field, ...]:
    return tuple(
        Field(name, FieldType.BOOL, direction, offset, description, bit)
        for bit, (name, description) in enumerate(described.items())
    )


COMMAND_FIELDS: tuple[Field, ...] = (
    *_bits(
        Direction.TO_STATION,
        0,
        trigger_enable="The PLC takes part. Falling, it clears all errors.",
        trigger="A rising edge asks for the inspection of a part.",
        results_ack="A rising edge says that the shown result was read.",
        load_recipe="A rising edge loads the recipe `recipe_number`.",
    ),
    Field(
        "recipe_number",
        FieldType.UINT,
        Direction.TO_STATION,
        1,
        "Number of the recipe to load; read with the rising edge of `load_recipe`.",
    ),
    Field(
        "plc_heartbeat",
        FieldType.UINT,
        Direction.TO_STATION,
        2,
        "Optional: a number that the PLC changes all the time. Zero: not used.",
    ),
    Field(
        "part_id",
        FieldType.STRING,
        Direction.TO_STATION,
        4,
        "Identifies the part; read with the rising edge of `trigger`. Empty: none.",
    ),
)
"""What the PLC writes."""

STATION_FIELDS: tuple[Field, ...] = (
    *_bits(
        Direction.TO_PLC,
        0,
        online="The station could inspect: it runs, the camera streams, a recipe is loaded.",
        trigger_ready="A rising edge of `trigger` would be accepted now.",
        trigger_ack="The trigger was accepted; falls when `trigger` falls.",
        exposure_complete="The picture of the newest part is taken: the part may move.",
        inspection_completed="Toggles with every completed inspection.",
        results_valid="The result may be read; falls with the rising edge of `results_ack`.",
        results_stale="The shown result is not that of the newest part: compare the ids.",
        results_overrun="Results were lost, since none was acknowledged for too long.",
        recipe_loading="A recipe is being loaded.",
        recipe_load_ack="The load has ended, well or not; falls when `load_recipe` falls.",
        recipe_load_failed="The last load failed: the station is not ready until one succeeds.",
    ),
    *_bits(
        Direction.TO_PLC,
        1,
        result_ok="The part is to be treated as good. Only set while `results_valid` is.",
        result_ng="The part is to be treated as no good. Only set while `results_valid` is.",
        result_late="The verdict came later than the recipe allows.",
        result_scored="`result_score` and `result_threshold` are there; else they are zero.",
    ),
    Field(
        "heartbeat",
        FieldType.UINT,
        Direction.TO_PLC,
        2,
        "Counts up and wraps. Standing still for a second: the station is not ready.",
    ),
    Field(
        "acquisition_error",
        FieldType.UINT,
        Direction.TO_PLC,
        3,
        "Why the last trigger was not accepted: 0 it was, 1 not online, 2 busy, 3 no free result "
        "buffer, 4 trigger was high when the connection began, 5 refused (see the log).",
    ),
    Field(
        "acquisition_id",
        FieldType.UDINT,
        Direction.TO_PLC,
        4,
        "Trigger id of the part whose trigger is acknowledged, else of the newest part. Set before "
        "`trigger_ack`.",
    ),
    Field(
        "running_recipe",
        FieldType.UINT,
        Direction.TO_PLC,
        6,
        "Number of the recipe that runs; 0: it has none.",
    ),
    Field(
        "results_waiting",
        FieldType.UINT,
        Direction.TO_PLC,
        7,
        "Results that are not acknowledged yet, with the shown one; at most 8.",
    ),
    Field(
        "results_lost",
        FieldType.UINT,
        Direction.TO_PLC,
        8,
        "Results lost since `trigger_enable` rose.",
    ),
    Field(
        "result_outcome",
        FieldType.UINT,
        Direction.TO_PLC,
        9,
        "Outcome of the part: 0 none yet, 1 OK, 2 NG, 3 ERROR (not judged), 4 MISSED (no picture).",
    ),
    Field(
        "result_trigger_id",
        FieldType.UDINT,
        Direction.TO_PLC,
        10,
        "Trigger id of the part whose result is shown: the `acquisition_id` of its trigger.",
    ),
    Field("result_score", FieldType.REAL, Direction.TO_PLC, 12, "Anomaly score of the part."),
    Field(
        "result_threshold",
        FieldType.REAL,
        Direction.TO_PLC,
        14,
        "Score above which the part is NG.",
    ),
    Field(
        "result_verdict_ms",
        FieldType.REAL,
        Direction.TO_PLC,
        16,
        "Time from the trigger to the verdict; 0: not known.",
        unit="ms",
    ),
    Field(
        "result_part_id",
        FieldType.STRING,
        Direction.TO_PLC,
        18,
        "The part id that came with the trigger of that part.",
    ),
)
"""What the station writes."""

FIELDS = COMMAND_FIELDS + STATION_FIELDS
"""All fields; their names are unique."""


def words(fields: tuple[Field, ...]) -> int:
    """Length of a block in 16-bit words."""
    return max(field.offset + field.type.words for field in fields)
