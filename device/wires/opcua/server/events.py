"""Events of OPC 40100-1: what happened to parts, jobs, recipes, and the state."""

from __future__ import annotations

from typing import Any

from asyncua import Server, ua
from asyncua.server.event_generator import EventGenerator

from okng.device.wires.opcua.server import machine_vision as mv
from okng.device.wires.opcua.server.state_machine import Step
from okng.device.wires.opcua.server.states import State

_RESULT_FIELDS = tuple(name for name, _, _ in mv.EVENTS["ResultReadyEventType"][2])


class Events:
    """Sends events from the vision system, and from the server for clients that listen there.

    Belongs to the event loop.
    """

    def __init__(self, server: Server, namespace: int) -> None:
        self._server = server
        self._namespace = namespace
        self._emitter: ua.NodeId
        self._machines: dict[int, ua.NodeId] = {}
        self._generators: dict[int, EventGenerator] = {}

    async def start(self, emitter: ua.NodeId, machines: dict[int, ua.NodeId]) -> None:
        """Prepares the events.

        Args:
            emitter: The vision system.
            machines: The state machines, by their types.
        """
        self._emitter, self._machines = emitter, machines
        for kind, _, _ in mv.EVENTS.values():
            for node in (ua.NodeId(ua.ObjectIds.Server), emitter):
                self._generators[kind] = await self._server.get_event_generator(
                    ua.NodeId(kind, self._namespace), node
                )

    async def acquired(self, job_id: str) -> None:
        """A picture is taken: the part may move."""
        await self._send(
            mv.ACQUISITION_DONE_EVENT, "The picture is taken", JobId=self._job_id(job_id)
        )

    async def recipe_prepared(self, external: Any, internal: Any) -> None:
        """A recipe is loaded."""
        await self._send(
            mv.RECIPE_PREPARED_EVENT,
            "The recipe is prepared",
            ExternalId=external,
            InternalId=internal,
        )

    async def result_ready(self, result: Any) -> None:
        """A part is judged."""
        fields = {name: getattr(result, name) for name in _RESULT_FIELDS}
        outcome = result.ResultContent[0].Value
        await self._send(mv.RESULT_READY_EVENT, f"Result: {outcome}", **fields)

    async def state_changed(self, step: Step, job_id: str) -> None:
        """A transition was made.

        Args:
            step: The transition.
            job_id: Of the newest job, for a transition that begins or ends one.
        """
        fields = self._transition(step)
        message = f"{step.before} to {step.after}"
        await self._send(mv.STATE_CHANGED_EVENT, message, **fields)
        if step.after is State.ERROR:
            await self._send(mv.ERROR_EVENT, message, **fields)
        if step.before is State.ERROR:
            await self._send(mv.ERROR_RESOLVED_EVENT, message, **fields)
        fields = self._source(mv.AUTOMATIC_MODE_TYPE) | {"JobId": self._job_id(job_id)}
        if step.after.is_execution:
            await self._send(mv.JOB_STARTED_EVENT, "The job has started", **fields)
        if step.before.is_execution and step.after is State.READY:
            await self._send(mv.READY_EVENT, "Ready for the next job", **fields)

    def _transition(self, step: Step) -> dict[str, Any]:
        made = step.transition

        def state(name: str) -> ua.NodeId:
            return ua.NodeId(mv.STATE_IDS[name], self._namespace)

        return self._source(mv.STATE_OWNERS[made.source]) | {
            "Transition": ua.LocalizedText(made.name),
            "Transition/Id": ua.NodeId(made.id, self._namespace),
            "FromState": ua.LocalizedText(made.source),
            "FromState/Id": state(made.source),
            "ToState": ua.LocalizedText(made.target),
            "ToState/Id": state(made.target),
        }

    def _source(self, machine: int) -> dict[str, Any]:
        node = self._machines[machine]
        return {"SourceNode": node, "SourceName": str(node.Identifier)}

    def _job_id(self, job_id: str) -> Any:
        return mv.structure(mv.JOB_ID, self._namespace, Id=job_id)

    async def _send(self, kind: int, message: str, **fields: Any) -> None:
        generator = self._generators[kind]
        for name, value in fields.items():
            setattr(generator.event, name, value)
            if isinstance(value, ua.NodeId):
                generator.event.data_types[name] = ua.VariantType.NodeId
        for node in (self._emitter, ua.NodeId(ua.ObjectIds.Server)):
            generator.event.emitting_node = node
            await generator.trigger(message=message)
