"""The fields of the handshake as variables: a PLC writes its own and reads those of the station."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import replace
from typing import Any

from asyncua import Node, Server, ua
from asyncua.crypto.permission_rules import User, UserRole
from asyncua.server.address_space import AddressSpace, AttributeService

from okng.device.handshake.line import WireInput, WirePort
from okng.device.wires.field_values import FieldValue, station_values, wire_input
from okng.device.wires.fields import COMMAND_FIELDS, STATION_FIELDS, FieldType

log = logging.getLogger(__name__)

_VARIANT_TYPES = {
    FieldType.BOOL: ua.VariantType.Boolean,
    FieldType.UINT: ua.VariantType.UInt16,
    FieldType.UDINT: ua.VariantType.UInt32,
    FieldType.REAL: ua.VariantType.Float,
    FieldType.STRING: ua.VariantType.String,
}
_EMPTY: dict[Any, FieldValue] = {
    ua.VariantType.Boolean: False,
    ua.VariantType.UInt16: 0,
    ua.VariantType.UInt32: 0,
    ua.VariantType.Float: 0.0,
    ua.VariantType.String: "",
}

RECIPE_NAME = "recipe_name"
_COMMANDS = {field.name: _VARIANT_TYPES[field.type] for field in COMMAND_FIELDS} | {
    RECIPE_NAME: ua.VariantType.String
}
_STATION = {field.name: _VARIANT_TYPES[field.type] for field in STATION_FIELDS} | {
    "running_recipe_name": ua.VariantType.String,
    "not_ready_reason": ua.VariantType.String,
}
_DESCRIPTIONS = {field.name: field.description for field in COMMAND_FIELDS + STATION_FIELDS} | {
    RECIPE_NAME: "Name of the recipe to load; empty: `recipe_number` counts.",
    "running_recipe_name": "Name of the recipe that runs.",
    "not_ready_reason": "Why the station is not online; empty while it is.",
}
_LONGEST = {"part_id": 128, RECIPE_NAME: 64}
"""Characters that the station stores."""


class HandshakeVariables:
    """The variables and the handshake behind them. Belongs to the server's event loop."""

    def __init__(self, port: WirePort, plc_timeout_s: float) -> None:
        self._port = port
        self._plc_timeout_s = plc_timeout_s
        self._server: Server
        self.namespace = 0
        self._commands: dict[str, FieldValue] = {
            name: _EMPTY[type_] for name, type_ in _COMMANDS.items()
        }
        self._shown: dict[str, FieldValue] = {}
        self._showing = asyncio.Lock()
        self._plc: User | None = None
        """Whoever wrote last, a session each; None while no PLC takes part."""
        self._counted_at = 0.0
        self._heartbeat = 0
        self.takes_parts = True
        """False while a client has halted the vision system: then no trigger is accepted."""

    @property
    def has_plc(self) -> bool:
        """Whether a PLC takes part, and its heartbeat counts if it has one."""
        if self._plc is None:
            return False
        stood_still_s = time.monotonic() - self._counted_at
        return not self._commands["plc_heartbeat"] or stood_still_s <= self._plc_timeout_s

    async def add(self, server: Server, parent: Node, namespace: int) -> None:
        """Adds the variables to the address space."""
        self._server, self.namespace = server, namespace
        for name, type_ in (_COMMANDS | _STATION).items():
            value = ua.Variant(_EMPTY[type_], type_)
            node = await parent.add_variable(
                ua.NodeId(name, namespace), ua.QualifiedName(name, namespace), value
            )
            text = ua.Variant(ua.LocalizedText(_DESCRIPTIONS[name]), ua.VariantType.LocalizedText)
            await node.write_attribute(ua.AttributeIds.Description, ua.DataValue(text))
            if name in _COMMANDS:
                await node.set_writable()
        server.iserver.attribute_service = CommandWrites(server.iserver.aspace, self)

    def refresh(self) -> None:
        """Brings the handshake up to date; call it ten times a second."""
        if not self.has_plc:
            self._port.disconnect()
            return
        wire = wire_input(self._commands)
        if name := self._commands[RECIPE_NAME]:
            wire = replace(wire, recipe=str(name))
        if not self.takes_parts:
            wire = replace(wire, plc=replace(wire.plc, trigger_enable=False))
        self._port.update(wire)

    def disconnected(self, client: User) -> None:
        """Takes the end of a session: a PLC that is gone has dropped its signals."""
        if client is self._plc:
            log.warning("%s: the session of the PLC has ended", self._port.name)
            self.forget()

    def forget(self) -> None:
        """Drops all signals of the PLC."""
        self._plc = None
        self._port.update(WireInput())
        self._port.disconnect()

    def count_heartbeat(self) -> None:
        """Counts the station's heartbeat up."""
        self._heartbeat += 1

    def check(self, item: ua.WriteValue) -> int:
        """Status code of a write to a variable by a client; nothing is written."""
        name = self._name(item.NodeId)
        if name not in _COMMANDS or item.AttributeId != ua.AttributeIds.Value:
            return int(ua.StatusCodes.BadNotWritable)
        if item.IndexRange:
            return int(ua.StatusCodes.BadWriteNotSupported)
        value = item.Value.Value
        if value is None or value.is_array or value.VariantType is not _COMMANDS[name]:
            return int(ua.StatusCodes.BadTypeMismatch)
        if name in _LONGEST and len(value.Value or "") > _LONGEST[name]:
            return int(ua.StatusCodes.BadOutOfRange)
        return int(ua.StatusCodes.Good)

    async def take(self, client: User, items: list[ua.WriteValue]) -> None:
        """Takes checked writes of one request as one piece; their effect can be read at once."""
        for item in items:
            name = self._name(item.NodeId)
            value = item.Value.Value.Value
            self._commands[name] = "" if value is None else value
            if name == "plc_heartbeat":
                self._counted_at = time.monotonic()
        self._plc = client
        self.refresh()
        await self.show()

    async def show(self) -> None:
        """Writes what has changed: signals fall before the values change, and rise after it."""
        async with self._showing:
            values = self._values()
            changed = [name for name, value in values.items() if self._differs(name, value)]
            for name in sorted(changed, key=lambda name: _order(values[name])):
                self._shown[name] = values[name]
                variant = ua.Variant(values[name], _STATION[name])
                await self._server.write_attribute_value(
                    ua.NodeId(name, self.namespace), ua.DataValue(variant)
                )

    def _values(self) -> dict[str, FieldValue]:
        output = self._port.output
        reference = output.recipe.reference
        return station_values(output, self._heartbeat) | {
            "running_recipe_name": reference.name if reference else "",
            "not_ready_reason": output.not_ready_reason or "",
        }

    def _differs(self, name: str, value: FieldValue) -> bool:
        return name not in self._shown or self._shown[name] != value

    def _name(self, node_id: ua.NodeId) -> str:
        return str(node_id.Identifier) if node_id.NamespaceIndex == self.namespace else ""


def _order(value: FieldValue) -> int:
    if isinstance(value, bool):
        return 2 if value else 0
    return 1


class CommandWrites(AttributeService):
    """Writes of clients: each is checked, and all of one request take effect together."""

    def __init__(self, space: AddressSpace, variables: HandshakeVariables) -> None:
        super().__init__(space)
        self._variables = variables
        self._last_refusal = ""

    async def write(
        self,
        params: ua.WriteParameters,
        user: User = User(role=UserRole.Admin),  # noqa: B008
    ) -> list[ua.StatusCode]:
        """The status of each write."""
        if user.role is UserRole.Admin:
            statuses: list[ua.StatusCode] = await super().write(params, user)
            return statuses
        statuses = []
        accepted = []
        for item in params.NodesToWrite:
            status = ua.StatusCode(self._status(item))
            statuses.append(status)
            if status.is_good():
                accepted.append(item)
            else:
                self._log(item, status)
        for item in accepted:
            await self._aspace.write_attribute_value(item.NodeId, item.AttributeId, item.Value)
        if accepted:
            await self._variables.take(user, accepted)
        return statuses

    def _status(self, item: Any) -> int:
        if item.NodeId not in self._aspace:
            return int(ua.StatusCodes.BadNodeIdUnknown)
        return self._variables.check(item)

    def _log(self, item: Any, status: ua.StatusCode) -> None:
        """One row for a refusal, however often the client tries again."""
        refusal = f"write to {item.NodeId.to_string()} refused: {status.name}"
        if refusal != self._last_refusal:
            value = item.Value.Value
            log.warning("%s; it was %.200s", refusal, value.Value if value else None)
            self._last_refusal = refusal
