"""The engineer's settings: camera, broker, name and address, changed in the settings file."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from apiflask import APIBlueprint, abort
from pydantic import AwareDatetime, JsonValue, SecretStr

from okng.device.cameras.discovery import FoundCameras
from okng.device.host.network_addresses import network_addresses
from okng.device.host.process_end import end_process_in_order
from okng.device.host.tcp_port import HostError, PortError
from okng.device.ipc.client import DeviceRefusedError, DeviceUnavailableError
from okng.device.ipc.commands import ListCameras, RestartDevice
from okng.device.settings.settings import SettingsError, settings_path
from okng.device.settings.settings_change import (
    EditableSettings,
    PlannedChange,
    Process,
    SettingProblemsError,
    SettingsChange,
    broker_of,
    shown_value,
)
from okng.device.settings.settings_file import FileState, SettingsFile, SettingsFileError
from okng.device.settings.toml_editing import with_secrets_masked
from okng.device.sinks.mqtt.connection import MqttConnectionError
from okng.device.sinks.mqtt.connection_check import check_broker
from okng.models.strict_model import StrictModel
from okng.webui.address_change import (
    WebAddress,
    address_failure,
    begin_address_change,
    check_address,
)
from okng.webui.auth.current_user import user_name
from okng.webui.services import services

log = logging.getLogger(__name__)

settings = APIBlueprint("settings", __name__, tag="Settings", url_prefix="/settings")

LAST_CHANGE = "settings_changed"
"""Key of the station's state."""


STARTED_AT = datetime.now(UTC)


class LastChange(StrictModel):
    """Who changed the settings file here, and when."""

    at: AwareDatetime
    author: str


class StationSections(StrictModel):
    """The settings as they hold with the file and the environment."""

    station: str
    camera: dict[str, JsonValue]
    broker: dict[str, JsonValue] | None
    """Without its password; null where no broker is configured."""
    has_password: bool
    """Whether a password for the broker is stored."""
    web: WebAddress
    tls: bool
    """Whether the web server speaks HTTPS."""
    fixed: dict[str, str]
    """Environment variable of each setting that can't be changed here, by its name."""
    other_sinks: int
    """Receivers of results besides the broker."""


class SettingsOverview(StrictModel):
    """The settings file, and what it sets."""

    file: str
    version: str
    """Goes with a change, so that no other change is overwritten."""
    unwritable_reason: str | None
    """Why the file can't be changed here; null if it can."""
    problem: str | None
    """What is wrong with the file; then there are no sections."""
    sections: StationSections | None
    addresses: dict[str, str]
    """IPv4 addresses of the station, by network interface."""
    address_failure: str | None
    """Why the last change of the address was taken back."""
    last_change: LastChange | None
    """The last change by this API."""
    started_at: AwareDatetime
    """When the web server started, by which a caller knows that it did so again."""


class ChangedSetting(StrictModel):
    """One setting before and after a change; null is not set."""

    setting: str
    before: JsonValue
    after: JsonValue


class SettingsPreview(StrictModel):
    """What a change would do; nothing is written."""

    changes: list[ChangedSetting]
    restarts: list[Process]
    """The processes that start again for it. The line stands while `device` does."""
    text: str | None
    """The whole new file, to be copied, where it can't be written from here; secrets are `***`."""


class VersionedChange(SettingsChange):
    """A change, and the version of the file that it was made from."""

    version: str


class SavedSettings(StrictModel):
    """The settings are in the file, and the processes concerned start again."""

    version: str
    old_file: str | None
    """The copy of the file as it was; null where there was none."""
    restarts: list[Process]
    device_answered: bool
    """False where the device process has to start with the settings, and could not be asked to."""
    web: WebAddress


class BrokerAnswer(StrictModel):
    """The broker has taken the login."""

    protocol: str
    """`MQTT 5` or `MQTT 3.1.1`."""


class BrokerChange(StrictModel):
    """New values for the broker; the others are those of the settings."""

    broker: dict[str, JsonValue]


@settings.get("")
@settings.output(SettingsOverview)
def get_settings() -> SettingsOverview:
    """Returns camera, broker, name and address as the settings file and the environment say."""
    file = _file()
    last_change, state = services().state.get(LAST_CHANGE), FileState("", "")
    problem, sections = None, None
    try:
        state = file.read()
        sections = _sections(EditableSettings(state, file.path))
    except (SettingsError, SettingsFileError) as error:
        problem = str(error)
    return SettingsOverview(
        file=str(file.path),
        version=state.version,
        unwritable_reason=file.unwritable_reason(),
        problem=problem,
        sections=sections,
        addresses=network_addresses(),
        address_failure=address_failure(services().state),
        last_change=LastChange.model_validate_json(last_change) if last_change else None,
        started_at=STARTED_AT,
    )


@settings.post("/check")
@settings.input(SettingsChange, arg_name="change")
@settings.output(SettingsPreview)
@settings.doc(responses=[409])
def check_change(change: SettingsChange) -> SettingsPreview:
    """Checks a change of the settings and says what it would do; writes nothing."""
    file = _file()
    planned = _planned(file.read(), file, change)
    before, after = planned.before, planned.after
    return SettingsPreview(
        changes=[
            ChangedSetting(
                setting=name,
                before=shown_value(before, name),
                after=shown_value(after, name),
            )
            for name in planned.keys
        ],
        restarts=list(planned.restarts),
        text=with_secrets_masked(planned.text) if file.unwritable_reason() else None,
    )


@settings.patch("")
@settings.input(VersionedChange, arg_name="change")
@settings.output(SavedSettings)
@settings.doc(responses=[409])
def change_settings(change: VersionedChange) -> SavedSettings:
    """Changes the settings file; the processes concerned end and start again with it.

    A copy of the file as it was stands beside it afterwards, with `.old` behind its name.
    """
    file = _file()
    state = file.read()
    if state.version != change.version:
        abort(409, f"{file.path} has been changed meanwhile; reload the settings")
    planned = _planned(state, file, change)
    if not planned.keys:
        abort(422, "the settings are like that already")
    if planned.before.web != planned.after.web:
        begin_address_change(services().state, services().settings.web)
    old_file = file.write(planned.text, planned.version)
    now = LastChange(at=datetime.now(UTC), author=user_name())
    services().state.set(LAST_CHANGE, now.model_dump_json())
    log.warning("%s changed the settings: %s", user_name(), ", ".join(planned.keys))
    return SavedSettings(
        version=file.read().version,
        old_file=str(old_file) if old_file else None,
        restarts=list(planned.restarts),
        device_answered=_restart(planned),
        web=WebAddress.of(planned.after.web),
    )


@settings.get("/cameras")
@settings.output(FoundCameras)
@settings.doc(responses=[409])
def list_cameras() -> FoundCameras:
    """Lists the cameras that the device process finds, whichever one is configured."""
    return services().device.ask(ListCameras())


@settings.post("/broker-check")
@settings.input(BrokerChange, arg_name="change")
@settings.output(BrokerAnswer)
@settings.doc(responses=[409])
def check_broker_connection(change: BrokerChange) -> BrokerAnswer:
    """Connects to the broker with these settings, logs in, and leaves without a message."""
    file = _file()
    planned = _planned(file.read(), file, SettingsChange(broker=change.broker))
    broker = broker_of(planned.after)
    if broker is None:
        abort(409, "no broker is configured, and none was given")
    try:
        return BrokerAnswer(protocol=check_broker(broker))
    except MqttConnectionError as error:
        abort(409, str(error))


def _file() -> SettingsFile:
    return SettingsFile(settings_path())


def _sections(editable: EditableSettings) -> StationSections:
    current, broker = editable.settings, editable.broker
    web = current.web
    return StationSections(
        station=current.station,
        camera=current.camera.model_dump(mode="json"),
        broker=broker.model_dump(mode="json", exclude={"password"}) if broker else None,
        has_password=broker is not None and isinstance(broker.password, SecretStr),
        web=WebAddress.of(web),
        tls=web.tls_certificate is not None,
        fixed=editable.fixed(),
        other_sinks=len(current.sinks) - (broker is not None),
    )


def _planned(state: FileState, file: SettingsFile, change: SettingsChange) -> PlannedChange:
    """The change, if it is allowed; otherwise ends the request with what is wrong by field."""
    try:
        planned = EditableSettings(state, file.path).plan(change)
        if planned.before.web != planned.after.web:
            check_address(services().settings.web, planned.after.web)
    except SettingProblemsError as error:
        abort(422, str(error), detail={"json": error.problems})
    except PortError as error:
        field = "web.host" if isinstance(error, HostError) else "web.port"
        abort(422, error.reason, detail={"json": {field: [f"{error.reason}."]}})
    except SettingsError as error:
        abort(409, f"the settings file has an error, correct that first: {error}")
    return planned


def _restart(planned: PlannedChange) -> bool:
    """Has the processes concerned start again; False if the device process doesn't answer."""
    answered = True
    if "device" in planned.restarts:
        try:
            services().device.ask(RestartDevice(author=user_name()))
        except (DeviceUnavailableError, DeviceRefusedError) as error:
            log.warning("the device process could not be asked to start again: %s", error)
            answered = False
    if "web" in planned.restarts:
        end_process_in_order()
    return answered
