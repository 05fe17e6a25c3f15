"""A stand-in for the station behind a wire: it numbers triggers and gives results when told to."""

from __future__ import annotations

import threading
from collections import deque

from okng.device.handshake.line import Line, RunningRecipe
from okng.device.outputs import Signal
from okng.device.types import Mode, Outcome, RecipeReference, TriggerSource
from support.inspections import inspection

OUTCOMES = (Outcome.OK, Outcome.NG, Outcome.ERROR, Outcome.MISSED)


class StandInStation:
    """Judges nothing: the outcome follows from the trigger id. Thread-safe."""

    def __init__(self) -> None:
        self.line = Line()
        self.ledger: dict[int, tuple[str | None, Outcome]] = {}
        """Part id and outcome of every finished part by its trigger id."""
        self.fired: dict[int, str | None] = {}
        self._on_their_way: deque[int] = deque()
        self._lock = threading.Lock()
        self.line.connect(self)

    def fire(self, source: TriggerSource, part_id: str | None) -> int:
        with self._lock:
            trigger_id = len(self.fired) + 1
            self.fired[trigger_id] = part_id
            self._on_their_way.append(trigger_id)
        self.line.acquired(trigger_id)
        return trigger_id

    def change_recipe(self, recipe: int | str, author: str) -> None:
        raise NotImplementedError

    def recipes(self) -> list[RecipeReference]:
        return []

    def set_mode(self, mode: Mode, author: str) -> None:
        raise NotImplementedError

    def obstacle(self) -> str | None:
        return None

    def recipe(self) -> RunningRecipe:
        return RunningRecipe()

    def finish(self) -> bool:
        """Finishes the oldest part on its way; whether there was one."""
        with self._lock:
            if not self._on_their_way:
                return False
            trigger_id = self._on_their_way.popleft()
        part_id, outcome = self.fired[trigger_id], OUTCOMES[trigger_id % len(OUTCOMES)]
        self.ledger[trigger_id] = part_id, outcome
        self.line.exposed(trigger_id)
        done = inspection(trigger_id, outcome=outcome, part_id=part_id, score=trigger_id % 1000)
        self.line.completed(done, Signal.OK if outcome is Outcome.OK else Signal.NG)
        return True
