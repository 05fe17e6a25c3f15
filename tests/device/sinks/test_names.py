"""Names in any script go to the broker and back: in topics, in payloads, in commands."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable

from paho.mqtt.publish import single
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.ipc.commands import ApplyRecipe, GetStatus
from okng.device.recipes.recipe import Recipe
from okng.device.sinks.mqtt.settings import MqttSinkSettings
from okng.device.types import ModelReference

from .conftest import Broker, Listener

STATION, RECIPE = "Línea 3", "Gehäuse groß"


def test_a_station_is_heard_and_told_by_its_own_name(
    make_broker: Callable[..., Broker],
    make_station: Callable[..., RunningStation],
    listen: Callable[..., Listener],
) -> None:
    broker = make_broker()
    broker.start()
    sink = MqttSinkSettings(host="127.0.0.1", port=broker.port, commands=True)
    station = make_station(sinks=(sink,), station=STATION)
    eventually(lambda: station.client.ask(GetStatus()).sinks[0].connected)
    listener = listen(broker.port)
    station.inspect()
    second = Recipe(name=RECIPE, model=ModelReference(name="discs", version=1))
    station.client.ask(ApplyRecipe(recipe=second, author=AUTHOR))
    station.inspect()

    # The MES runs on a Mac.
    payload = json.dumps({"recipe": unicodedata.normalize("NFD", RECIPE)}, ensure_ascii=False)
    topic = f"okng/{STATION}/cmd/recipe"
    single(topic, payload, qos=1, hostname="127.0.0.1", port=broker.port)
    (answer,) = eventually(lambda: listener.on(f"okng/{STATION}/answer"))
    assert json.loads(answer.payload)["recipe"]["name"] == RECIPE

    station.judge()
    (result,) = eventually(lambda: listener.on(f"okng/{STATION}/result"))
    inspection = json.loads(result.payload)
    assert (inspection["station"], inspection["recipe"]["name"]) == (STATION, RECIPE)
