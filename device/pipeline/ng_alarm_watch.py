"""The watch for NG alarms: looks at verdicts in their order, by the rules of the recipe."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections import deque
from datetime import UTC, datetime
from itertools import takewhile

from okng.device.health.condition import Severity
from okng.device.health.conditions import Conditions
from okng.device.health.sentences import sentence
from okng.device.ipc.errors import RefusedError
from okng.device.pipeline.production_lock import ProductionLock
from okng.device.recipes.alarm_settings import MAX_PARTS
from okng.device.recipes.recipe import RecipeVersion
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain
from okng.device.store.ng_alarms import NgAlarmStore, RaisedAlarm
from okng.device.types import Inspection, Outcome

log = logging.getLogger(__name__)

HOLDER = "ng_alarm"


class NgAlarmWatch:
    """Raises the condition `ng_alarm`, which lasts until a person acknowledges it. Thread-safe.

    Parts of one recipe count, whatever its version; with another recipe the count begins anew.
    What is on record goes on after a restart.
    """

    def __init__(
        self, store: NgAlarmStore, production: ProductionLock, conditions: Conditions
    ) -> None:
        self._store = store
        self._production = production
        self._conditions = conditions
        self._lock = threading.Lock()
        self._storing = threading.Lock()
        self._recipe: str | None = None
        self._ng: deque[bool] = deque(maxlen=MAX_PARTS)
        self._last_trigger_id = 0
        self._alarm: RaisedAlarm | None = None
        self._is_kept = True

    def restore(self, version: RecipeVersion) -> None:
        """Goes on where the run before stopped, with the recipe that ran last."""
        name = version.recipe.name
        try:
            kept = self._store.open_alarm()
            newest = self._store.last_verdicts(MAX_PARTS)
        except (sqlite3.Error, StoreError) as error:
            log.error("NG alarms begin anew: %s", explain(error))
            return
        of_recipe = [outcome for _, outcome in takewhile(lambda part: part[0] == name, newest)]
        with self._lock:
            self._recipe = name
            self._ng.extend(outcome is Outcome.NG for outcome in reversed(of_recipe))
            if kept:
                self._show(kept.raised)
            elif of_recipe[:1] == [Outcome.NG]:
                # The run before may have ended between the part and the alarm.
                self._look(version, 0)

    def judged(self, version: RecipeVersion, inspection: Inspection) -> None:
        """Takes the next verdict on a part of production; never waits for the disk."""
        if inspection.challenge or inspection.outcome not in (Outcome.OK, Outcome.NG):
            return
        with self._lock:
            if version.recipe.name != self._recipe:
                self._recipe = version.recipe.name
                self._ng.clear()
            self._ng.append(inspection.outcome is Outcome.NG)
            self._last_trigger_id = inspection.trigger_id
            if self._alarm is None:
                self._look(version, inspection.trigger_id)

    def keep(self) -> None:
        """Writes an alarm that was raised since.

        Raises:
            sqlite3.DatabaseError, StoreError: the database fails; call it again later.
        """
        with self._storing:
            if self._alarm and not self._is_kept:
                self._store.keep(self._alarm)
                self._is_kept = True

    def acknowledge(self, author: str, why: str) -> None:
        """Ends the alarm, on record; the count begins anew.

        Raises:
            RefusedError: there is none.
            sqlite3.DatabaseError, StoreError: it can't be recorded, and lasts.
        """
        with self._storing:
            with self._lock:
                alarm, through = self._alarm, self._last_trigger_id
                if alarm is None:
                    raise RefusedError("there is no NG alarm to acknowledge")
                self._ng.clear()
            self._store.acknowledge(alarm, max(through, alarm.trigger_id), author, why)
            with self._lock:
                self._alarm = None
                self._production.release(HOLDER)
                self._conditions.clear("ng_alarm")
        log.info("NG alarm acknowledged by %s: %s", author, why)

    def _look(self, version: RecipeVersion, trigger_id: int) -> None:
        """Raises an alarm if the parts break a rule of the recipe; with the lock held."""
        rules = version.recipe.alarms
        if rules is None or not (broken := rules.broken_rule(self._ng)):
            return
        message = sentence(
            "ng_alarm",
            f"{broken.rule}_stop" if rules.stop else broken.rule,
            recipe=version.recipe.name,
            count=broken.ng,
            parts=broken.parts,
        )
        self._is_kept = False
        self._show(
            RaisedAlarm(version.reference, trigger_id, message, rules.stop, datetime.now(UTC))
        )

    def _show(self, alarm: RaisedAlarm) -> None:
        self._alarm = alarm
        if alarm.stop:
            self._production.hold(HOLDER, alarm.message)
        severity = Severity.FAULT if alarm.stop else Severity.WARNING
        self._conditions.set("ng_alarm", severity, alarm.message)
