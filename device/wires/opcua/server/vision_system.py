"""The vision system of OPC 40100-1 over the handshake: its state, jobs, recipes and results."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from asyncua import ua

from okng.device.handshake.line import WireInput, WireOutput, WirePort
from okng.device.handshake.signals import AcquisitionError, PartResult, PlcSignals
from okng.device.ipc.errors import RefusedError
from okng.device.outputs import Signal
from okng.device.types import Inspection
from okng.device.wires.opcua.server import machine_vision as mv
from okng.device.wires.opcua.server.events import Events
from okng.device.wires.opcua.server.method_calls import Method, MethodError, MethodRefusedError
from okng.device.wires.opcua.server.result_methods import PAGE_INPUTS, ResultMethods, page
from okng.device.wires.opcua.server.results import Job, Results
from okng.device.wires.opcua.server.state_machine import Condition, Step, VisionStateMachine
from okng.device.wires.opcua.server.states import Command

log = logging.getLogger(__name__)

_PREPARE_S = 2.0
"""How long PrepareRecipe waits; then it answers that the recipe isn't complete yet."""

_STATUS_OF = {
    AcquisitionError.NOT_ONLINE: ua.StatusCodes.BadInvalidState,
    AcquisitionError.BUSY: ua.StatusCodes.BadTooManyOperations,
    AcquisitionError.NO_BUFFER: ua.StatusCodes.BadResourceUnavailable,
    AcquisitionError.TRIGGER_HELD: ua.StatusCodes.BadInvalidState,
    AcquisitionError.REFUSED: ua.StatusCodes.BadRequestNotAllowed,
}
_CAUSE = (("Cause", mv.INT32), ("CauseDescription", mv.STRING))
_JOB_INPUTS = (
    ("MeasId", mv.MEAS_ID),
    ("PartId", mv.PART_ID),
    ("RecipeId", mv.RECIPE_ID_EXTERNAL),
    ("ProductId", mv.PRODUCT_ID),
    ("Parameters", mv.ANY_ARRAY),
)
_RECIPE_FILTERS = (
    ("ExternalId", mv.RECIPE_ID_EXTERNAL),
    ("ProductId", mv.PRODUCT_ID),
    ("IsPrepared", mv.TRI_STATE),
)
_RECIPE_INPUTS = (("ExternalId", mv.RECIPE_ID_EXTERNAL), ("InternalIdIn", mv.RECIPE_ID_INTERNAL))


class VisionSystem:
    """What the methods do, and what their clients hear. Belongs to the server's event loop.

    Every part's result is told, whatever triggered it; each is acknowledged once it is told.
    """

    def __init__(self, port: WirePort, results: Results, events: Events) -> None:
        self._port = port
        self.machine = VisionStateMachine()
        self._results = results
        self._events = events
        self._namespace = 0
        self._jobs: dict[int, Job] = {}
        """Of the parts on their way, by their trigger id."""
        self._continuous: Job | None = None
        self._newest_job_id = ""
        """Of the newest job that a client started."""
        self._was_loading = False

    def methods(self, namespace: int) -> dict[str, tuple[Method, ...]]:
        """The methods by the object that has them."""
        self._namespace = namespace
        error_only = ()
        return {
            "VisionStateMachine": (
                Method("Halt", _CAUSE, error_only, self._halt),
                Method("Reset", _CAUSE, error_only, self._reset),
                Method("SelectModeAutomatic", (), error_only, self._select_mode_automatic),
            ),
            "AutomaticModeStateMachine": (
                Method("StartSingleJob", _JOB_INPUTS, (("JobId", mv.JOB_ID),), self._single_job),
                Method("StartContinuous", _JOB_INPUTS, (("JobId", mv.JOB_ID),), self._start),
                Method("Stop", _CAUSE, error_only, self._stop),
                Method("Abort", _CAUSE, error_only, self._abort),
            ),
            "RecipeManagement": (
                Method(
                    "PrepareRecipe",
                    _RECIPE_INPUTS,
                    (("InternalIdOut", mv.RECIPE_ID_INTERNAL), ("IsCompleted", mv.BOOLEAN)),
                    self._prepare_recipe,
                ),
                Method(
                    "UnprepareRecipe",
                    _RECIPE_INPUTS,
                    (("InternalIdOut", mv.RECIPE_ID_INTERNAL),),
                    self._unprepare_recipe,
                ),
                Method(
                    "GetRecipeListFiltered",
                    (*_RECIPE_FILTERS, *PAGE_INPUTS),
                    (
                        ("IsComplete", mv.BOOLEAN),
                        ("ResultCount", mv.UINT32),
                        ("RecipeHandle", mv.HANDLE),
                        ("RecipeList", mv.RECIPE_IDS),
                    ),
                    self._recipe_list,
                ),
            ),
            "ResultManagement": ResultMethods(self._results).methods(),
        }

    def refresh(self) -> None:
        """Brings the handshake and the state up to date; call it ten times a second."""
        self._update()
        self.machine.follow(_condition(self._port.output))

    async def signals_changed(self, output: WireOutput) -> None:
        """Acknowledges a shown result, since it is told apart, and tells of a loaded recipe."""
        if output.station.results_valid:
            self._update(results_ack=True)
            self._update()
        if self._was_loading and not output.changeover.loading and not output.changeover.failed:
            recipe = output.recipe.reference
            await self._events.recipe_prepared(
                self._results.external_recipe(recipe), self._results.internal_recipe(recipe)
            )
        self._was_loading = output.changeover.loading

    async def exposed(self, trigger_id: int) -> None:
        """Tells clients that the picture of a part is there."""
        await self._events.acquired(self._job_of(trigger_id).job_id)

    async def completed(self, inspection: Inspection, signal: Signal) -> None:
        """Tells clients the result of a part."""
        part = PartResult.of(inspection, signal)
        result = await self._results.add(part, inspection.recipe, self._job_of(part.trigger_id))
        await self._events.result_ready(result)
        if self._jobs.pop(part.trigger_id, None):
            self.machine.job_ended()

    async def tell(self, step: Step) -> None:
        """Tells the clients of a transition."""
        await self._events.state_changed(step, self._newest_job_id)

    def _update(
        self, *, trigger: bool = False, results_ack: bool = False, part_id: str | None = None
    ) -> WireOutput:
        plc = PlcSignals(self.machine.takes_parts, trigger, results_ack, part_id)
        return self._port.update(WireInput(plc))

    def _job_of(self, trigger_id: int) -> Job:
        return self._jobs.get(trigger_id) or self._continuous or Job()

    def _command(self, command: Command) -> None:
        self.refresh()
        try:
            self.machine.command(command)
        except RefusedError as refusal:
            raise self._state_refusal(refusal) from refusal

    def _state_refusal(self, refusal: RefusedError) -> MethodRefusedError:
        reason = self._port.output.not_ready_reason
        text = f"{refusal}; {reason}" if reason else str(refusal)
        error = MethodError.NOT_ONLINE if reason else MethodError.STATE
        return MethodRefusedError(error, ua.StatusCodes.BadInvalidState, text)

    async def _halt(self, _cause: str, description: str) -> Sequence[Any]:
        self._command(Command.HALT)
        log.warning("halted by a client: %s", description or "no cause given")
        self._end_jobs(aborted=True)
        return ()

    async def _reset(self, _cause: str, _description: str) -> Sequence[Any]:
        self._command(Command.RESET)
        self._end_jobs(aborted=True)
        return ()

    async def _select_mode_automatic(self) -> Sequence[Any]:
        self._command(Command.SELECT_MODE_AUTOMATIC)
        self.refresh()
        return ()

    async def _single_job(
        self, meas_id: str, part_id: str, recipe_id: str, product_id: str, _parameters: str
    ) -> Sequence[Any]:
        self._check_job(Command.START_SINGLE_JOB, part_id, recipe_id)
        self._update()
        station = self._update(trigger=True, part_id=part_id or None).station
        self._update()
        if not station.trigger_ack:
            error = station.acquisition_error
            reason = self._port.output.not_ready_reason or error.name.lower()
            raise MethodRefusedError(MethodError(error), _STATUS_OF[error], reason)
        job = Job(str(station.acquisition_id), meas_id, product_id)
        self._jobs[station.acquisition_id] = job
        self._newest_job_id = job.job_id
        self.machine.command(Command.START_SINGLE_JOB)
        return (self._job_id(job),)

    async def _start(
        self, meas_id: str, part_id: str, recipe_id: str, product_id: str, _parameters: str
    ) -> Sequence[Any]:
        self._check_job(Command.START_CONTINUOUS, part_id, recipe_id)
        self._continuous = Job(uuid4().hex, meas_id, product_id)
        self._newest_job_id = self._continuous.job_id
        self.machine.command(Command.START_CONTINUOUS)
        return (self._job_id(self._continuous),)

    async def _stop(self, _cause: str, _description: str) -> Sequence[Any]:
        self._command(Command.STOP)
        self._end_jobs(aborted=False)
        return ()

    async def _abort(self, _cause: str, _description: str) -> Sequence[Any]:
        self._command(Command.ABORT)
        self._end_jobs(aborted=True)
        return ()

    def _check_job(self, command: Command, part_id: str, recipe_id: str) -> None:
        self.refresh()
        try:
            self.machine.check(command)
        except RefusedError as refusal:
            raise self._state_refusal(refusal) from refusal
        if len(part_id) > 128:
            raise MethodRefusedError(
                MethodError.ARGUMENT,
                ua.StatusCodes.BadOutOfRange,
                f"a part id of {len(part_id)} characters; at most 128 are allowed",
            )
        reference = self._port.output.recipe.reference
        if recipe_id and (reference is None or recipe_id != reference.name):
            raise MethodRefusedError(
                MethodError.RECIPE,
                ua.StatusCodes.BadInvalidState,
                f"recipe {recipe_id!r} does not run: call PrepareRecipe first",
            )

    def _end_jobs(self, *, aborted: bool) -> None:
        self._continuous = None
        if aborted:
            self._jobs = {id_: replace(job, aborted=True) for id_, job in self._jobs.items()}

    async def _prepare_recipe(self, external_id: str, internal_id: str) -> Sequence[Any]:
        recipe = external_id or internal_id
        if not recipe:
            raise MethodRefusedError(
                MethodError.ARGUMENT, ua.StatusCodes.BadInvalidArgument, "no recipe is named"
            )
        if self._port.output.changeover.loading:
            raise MethodRefusedError(
                MethodError.STATE, ua.StatusCodes.BadInvalidState, "a recipe is being loaded"
            )
        self._command(Command.PREPARE_RECIPE)
        wanted = int(recipe) if recipe.isdecimal() else recipe
        signals = PlcSignals(trigger_enable=self.machine.takes_parts)
        self._port.update(WireInput(signals, load_recipe=False))
        self._port.update(WireInput(signals, load_recipe=True, recipe=wanted))
        completed = await self._loaded()
        output = self._port.output
        if completed and output.changeover.failed:
            reason = output.changeover.reason or "it can't be loaded"
            raise MethodRefusedError(MethodError.RECIPE, ua.StatusCodes.BadNotFound, reason)
        return self._results.internal_recipe(output.recipe.reference), completed

    async def _loaded(self) -> bool:
        deadline = asyncio.get_running_loop().time() + _PREPARE_S
        while self._port.output.changeover.loading:
            if asyncio.get_running_loop().time() > deadline:
                return False
            await asyncio.sleep(0.02)
        return True

    async def _unprepare_recipe(self, _external_id: str, _internal_id: str) -> Sequence[Any]:
        self._command(Command.UNPREPARE_RECIPE)
        return (self._results.internal_recipe(self._port.output.recipe.reference),)

    async def _recipe_list(
        self, external_id: str, product_id: str, is_prepared: str, *paging: str
    ) -> Sequence[Any]:
        control = self._port.line.control
        recipes = await asyncio.to_thread(control.recipes) if control else []
        running = self._port.output.recipe.reference
        prepared = running.name if running and self.machine.takes_parts else None
        wanted = {"0": (False,), "1": (True,)}.get(is_prepared, (False, True))
        found = [
            self._results.internal_recipe(recipe)
            for recipe in recipes
            if external_id in ("", recipe.name)
            and not product_id
            and (recipe.name == prepared) in wanted
        ]
        most, start, _timeout = paging
        return page(found, most, start)

    def _job_id(self, job: Job) -> Any:
        return mv.structure(mv.JOB_ID, self._namespace, Id=job.job_id)


def _condition(output: WireOutput) -> Condition:
    if output.changeover.loading:
        return Condition.LOADING
    if output.not_ready_reason is None:
        return Condition.ONLINE
    failed = output.not_ready_reason == output.changeover.reason
    return Condition.FAILED if failed else Condition.OFFLINE
