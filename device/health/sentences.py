"""What conditions say: fixed words by code and case, so that they can be put into other languages.

A code that is missing here says what an error of the camera, the disk or the like says.
"""

from __future__ import annotations

from collections.abc import Sequence

from okng.device.health.condition import ConditionCode, ConditionValue

_STOPS = "; no part is accepted until a person acknowledges the NG alarm"
_ALARMS = {
    "one": "A part is NG (recipe {recipe})",
    "in_a_row": "{count} parts in a row are NG (recipe {recipe})",
    "of_last": "{count} of the last {parts} parts are NG (recipe {recipe})",
}
_CHALLENGE = "Challenge due for recipe {recipe} ({cause}): no part is accepted until "
_CHALLENGES = {
    "one_part": _CHALLENGE + "its known part is judged correctly",
    "parts": _CHALLENGE + "its {count} known parts are judged correctly",
}
SENTENCES: dict[ConditionCode, dict[str, str]] = {
    "disk_low": {"low": "{free} MiB free; the oldest OK pictures are being removed"},
    "disk_full": {
        "full": "the disk is full, {free} MiB free; free some space",
        "pictures": "pictures can't be stored: {problem}",
    },
    "files_quarantined": {
        "files": "{count} files that the database does not know lie in {folder}; "
        "`okng doctor` names them"
    },
    "data_dir_fault": {"fails": "the data directory {folder} fails: {problem}"},
    "store_fault": {
        "hangs": "the disk has not finished a write for {seconds} s. Parts are judged; "
        "{count} of them wait to be stored"
    },
    "wire_away": {"no_plc": "{name}: no PLC is connected"},
    "sink_away": {
        "away": "{name}: not connected, {count} results wait",
        "fails": "{name}: {problem}, {count} results wait",
    },
    "results_set_aside": {
        "refused": "{name}: {count} results were refused by the receiver and are set aside"
    },
    "notification_trouble": {"waits": "notifications to {name} wait: {problem}"},
    "sync_trouble": {
        "not_running": "`okng sync` is configured and does not run",
        "waits": "{problem}; {count} files wait",
        "failed": "{count} files can't be sent to the bucket any more",
    },
    "export_trouble": {"not_running": "`okng export --scheduled` is set and does not run"},
    "trial_failed": {
        "not_running": "the trial does not run: {problem}",
        "part": "{model} version {version} on trial could not judge part {part}: {problem}; "
        "the line's verdicts are not affected",
    },
    "part_not_found": {"not_stored": "the last picture was not stored: {problem}"},
    "edges_unaccounted": {
        "edges": "the camera counted {counted} edges on its line since it was started, and "
        "{came} came as parts"
    },
    "ng_alarm": _ALARMS | {f"{rule}_stop": words + _STOPS for rule, words in _ALARMS.items()},
    "challenge_due": {
        f"{cause}_{count}": words.replace("{cause}", cause.replace("_", " "))
        for cause in ("recipe_start", "shift_start")
        for count, words in _CHALLENGES.items()
    },
}


class Sentence(str):
    """A sentence about a condition in English, with the values in it; `case` tells which it is."""

    values: dict[str, ConditionValue]


def sentence(code: ConditionCode, case: str, **values: ConditionValue) -> Sentence:
    """What a condition says in a case, with these values."""
    said = Sentence(SENTENCES[code][case].format(**values))
    said.values = {"case": case, **values}
    return said


def values_of(message: str) -> dict[str, ConditionValue]:
    """The values of a message, empty where it has no fixed words."""
    return message.values if isinstance(message, Sentence) else {}


def joined(problems: Sequence[str]) -> str:
    """Several problems of one code as one message; a single one keeps its values."""
    return problems[0] if len(problems) == 1 else "; ".join(problems)
