"""A condition: what needs a person's attention while it lasts."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import AwareDatetime, Field

from okng.models.strict_model import StrictModel


class Severity(StrEnum):
    """Severity of a condition."""

    WARNING = "warning"
    FAULT = "fault"


ConditionCode = Literal[
    "camera_absent",
    "camera_fault",
    "camera_settings_clipped",
    "disk_low",
    "disk_full",
    "files_quarantined",
    "sink_away",
    "sink_trouble",
    "results_set_aside",
    "sync_trouble",
    "export_trouble",
    "wire_away",
    "model_missing",
    "recipe_missing",
    "engine_unfit",
    "output_fault",
    "store_fault",
    "data_dir_fault",
    "trial_failed",
    "scene_changed",
    "picture_format",
    "part_not_found",
    "ng_alarm",
    "challenge_due",
    "notification_trouble",
    "trigger_fault",
    "edges_unaccounted",
]


ConditionValue = str | int | float


class Condition(StrictModel):
    """A condition (OPC UA Alarms & Conditions): it needs a person's attention while it lasts."""

    code: ConditionCode
    severity: Severity
    message: str
    since: AwareDatetime
    values: dict[str, ConditionValue] = Field(default_factory=dict)
    """What `message` says besides its fixed words, which `case` tells apart; empty if it has none.
    By them the pages say it in other languages."""
