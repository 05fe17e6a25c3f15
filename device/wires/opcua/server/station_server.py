"""The OPC UA server of a station: its address space, and what goes in and out of it."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable

from asyncua import Node, Server, ua
from asyncua.crypto.permission_rules import User
from asyncua.server.internal_server import InternalServer
from asyncua.server.internal_session import InternalSession

from okng.device.handshake.line import WireOutput, WirePort
from okng.device.handshake.refusal_log import RefusalLog
from okng.device.outputs import Signal
from okng.device.types import Inspection
from okng.device.wires.opcua.server import machine_vision as mv
from okng.device.wires.opcua.server.events import Events
from okng.device.wires.opcua.server.method_calls import add_method
from okng.device.wires.opcua.server.results import Results
from okng.device.wires.opcua.server.security import Login, application_uri, secure
from okng.device.wires.opcua.server.settings import OpcUaWireSettings
from okng.device.wires.opcua.server.states import State
from okng.device.wires.opcua.server.transitions import OPERATIONAL
from okng.device.wires.opcua.server.type_nodes import add_types, set_type
from okng.device.wires.opcua.server.variables import HandshakeVariables
from okng.device.wires.opcua.server.vision_system import VisionSystem

log = logging.getLogger(__name__)

Heard = WireOutput | int | tuple[Inspection, Signal]
"""New signals, the trigger id of a part whose picture is there, or a result."""

NAMESPACE = "urn:okng:opcua"
"""Of the station's own nodes: the same on every station, so that one PLC program fits all."""


class SessionServer(InternalServer):
    """Tells when a session ends, whether its client closed it or fell silent."""

    def __init__(self, settings: OpcUaWireSettings, ended: Callable[[User], None]) -> None:
        super().__init__(user_manager=Login(settings))
        self._ended = ended
        self.max_session_timeout_ms = settings.session_timeout_ms
        self.min_session_timeout_ms = min(1000, settings.session_timeout_ms)

    @property
    def session_count(self) -> int:
        """Clients that are connected."""
        return len(self._external_sessions)

    def unregister_external_session(self, session: InternalSession) -> None:
        """Takes the end of a session."""
        super().unregister_external_session(session)
        self._ended(session.user)


class StationServer:
    """The server. All of it belongs to one event loop."""

    def __init__(
        self, settings: OpcUaWireSettings, station: str, variables: WirePort, methods: WirePort
    ) -> None:
        """Args:
        settings: Address and security.
        station: Name of the station.
        variables: Side of the line for PLCs that write variables.
        methods: Side of the line for clients that call methods.
        """
        self._settings = settings
        self._station = station
        self._methods_port = methods
        self.variables = HandshakeVariables(variables, settings.plc_timeout_ms / 1000)
        self._sessions = SessionServer(settings, self.variables.disconnected)
        self._server = Server(iserver=self._sessions)
        self._showing = asyncio.Lock()
        self._state_nodes: dict[str, ua.NodeId] = {}
        self._vision = 0
        self._own = 0
        self.system: VisionSystem

    @property
    def has_clients(self) -> bool:
        """Whether any client is connected."""
        return self._sessions.session_count > 0

    async def build(self) -> None:
        """Makes the address space.

        Raises:
            OSError: a certificate or key can't be read.
            ValueError: a file is no certificate or key.
        """
        server = self._server
        await secure(server, self._settings)
        await server.init()
        server.set_endpoint(f"opc.tcp://{self._settings.host}:{self._settings.port}/")
        server.set_server_name(f"okng {self._station}")
        await server.set_application_uri(application_uri(self._sessions.certificate, self._station))
        self._vision = await server.register_namespace(mv.NAMESPACE)
        self._own = await server.register_namespace(NAMESPACE)
        await add_types(server, self._vision)
        results, events = Results(server, self._vision), Events(server, self._vision)
        self.system = VisionSystem(self._methods_port, results, events)
        await self._add_nodes(results, events)
        await self._write_state(self.system.machine.state)

    async def open(self) -> None:
        """Listens.

        Raises:
            OSError: the address is taken, or isn't one of this machine.
        """
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((self._settings.host, self._settings.port))
        await self.refresh()
        await self._server.start()

    async def close(self) -> None:
        """Tells that the station is not ready, and ends all sessions."""
        self.variables.forget()
        await self.refresh()
        node = self._server.get_node(ua.NodeId(ua.ObjectIds.Server_ServerStatus_State))
        await node.write_value(ua.ServerState.Shutdown, ua.VariantType.Int32)
        await self._server.stop()

    async def refresh(self) -> None:
        """Brings handshake, state and variables up to date; call it ten times a second."""
        self.system.refresh()
        self.variables.takes_parts = self.system.machine.takes_parts
        self.variables.refresh()
        await self._show_state()
        await self.variables.show()

    async def hear(self, heard: Heard) -> None:
        """Tells clients of a part, or of a change on the methods' side of the line."""
        await self._show_state()
        if isinstance(heard, WireOutput):
            await self.system.signals_changed(heard)
        elif isinstance(heard, int):
            await self.system.exposed(heard)
        else:
            await self.system.completed(*heard)
        await self._show_state()

    async def _add_nodes(self, results: Results, events: Events) -> None:
        root = await self._object(self._server.nodes.objects, "VisionSystem", mv.VISION_SYSTEM_TYPE)
        machine = await self._object(root, "VisionStateMachine", mv.VISION_STATE_MACHINE_TYPE)
        mode = await self._object(machine, "AutomaticModeStateMachine", mv.AUTOMATIC_MODE_TYPE)
        recipes = await self._object(root, "RecipeManagement", mv.RECIPE_MANAGEMENT_TYPE)
        managed = await self._object(root, "ResultManagement", mv.RESULT_MANAGEMENT_TYPE)
        folder = await self._object(managed, "Results", mv.RESULT_FOLDER_TYPE)
        objects = {
            "VisionStateMachine": machine,
            "AutomaticModeStateMachine": mode,
            "RecipeManagement": recipes,
            "ResultManagement": managed,
        }
        namespaces, refusals = (self._vision, self._own), RefusalLog(self._settings.name)
        for name, methods in self.system.methods(self._vision).items():
            for method in methods:
                await add_method(objects[name], method, namespaces, refusals, self.refresh)
        await results.add_latest(folder, self._own)
        machines = {
            mv.VISION_STATE_MACHINE_TYPE: machine.nodeid,
            mv.AUTOMATIC_MODE_TYPE: mode.nodeid,
        }
        await events.start(root.nodeid, machines)
        handshake = await root.add_folder(
            ua.NodeId("Handshake", self._own), ua.QualifiedName("Handshake", self._own)
        )
        await self.variables.add(self._server, handshake, self._own)

    async def _object(self, parent: Node, name: str, type_: int) -> Node:
        node = await parent.add_object(
            ua.NodeId(name, self._own), ua.QualifiedName(name, self._vision)
        )
        await set_type(node, ua.ObjectIds.BaseObjectType, ua.NodeId(type_, self._vision))
        if type_ in (mv.VISION_STATE_MACHINE_TYPE, mv.AUTOMATIC_MODE_TYPE):
            await self._add_state(node, name)
        return node

    async def _add_state(self, machine: Node, name: str) -> None:
        state = await machine.add_variable(
            ua.NodeId(f"{name}.CurrentState", self._own),
            ua.QualifiedName("CurrentState", 0),
            ua.Variant(ua.LocalizedText(""), ua.VariantType.LocalizedText),
        )
        await set_type(
            state,
            ua.ObjectIds.BaseDataVariableType,
            ua.NodeId(ua.ObjectIds.FiniteStateVariableType),
        )
        id_node = await state.add_property(
            ua.NodeId(f"{name}.CurrentState.Id", self._own),
            ua.QualifiedName("Id", 0),
            ua.Variant(ua.NodeId(), ua.VariantType.NodeId),
        )
        self._state_nodes |= {name: state.nodeid, f"{name}.Id": id_node.nodeid}

    async def _show_state(self) -> None:
        """Shows each state that was reached, one after the other, with its events."""
        async with self._showing:
            for step in self.system.machine.steps():
                await self._write_state(step.after)
                await self.system.tell(step)

    async def _write_state(self, state: State) -> None:
        mode = state if state.is_operational else None
        await self._write_machine("VisionStateMachine", OPERATIONAL if mode else state)
        await self._write_machine("AutomaticModeStateMachine", mode)

    async def _write_machine(self, name: str, state: str | None) -> None:
        """Writes the state of a machine; None if it has none now."""
        node_id = ua.NodeId(mv.STATE_IDS[state] if state else 0, self._vision)
        text = ua.Variant(ua.LocalizedText(state), ua.VariantType.LocalizedText)
        values = {name: text, f"{name}.Id": ua.Variant(node_id, ua.VariantType.NodeId)}
        for node, value in values.items():
            shown = ua.DataValue(value)
            if state is None:
                status = ua.StatusCode(ua.StatusCodes.BadStateNotActive)
                shown = ua.DataValue(StatusCode=status)
            await self._server.write_attribute_value(self._state_nodes[node], shown)


def quieten() -> None:
    """Leaves refusals to this wire's own log, where each is one row."""
    logging.getLogger("asyncua").setLevel(logging.ERROR)
    logging.getLogger("asyncua.server.uaprocessor").addFilter(_is_no_refusal)


def _is_no_refusal(record: logging.LogRecord) -> bool:
    return "service fault" not in str(record.msg)


async def beat(server: StationServer, period_s: float) -> None:
    """Counts the heartbeat up until it is cancelled."""
    while True:
        await asyncio.sleep(period_s)
        server.variables.count_heartbeat()
