"""A trial of a broker's settings disturbs nobody, and says why a login is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.old_broker import OldBroker

from okng.device.sinks.mqtt.connection import MqttConnectionError
from okng.device.sinks.mqtt.connection_check import check_broker
from okng.device.sinks.mqtt.settings import MqttSinkSettings

from .conftest import Broker, Listener


def settings(port: int) -> MqttSinkSettings:
    return MqttSinkSettings(host="127.0.0.1", port=port)


def test_a_login_is_tried_without_a_message(
    make_broker: Callable[..., Broker], listen: Callable[..., Listener]
) -> None:
    broker = make_broker()
    broker.start()
    listener = listen(broker.port)
    assert check_broker(settings(broker.port)) == "MQTT 5"
    # Behind the second login a message of the first one would have come.
    assert check_broker(settings(broker.port)) == "MQTT 5"
    assert listener.messages == []


def test_a_broker_of_mqtt_3_is_known_by_its_version(make_broker: Callable[..., Broker]) -> None:
    broker = make_broker()
    broker.start()
    old = OldBroker(broker.port, answers=True)
    try:
        assert check_broker(settings(old.port)) == "MQTT 3.1.1"
    finally:
        old.close()


def test_a_broker_that_wants_a_login_says_so(make_broker: Callable[..., Broker]) -> None:
    broker = make_broker("allow_anonymous false")
    broker.start()
    with pytest.raises(MqttConnectionError, match="it wants a username and a password"):
        check_broker(settings(broker.port))
