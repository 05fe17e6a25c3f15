"""The re-inspection of the archive as a job: stored parts, judged by another model version.

This process reads the ledger and keeps results; a child process at the lowest priority judges. So a
cancel ends it at once, whatever the child is doing, and the line never waits for a lock that a
process without a processor holds.
"""

from __future__ import annotations

import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path

from pydantic import AwareDatetime

from okng.device.host.lowest_priority import give_way
from okng.device.jobs.archive_judge import JudgedPart, LoadedJudge, PartToJudge, judge_archive
from okng.device.jobs.runner import JobCancelledError, JobEnd, RunningJob, run_job
from okng.device.jobs.store import ARCHIVE_INSPECTION, Job
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.store.archive_inspections import (
    ArchiveInspection,
    ArchiveInspectionStore,
    ArchiveProblem,
    ArchiveResult,
)
from okng.device.store.archive_scope import (
    ArchivedPart,
    ArchiveScope,
    VersionsLeftOut,
    count_scope,
    versions_left_out,
)
from okng.device.store.ballast import is_given_up
from okng.device.store.database_errors import explain, is_full
from okng.device.store.ledger_counts import HOUR_US
from okng.device.store.recipes import RecipeStore
from okng.device.store.state import StationState
from okng.device.store.timestamps import to_us
from okng.device.types import ModelReference, Name
from okng.models.errors import OkngError
from okng.models.processes import ChildProcess, ProcessError, ProcessTimeoutError
from okng.models.strict_model import StrictModel

KIND = ARCHIVE_INSPECTION
USUAL_DAYS = 30
LONGEST_DAYS = 3660

LOOK_S = 0.1
"""Longest time between two looks whether the job is cancelled."""
KEEP_S = 0.5
"""Longest time that results wait to be kept: so much is judged again after a crash."""
MAX_AHEAD = 16
"""Parts that the child has before it; it never waits for the next one."""
MAX_KEPT = 100
"""Results that are kept in one transaction, which holds the database's lock for a millisecond."""
PAGE = 200
"""Parts that are read from the ledger at a time."""


class ArchiveInspectionError(OkngError):
    """A re-inspection can't be done, or not go on; the message says why and what is kept."""

    http_status = HTTPStatus.CONFLICT


class UnknownRecipeError(ArchiveInspectionError):
    """The store has no recipe of that name; the message lists what there is."""

    http_status = HTTPStatus.NOT_FOUND


class ArchiveInspectionParameters(StrictModel):
    """What is to be judged again, by what."""

    model: ModelReference
    threshold: float | None = None
    """Null is the model's own, as with a promotion."""
    recipe: Name
    since: AwareDatetime
    """Only parts triggered then or later."""


def start_of_period(days: int) -> datetime:
    """The whole hour so many days ago."""
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    return now - timedelta(days=days)


def scope_of(recipe: str, since: datetime, data_dir: Path) -> tuple[ArchiveScope, VersionsLeftOut]:
    """Counts what can be judged again of a recipe and a period, and which versions are left out.

    Raises:
        UnknownRecipeError: the store has no recipe of this name.
    """
    present = present_recipe(recipe, data_dir)
    left_out = versions_left_out(RecipeStore(data_dir).versions(recipe), present)
    connection = ArchiveInspectionStore(data_dir).connection
    since_us = to_us(since) // HOUR_US * HOUR_US
    return count_scope(connection, recipe, left_out, since_us), left_out


def present_recipe(name: str, data_dir: Path) -> Recipe:
    """The version of the recipe that runs, or else its newest.

    Raises:
        UnknownRecipeError: the store has none of this name.
    """
    recipes, state = RecipeStore(data_dir), StationState(data_dir)
    version = state.get("recipe_version") if state.get("recipe_name") == name else None
    found = recipes.get(name, int(version) if version else None)
    if found is None:
        names = ", ".join(recipe.recipe.name for recipe in recipes.list())
        raise UnknownRecipeError(f"there is no recipe {name!r}; there are: {names or 'none'}")
    return found.recipe


def run_archive_inspection_job(
    job_id: int, data_dir: Path, set_priority: Callable[[], None] = give_way
) -> Job:
    """Does the job in this process, from taking it to its end in the store.

    What was judged before it was cancelled, failed or was killed is kept, and not judged again.
    `set_priority` is called in the process that judges; by default it gets the lowest priority.

    Raises:
        okng.device.jobs.store.JobError: it can't start: it isn't queued, or another one runs.
    """

    def work(running: RunningJob) -> JobEnd:
        parameters = ArchiveInspectionParameters.model_validate(running.job.parameters)
        try:
            started = _reinspect(running, parameters, data_dir, set_priority)
        except ProcessError as error:
            raise ArchiveInspectionError(str(error)) from error
        except sqlite3.OperationalError as error:
            if not is_full(error):
                raise
            raise ArchiveInspectionError(_full(explain(error))) from error
        words = f"{started.recipe}: no part of the period is left to be judged again"
        return {"archive_inspection_id": started.archive_inspection_id}, words

    return run_job(job_id, data_dir, work)


def _full(problem: str) -> str:
    return f"{problem}. What was judged so far is kept; start it again to go on"


def _reinspect(
    running: RunningJob,
    parameters: ArchiveInspectionParameters,
    data_dir: Path,
    set_priority: Callable[[], None],
) -> ArchiveInspection:
    running.report(0.0, "loading the model")
    scope, left_out = scope_of(parameters.recipe, parameters.since, data_dir)
    if scope.in_archive == 0:
        raise ArchiveInspectionError(_nothing_there(parameters, scope))
    arguments = (parameters.model, parameters.threshold, data_dir, set_priority)
    with ChildProcess(judge_archive, *arguments) as child:
        loaded = _receive(running, child)
        assert isinstance(loaded, LoadedJudge)
        store = ArchiveInspectionStore(data_dir)
        store.commit_without_waiting()
        started = store.begin(
            loaded.identity,
            loaded.build.sha256 if loaded.build else None,
            parameters.recipe,
            loaded.threshold,
            parameters.since,
            scope,
            running.job.created_by,
        )
        _Work(running, child, store, started, left_out, data_dir).do()
    return started


def _nothing_there(parameters: ArchiveInspectionParameters, scope: ArchiveScope) -> str:
    return (
        f"no part of recipe {parameters.recipe!r} since {parameters.since:%Y-%m-%d %H:%M} UTC has "
        f"a picture that can be judged again: of {scope.parts} parts, {scope.without_picture} have "
        f"no stored picture, {scope.other_region} show another region of interest, "
        f"{scope.without_model} were judged without an anomaly model, {scope.errors} ended as "
        f"ERROR and {scope.missed} as MISSED, {scope.challenges} were challenge parts"
    )


def _receive(running: RunningJob, child: ChildProcess) -> object:
    """The child's next message; looks all the time whether the job is cancelled."""
    while True:
        try:
            return child.receive(time.monotonic() + LOOK_S)
        except ProcessTimeoutError:
            if running.is_cancelled():
                raise JobCancelledError from None


class _Work:
    """One job's walk through the parts that have no result yet."""

    def __init__(
        self,
        running: RunningJob,
        child: ChildProcess,
        store: ArchiveInspectionStore,
        started: ArchiveInspection,
        left_out: VersionsLeftOut,
        data_dir: Path,
    ) -> None:
        self._running = running
        self._child = child
        self._store = store
        self._started = started
        self._unjudged = store.unjudged(started, left_out)
        self._recipes = RecipeStore(data_dir)
        self._data_dir = data_dir
        self._versions: dict[int, RecipeVersion | None] = {}
        self._ahead: deque[ArchivedPart] = deque()
        self._results: list[ArchiveResult] = []
        self._missing: list[ArchiveResult] = []
        self._remaining = self._unjudged.count()
        self._all = self._remaining
        self._kept_s = self._looked_s = time.monotonic()

    def do(self) -> None:
        """Judges part after part, and keeps what came of them in small batches."""
        self._keep()
        try:
            for part in self._parts():
                self._send(part)
                if len(self._ahead) >= MAX_AHEAD:
                    self._take()
            while self._ahead:
                self._take()
            self._settle_missing()
            self._keep()
            # Those whose picture went before their turn came have no result, and need none.
            self._remaining = self._unjudged.count()
        finally:
            self._keep()

    def _parts(self) -> Iterator[ArchivedPart]:
        after = self._unjudged.first_place()
        while page := self._unjudged.after(after, PAGE):
            yield from page
            after = page[-1].seq

    def _send(self, part: ArchivedPart) -> None:
        version = part.recipe_version
        if version not in self._versions:
            self._versions[version] = self._recipes.get(self._started.recipe, version)
        recipe = self._versions[version]
        message = PartToJudge(part.seq, part.picture_path, part.picture_sha256, recipe)
        self._child.send(message)
        self._ahead.append(part)

    def _take(self) -> None:
        judged = _receive(self._running, self._child)
        assert isinstance(judged, JudgedPart)
        part = self._ahead.popleft()
        result = ArchiveResult(
            part.seq,
            part.triggered_at_us // HOUR_US,
            part.outcome,
            judged.score,
            judged.rules_failed,
            judged.problem,
            judged.reason,
        )
        if judged.problem is ArchiveProblem.PICTURE_MISSING:
            # Pictures that go for want of space lose their file first: asked again at the end.
            self._missing.append(result)
        else:
            self._results.append(result)
        self._look()

    def _look(self) -> None:
        now_s = time.monotonic()
        if now_s - self._looked_s >= LOOK_S:
            self._looked_s = now_s
            if self._running.is_cancelled():
                raise JobCancelledError
        if now_s - self._kept_s >= KEEP_S or len(self._results) >= MAX_KEPT:
            self._keep()
            self._report()

    def _keep(self) -> None:
        if is_given_up(self._data_dir):
            raise ArchiveInspectionError(_full("the disk is full; free some space"))
        now_s = time.monotonic()
        self._remaining = max(0, self._remaining - len(self._results))
        self._store.record(
            self._started.archive_inspection_id,
            self._results,
            self._remaining,
            now_s - self._kept_s,
        )
        self._results, self._kept_s = [], now_s

    def _report(self) -> None:
        done = self._all - self._remaining
        share = done / self._all if self._all else 1.0
        self._running.report(share, f"part {done:,} of {self._all:,}")

    def _settle_missing(self) -> None:
        """Of files that were not there: those that were removed on purpose are no problem."""
        removed: set[int] = set()
        for first in range(0, len(self._missing), PAGE):
            seqs = [result.seq for result in self._missing[first : first + PAGE]]
            removed |= self._store.removed_pictures(seqs)
        self._results += [result for result in self._missing if result.seq not in removed]
