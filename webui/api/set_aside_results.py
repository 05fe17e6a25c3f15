"""Results that a receiver refused: the reason, and sending them again."""

from __future__ import annotations

from apiflask import APIBlueprint
from pydantic import Field

from okng.device.store.set_aside_results import SetAsideResult
from okng.device.types import Name
from okng.models.strict_model import StrictModel
from okng.webui.services import services

set_aside_results = APIBlueprint(
    "set_aside_results", __name__, tag="Set-aside results", url_prefix="/set-aside-results"
)


class ListLimit(StrictModel):
    """How many results to list."""

    limit: int = Field(default=100, ge=1, le=1000)


class SetAsideList(StrictModel):
    """The oldest results that were set aside, and how many there are in all."""

    total: int
    results: list[SetAsideResult]


class Retry(StrictModel):
    """Which results to send again; nothing given means all."""

    sink: Name | None = None
    seqs: tuple[int, ...] | None = Field(default=None, max_length=1000)


class Retried(StrictModel):
    """How many results are sent again."""

    retried: int


@set_aside_results.get("")
@set_aside_results.input(ListLimit, location="query", arg_name="limit")
@set_aside_results.output(SetAsideList)
def list_set_aside_results(limit: ListLimit) -> SetAsideList:
    """Lists the results that a receiver (MQTT) refused while it took others, with the reason."""
    stored = services().set_aside
    return SetAsideList(total=stored.count(), results=stored.page(limit.limit))


@set_aside_results.post("/retry")
@set_aside_results.input(Retry, arg_name="retry")
@set_aside_results.output(Retried)
def retry_set_aside_results(retry: Retry) -> Retried:
    """Sends results to their receiver again; one that is refused again returns to this list."""
    return Retried(retried=services().set_aside.retry(retry.sink, retry.seqs))
