"""The handshake as a Node-RED flow on node-red-contrib-modbus."""

from __future__ import annotations

import json

from okng.device.wires.fields import COMMAND_FIELDS, STATION_FIELDS, Field
from okng.device.wires.register_map import (
    COMMAND_ADDRESS,
    COMMAND_WORDS,
    STATION_ADDRESS,
    STATION_WORDS,
    WordOrder,
)

_TAB, _CLIENT, _WRITE, _DEBUG = "okng-tab", "okng-client", "okng-write", "okng-results"
_PROGRAM = "okng-handshake"
_POLL_MS = 50


def as_node_red(host: str, port: int, order: WordOrder) -> str:
    """The flow's JSON, to be imported into Node-RED."""
    common = {"z": _TAB, "server": _CLIENT, "unitid": "1", "showErrors": True}
    nodes = [
        {"id": _TAB, "type": "tab", "label": "okng inspection"},
        {
            "id": _CLIENT,
            "type": "modbus-client",
            "name": "okng station",
            "clienttype": "tcp",
            "tcpHost": host,
            "tcpPort": str(port),
            "tcpType": "DEFAULT",
            "unit_id": "1",
            "reconnectOnTimeout": True,
        },
        {
            "id": "okng-trigger",
            "type": "inject",
            "z": _TAB,
            "name": "inspect a part",
            "topic": "trigger",
            "payload": "part-1",
            "payloadType": "str",
            "wires": [[_PROGRAM]],
        },
        common
        | {
            "id": "okng-read",
            "type": "modbus-read",
            "name": "station",
            "topic": "station",
            "dataType": "InputRegister",
            "adr": str(STATION_ADDRESS),
            "quantity": str(STATION_WORDS),
            "rate": str(_POLL_MS),
            "rateUnit": "ms",
            "wires": [[_PROGRAM], []],
        },
        {
            "id": _PROGRAM,
            "type": "function",
            "z": _TAB,
            "name": "handshake",
            "outputs": 2,
            "func": program(order),
            "wires": [[_WRITE], [_DEBUG]],
        },
        common
        | {
            "id": _WRITE,
            "type": "modbus-write",
            "name": "command",
            "dataType": "MHoldingRegisters",
            "adr": str(COMMAND_ADDRESS),
            "quantity": str(COMMAND_WORDS),
            "wires": [[], []],
        },
        {"id": _DEBUG, "type": "debug", "z": _TAB, "name": "results", "active": True, "wires": []},
    ]
    return json.dumps(nodes, indent=2) + "\n"


def program(order: WordOrder) -> str:
    """The function node's JavaScript: station registers and triggers in, commands and results out.

    Messages of topic `trigger` have a part id as payload, all others the station's registers.
    """
    fields = json.dumps([_described(field) for field in STATION_FIELDS])
    bits = json.dumps({field.name: field.bit for field in COMMAND_FIELDS if field.bit is not None})
    part_id = next(field.offset for field in COMMAND_FIELDS if field.name == "part_id")
    return (
        f"const FIELDS = {fields};\nconst BITS = {bits};\n"
        f"const WORDS = {COMMAND_WORDS}, PART_ID = {part_id}, "
        f"LOW_FIRST = {json.dumps(order is WordOrder.LOW_FIRST)};\n{_PROGRAM_SOURCE}"
    )


def _described(field: Field) -> dict[str, object]:
    return {
        "name": field.name,
        "type": field.type.name,
        "offset": field.offset,
        "words": field.type.words,
        "bit": field.bit,
    }


_PROGRAM_SOURCE = """\
const state = context.get("state") || {step: "idle", partId: "", queue: []};

function decode(registers) {
  const signals = {};
  for (const field of FIELDS) {
    const words = registers.slice(field.offset, field.offset + field.words);
    if (LOW_FIRST && field.words === 2) words.reverse();
    const bytes = Buffer.alloc(2 * words.length);
    words.forEach((word, index) => bytes.writeUInt16BE(word, 2 * index));
    if (field.type === "BOOL") signals[field.name] = (words[0] >> field.bit & 1) === 1;
    else if (field.type === "UINT") signals[field.name] = words[0];
    else if (field.type === "UDINT") signals[field.name] = bytes.readUInt32BE(0);
    else if (field.type === "REAL") signals[field.name] = bytes.readFloatBE(0);
    else signals[field.name] = bytes.toString("utf8").split("\\0")[0];
  }
  return signals;
}

function command(...names) {
  const words = new Array(WORDS).fill(0);
  for (const name of names) words[0] |= 1 << BITS[name];
  const bytes = Buffer.alloc(32);
  bytes.write(state.partId);
  for (let index = 0; index < 16; index++) words[PART_ID + index] = bytes.readUInt16BE(2 * index);
  return {payload: words};
}

function answer(commands, result) {
  context.set("state", state);
  return [commands, result === undefined ? null : {payload: result}];
}

if (msg.topic === "trigger") {
  state.queue.push(String(msg.payload));
  return answer(null);
}
const signals = decode(msg.payload);
switch (state.step) {
  case "idle":
    if (signals.trigger_ready && state.queue.length) {
      state.partId = state.queue.shift();
      state.step = "triggered";
      return answer(command("trigger_enable", "trigger"));
    }
    return answer(command("trigger_enable"));
  case "triggered":
    if (signals.trigger_ack) {
      state.id = signals.acquisition_id;
      state.step = "inspecting";
      return answer(command("trigger_enable"));
    }
    if (signals.acquisition_error) {
      state.step = "failed";
      return answer(command(), {part_id: state.partId, error: signals.acquisition_error});
    }
    return answer(command("trigger_enable", "trigger"));
  case "inspecting":
    if (!signals.results_valid) return answer(command("trigger_enable"));
    state.mine = signals.result_trigger_id === state.id;
    state.step = "acknowledging";
    return answer(command("trigger_enable", "results_ack"), state.mine ? signals : undefined);
  case "acknowledging":
    if (signals.results_valid) return answer(command("trigger_enable", "results_ack"));
    state.step = state.mine ? "idle" : "inspecting";
    return answer(command("trigger_enable"));
  default:
    if (!signals.acquisition_error) state.step = "idle";
    return answer(command());
}
"""
