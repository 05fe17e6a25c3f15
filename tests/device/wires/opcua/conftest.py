"""Clients of the OPC UA wire, and a station that all tests of a module share."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from asyncua import ua
from asyncua.sync import Client
from support.running_station import RunningStation
from support.station import eventually, free_port, write_pictures

from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.settings.settings import StationSettings
from okng.device.types import CameraState
from okng.device.wires.opcua.server.settings import OpcUaWireSettings

VISION = 2
"""Index of the namespace of Machine Vision."""
OWN = 3
"""Index of the namespace of the station's own nodes."""

_TYPES = {bool: ua.VariantType.Boolean, int: ua.VariantType.UInt16, str: ua.VariantType.String}


class Peer:
    """A client of the station's server."""

    def __init__(self, port: int, prepare: Callable[[Client], None] | None = None) -> None:
        self.client = Client(f"opc.tcp://127.0.0.1:{port}", timeout=15)
        try:
            if prepare:
                prepare(self.client)
            self.client.connect()
            self.client.load_data_type_definitions()
        except BaseException:
            self.client.tloop.stop()
            raise

    def read(self, name: str) -> Any:
        return self.client.get_node(ua.NodeId(name, OWN)).read_value()

    def write(self, **values: bool | int | str) -> None:
        for name, value in values.items():
            variant = ua.Variant(value, _TYPES[type(value)])
            self.client.get_node(ua.NodeId(name, OWN)).write_value(variant)

    def call(self, owner: str, method: str, *arguments: Any) -> Any:
        node = self.client.get_node(ua.NodeId(owner, OWN))
        return node.call_method(ua.NodeId(method, OWN), *arguments)

    def state(self) -> str:
        state = str(self.read("VisionStateMachine.CurrentState").Text)
        if state != "Operational":
            return state
        try:
            return str(self.read("AutomaticModeStateMachine.CurrentState").Text)
        except ua.uaerrors.BadStateNotActive:
            return "it changes"

    def wait(self, name: str, value: object = True) -> None:
        eventually(lambda: self.read(name) == value)

    def close(self) -> None:
        if self.client.tloop.is_alive():
            self.client.disconnect()


@pytest.fixture(scope="module")
def station(
    trained_models: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningStation]:
    folder = tmp_path_factory.mktemp("opcua")
    (folder / "data").mkdir()
    (folder / "data/models").symlink_to(trained_models)
    pictures = write_pictures(folder / "pictures", 6, defect_every=3)
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as run_dir:
        patch.setenv("PYLON_CAMEMU", "1")
        settings = StationSettings(
            station="test",
            data_dir=folder / "data",
            run_dir=Path(run_dir),
            camera=PylonCameraSettings(emulate=True, image_folder=pictures),
            wires=(OpcUaWireSettings(port=free_port()),),
        )
        station = RunningStation(settings, CameraState.STREAMING)
        yield station
        station.stop()


@pytest.fixture(scope="module")
def port(station: RunningStation) -> int:
    wire = station.settings.wires[0]
    assert isinstance(wire, OpcUaWireSettings)
    return wire.port


@pytest.fixture
def connect() -> Iterator[Callable[..., Peer]]:
    """Connects a client once the server listens and has the time for it."""
    peers: list[Peer] = []

    def make(port: int, prepare: Callable[[Client], None] | None = None) -> Peer:
        def attempt() -> Peer | None:
            try:
                return Peer(port, prepare)
            except ConnectionError:
                return None

        peer = eventually(attempt, timeout_s=60, period_s=0.2)
        assert peer
        peers.append(peer)
        return peer

    yield make
    for peer in peers:
        peer.close()


@pytest.fixture
def peer(station: RunningStation, port: int, connect: Callable[..., Peer]) -> Peer:
    """A client of a station that inspects recipe 3, in state Ready."""
    peer = connect(port)
    station.inspect(number=3)
    eventually(lambda: peer.state() == "Ready")
    return peer
