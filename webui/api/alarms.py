"""NG alarms of recipes: what raised them, and who acknowledged them."""

from __future__ import annotations

from apiflask import APIBlueprint
from pydantic import Field

from okng.device.ipc.commands import AcknowledgeAlarm
from okng.device.ipc.status import StationStatus
from okng.device.store.ng_alarms import NgAlarm
from okng.models.strict_model import StrictModel
from okng.webui.api.parameters import Page
from okng.webui.auth.current_user import user_name
from okng.webui.services import services

alarms = APIBlueprint("alarms", __name__, tag="Alarms")


class Acknowledgement(StrictModel):
    """What was found and done about the alarm."""

    why: str = Field(min_length=1, max_length=500)


class NgAlarms(StrictModel):
    """A page of NG alarms, the newest first."""

    alarms: list[NgAlarm]


@alarms.get("/alarms")
@alarms.input(Page, location="query", arg_name="page")
@alarms.output(NgAlarms)
def list_alarms(page: Page) -> NgAlarms:
    """Lists NG alarms with the part that raised each, and who acknowledged it, when and why."""
    return NgAlarms(alarms=services().ng_alarms.page(page.before, page.limit))


@alarms.post("/alarms/acknowledge")
@alarms.input(Acknowledgement, arg_name="acknowledgement")
@alarms.output(StationStatus)
@alarms.doc(responses=[409])
def acknowledge_alarm(acknowledgement: Acknowledgement) -> StationStatus:
    """Acknowledges the NG alarm, so that parts are taken again."""
    return services().device.ask(AcknowledgeAlarm(why=acknowledgement.why, author=user_name()))
