"""Whoever waits, whatever comes over the sockets: the station answers."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from unittest.mock import patch

import pytest
import zmq
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.cameras.acquisition_settings import Acquisition
from okng.device.handshake import commands as wire_commands
from okng.device.ipc import client as client_module
from okng.device.ipc import command_router as router_module
from okng.device.ipc import commands as commands_module
from okng.device.ipc.client import (
    DeviceBusyError,
    DeviceClient,
    DeviceRefusedError,
    DeviceUnavailableError,
)
from okng.device.ipc.commands import (
    ApplyRecipe,
    Command,
    FireTrigger,
    GetCameraFeatures,
    GetStatus,
    SetMode,
)
from okng.device.ipc.endpoints import Endpoints
from okng.device.ipc.handlers import DeferredAnswer
from okng.device.ipc.subscribers import PreviewSubscriber
from okng.device.pipeline.capture_queue import CameraCall
from okng.device.recipes.recipe import Recipe
from okng.device.station.command_handlers import HANDLERS, handles
from okng.device.station.command_server import CommandServer
from okng.device.station.station import Station
from okng.device.types import Mode, TriggerSource
from okng.models.strict_model import StrictModel

WAITERS = 60


def brighter(step: int) -> Recipe:
    """A recipe that the camera has to be set up anew for."""
    return Recipe(name=f"r{step}", acquisition=Acquisition(exposure_us=5000 + 100 * step))


@contextmanager
def held_camera(station: RunningStation) -> Iterator[None]:
    """The capture thread does nothing until the end of the block."""
    holding, release = threading.Event(), threading.Event()

    def hold() -> None:
        holding.set()
        release.wait(60)

    station.daemon._capture._queue.put(CameraCall(hold))
    assert holding.wait(10)
    try:
        yield
    finally:
        release.set()


def test_status_and_triggers_are_answered_while_many_wait_for_verdicts(
    station: RunningStation,
) -> None:
    station.inspect()
    quick = DeviceClient(station.settings.run_dir, timeout_s=3)
    with ThreadPoolExecutor(WAITERS) as callers:
        with held_camera(station):
            answers = [callers.submit(station.trigger, f"p{n}", 60_000) for n in range(WAITERS)]
            eventually(lambda: len(station.daemon._server._waiters) == WAITERS)
            assert quick.ask(GetStatus()).mode is Mode.INSPECT
            fired = quick.ask(FireTrigger(source=TriggerSource.HTTP))
            assert fired.trigger_id == WAITERS + 1
            assert fired.inspection is None
        answered = [answer.result(30) for answer in answers]
    assert sorted(answer.trigger_id or 0 for answer in answered) == list(range(1, WAITERS + 1))
    assert all(answer.inspection for answer in answered)
    assert not station.daemon._server._waiters


def test_a_wait_that_is_over_is_answered_without_a_verdict(station: RunningStation) -> None:
    station.inspect()
    with held_camera(station):
        started_s = time.monotonic()
        answer = station.trigger(wait_ms=300)
        assert 0.25 < time.monotonic() - started_s < 5
    assert answer.trigger_id == 1
    assert answer.inspection is None


def test_status_is_answered_while_changes_and_camera_calls_take_their_time(
    station: RunningStation,
) -> None:
    quick = DeviceClient(station.settings.run_dir, timeout_s=3)
    with ThreadPoolExecutor(20) as callers, held_camera(station):
        changes = [
            callers.submit(station.client.ask, ApplyRecipe(recipe=brighter(n), author=AUTHOR))
            for n in range(1, 11)
        ]
        features = [callers.submit(station.client.ask, GetCameraFeatures()) for _ in range(5)]
        for _ in range(20):
            assert quick.ask(GetStatus()).mode is Mode.LIVE
            time.sleep(0.02)
        assert not any(call.done() for call in [*changes, *features])
    assert all(change.result().recipe for change in changes)
    assert all(call.result() for call in features)


def test_a_caller_too_many_is_refused_and_its_trigger_not_fired(
    station: RunningStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(router_module, "MAX_WAITERS", 2)
    station.inspect()
    server = CommandServer(Endpoints(tmp_path), station.daemon._station)
    server.start()
    client = DeviceClient(tmp_path)
    with ThreadPoolExecutor(2) as callers:
        with held_camera(station):
            waiting = [
                callers.submit(client.ask, FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000))
                for _ in range(2)
            ]
            eventually(lambda: len(server._waiters) == 2)
            with pytest.raises(DeviceRefusedError, match="2 callers wait for their answers"):
                client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=1000))
        assert [answer.result().inspection is not None for answer in waiting] == [True, True]
    # The places are free again, and the refused trigger took no number.
    third = client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
    assert third.trigger_id == 3
    assert third.inspection
    server.stop()


def test_commands_that_waited_too_long_are_not_carried_out(
    station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(router_module, "PATIENCE_S", 0.3)
    client = station.client
    with ThreadPoolExecutor(2) as callers:
        with held_camera(station):
            first = callers.submit(client.ask, ApplyRecipe(recipe=brighter(1), author=AUTHOR))
            time.sleep(0.2)
            second = callers.submit(client.ask, ApplyRecipe(recipe=brighter(2), author=AUTHOR))
            time.sleep(0.6)
        assert first.result().recipe.recipe.name == "r1"
        with pytest.raises(DeviceRefusedError, match="nothing was done, try again"):
            second.result()
    running = client.ask(GetStatus()).recipe
    assert running
    assert running.recipe.name == "r1"


COMMAND = json.dumps({"command": "get_status"}).encode()
NO_COMMANDS: dict[str, list[bytes]] = {
    "two parts": [COMMAND, COMMAND],
    "a hundred parts": [COMMAND] * 100,
    "empty": [b""],
    "random bytes": [bytes(range(256)) * 40],
    "no UTF-8": [b'{"command": "\xff\xfe"}'],
    "a lone surrogate": [b'{"command": "fire_trigger", "source": "http", "part_id": "\\ud800"}'],
    "200,000 brackets": [b"[" * 200_000],
    "50,000 objects": [b'{"command":' * 50_000],
    "a huge number": [b'{"command": "fire_trigger", "wait_ms": ' + b"9" * 10_000 + b"}"],
    "a list": [b"[]"],
    "another command": [b'{"command": "explode"}'],
}


def test_what_is_no_command_is_refused(station: RunningStation) -> None:
    address = Endpoints(station.settings.run_dir).commands
    for kind in (zmq.REQ, zmq.DEALER):
        for command, parts in NO_COMMANDS.items():
            with zmq.Context.instance().socket(kind) as stranger:
                stranger.linger = 0
                stranger.connect(address)
                stranger.send_multipart(parts)
                assert stranger.poll(5000), command
                assert b'{"error":' in stranger.recv_multipart()[-1], command
            assert station.client.ask(GetStatus()), command


def test_what_is_too_long_or_no_zeromq_is_cut_off(station: RunningStation) -> None:
    run_dir = station.settings.run_dir
    with zmq.Context.instance().socket(zmq.REQ) as stranger:
        stranger.linger = 0
        stranger.connect(Endpoints(run_dir).commands)
        stranger.send(b" " * (router_module.MAX_COMMAND_BYTES + 1))
        assert not stranger.poll(300)
    for name in ("commands", "events", "preview"):
        for sent in (b"\0" * 10, b"GET / HTTP/1.1\r\n\r\n", bytes(range(256)) * 1000, b""):
            with socket.socket(socket.AF_UNIX) as raw:
                raw.connect(f"{run_dir}/{name}.sock")
                try:
                    raw.sendall(sent)
                except OSError:
                    continue
    assert station.client.ask(GetStatus())


def test_the_live_view_takes_what_is_no_subscription(station: RunningStation) -> None:
    run_dir = station.settings.run_dir
    viewer = PreviewSubscriber(run_dir)
    with zmq.Context.instance().socket(zmq.XSUB) as stranger:
        stranger.linger = 0
        stranger.connect(Endpoints(run_dir).preview)
        for parts in ([b""], [b"\xff" * 1000], [b"\x01x", b"\x00"], [b"", b"", b""], [b"\x00x"]):
            stranger.send_multipart(parts)
        # Somebody else's end of a subscription doesn't end this one.
        for _ in range(5):
            assert viewer.receive(5000)
    viewer.close()
    eventually(lambda: not station.daemon._preview._watched)
    assert station.daemon._preview._thread.is_alive()


def test_a_client_allows_as_many_calls_as_it_is_told(station: RunningStation) -> None:
    station.inspect()
    client = DeviceClient(station.settings.run_dir, max_calls=1)
    with ThreadPoolExecutor(1) as caller:
        with held_camera(station):
            waiting = caller.submit(
                client.ask, FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000)
            )
            eventually(lambda: len(station.daemon._server._waiters) == 1)
            with pytest.raises(DeviceBusyError, match="1 calls wait"):
                client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=1))
        assert waiting.result().inspection
    assert client.ask(GetStatus())


def test_a_client_tells_a_busy_station_from_one_that_is_away(
    station: RunningStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "ALIVE_PERIOD_S", 0.2)
    monkeypatch.setattr(client_module, "CHANGE_TIMEOUT_S", 1.0)
    busy = DeviceClient(station.settings.run_dir, timeout_s=1)
    with (
        held_camera(station),
        pytest.raises(DeviceUnavailableError, match="runs, but did not finish"),
    ):
        busy.ask(ApplyRecipe(recipe=brighter(1), author=AUTHOR))
    started_s = time.monotonic()
    with pytest.raises(DeviceUnavailableError, match="is it running"):
        DeviceClient(tmp_path, timeout_s=60).ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    assert time.monotonic() - started_s < 10, "a dead daemon is not waited for"


class Echo(StrictModel):
    """The answer of a command that only this test knows."""

    text: str
    mode: Mode


class SayBack(Command[Echo]):
    """A command that only this test knows."""

    command: Literal["say_back"] = "say_back"
    text: str


@pytest.fixture
def further_handlers() -> Iterator[None]:
    """The handlers that a test adds go with it."""
    with patch.dict(HANDLERS):
        yield


def test_a_new_command_is_its_class_and_its_handler(
    station: RunningStation, tmp_path: Path, further_handlers: None
) -> None:
    with pytest.raises(DeviceRefusedError, match="say_back"):
        station.client.ask(SayBack(text="ü"))

    @handles(SayBack)
    def say_back(station: Station, command: SayBack) -> Echo:
        return Echo(text=command.text, mode=station.status().mode)

    server = CommandServer(Endpoints(tmp_path), station.daemon._station)
    server.start()
    assert DeviceClient(tmp_path).ask(SayBack(text="ü")) == Echo(text="ü", mode=Mode.LIVE)
    server.stop()


def test_a_deferred_answer_is_waited_for_whatever_the_command(
    station: RunningStation, tmp_path: Path, further_handlers: None
) -> None:
    class WaitForIt(Command[Echo]):
        command: Literal["wait_for_it"] = "wait_for_it"

        @property
        def wait_s(self) -> float:
            return 20.0

    end: Future[str] = Future()

    @handles(WaitForIt)
    def wait_for_it(station: Station, _: WaitForIt) -> DeferredAnswer[Echo]:
        return DeferredAnswer(end, lambda: Echo(text=end.result(), mode=station.status().mode))

    server = CommandServer(Endpoints(tmp_path), station.daemon._station)
    server.start()
    with ThreadPoolExecutor(1) as caller:
        answer = caller.submit(DeviceClient(tmp_path).ask, WaitForIt())
        eventually(lambda: len(server._waiters) == 1)
        end.set_result("now")
        assert answer.result(30).text == "now"
    server.stop()


def test_every_command_has_a_handler() -> None:
    written = {
        kind
        for module in (commands_module, wire_commands)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Command) and "command" in kind.model_fields
    }
    assert len(written) >= 11
    assert written == set(HANDLERS)


def test_a_command_that_names_no_answer_is_told_so() -> None:
    class Nameless(Command):  # type: ignore[type-arg]
        command: Literal["nameless"] = "nameless"

    with pytest.raises(TypeError, match="Nameless names no answer"):
        Nameless.answer_type()
