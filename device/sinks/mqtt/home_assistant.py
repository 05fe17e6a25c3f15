"""Home Assistant's MQTT discovery: the station appears there as a device, without configuration.

The messages are retained, so those that are no longer wanted have to be removed by empty ones. What
was published is remembered in the store for that.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from okng.device.sinks.mqtt.messages import Topics
from okng.device.sinks.mqtt.settings import MqttSinkSettings
from okng.device.store.database import StoreError
from okng.device.store.state import StationState
from okng.device.store.station_id import station_id

ONLINE = b"online"
"""Payload of Home Assistant's birth message."""


class HomeAssistantDiscovery:
    """The discovery messages of one station."""

    def __init__(self, settings: MqttSinkSettings, topics: Topics, data_dir: Path) -> None:
        self._settings = settings
        self._topics = topics
        self._data_dir = data_dir
        self._state = StationState(data_dir)
        self._key = f"home_assistant/{settings.name}"
        self._retained: set[str] = set()
        """Topics that may have a retained message."""

    @property
    def all_topics(self) -> str:
        """Filter of the topics, as it is named in messages."""
        return f"{self._settings.home_assistant_prefix}/#"

    @property
    def birth_topic(self) -> str:
        """Where Home Assistant says that it has started."""
        return f"{self._settings.home_assistant_prefix}/status"

    def messages(self) -> dict[str, str]:
        """What is to be retained, by topic; empty payloads remove what is there no more.

        Raises:
            sqlite3.Error, StoreError: the store can't be used.
        """
        wanted = self._configurations() if self._settings.home_assistant else {}
        self._retained = {*json.loads(self._state.get(self._key) or "[]"), *wanted}
        if self._retained:
            self._remember(self._retained)
        return {topic: wanted.get(topic, "") for topic in sorted(self._retained)}

    def removed(self, topic: str) -> None:
        """The broker has removed a message."""
        self._retained.discard(topic)
        self._remember(self._retained)

    def _remember(self, topics: Iterable[str]) -> None:
        text = json.dumps(sorted(topics))
        # A full disk must not hold up results; at worst a message is removed once more, or stays.
        with suppress(sqlite3.Error, StoreError):
            if text != self._state.get(self._key):
                self._state.set(self._key, text)

    def _configurations(self) -> dict[str, str]:
        node = f"okng_{station_id(self._data_dir)}"
        common = {
            "availability_topic": self._topics.available,
            "device": {"identifiers": [node], "name": self._topics.station, "manufacturer": "okng"},
            "origin": {"name": "okng"},
        }
        return {
            f"{self._settings.home_assistant_prefix}/{component}/{node}/{key}/config": json.dumps(
                {**common, **entity, "unique_id": f"{node}_{key}"}
            )
            for key, (component, entity) in self._entities().items()
        }

    def _entities(self) -> dict[str, tuple[str, dict[str, Any]]]:
        """The component and the configuration of each entity."""
        result, state = self._topics.last_result, self._topics.state
        entities: dict[str, tuple[str, dict[str, Any]]] = {
            "verdict": ("sensor", _sensor("Verdict", result, "value_json.outcome")),
            "score": (
                "sensor",
                _sensor("Score", result, "value_json.score") | {"state_class": "measurement"},
            ),
            "parts": (
                "sensor",
                _sensor("Parts", result, "value_json.seq") | {"state_class": "total_increasing"},
            ),
            "recipe": ("sensor", _sensor("Recipe", state, "value_json.recipe.name")),
            "mode": ("sensor", _sensor("Mode", state, "value_json.mode")),
            "problem": (
                "binary_sensor",
                _sensor("Problem", state, "'ON' if value_json.conditions else 'OFF'")
                | {
                    "device_class": "problem",
                    "json_attributes_topic": state,
                    "json_attributes_template": (
                        "{{ {'conditions': value_json.conditions} | tojson }}"
                    ),
                },
            ),
        }
        if self._settings.commands:
            trigger = {
                "name": "Trigger",
                "command_topic": f"{self._topics.command}/trigger",
                "payload_press": "{}",
            }
            entities["trigger"] = "button", trigger
        if self._settings.pictures:
            picture = {
                "name": "Picture",
                "image_topic": self._topics.picture,
                "content_type": "image/jpeg",
            }
            entities["picture"] = "image", picture
        return entities


def _sensor(name: str, topic: str, expression: str) -> dict[str, Any]:
    return {"name": name, "state_topic": topic, "value_template": f"{{{{ {expression} }}}}"}
