"""Methods of ResultManagement: the newest results by their id, or as a filtered list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from asyncua import ua

from okng.device.wires.opcua.server import machine_vision as mv
from okng.device.wires.opcua.server.method_calls import Method, MethodError, MethodRefusedError
from okng.device.wires.opcua.server.results import Results

NO_HANDLE = 0
"""What a client got holds nothing in the server."""

_BY_ID = (("ResultId", mv.RESULT_ID), ("Timeout", mv.INT32))
_IDS = (
    ("MeasId", mv.MEAS_ID),
    ("PartId", mv.PART_ID),
    ("ExternalRecipeId", mv.RECIPE_ID_EXTERNAL),
    ("InternalRecipeId", mv.RECIPE_ID_INTERNAL),
    ("ExternalConfigurationId", mv.CONFIGURATION_ID),
    ("InternalConfigurationId", mv.CONFIGURATION_ID),
    ("ProductId", mv.PRODUCT_ID),
    ("JobId", mv.JOB_ID),
)
_COMPONENTS = (
    ("HasTransferableDataOnFile", mv.BOOLEAN),
    ("ResultHandle", mv.HANDLE),
    ("IsPartial", mv.BOOLEAN),
    ("IsSimulated", mv.BOOLEAN),
    ("ResultState", mv.RESULT_STATE),
    ("MeasId", mv.MEAS_ID),
    ("PartId", mv.PART_ID),
    ("ExternalRecipeId", mv.RECIPE_ID_EXTERNAL),
    ("InternalRecipeId", mv.RECIPE_ID_INTERNAL),
    ("ProductId", mv.PRODUCT_ID),
    ("ExternalConfigurationId", mv.CONFIGURATION_ID),
    ("InternalConfigurationId", mv.CONFIGURATION_ID),
    ("JobId", mv.JOB_ID),
    ("CreationTime", mv.UTC_TIME),
    ("ProcessingTimes", mv.PROCESSING_TIMES),
    ("ResultContent", mv.ANY_ARRAY),
)
PAGE_INPUTS = (("MaxResults", mv.UINT32), ("StartIndex", mv.UINT32), ("Timeout", mv.INT32))

_Listed = TypeVar("_Listed")


def page(found: Sequence[_Listed], most: str, start: str) -> tuple[bool, int, int, list[_Listed]]:
    """The outputs of a method that gives a part of a list.

    Args:
        found: The whole list.
        most: The input `MaxResults`; 0 is no limit.
        start: The input `StartIndex`.

    Returns:
        Whether nothing follows, how many are given, the handle, and what is given.
    """
    first, limit = int(start), int(most) or len(found)
    given = list(found[first : first + limit])
    return first + limit >= len(found), len(given), NO_HANDLE, given


class ResultMethods:
    """What the methods of ResultManagement do."""

    def __init__(self, results: Results) -> None:
        self._results = results

    def methods(self) -> tuple[Method, ...]:
        """The methods with their arguments."""
        return (
            Method(
                "GetResultById",
                _BY_ID,
                (("ResultHandle", mv.HANDLE), ("Result", mv.RESULT)),
                self._by_id,
            ),
            Method("GetResultComponentsById", _BY_ID, _COMPONENTS, self._components),
            Method(
                "GetResultListFiltered",
                (("ResultState", mv.RESULT_STATE), *_IDS, *PAGE_INPUTS),
                (
                    ("IsComplete", mv.BOOLEAN),
                    ("ResultCount", mv.UINT32),
                    ("ResultHandle", mv.HANDLE),
                    ("ResultList", mv.RESULTS),
                ),
                self._filtered,
            ),
        )

    async def _by_id(self, result_id: str, _timeout: str) -> Sequence[Any]:
        return NO_HANDLE, self._find(result_id)

    async def _components(self, result_id: str, _timeout: str) -> Sequence[Any]:
        result = self._find(result_id)
        return [
            NO_HANDLE if type_ == mv.HANDLE else getattr(result, name)
            for name, type_ in _COMPONENTS
        ]

    async def _filtered(self, state: str, *texts: str) -> Sequence[Any]:
        ids = {name: text for (name, _), text in zip(_IDS, texts, strict=False)}
        most, start, _timeout = texts[len(_IDS) :]
        return page(list(self._results.filtered(int(state), ids)), most, start)

    def _find(self, result_id: str) -> Any:
        result = self._results.find(result_id)
        if result is None:
            raise MethodRefusedError(
                MethodError.NOT_FOUND,
                ua.StatusCodes.BadNotFound,
                f"no result has the id {result_id!r}",
            )
        return result
