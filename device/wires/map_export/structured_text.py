"""The handshake as an IEC 61131-3 function block in Structured Text.

It knows no Modbus function of any PLC: the PLC's driver copies registers to and from two arrays.
The language is the standard's own, without a manufacturer's bit access or casts.
"""

from __future__ import annotations

from string import Template

from okng.device.wires.fields import COMMAND_FIELDS, FIELDS, Direction, Field, FieldType
from okng.device.wires.register_map import COMMAND_WORDS, STATION_WORDS, WordOrder

_COMMAND_BITS = {field.name: 1 << field.bit for field in COMMAND_FIELDS if field.bit is not None}


def as_structured_text(order: WordOrder = WordOrder.HIGH_FIRST) -> str:
    """The source, for the given order of a 32-bit value's registers."""
    names = {field.name: _expression(field, order) for field in FIELDS}
    names |= {f"set_{name}": f"WORD#16#{bits:04X}" for name, bits in _COMMAND_BITS.items()}
    offsets = {f"at_{field.name}": str(field.offset) for field in FIELDS}
    sizes = {"last_command": str(COMMAND_WORDS - 1), "last_station": str(STATION_WORDS - 1)}
    return Template(_SOURCE).substitute(names | offsets | sizes)


def _expression(field: Field, order: WordOrder) -> str:
    array = "Command" if field.direction is Direction.TO_STATION else "Station"
    first = f"{array}[{field.offset}]"
    if field.bit is not None:
        return f"(({first} AND WORD#16#{1 << field.bit:04X}) <> WORD#16#0000)"
    if field.type in (FieldType.UDINT, FieldType.REAL):
        second = f"{array}[{field.offset + 1}]"
        high, low = (first, second) if order is WordOrder.HIGH_FIRST else (second, first)
        if field.type is FieldType.REAL:
            return f"OKNG_REAL(High := {high}, Low := {low})"
        return f"(WORD_TO_UDINT({high}) * UDINT#65536 + WORD_TO_UDINT({low}))"
    return f"WORD_TO_UINT({first})"


_SOURCE = """\
(* Trigger and result handshake with an okng station.
   Every cycle the PLC's Modbus driver reads input registers 100 and up into Station as ONE
   request, and writes Command to the holding registers 0 and up as ONE request. *)

TYPE
  OKNG_COMMAND : ARRAY [0..$last_command] OF WORD;
  OKNG_STATION : ARRAY [0..$last_station] OF WORD;
  OKNG_PART_ID : ARRAY [0..15] OF WORD;
END_TYPE

FUNCTION OKNG_REAL : REAL
  (* An IEEE 754 number from its two registers. *)
  VAR_INPUT
    High : WORD;
    Low : WORD;
  END_VAR
  VAR
    Bits : UDINT;
    Exponent : UDINT;
    Value : REAL;
  END_VAR
  Bits := WORD_TO_UDINT(High AND WORD#16#7FFF) * UDINT#65536 + WORD_TO_UDINT(Low);
  Exponent := Bits / UDINT#8388608;
  IF Exponent = UDINT#0 THEN
    Value := 0.0;
  ELSE
    Value := UDINT_TO_REAL((Bits MOD UDINT#8388608) + UDINT#8388608)
      * EXPT(2.0, UDINT_TO_REAL(Exponent) - 150.0);
  END_IF;
  IF (High AND WORD#16#8000) <> WORD#16#0000 THEN
    Value := -Value;
  END_IF;
  OKNG_REAL := Value;
END_FUNCTION

FUNCTION_BLOCK OKNG_HANDSHAKE
  VAR_INPUT
    Enable : BOOL;            (* The station is used. FALSE clears all errors. *)
    Execute : BOOL;           (* A rising edge inspects a part. *)
    PartId : OKNG_PART_ID;    (* Of that part: two bytes a register, the first one high. *)
    TimeLimit : TIME := T#5s; (* For the result of a part. *)
  END_VAR
  VAR_IN_OUT
    Station : OKNG_STATION;
    Command : OKNG_COMMAND;
  END_VAR
  VAR_OUTPUT
    Ready : BOOL;             (* A part may be inspected. *)
    Busy : BOOL;              (* A part is being inspected. *)
    MayMove : BOOL;           (* Its picture is taken. *)
    Done : BOOL;              (* The result below is that of the part. *)
    Ok : BOOL;
    Ng : BOOL;
    Outcome : UINT;           (* 1 OK, 2 NG, 3 ERROR, 4 MISSED *)
    TriggerId : UDINT;
    Score : REAL;
    Threshold : REAL;
    Failed : BOOL;            (* No result: see ErrorCode. Treat the part as not inspected. *)
    ErrorCode : UINT;         (* acquisition_error, 100 no answer in time, 101 station is silent *)
  END_VAR
  VAR
    State : INT := 0;
    WasExecuted : BOOL;
    Beat : UINT;
    Silence : TON;
    Overdue : TON;
    Index : INT;
  END_VAR

  Silence(IN := $heartbeat = Beat, PT := T#1s);
  Beat := $heartbeat;
  Overdue(IN := State >= 20 AND State < 50, PT := TimeLimit);

  IF NOT Enable OR Silence.Q THEN
    (* Silence is never good: nothing of the last result stays. *)
    IF State >= 20 AND State < 50 THEN
      Failed := TRUE;
      ErrorCode := UINT#101;
    END_IF;
    State := 0;
    Done := FALSE;
    Ok := FALSE;
    Ng := FALSE;
  ELSIF Overdue.Q THEN
    Failed := TRUE;
    ErrorCode := UINT#100;
    State := 50;
  END_IF;

  CASE State OF
    0: (* Not taking part. *)
      Command[$at_trigger_enable] := WORD#16#0000;
      IF Enable AND NOT Silence.Q THEN
        State := 10;
      END_IF;
    10: (* Waiting for a part. *)
      Command[$at_trigger_enable] := $set_trigger_enable;
      IF Execute AND NOT WasExecuted THEN
        Done := FALSE;
        Ok := FALSE;
        Ng := FALSE;
        Failed := FALSE;
        ErrorCode := UINT#0;
        FOR Index := 0 TO 15 DO
          Command[$at_part_id + Index] := PartId[Index];
        END_FOR;
        IF $trigger_ready THEN
          Command[$at_trigger_enable] := $set_trigger_enable OR $set_trigger;
          State := 20;
        ELSE
          Failed := TRUE;
          ErrorCode := UINT#1;
        END_IF;
      END_IF;
    20: (* Triggered: accepted or not? The id is there before the acknowledgement. *)
      IF $trigger_ack THEN
        TriggerId := $acquisition_id;
        Command[$at_trigger_enable] := $set_trigger_enable;
        State := 30;
      ELSIF $acquisition_error <> UINT#0 THEN
        Failed := TRUE;
        ErrorCode := $acquisition_error;
        State := 50;
      END_IF;
    30: (* Waiting for the result with the id of this part; another one is only acknowledged. *)
      IF $results_valid THEN
        IF $result_trigger_id = TriggerId THEN
          Outcome := $result_outcome;
          Ok := $result_ok;
          Ng := $result_ng;
          Score := $result_score;
          Threshold := $result_threshold;
          State := 45;
        ELSE
          State := 40;
        END_IF;
        Command[$at_trigger_enable] := $set_trigger_enable OR $set_results_ack;
      END_IF;
    40: (* Another part's result is acknowledged. *)
      IF NOT $results_valid THEN
        Command[$at_trigger_enable] := $set_trigger_enable;
        State := 30;
      END_IF;
    45: (* This part's result is acknowledged. *)
      IF NOT $results_valid THEN
        Command[$at_trigger_enable] := $set_trigger_enable;
        Done := TRUE;
        State := 10;
      END_IF;
    50: (* Clears the error. *)
      Command[$at_trigger_enable] := WORD#16#0000;
      Ok := FALSE;
      Ng := FALSE;
      IF $acquisition_error = UINT#0 AND NOT $trigger_ack THEN
        State := 10;
      END_IF;
  ELSE
    State := 0;
  END_CASE;

  WasExecuted := Execute;
  Busy := State >= 20 AND State < 50;
  MayMove := State >= 30 AND $exposure_complete;
  Ready := State = 10 AND $trigger_ready;
END_FUNCTION_BLOCK
"""
