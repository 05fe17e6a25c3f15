"""The watch for challenges: locks production until known parts are judged as they have to be."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from okng.device.challenge_part import ChallengeMark
from okng.device.health.condition import Severity
from okng.device.health.conditions import Conditions
from okng.device.health.sentences import sentence
from okng.device.ipc.errors import RefusedError
from okng.device.pipeline.production_lock import ProductionLock
from okng.device.recipes.challenge_settings import ChallengeCause
from okng.device.recipes.recipe import RecipeVersion
from okng.device.store.challenges import (
    ChallengeCheck,
    ChallengeResult,
    ChallengeStore,
    DueChallenge,
    newest_by_part,
)
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain
from okng.device.types import Inspection, RecipeReference

log = logging.getLogger(__name__)

HOLDER = "challenge"
EXPECTED_S = 30.0
"""How long the next part on the camera's line is taken for the challenge part."""


@dataclass(slots=True)
class _OpenChallenge:
    """The challenge that locks production."""

    due: DueChallenge
    challenge_id: int | None = None
    """None until it is in the store."""
    newest: dict[str, ChallengeCheck] = field(default_factory=dict)
    """The last check of each part, by its name."""

    @property
    def is_passed(self) -> bool:
        checks = (self.newest.get(part.name) for part in self.due.parts)
        return all(check is not None and check.passed for check in checks)

    @property
    def message(self) -> str:
        count = len(self.due.parts)
        case = f"{self.due.cause}_{'one_part' if count == 1 else 'parts'}"
        return sentence("challenge_due", case, recipe=self.due.recipe.name, count=count)


class ExpectedPart(NamedTuple):
    """A challenge part that is to come on the camera's line."""

    mark: ChallengeMark
    since_ns: int
    """By the monotonic clock: an edge before it was another part."""
    recorded: Future[Inspection]
    """Set when its inspection is in the ledger."""


class ChallengeWatch:
    """Raises the condition `challenge_due`, which lasts until the challenge ends. Thread-safe.

    What is on record goes on after a restart.
    """

    def __init__(
        self,
        store: ChallengeStore,
        shift_start: Callable[[datetime], datetime],
        production: ProductionLock,
        conditions: Conditions,
    ) -> None:
        """Args:
        store: Keeps challenges.
        shift_start: The newest start of a shift that is not after a moment.
        production: Locked while a challenge is due.
        conditions: Where `challenge_due` is said.
        """
        self._store = store
        self._shift_start = shift_start
        self._production = production
        self._conditions = conditions
        self._lock = threading.Lock()
        self._storing = threading.Lock()
        """Held, before the other one, where the store is written."""
        self._version: RecipeVersion | None = None
        """By which parts are inspected; None while none are."""
        self._open: _OpenChallenge | None = None
        self._ended: tuple[ChallengeResult, datetime] | None = None
        """How the challenge in the store ended, until that is written there."""
        self._settled_at: datetime | None = None
        """When the recipe's last challenge was passed or overridden."""
        self._expected: ExpectedPart | None = None
        self._is_changing = False

    def resume(self, version: RecipeVersion | None) -> None:
        """Goes on where the run before stopped, with the recipe that inspects, if one does."""
        newest: RecipeReference | None = None
        with self._storing:
            try:
                if kept := self._store.newest():
                    newest = kept.recipe
                if kept and kept.result is None:
                    checks = newest_by_part(self._store.checks(kept.challenge_id))
                    self._open = _OpenChallenge(kept.due, kept.challenge_id, checks)
            except (sqlite3.Error, StoreError) as error:
                log.error("challenges begin anew: %s", explain(error))
            # The run before may have ended between the recipe's start and its challenge.
            starts = version is not None and version.reference != newest
            self._enter(version, starts)

    @contextmanager
    def changing_to(self, version: RecipeVersion | None) -> Iterator[None]:
        """While the station goes over to a recipe that inspects, or to none; locks production."""
        before = self._version
        if version and before and version.reference == before.reference:
            yield
            return
        with self._storing:
            self._is_changing = True
            try:
                self._enter(version, starts=True)
                yield
            finally:
                self._is_changing = False
                with self._lock:
                    self._show()

    def look_at_clock(self) -> None:
        """Asks for a challenge if a shift has begun; never waits for the disk."""
        with self._lock:
            self._open_if_due(starts=False)

    def mark(self, part_name: str, author: str) -> ChallengeMark:
        """Marks the part that is inspected next as one of the challenge.

        Raises:
            RefusedError: no challenge is due, it has no such part, or it can't be recorded yet.
        """
        with self._lock:
            if self._open is None or self._version is None:
                raise RefusedError("no challenge is due")
            parts = {part.name: part for part in self._open.due.parts}
            if part_name not in parts:
                names = ", ".join(parts)
                raise RefusedError(f"the challenge has no part {part_name!r}; its parts: {names}")
            if self._open.challenge_id is None:
                raise RefusedError("the challenge could not be recorded yet; try again soon")
            return ChallengeMark(
                **dict(parts[part_name]), challenge_id=self._open.challenge_id, author=author
            )

    def expect(self, mark: ChallengeMark) -> Future[Inspection]:
        """Takes the next part on the camera's line for this challenge part, if it comes soon."""
        expected = ExpectedPart(mark, time.monotonic_ns(), Future())
        with self._lock:
            self._expected = expected
        return expected.recorded

    def take_expected(self, edge_ns: int) -> ExpectedPart | None:
        """The challenge part that came with an edge on the camera's line; None: it is another."""
        with self._lock:
            expected = self._expected
            if expected is None or edge_ns < expected.since_ns:
                return None
            self._expected = None
            came_in_time = edge_ns <= expected.since_ns + EXPECTED_S * 1e9
            return expected if came_in_time else None

    def judged(self, inspection: Inspection) -> None:
        """Takes the next inspection; never waits for the disk."""
        mark = inspection.challenge
        if mark is None:
            return
        with self._lock:
            if self._open is None or mark.challenge_id != self._open.challenge_id:
                return
            self._open.newest[mark.name] = ChallengeCheck.of(inspection)
            self._end_if_passed()

    def keep(self) -> None:
        """Writes what has changed since.

        Raises:
            sqlite3.DatabaseError, StoreError: the database fails; call it again later.
        """
        with self._storing:
            self._keep()

    def override(self, author: str, why: str) -> None:
        """Ends the challenge without its parts, on record.

        Raises:
            RefusedError: none is due.
            sqlite3.DatabaseError, StoreError: it can't be recorded, and the challenge lasts.
        """
        with self._storing:
            challenge = self._open
            if challenge is None or self._version is None:
                raise RefusedError("there is no challenge to override")
            self._keep()
            ended_at = datetime.now(UTC)
            self._store.end(ChallengeResult.OVERRIDDEN, ended_at, author, why)
            with self._lock:
                self._settled_at = ended_at
                self._ended = None
                if self._open is challenge:
                    self._close()
        log.warning("challenge overridden by %s: %s", author, why)

    def _enter(self, version: RecipeVersion | None, starts: bool) -> None:
        """Takes the recipe that inspects; with `_storing` held."""
        settled_at = self._last_settled(version)
        with self._lock:
            self._version = version
            self._expected = None
            if version:
                self._settled_at = settled_at
                self._supersede(version)
            self._end_if_passed()
            self._open_if_due(starts)
            self._show()
        try:
            self._keep()
        except (sqlite3.Error, StoreError) as error:
            log.error("a challenge is recorded later: %s", explain(error))

    def _last_settled(self, version: RecipeVersion | None) -> datetime | None:
        if version is None or version.recipe.challenge is None:
            return None
        try:
            return self._store.settled_at(version.recipe.name)
        except (sqlite3.Error, StoreError) as error:
            log.error("the last challenge can't be read: %s", explain(error))
            return None

    def _supersede(self, version: RecipeVersion) -> None:
        """Ends the challenge of another version; with the lock held."""
        if self._open and self._open.due.recipe != version.reference:
            if self._open.challenge_id is not None:
                self._ended = ChallengeResult.SUPERSEDED, datetime.now(UTC)
            self._close()

    def _open_if_due(self, starts: bool) -> None:
        """Locks production if the recipe asks for a challenge now; with the lock held."""
        version = self._version
        settings = version.recipe.challenge if version else None
        if version is None or settings is None or self._open:
            return
        now = datetime.now(UTC)
        if starts and ChallengeCause.RECIPE_START in settings.at:
            cause = ChallengeCause.RECIPE_START
        elif ChallengeCause.SHIFT_START in settings.at and self._is_first_of_shift(now):
            cause = ChallengeCause.SHIFT_START
        else:
            return
        self._open = _OpenChallenge(DueChallenge(version.reference, cause, settings.parts, now))
        self._show()

    def _is_first_of_shift(self, now: datetime) -> bool:
        return self._settled_at is None or self._settled_at < self._shift_start(now)

    def _end_if_passed(self) -> None:
        """Lets production go on if every part was judged right; with the lock held."""
        if self._open and self._open.is_passed:
            self._settled_at = datetime.now(UTC)
            self._ended = ChallengeResult.PASSED, self._settled_at
            log.info("the challenge of recipe %s is passed", self._open.due.recipe.name)
            self._close()

    def _close(self) -> None:
        self._open = self._expected = None
        self._show()

    def _show(self) -> None:
        """Brings lock and condition up to date; with the lock held."""
        if self._open and self._version:
            self._production.hold(HOLDER, self._open.message)
            self._conditions.set("challenge_due", Severity.WARNING, self._open.message)
        else:
            self._conditions.clear("challenge_due")
            if self._is_changing:
                self._production.hold(HOLDER, "the station changes over")
            else:
                self._production.release(HOLDER)

    def _keep(self) -> None:
        """Writes the end of the last challenge, then the one that is open; `_storing` is held."""
        if ended := self._ended:
            self._store.end(*ended)
            with self._lock:
                if self._ended is ended:
                    self._ended = None
        challenge = self._open
        if challenge and challenge.challenge_id is None:
            challenge.challenge_id = self._store.keep(challenge.due)
