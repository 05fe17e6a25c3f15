"""A change of the settings that an engineer makes on a page, checked before anything is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, JsonValue, ValidationError
from pydantic_core import ErrorDetails

from okng.device.settings.errors import unknown_setting
from okng.device.settings.fields import Place, allowed, is_secret, place, type_words
from okng.device.settings.settings import StationSettings, validate
from okng.device.settings.settings_file import FileState
from okng.device.settings.sources import Sources, dotted
from okng.device.settings.toml_editing import MASK, edited
from okng.device.settings.toml_positions import KeyPath
from okng.device.sinks.mqtt.settings import BrokerSettings, MqttSinkSettings
from okng.models.errors import OkngError
from okng.models.strict_model import StrictModel

Section = dict[str, JsonValue]
Process = Literal["device", "web"]


class SettingsChange(StrictModel):
    """New values of some settings, as a JSON merge patch (RFC 7386).

    What is left out stays as it is, and null takes a setting out of the file, so that its default
    holds. docs/settings.md describes the settings of each table.
    """

    station: str | None = None
    """Name of the station; null leaves it as it is."""
    camera: Section = Field(default_factory=dict)
    """Settings of `[camera]`. With another `type` the table begins anew."""
    broker: Section | None = Field(default_factory=dict)
    """Settings of the first of `[[sinks]]` with `type = "mqtt"`, which is added if there is none;
    null removes it."""
    web: Section = Field(default_factory=dict)
    """`host` and `port` of `[web]`."""


class SettingProblemsError(OkngError):
    """Settings that are not allowed; nothing is written."""

    http_status = HTTPStatus.UNPROCESSABLE_ENTITY

    def __init__(self, problems: dict[str, list[str]]) -> None:
        super().__init__(
            "; ".join(f"{key}: {text}" for key, texts in problems.items() for text in texts)
        )
        self.problems = problems
        """By the field's name, such as `broker.port`; `broker` is the section as a whole."""


@dataclass(frozen=True)
class PlannedChange:
    """What a change would make of the file and of the station."""

    text: str
    version: str
    """Of the file that it was made from."""
    keys: tuple[str, ...]
    """The settings that change, as `broker.port`."""
    before: StationSettings
    after: StationSettings

    @property
    def restarts(self) -> tuple[Process, ...]:
        """The processes that have to start again for it."""
        before, after = self.before, self.after
        renamed = before.station != after.station
        restarts: list[Process] = []
        if renamed or (before.camera, before.sinks) != (after.camera, after.sinks):
            restarts.append("device")
        if renamed or before.web != after.web:
            restarts.append("web")
        return tuple(restarts)


class EditableSettings:
    """The settings file with the environment, as a page may see and change them."""

    def __init__(self, state: FileState, path: Path) -> None:
        """Raises: SettingsError: the file holds settings that can't be used."""
        self._state, self._path = state, path
        self._sources = self._read(state.text)
        self.settings = validate(self._sources)
        sinks = self.settings.sinks
        of_mqtt = [index for index, sink in enumerate(sinks) if sink.type == "mqtt"]
        self._broker_path: KeyPath = ("sinks", of_mqtt[0] if of_mqtt else len(sinks))

    @property
    def broker(self) -> MqttSinkSettings | None:
        """The first MQTT broker."""
        return broker_of(self.settings)

    def fixed(self) -> dict[str, str]:
        """The environment variable by which a setting is given, which the file can't change."""
        names = {
            ("station",),
            *(("camera", key) for key in type(self.settings.camera).model_fields),
            *((*self._broker_path, key) for key in MqttSinkSettings.model_fields),
            *(("web", key) for key in ("host", "port")),
        }
        variables = {self._name(path): self._sources.environment_variable(path) for path in names}
        return {name: variable for name, variable in sorted(variables.items()) if variable}

    def plan(self, change: SettingsChange) -> PlannedChange:
        """Checks a change; writes nothing.

        Raises:
            SettingProblemsError: a setting is not allowed, or given by the environment.
            TomlEditError: the file can't be edited without changing something else.
        """
        file_values = self._file_values()
        changes = dict(self._changes(change, file_values))
        variables = {path: self._sources.environment_variable(path) for path in changes}
        fixed = {
            self._name(path): [f"This is given by the environment variable {variable}."]
            for path, variable in variables.items()
            if variable
        }
        if fixed:
            raise SettingProblemsError(fixed)
        text = edited(self._state.text, changes)
        try:
            after = StationSettings.model_validate(self._read(text).values)
        except ValidationError as error:
            raise SettingProblemsError(self._problems(error)) from error
        self._check_password(change, after)
        keys = tuple(self._name(path) for path in changes)
        return PlannedChange(text, self._state.version, keys, self.settings, after)

    def _read(self, text: str) -> Sources:
        sources = Sources()
        sources.read_text(text, self._path)
        sources.read_environment(os.environ)
        return sources

    def _file_values(self) -> dict[str, Any]:
        sources = Sources()
        sources.read_text(self._state.text, self._path)
        return sources.values

    def _changes(
        self, change: SettingsChange, file: dict[str, Any]
    ) -> Iterator[tuple[KeyPath, object | None]]:
        if change.station is not None and change.station != self.settings.station:
            yield ("station",), change.station
        camera, changed = file.get("camera", {}), change.camera
        if changed.get("type", self.settings.camera.type) != self.settings.camera.type:
            changed = dict.fromkeys(camera) | changed
        yield from _section(("camera",), changed, camera, self.settings.camera)
        yield from _section(("web",), change.web, file.get("web", {}), self.settings.web)
        index, sinks = int(self._broker_path[1]), file.get("sinks", [])
        if change.broker is None and self.broker:
            yield self._broker_path, None
        elif change.broker:
            in_file = dict(enumerate(sinks)).get(index, {})
            added: Section = {} if self.broker else {"type": "mqtt"}
            yield from _section(self._broker_path, added | change.broker, in_file, self.broker)

    def _name(self, path: KeyPath) -> str:
        if path[:2] == self._broker_path:
            path = ("broker", *path[2:])
        return dotted(path)

    def _problems(self, error: ValidationError) -> dict[str, list[str]]:
        problems: dict[str, list[str]] = {}
        for problem in error.errors(include_url=False):
            if problem["type"] != "default_factory_not_called":
                at = place(StationSettings, problem["loc"])
                problems.setdefault(self._name(at.path), []).append(_in_words(problem, at))
        return problems

    def _check_password(self, change: SettingsChange, after: StationSettings) -> None:
        """A stored password goes to no other receiver than the one that it was given for."""
        before, index = self.broker, self._broker_path[1]
        if before is None or before.password is None or not change.broker:
            return
        broker = after.sinks[int(index)]
        if not isinstance(broker, BrokerSettings) or "password" in change.broker:
            return
        moved = (broker.host, broker.port) != (before.host, before.port)
        if broker.password is not None and (moved or (before.tls and not broker.tls)):
            raise SettingProblemsError(
                {
                    "broker.password": [
                        "The stored password is for the present address of the broker. Enter the "
                        "password again."
                    ]
                }
            )


def _section(
    path: KeyPath, changed: Section, in_file: dict[str, Any], present: StrictModel | None
) -> Iterator[tuple[KeyPath, object | None]]:
    """What of a section's new values differs from the file, and from the default if it has none."""
    present_values = present.model_dump(mode="json") if present else {}
    for key, value in changed.items():
        if key in in_file:
            if in_file[key] != value:
                yield (*path, key), value
        elif value is not None and (key not in present_values or present_values[key] != value):
            yield (*path, key), value


def _in_words(problem: ErrorDetails, at: Place) -> str:
    kind = problem["type"]
    if kind in ("missing", "string_too_short"):
        return "This can't be empty."
    if at.field and kind in ("union_tag_invalid", "union_tag_not_found"):
        return f"Allowed: {', '.join(type_words(at.field))}."
    if kind == "extra_forbidden":
        return f"This is an {unknown_setting(at)}."
    if kind == "value_error":
        text = str(problem["ctx"]["error"])
        begins_with_setting = "_" in text.partition(" ")[0]
        return f"{text if begins_with_setting else text[0].upper() + text[1:]}."
    return f"Allowed: {allowed(at.field)}." if at.field else problem["msg"]


def broker_of(settings: StationSettings) -> MqttSinkSettings | None:
    """The first MQTT broker of the settings."""
    return next((sink for sink in settings.sinks if isinstance(sink, MqttSinkSettings)), None)


def shown_value(settings: StationSettings, name: str) -> JsonValue:
    """The value of a setting by its name, such as `broker.port`; a secret is only `***`."""
    section, _, key = name.partition(".")
    if section == "station":
        return settings.station
    broker = broker_of(settings)
    table = {"camera": settings.camera, "web": settings.web, "broker": broker}[section]
    values: dict[str, JsonValue] = table.model_dump(mode="json") if table else {}
    if not key:
        return f"{values['host']}:{values['port']}" if values else None
    value = values.get(key)
    return MASK if is_secret(key) and value is not None else value
