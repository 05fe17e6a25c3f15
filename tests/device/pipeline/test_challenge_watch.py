"""When a challenge is asked for and when it ends, with restarts at any moment."""

from __future__ import annotations

import random
import sqlite3
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from pydantic import ValidationError
from support.inspections import inspection

from okng.device.challenge_part import ChallengePart
from okng.device.health.conditions import Conditions
from okng.device.ipc.errors import RefusedError
from okng.device.pipeline.challenge_watch import EXPECTED_S, ChallengeWatch
from okng.device.pipeline.production_lock import ProductionLock
from okng.device.recipes.challenge_settings import ChallengeCause, ChallengeSettings
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.store.challenges import ChallengeResult, ChallengeStore
from okng.device.store.database import FILE_NAME
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.types import Outcome

BOTH = tuple(ChallengeCause)
PARTS = (
    ChallengePart(name="good", expected="OK"),
    ChallengePart(name="scratched", expected="NG", failed_rule="scratch"),
)


def version(name: str, *at: ChallengeCause, number: int = 1) -> RecipeVersion:
    challenge = ChallengeSettings(at=at, parts=PARTS) if at else None
    recipe = Recipe(name=name, challenge=challenge)
    return RecipeVersion.unsaved(recipe, "tests").model_copy(update={"version": number})


AT_SHIFTS = version("cells", ChallengeCause.SHIFT_START)


class Bench:
    """A watch on a store and a ledger, without a station; `restart` is a kill and a start."""

    def __init__(self, data_dir: Path) -> None:
        self.store, self.ledger = ChallengeStore(data_dir), Ledger(data_dir)
        self.shift = datetime.now(UTC) - timedelta(hours=1)
        self.inspects: RecipeVersion | None = None
        self._trigger_ids = count(1)
        self.restart()

    def restart(self) -> None:
        self.conditions, self.production = Conditions(), ProductionLock()
        self.watch = ChallengeWatch(
            self.store, lambda _: self.shift, self.production, self.conditions
        )
        self.watch.resume(self.inspects)

    def begin(self, inspects: RecipeVersion | None) -> None:
        self.inspects = inspects
        with self.watch.changing_to(inspects):
            assert inspects is None or not self.is_open or self.production.obstacle

    def begin_shift(self) -> None:
        self.shift = datetime.now(UTC)
        self.watch.look_at_clock()

    def check(self, part: ChallengePart, right: bool) -> None:
        mark = self.watch.mark(part.name, "anna")
        outcome = Outcome(part.expected) if right else Outcome.ERROR
        rules = (part.failed_rule,) if part.failed_rule else ()
        judged = inspection(
            next(self._trigger_ids), outcome=outcome, failed_rules=rules, challenge=mark
        )
        self.watch.judged(judged)
        self.ledger.record([LedgerEntry(judged)], [])

    def pass_all(self) -> None:
        for part in PARTS:
            self.check(part, True)

    @property
    def is_open(self) -> bool:
        return any(condition.code == "challenge_due" for condition in self.conditions.present())

    @property
    def results(self) -> list[ChallengeResult | None]:
        """The newest first."""
        return [report.result for report in self.store.page()]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_once_in_every_shift_in_which_the_recipe_inspects(bench: Bench) -> None:
    bench.begin_shift()
    assert not bench.is_open, "nothing inspects"
    bench.begin(AT_SHIFTS)
    assert bench.is_open, "the first start of this shift"
    bench.pass_all()
    assert not bench.is_open
    bench.begin(None)
    bench.begin(AT_SHIFTS)
    assert not bench.is_open, "it was challenged in this shift"
    bench.begin(version("cells", ChallengeCause.SHIFT_START, number=2))
    assert not bench.is_open
    bench.begin_shift()
    assert bench.is_open
    bench.restart()
    assert bench.is_open
    assert bench.store.newest() is not None
    bench.watch.override("anna", "known parts are lost")
    bench.watch.look_at_clock()
    assert not bench.is_open
    assert bench.results == [ChallengeResult.OVERRIDDEN, ChallengeResult.PASSED]


def test_a_part_is_right_by_its_newest_check_and_its_rule(bench: Bench) -> None:
    bench.begin(version("cells", ChallengeCause.RECIPE_START))
    good, scratched = PARTS
    bench.check(scratched, True)
    bench.check(scratched, False)
    bench.check(good, True)
    assert bench.is_open
    bench.check(scratched, True)
    assert not bench.is_open
    assert scratched.is_met("NG", ("scratch", "dent"))
    assert not scratched.is_met("NG", ("dent",)), "NG for another reason"
    assert not scratched.is_met("OK", ())
    assert not any(good.is_met(outcome, ()) for outcome in ("NG", "ERROR", "MISSED"))


def test_inspections_of_an_earlier_challenge_count_for_nothing(bench: Bench) -> None:
    bench.begin(version("cells", *BOTH))
    late = bench.watch.mark("good", "anna")
    bench.begin(version("cells", *BOTH, number=2))
    bench.watch.judged(inspection(1, outcome=Outcome.OK, challenge=late))
    bench.check(PARTS[1], True)
    assert bench.is_open


def test_a_restart_at_any_moment_changes_nothing(bench: Bench) -> None:
    dice = random.Random(8)
    recipes = [
        None,
        version("lids"),
        version("cells", *BOTH),
        version("cells", *BOTH, number=2),
        version("discs", ChallengeCause.RECIPE_START),
        version("tubes", ChallengeCause.SHIFT_START),
    ]
    ends = 0
    for _ in range(120):
        before = bench.is_open
        match dice.choice(["begin", "shift", "check", "check", "check", "keep", "override"]):
            case "begin":
                bench.begin(dice.choice(recipes))
            case "shift":
                bench.begin_shift()
            case "keep":
                bench.watch.keep()
            case "override" if before and dice.random() < 0.2:
                bench.watch.override("anna", "tests")
            case "check" if before:
                bench.watch.keep()
                bench.check(dice.choice(PARTS), dice.random() < 0.7)
        ends += before and not bench.is_open
        challenged = bench.inspects is not None and bench.inspects.recipe.challenge is not None
        assert challenged or not bench.is_open
        assert (bench.production.obstacle is not None) is bench.is_open
        due = bench.is_open
        bench.restart()
        assert bench.is_open is due
        assert bench.results.count(None) <= 1
    assert ends > 5
    assert set(bench.results) >= {ChallengeResult.PASSED, ChallengeResult.SUPERSEDED}


def test_a_busy_database_locks_production_all_the_same(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.store._database.connection.execute("PRAGMA busy_timeout = 10")
    with sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        bench.begin(version("cells", *BOTH))
        assert bench.is_open
        with pytest.raises(RefusedError, match="could not be recorded yet"):
            bench.watch.mark("good", "anna")
        with pytest.raises(sqlite3.OperationalError):
            bench.watch.override("anna", "tests")
        assert bench.is_open
        other.execute("ROLLBACK")
    other.close()
    bench.watch.keep()
    bench.pass_all()
    assert not bench.is_open


def test_only_the_next_part_on_the_line_is_expected_and_not_for_ever(bench: Bench) -> None:
    bench.begin(version("cells", *BOTH))
    bench.watch.expect(bench.watch.mark("good", "anna"))
    (since_ns,) = [bench.watch._expected.since_ns] if bench.watch._expected else []
    assert bench.watch.take_expected(since_ns - 1) is None, "it came before the button"
    expected = bench.watch.take_expected(since_ns + 1)
    assert expected
    assert expected.mark.name == "good"
    assert bench.watch.take_expected(since_ns + 2) is None
    bench.watch.expect(bench.watch.mark("good", "anna"))
    assert bench.watch.take_expected(since_ns + round(3 * EXPECTED_S * 1e9)) is None
    bench.watch.expect(bench.watch.mark("good", "anna"))
    bench.watch.override("anna", "tests")
    assert bench.watch.take_expected(since_ns + 10**9) is None


@pytest.mark.parametrize(
    ("challenge", "message"),
    [
        ({"parts": []}, "at least 1 item"),
        ({"at": [], "parts": [{"name": "a", "expected": "OK"}]}, "at least 1 item"),
        (
            {"at": ["shift_start", "shift_start"], "parts": [{"name": "a", "expected": "OK"}]},
            "each may stand once; given was shift_start, shift_start",
        ),
        ({"at": ["noon"], "parts": [{"name": "a", "expected": "OK"}]}, "'recipe_start' or 'shift"),
        ({"parts": [{"name": "a", "expected": "ERROR"}]}, "'OK' or 'NG'"),
        ({"parts": [{"name": "  ", "expected": "OK"}]}, "at least 1 character"),
        ({"parts": [{"name": "a\nb", "expected": "OK"}]}, "'a.*nb' has characters that can't be"),
        ({"parts": [{"name": "x" * 65, "expected": "OK"}]}, "at most 64 characters"),
        (
            {"parts": [{"name": "a", "expected": "OK"}, {"name": " a ", "expected": "NG"}]},
            "two parts have the name 'a'",
        ),
        (
            {"parts": [{"name": "a", "expected": "OK", "failed_rule": "dent"}]},
            "'a' is expected OK, so no rule can fail; failed_rule was given as 'dent'",
        ),
        ({"parts": [{"name": "a", "expected": "NG", "failed_rule": ""}]}, "at least 1 character"),
        ({"parts": [{"name": str(n), "expected": "NG"} for n in range(21)]}, "at most 20 items"),
    ],
)
def test_a_wrong_setting_is_named(challenge: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Recipe.model_validate({"name": "cells", "challenge": challenge})
