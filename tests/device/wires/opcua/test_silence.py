"""Silence is never good: clients notice within a second that the station or its camera is gone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from asyncua import ua
from support.running_station import RunningStation
from support.station import StationProcesses, eventually, free_port, write_pictures

SOON_S = 1.5
"""A second, and what a busy machine takes to run the test's own threads."""


class Changes:
    """Gets the values of a variable."""

    def __init__(self, peer: Any, name: str) -> None:
        self.queue: Queue[Any] = Queue()
        subscription = peer.client.create_subscription(20, self)
        subscription.subscribe_data_change(peer.client.get_node(ua.NodeId(name, 3)))

    def datachange_notification(self, _node: Any, value: Any, _data: Any) -> None:
        self.queue.put(value)

    def wait_for(self, text: str) -> None:
        while self.queue.get(timeout=20).Text != text:
            pass


@pytest.mark.slow
def test_a_client_of_a_killed_station_loses_its_connection_at_once(
    tmp_path: Path, connect: Callable[..., Any]
) -> None:
    port = free_port()
    write_pictures(tmp_path / "pictures", 2)
    camera = {"type": "folder", "path": str(tmp_path / "pictures")}
    wires = [{"type": "opcua", "port": port}]
    station = StationProcesses(tmp_path / "station", camera, wires=wires)
    try:
        station.start_device()
        peer = connect(port)
        lost = threading.Event()

        async def connection_lost(_error: Exception) -> None:
            lost.set()

        peer.client.aio_obj.connection_lost_callback = connection_lost
        before = peer.read("heartbeat")
        eventually(lambda: peer.read("heartbeat") != before)
        station.kill("device")
        assert lost.wait(SOON_S)
        with pytest.raises((OSError, ua.UaError)):
            peer.read("online")
    finally:
        station.stop()


def test_the_state_leaves_ready_when_the_camera_is_gone(
    station: RunningStation, peer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = Changes(peer, "VisionStateMachine.CurrentState")
    changes.wait_for("Operational")
    monkeypatch.setenv("PYLON_CAMEMU", "0")
    unplugged = time.monotonic()
    station.in_capture_thread(
        lambda: station.camera._camera.GetNodeMap().GetNode("FirePnPCallback").Execute()
    )
    changes.wait_for("Preoperational")
    assert time.monotonic() - unplugged < SOON_S
    assert peer.read("not_ready_reason").startswith("the camera is ")
    assert not peer.read("online")
    monkeypatch.setenv("PYLON_CAMEMU", "1")
    changes.wait_for("Operational")
    eventually(lambda: peer.state() == "Ready")
