"""How other processes talk to the daemon: commands, events, live pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import zmq
from pydantic import ValidationError

from okng.device.addresses import Addresses
from okng.device.cameras.camera import CameraFeatures
from okng.device.protocol import (
    EVENT,
    ActivateRecipe,
    AppliedRecipe,
    ApplyRecipe,
    Event,
    FireTrigger,
    GetCameraFeatures,
    GetStatus,
    PreviewHeader,
    PromoteModel,
    Refusal,
    RollBackModel,
    SetMode,
    SimulateLineEdge,
    StartTrial,
    StationStatus,
    StopTrial,
    TriggerAnswer,
)
from okng.device.recipe import Recipe
from okng.device.types import Label, Message, Mode, ModelReference, TriggerSource

Reply = TypeVar("Reply", bound=Message)


class DeviceUnavailable(Exception):
    """The device process doesn't answer."""


class DeviceRefused(Exception):
    """The device process says no; the message says why."""


class DeviceClient:
    """Commands to the daemon; thread-safe, each call waits at most `timeout_s`."""

    def __init__(self, run_dir: Path, timeout_s: float = 15.0) -> None:
        self._addresses = Addresses(run_dir)
        self._timeout_s = timeout_s

    def status(self) -> StationStatus:
        """How the station is."""
        return self._ask(GetStatus(), StationStatus)

    def camera_features(self) -> CameraFeatures:
        """What the camera can do, with its present limits; refused while it is absent."""
        return self._ask(GetCameraFeatures(), CameraFeatures)

    def set_mode(
        self, mode: Mode, author: str, dataset: str | None = None, label: Label | None = None
    ) -> StationStatus:
        """Live, collect or inspect; returns when the camera is armed for it."""
        command = SetMode(mode=mode, dataset=dataset, label=label, author=author)
        return self._ask(command, StationStatus)

    def apply_recipe(self, recipe: Recipe, author: str) -> AppliedRecipe:
        """Saves the recipe as a version and runs with it."""
        return self._ask(ApplyRecipe(recipe=recipe, author=author), AppliedRecipe)

    def activate_recipe(self, name: str, version: int | None, author: str) -> AppliedRecipe:
        """Runs with a stored recipe; null is its newest version."""
        command = ActivateRecipe(name=name, version=version, author=author)
        return self._ask(command, AppliedRecipe)

    def promote_model(
        self, model: ModelReference, threshold: float | None, why: str, author: str
    ) -> AppliedRecipe:
        """Runs the present recipe with another model version; null is the model's threshold."""
        command = PromoteModel(model=model, threshold=threshold, why=why, author=author)
        return self._ask(command, AppliedRecipe)

    def roll_back_model(self, why: str, author: str) -> AppliedRecipe:
        """Runs the present recipe with the model version before."""
        return self._ask(RollBackModel(why=why, author=author), AppliedRecipe)

    def start_trial(
        self, model: ModelReference, threshold: float | None, author: str
    ) -> StationStatus:
        """Lets a model version judge beside the one that runs; null is the model's threshold."""
        command = StartTrial(model=model, threshold=threshold, author=author)
        return self._ask(command, StationStatus)

    def stop_trial(self, author: str) -> StationStatus:
        """Ends the trial."""
        return self._ask(StopTrial(author=author), StationStatus)

    def fire_trigger(
        self, source: TriggerSource, part_id: str | None = None, wait_ms: int = 0
    ) -> TriggerAnswer:
        """One edge; with `wait_ms` the answer brings what came of it."""
        command = FireTrigger(source=source, part_id=part_id, wait_ms=wait_ms)
        return self._ask(command, TriggerAnswer, extra_s=wait_ms / 1000)

    def simulate_line_edge(self) -> StationStatus:
        """An edge on a simulated camera's trigger line."""
        return self._ask(SimulateLineEdge(), StationStatus)

    def _ask(self, command: Message, reply: type[Reply], extra_s: float = 0.0) -> Reply:
        socket: zmq.Socket[bytes]
        with zmq.Context.instance().socket(zmq.REQ) as socket:
            socket.setsockopt(zmq.LINGER, 0)
            socket.connect(self._addresses.commands)
            socket.send(command.model_dump_json().encode())
            if not socket.poll(int((self._timeout_s + extra_s) * 1000)):
                raise DeviceUnavailable(
                    f"no answer from the device process within {self._timeout_s:g} s; does it run?"
                )
            answer = socket.recv()
        return _parse(answer, reply)


def _parse(answer: bytes, reply: type[Reply]) -> Reply:
    if answer.startswith(b'{"error":'):
        raise DeviceRefused(Refusal.model_validate_json(answer).error)
    try:
        return reply.model_validate_json(answer)
    except ValidationError as error:
        raise DeviceUnavailable(
            f"the device process speaks another version of the protocol: {error}"
        ) from error


class EventSubscriber:
    """Receives the daemon's events; belongs to one thread."""

    def __init__(self, run_dir: Path) -> None:
        self._socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.SUB)
        self._socket.setsockopt(zmq.LINGER, 0)
        self._socket.subscribe(b"")
        self._socket.connect(Addresses(run_dir).events)

    def receive(self, timeout_ms: int) -> Event | None:
        """The next event, or None when none came in time."""
        if not self._socket.poll(timeout_ms):
            return None
        return EVENT.validate_json(self._socket.recv())

    def close(self) -> None:
        """Ends the subscription."""
        self._socket.close()


class PreviewSubscriber:
    """Receives the live view; belongs to one thread.

    The daemon encodes pictures only while somebody is subscribed.
    """

    def __init__(self, run_dir: Path) -> None:
        self._socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.SUB)
        self._socket.setsockopt(zmq.LINGER, 0)
        self._socket.setsockopt(zmq.RCVHWM, 2)
        self._socket.subscribe(b"")
        self._socket.connect(Addresses(run_dir).preview)

    def receive(self, timeout_ms: int) -> tuple[PreviewHeader, bytes] | None:
        """The next picture as JPEG, or None when none came in time."""
        if not self._socket.poll(timeout_ms):
            return None
        header, jpeg = self._socket.recv_multipart()
        return PreviewHeader.model_validate_json(header), jpeg

    def close(self) -> None:
        """Ends the subscription."""
        self._socket.close()
