"""Adds the types of OPC 40100-1 to a server's address space."""

from __future__ import annotations

from asyncua import Node, Server, ua
from asyncua.common.manage_nodes import create_data_type, create_encoding

from okng.device.wires.opcua.server import machine_vision as mv
from okng.device.wires.opcua.server.transitions import TRANSITIONS


async def add_types(server: Server, namespace: int) -> None:
    """Adds the types to the address space of a server with Machine Vision at this index."""
    await _add_data_types(server, namespace)
    for name, (node_id, parent) in mv.OBJECT_TYPES.items():
        await server.get_node(ua.NodeId(parent)).add_object_type(
            ua.NodeId(node_id, namespace), ua.QualifiedName(name, namespace)
        )
    await server.get_node(ua.NodeId(ua.ObjectIds.BaseDataVariableType)).add_variable_type(
        ua.NodeId(mv.RESULT_TYPE, namespace),
        ua.QualifiedName("ResultType", namespace),
        mv.RESULT.node_id(namespace),
    )
    for owner, name, node_id, number in mv.STATES:
        state = await server.get_node(ua.NodeId(owner, namespace)).add_object(
            ua.NodeId(node_id, namespace),
            ua.QualifiedName(name, namespace),
            ua.NodeId(ua.ObjectIds.StateType),
        )
        await _number(state, "0:StateNumber", number)
    await _add_event_types(server, namespace)
    await _add_transitions(server, namespace)


async def set_type(node: Node, before: int, type_: ua.NodeId) -> None:
    """Gives a node its type by hand: instantiating it would make further nodes."""
    await node.delete_reference(ua.NodeId(before), ua.ObjectIds.HasTypeDefinition, True, False)
    await node.add_reference(type_, ua.ObjectIds.HasTypeDefinition, True, False)


async def _add_data_types(server: Server, namespace: int) -> None:
    for name, node_id, parent in (
        ("ResultStateDataType", mv.RESULT_STATE.id, ua.ObjectIds.Int32),
        ("Handle", mv.HANDLE.id, ua.ObjectIds.UInt32),
    ):
        await create_data_type(
            server.get_node(ua.NodeId(parent)),
            ua.NodeId(node_id, namespace),
            ua.QualifiedName(name, namespace),
        )
    await _add_tri_state(server, namespace)
    for structure_ in mv.STRUCTURES:
        await _add_structure(server, namespace, structure_)
    await server.load_data_type_definitions()


async def _add_tri_state(server: Server, namespace: int) -> None:
    data_type = await create_data_type(
        server.get_node(ua.NodeId(ua.ObjectIds.Enumeration)),
        mv.TRI_STATE.node_id(namespace),
        ua.QualifiedName("TriStateBooleanDataType", namespace),
    )
    names = ("FALSE_0", "TRUE_1", "DONTCARE_2")
    fields = [ua.EnumField(Name=name, Value=value) for value, name in enumerate(names)]
    await data_type.write_data_type_definition(ua.EnumDefinition(Fields=fields))


async def _add_structure(server: Server, namespace: int, added: mv.Structure) -> None:
    data_type = await create_data_type(
        server.nodes.base_structure_type,
        ua.NodeId(added.id, namespace),
        ua.QualifiedName(added.name, namespace),
    )
    encoding_id = ua.NodeId(added.encoding_id, namespace)
    await create_encoding(data_type, encoding_id, ua.QualifiedName("Default Binary", 0))
    definition = ua.StructureDefinition()
    definition.BaseDataType = server.nodes.base_structure_type.nodeid
    definition.DefaultEncodingId = encoding_id
    optional = any(is_optional for _, _, is_optional in added.fields)
    definition.StructureType = (
        ua.StructureType.StructureWithOptionalFields if optional else ua.StructureType.Structure
    )
    definition.Fields = [
        ua.StructureField(
            Name=name,
            DataType=type_.node_id(namespace),
            ValueRank=ua.ValueRank.OneDimension if type_.is_array else ua.ValueRank.Scalar,
            IsOptional=is_optional,
        )
        for name, type_, is_optional in added.fields
    ]
    await data_type.write_data_type_definition(definition)


async def _add_event_types(server: Server, namespace: int) -> None:
    for name, (node_id, parent, properties) in mv.EVENTS.items():
        event_type: Node = await server.get_node(ua.NodeId(parent)).add_object_type(
            ua.NodeId(node_id, namespace), ua.QualifiedName(name, namespace)
        )
        for property_name, property_id, type_ in properties:
            await event_type.add_property(
                ua.NodeId(property_id, namespace),
                ua.QualifiedName(property_name, namespace),
                mv.default_value(type_, namespace),
                datatype=type_.node_id(namespace),
            )


async def _add_transitions(server: Server, namespace: int) -> None:
    for transition in TRANSITIONS:
        owner = server.get_node(ua.NodeId(mv.STATE_OWNERS[transition.source], namespace))
        node = await owner.add_object(
            ua.NodeId(transition.id, namespace),
            ua.QualifiedName(transition.name, namespace),
            ua.NodeId(ua.ObjectIds.TransitionType),
        )
        await _number(node, "0:TransitionNumber", transition.number)
        for reference, target in (
            (ua.ObjectIds.FromState, mv.STATE_IDS[transition.source]),
            (ua.ObjectIds.ToState, mv.STATE_IDS[transition.target]),
            (ua.ObjectIds.HasEffect, mv.STATE_CHANGED_EVENT),
        ):
            await node.add_reference(ua.NodeId(target, namespace), reference, True, False)


async def _number(node: Node, name: str, number: int) -> None:
    child = await node.get_child(name)
    await child.write_value(ua.Variant(number, ua.VariantType.UInt32))
