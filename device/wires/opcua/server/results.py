"""Results as OPC 40100-1 has them: structures, and the newest ones by their id or by a filter."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import Any

from asyncua import Node, Server, ua

from okng.device.handshake.signals import PartResult
from okng.device.types import Outcome, RecipeReference
from okng.device.wires.opcua.server import machine_vision as mv
from okng.device.wires.opcua.server.type_nodes import set_type

KEPT_RESULTS = 256


class ResultState(IntEnum):
    """Standard numbers of `ResultState`."""

    UNDEFINED = 0
    COMPLETED = 1
    PROCESSING = 2
    ABORTED = 3
    FAILED = 4


@dataclass(frozen=True, slots=True)
class Job:
    """What a client said of a part when it started the job."""

    job_id: str = ""
    meas_id: str = ""
    product_id: str = ""
    aborted: bool = False


LATEST_FIELDS = (
    ("ResultId", mv.RESULT_ID),
    ("IsPartial", mv.BOOLEAN),
    ("ResultState", mv.RESULT_STATE),
    ("InternalRecipeId", mv.RECIPE_ID_INTERNAL),
    ("InternalConfigurationId", mv.CONFIGURATION_ID),
    ("JobId", mv.JOB_ID),
    ("CreationTime", mv.UTC_TIME),
)
"""What the standard wants to be readable by itself, besides the whole result."""


class Results:
    """The newest results. Belongs to the event loop."""

    def __init__(self, server: Server, namespace: int) -> None:
        self._server = server
        self._namespace = namespace
        self._kept: OrderedDict[str, Any] = OrderedDict()
        self._latest: dict[str, ua.NodeId] = {}

    async def add_latest(self, folder: Node, own: int) -> None:
        """Adds the variable of the latest result.

        Args:
            folder: Where.
            own: Index of the namespace of the station's own nodes.
        """
        name = "LatestResult"
        latest = await folder.add_variable(
            ua.NodeId(name, own),
            ua.QualifiedName(name, own),
            mv.default_value(mv.RESULT, self._namespace),
            datatype=mv.RESULT.node_id(self._namespace),
        )
        await set_type(
            latest,
            ua.ObjectIds.BaseDataVariableType,
            ua.NodeId(mv.RESULT_TYPE, self._namespace),
        )
        self._latest = {"": latest.nodeid}
        for field, type_ in LATEST_FIELDS:
            node = await latest.add_variable(
                ua.NodeId(f"{name}.{field}", own),
                ua.QualifiedName(field, self._namespace),
                mv.default_value(type_, self._namespace),
                datatype=type_.node_id(self._namespace),
            )
            self._latest[field] = node.nodeid

    def find(self, result_id: str) -> Any | None:
        """The structure of one of the newest results."""
        return self._kept.get(result_id)

    def filtered(self, state: int, ids: dict[str, str]) -> Iterator[Any]:
        """The newest results that fit, the oldest first.

        Args:
            state: Number of their `ResultState`; 0 takes every one.
            ids: The `Id` of their fields, by the field's name; an empty one takes every one.
        """
        for result in self._kept.values():
            fields = ((getattr(result, name), wanted) for name, wanted in ids.items() if wanted)
            if state in (0, result.ResultState) and all(
                field is not None and field.Id == wanted for field, wanted in fields
            ):
                yield result

    async def add(self, part: PartResult, recipe: RecipeReference | None, job: Job) -> Any:
        """Keeps a result, shows it as the latest one, and gives its structure."""
        result = self._result(part, recipe, job)
        self._kept[str(part.trigger_id)] = result
        if len(self._kept) > KEPT_RESULTS:
            self._kept.popitem(last=False)
        for field, type_ in LATEST_FIELDS:
            await self._show(field, mv.as_variant(type_, getattr(result, field)))
        await self._show("", mv.as_variant(mv.RESULT, result))
        return result

    async def _show(self, field: str, value: ua.Variant) -> None:
        await self._server.write_attribute_value(self._latest[field], ua.DataValue(value))

    def external_recipe(self, recipe: RecipeReference | None) -> Any:
        """The recipe by its name, as clients call it."""
        return self._id(mv.RECIPE_ID_EXTERNAL, recipe.name if recipe else "")

    def internal_recipe(self, recipe: RecipeReference | None) -> Any:
        """The recipe by its name and version."""
        if recipe is None:
            return self._id(mv.RECIPE_ID_INTERNAL, "")
        version = str(recipe.version)
        return mv.structure(mv.RECIPE_ID_INTERNAL, self._namespace, Id=recipe.name, Version=version)

    def _id(self, type_: mv.Type, value: str) -> Any:
        return mv.structure(type_, self._namespace, Id=value)

    def _result(self, part: PartResult, recipe: RecipeReference | None, job: Job) -> Any:
        ended = datetime.now(UTC)
        started = ended - timedelta(milliseconds=part.verdict_ms or 0)
        state = ResultState.FAILED
        if job.aborted:
            state = ResultState.ABORTED
        elif part.outcome in (Outcome.OK, Outcome.NG):
            state = ResultState.COMPLETED
        times = mv.structure(mv.PROCESSING_TIMES, self._namespace, StartTime=started, EndTime=ended)
        return mv.structure(
            mv.RESULT,
            self._namespace,
            ResultId=self._id(mv.RESULT_ID, str(part.trigger_id)),
            HasTransferableDataOnFile=False,
            IsPartial=False,
            IsSimulated=part.simulated,
            ResultState=int(state),
            MeasId=self._id(mv.MEAS_ID, job.meas_id),
            PartId=self._id(mv.PART_ID, part.part_id or ""),
            ExternalRecipeId=self.external_recipe(recipe),
            InternalRecipeId=self.internal_recipe(recipe),
            ProductId=self._id(mv.PRODUCT_ID, job.product_id),
            ExternalConfigurationId=self._id(mv.CONFIGURATION_ID, ""),
            InternalConfigurationId=self._id(mv.CONFIGURATION_ID, ""),
            JobId=self._id(mv.JOB_ID, job.job_id),
            CreationTime=ended,
            ProcessingTimes=times,
            ResultContent=_content(part),
        )


def _content(part: PartResult) -> list[ua.Variant]:
    """Verdict, signal, score, threshold, trigger id, and whether it came late."""
    return [
        ua.Variant(str(part.outcome), ua.VariantType.String),
        ua.Variant(str(part.signal), ua.VariantType.String),
        ua.Variant(part.score if part.score is not None else float("nan"), ua.VariantType.Double),
        ua.Variant(
            part.threshold if part.threshold is not None else float("nan"), ua.VariantType.Double
        ),
        ua.Variant(part.trigger_id, ua.VariantType.UInt64),
        ua.Variant(part.late, ua.VariantType.Boolean),
    ]
