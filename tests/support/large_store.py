"""A store like a station's after a year, written directly in SQLite: a row takes microseconds.

All values are derived from the row numbers, so the same size gives the same store. The rates don't
depend on the size: a larger store covers a longer time.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from okng.device.recipes.recipe import Recipe
from okng.device.store.anomaly_map_codec import encode_anomaly_map
from okng.device.store.database import FILE_NAME, connect, transaction
from okng.device.store.timestamps import to_us
from okng.device.types import ModelReference
from okng.models.anomaly import DEFAULT_SETTINGS
from okng.models.bundles.bundle import write_bundle
from okng.models.bundles.manifest import (
    MODEL,
    AnomalyDescription,
    BackboneReference,
    DetectionDescription,
    ManifestPicture,
    ModelInput,
    ScoreStatistics,
)
from okng.models.bundles.training_records import NETWORK_CFG, NETWORK_WEIGHTS
from okng.models.evaluation import histogram

DATASET = "cells"
DETECTOR = "finder"
RECIPES = ("cells", "cells-thick", "frames", "glass", "lids", "caps")
RETIRED = "prototype"
"""A recipe that ran during the first days only."""
SINK = "mqtt"
FIRST_SCHEMA = 8
"""Schema version of the store when it is filled; `connect` migrates it."""
RUN = 2_000
"""Consecutive parts of one recipe."""
EMBEDDED = 176
"""Length of a picture's embedding."""
MAPS = 2_000
"""Newest parts that have an anomaly map."""


@dataclass(frozen=True)
class Size:
    """The number of rows of each kind."""

    inspections: int
    pictures: int
    """Of the largest dataset."""
    parts_a_day: int = 13_700
    """Five million a year, in the sixteen hours of two shifts."""

    def share(self, divisor: int) -> int:
        """Of the inspections, at least one."""
        return max(1, self.inspections // divisor)


def make_store(data_dir: Path, size: Size, end: datetime | None = None) -> None:
    """Fills a new data directory whose newest part is from `end`, by default a minute ago.

    Picture files are left out, so calls that read one answer 404. Call `connect` afterwards for
    the newest schema.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(data_dir / FILE_NAME, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA cache_size=-1000000")
    for number, script in enumerate(_first_migrations(), 1):
        connection.executescript(f"{script}\nPRAGMA user_version={number};")
    indices = _drop_indices(connection)
    connection.execute("BEGIN")
    end = end or datetime.now(UTC) - timedelta(minutes=1)
    _Ledger(connection, size, end).fill()
    _Datasets(connection, size, end).fill()
    _Rest(connection, size, end).fill()
    connection.execute("COMMIT")
    for sql in indices:
        connection.execute(sql)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def make_model(data_dir: Path, pictures: int) -> ModelReference:
    """A model version that was trained from so many pictures of the largest dataset; a detector."""
    dataset = [
        ManifestPicture(
            sha256=_sha256(f"picture {number}"),
            name=f"{number:06d}.png",
            label=_label(number),
            split="train",
            score=1 + (number * 7919 % 1000) / 500,
            batch=_batch(number),
            defect_type=_defect_type(number),
        )
        for number in range(1, pictures + 1)
    ]
    normal = [
        picture.score
        for picture in dataset
        if picture.label == "normal" and picture.score is not None
    ]
    anomalous = [
        picture.score
        for picture in dataset
        if picture.label == "anomaly" and picture.score is not None
    ]
    description = AnomalyDescription(
        method=DEFAULT_SETTINGS,
        backbone=BackboneReference(name="efficientnet_lite0", sha256="b" * 64),
        input=ModelInput(height=224, width=224),
        threshold=2.5,
        allowed_false_reject_rate=0.01,
        normal_scores=ScoreStatistics(
            count=len(normal), mean=2, standard_deviation=0.6, minimum=1, maximum=3
        ),
        metrics=None,
        histogram=histogram(normal, anomalous),
        dataset=dataset,
        seed=0,
        author="anna",
        created_at=datetime(2026, 11, 1, tzinfo=UTC),
    )
    detector = DetectionDescription(
        input=ModelInput(height=416, width=416),
        author="anna",
        created_at=datetime(2026, 11, 1, tzinfo=UTC),
        classes=["class-0", "class-1"],
        layout="yolov8",
        sources=[],
    )
    files = dict.fromkeys((MODEL, NETWORK_CFG, NETWORK_WEIGHTS), b"none")
    write_bundle(data_dir / "models", DETECTOR, detector, files)
    manifest = write_bundle(data_dir / "models", DATASET, description, b"no model").manifest
    return ModelReference(name=manifest.name, version=manifest.version)


def inspection_id(number: int) -> str:
    """Id of the part at this place in the ledger; as scattered as a UUID."""
    return f"{number * 0x9E3779B97F4A7C15F39CC0605CEDC835 % 2**128:032x}"


def _first_migrations() -> list[str]:
    folder = resources.files("okng.device.store") / "migrations"
    scripts = sorted((f.name, f) for f in folder.iterdir() if f.name.endswith(".sql"))
    return [script.read_text(encoding="utf-8") for _, script in scripts[:FIRST_SCHEMA]]


def _drop_indices(connection: sqlite3.Connection) -> list[str]:
    """Drops all indices; sorting the rows at the end is faster than keeping an index meanwhile."""
    indices = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
        "ORDER BY rowid"
    ).fetchall()
    for name, _ in indices:
        connection.execute(f"DROP INDEX {name}")
    return [sql for _, sql in indices]


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    rows = iter(rows)
    for first in rows:
        marks = ", ".join("?" * len(first))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", first)
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class _Ledger:
    def __init__(self, connection: sqlite3.Connection, size: Size, end: datetime) -> None:
        self._connection = connection
        self._size = size
        self._end_us = to_us(end)
        self._day = end.replace(hour=0, minute=0, second=0, microsecond=0)
        self._random = np.random.default_rng(1)
        self._model_sha256 = [_sha256(f"model {number}") for number in range(40)]

    def fill(self) -> None:
        _insert(self._connection, "inspections", self._inspections())
        size = self._size.inspections
        self._connection.execute(
            "INSERT INTO reviews SELECT seq, iif(seq % 3, 'OK', 'NG'), 'anna', "
            "triggered_at_us + 3600000000, NULL FROM inspections WHERE review = 1 "
            "AND outcome IN ('OK', 'NG') AND seq % 8 <> 0"
        )
        scores = encode_anomaly_map(self._random.gamma(2.0, 1.0, (56, 56)).astype(np.float32))
        first = max(1, size - MAPS + 1)
        maps = ((seq, 56, 56, scores) for seq in range(first, size + 1))
        _insert(self._connection, "anomaly_maps", maps)
        payload = json.dumps({"details": "x" * 700})
        waiting = range(size - self._size.share(25) + 1, size + 1)
        _insert(self._connection, "outbox", ((SINK, seq, payload) for seq in waiting))

    def _inspections(self) -> Iterator[tuple[Any, ...]]:
        size = self._size.inspections
        step_us = 86_400_000_000 // self._size.parts_a_day * 2 // 3
        # Counted back from the end, with the night left out.
        for start in range(1, size + 1, 10_000):
            count = min(10_000, size + 1 - start)
            chance = self._random.random((count, 4))
            for row in range(count):
                seq = start + row
                back_us = (size - seq) * step_us
                days, rest_us = divmod(back_us, 57_600_000_000)
                at_us = self._end_us - days * 86_400_000_000 - rest_us
                yield self._inspection(seq, at_us, *chance[row].tolist())

    def _inspection(
        self, seq: int, at_us: int, kind: float, near: float, scene: float, score: float
    ) -> tuple[Any, ...]:
        size = self._size.inspections
        run = seq // RUN
        recipe = RETIRED if seq <= 500 else RECIPES[(run * run + run // 3) % len(RECIPES)]
        version = 1 + seq * 20 // size
        outcome = (
            "NG" if kind < 0.03 else "OK" if kind < 0.997 else "ERROR" if kind < 0.999 else "MISSED"
        )
        judged = outcome in ("OK", "NG")
        changed = scene < (0.3 if run % 97 == 0 else 0.0005)
        review = judged and near < 0.02
        at = datetime.fromtimestamp(at_us / 1e6, UTC)
        removed = judged and outcome == "OK" and seq < size * 0.7
        key = inspection_id(seq)
        model_sha256 = self._model_sha256[version % 40]
        details = (
            f'{{"station": "line-3", "source": "line", "clock_synchronized": true, "model": '
            f'{{"name": "{recipe}", "version": {version}, "sha256": "{model_sha256}"}}, '
            f'"latency": {{"exposure_ms": 2.1, "queue_ms": 0.1, "preprocess_ms": 0.4, '
            f'"inference_ms": 8.6, "decide_ms": 0.07, "verdict_ms": {11 + score:.3f}, '
            f'"output_ms": {12 + score:.3f}}}, "picture_size": {{"width": 1280, "height": 960}}, '
            f'"scene": {{"light": {{"limits": {score:.3f}, "says": "left +9 %, right -8 %"}}'
            f"{', ' + chr(34) + 'changed' + chr(34) + ': true' if changed else ''}}}, "
            f'{_defects(kind, near, score)}"schema_version": 5}}'
            if judged
            else '{"station": "line-3", "source": "line", "reason": "the camera is absent", '
            '"schema_version": 5}'
        )
        return (
            *(seq, key, seq, at_us, outcome, f"P{seq:09d}"),
            *(recipe, version, recipe if judged else None, version if judged else None),
            *(round(1 + 2 * score, 4) if judged else None, 2.5),
            f"images/{at:%Y/%m/%d/%H}/{key}.png" if judged else None,
            key * 2 if judged else None,
            at_us + 86_400_000_000 if removed else None,
            *(details, int(review)),
        )


def _defects(kind: float, across: float, down: float) -> str:
    """What a detector says of the first half of the NG parts; the others are NG by their score."""
    if kind >= 0.015:
        return ""
    rules = '"scratch"' if kind < 0.009 else '"dent"' if kind < 0.014 else '"scratch", "dent"'
    left, top = 1200 * across, 900 * down
    return (
        f'"failed_rules": [{rules}], "detections": [{{"name": "scratch", "score": 0.8, '
        f'"box": {{"left": {left:.0f}, "top": {top:.0f}, "right": {left + 60:.0f}, '
        f'"bottom": {top + 40:.0f}}}, "counted_as": "NG"}}], '
    )


def _label(number: int) -> str:
    return "anomaly" if number % 5 == 0 else "normal"


def _batch(number: int) -> str | None:
    return f"lot {number // 350}" if number % 4 else None


def _defect_type(number: int) -> str | None:
    return f"defect {number // 5 % 12}" if _label(number) == "anomaly" and number % 3 else None


class _Datasets:
    def __init__(self, connection: sqlite3.Connection, size: Size, end: datetime) -> None:
        self._connection = connection
        self._size = size
        self._end_us = to_us(end)

    def fill(self) -> None:
        _insert(self._connection, "dataset_pictures", self._pictures())
        count = self._size.pictures
        changes = max(40, count // 50)
        first_us = self._end_us - changes * 60_000_000
        _insert(
            self._connection,
            "dataset_changes",
            (
                (number, DATASET, None, "anna", first_us + number * 60_000_000)
                for number in range(1, changes + 1)
            ),
        )
        _insert(self._connection, "dataset_changed_pictures", self._changed(changes))
        kept = ((DATASET, f"{number:016x}", "anna", self._end_us) for number in range(20))
        _insert(self._connection, "dataset_findings_kept", kept)
        states = {number: _label(number) for number in range(1, count + 1, 1)}
        findings = [
            {
                "kind": "near_copies",
                "pictures": [number, number + 1],
                "problem": "Two pictures are nearly the same.",
                "advice": "Keep one of them.",
                "evidence": "They differ in 1 of 64 bits.",
            }
            for number in range(2, min(count - 2, 600), 5)
        ]
        review = {
            "pictures": count,
            "findings": findings,
            "near_copies": [finding["pictures"] for finding in findings],
            "not_looked_for": [],
        }
        result = json.dumps({"states": states, "review": review})
        _insert(self._connection, "dataset_reviews", [(DATASET, "anna", self._end_us, result)])

    def _pictures(self) -> Iterator[tuple[Any, ...]]:
        small = [f"other-{number}" for number in range(5)]
        datasets = [(DATASET, self._size.pictures), *((name, 50) for name in small)]
        picture_id = 0
        for dataset, count in datasets:
            for number in range(1, count + 1):
                picture_id += 1
                yield self._picture(picture_id, dataset, number)

    def _picture(self, picture_id: int, dataset: str, number: int) -> tuple[Any, ...]:
        label = _label(number)
        removed = number % 33 == 0
        text = f"picture {number}" if dataset == DATASET else f"{dataset} {number}"
        folder = "trash/datasets" if removed else "datasets"
        boxes = [
            {
                "name": f"class-{(number + index) % 6}",
                "left": 10,
                "top": 20,
                "right": 30,
                "bottom": 44,
            }
            for index in range(number % 8)
        ]
        return (
            *(picture_id, dataset, label, f"{folder}/{dataset}/{label}/{number:06d}.png"),
            *(_sha256(text), 1280, 960, f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}"),
            picture_id - 1 if number % 50 == 2 else None,
            *("anna", self._end_us - (self._size.pictures - number) * 60_000_000),
            self._end_us if removed else None,
            *(_batch(number), _defect_type(number)),
            (None, "train", "test", "train")[number % 4],
            json.dumps(boxes) if number % 3 == 0 else None,
        )

    def _changed(self, changes: int) -> Iterator[tuple[Any, ...]]:
        """Every picture was dealt into a split once; one or two pictures a change besides."""
        for change_id in range(1, changes + 1):
            dealt = change_id == changes - 5
            few = (change_id, change_id + 1)
            for number in range(1, self._size.pictures + 1) if dealt else few:
                field = "split" if dealt else "batch"
                yield change_id, number, f'{{"{field}": null}}', f'{{"{field}": "train"}}'


class _Rest:
    """Recipes, promotions, trials, regression sets and jobs."""

    def __init__(self, connection: sqlite3.Connection, size: Size, end: datetime) -> None:
        self._connection = connection
        self._size = size
        self._end_us = to_us(end)

    def fill(self) -> None:
        connection, end_us = self._connection, self._end_us
        versions = max(5, self._size.share(50_000))
        _insert(
            connection,
            "recipes",
            (
                (name, version, _recipe(name, version), "anna", end_us - version)
                for name in (*RECIPES, RETIRED)
                for version in range(1, versions + 1)
            ),
        )
        connection.execute("INSERT INTO station_state VALUES ('recipe_name', ?)", (DATASET,))
        connection.execute("INSERT INTO station_state VALUES ('recipe_version', '1')")
        _insert(connection, "promotions", self._promotions())
        self._trials()
        _insert(connection, "regression_pictures", self._regression_pictures())
        jobs = max(20, self._size.share(1_000))
        _insert(
            connection,
            "jobs",
            (
                (
                    *(number, "train", '{"dataset": "cells"}', "succeeded", 1.0, "done"),
                    *('{"model": "cells"}', 0, None, None, "anna"),
                    *(end_us - number, end_us, end_us),
                )
                for number in range(1, jobs + 1)
            ),
        )
        lines = max(200, self._size.share(200))
        _insert(
            connection,
            "job_log",
            (
                (line, 1 + line % jobs, end_us, f"epoch {line}, loss 0.012")
                for line in range(1, lines + 1)
            ),
        )

    def _promotions(self) -> Iterator[tuple[Any, ...]]:
        for number in range(1, max(20, self._size.share(1_000)) + 1):
            yield (
                *(number, "promotion", RECIPES[number % 3], number),
                *("cells", number, _sha256(f"model {number}"), 2.5),
                *("cells", number + 1, _sha256(f"model {number + 1}"), 2.5),
                *("anna", "fewer false rejects", self._end_us, None, None),
            )

    def _trials(self) -> None:
        """One trial that ended, and one that runs beside the newest fifth of all parts."""
        size = self._size.inspections
        begins = {1: (size // 4, size // 2), 2: (size - size // 5, None)}
        for trial_id, (seq_before, last_seq) in begins.items():
            ended_us = None if last_seq is None else self._end_us
            by = None if last_seq is None else "anna"
            sha256, previous = _sha256("model 2"), _sha256("model 1")
            values = (
                *(trial_id, "cells", 2, sha256, 2.4, "cells", 1, previous),
                *(seq_before, last_seq, "anna", self._end_us, by, ended_us),
            )
            _insert(self._connection, "trials", [values])
            self._connection.execute(
                "INSERT INTO trial_results SELECT ?, seq, score, 2.4, "
                "CASE WHEN seq % 50 = 0 THEN iif(outcome = 'OK', 'NG', 'OK') ELSE outcome END, "
                "outcome, 9.5, 8.6, iif(seq % 400 = 0, 'OK', NULL), iif(seq % 400 = 0, 'anna', "
                "NULL), NULL FROM inspections WHERE seq > ? AND seq <= ? AND seq % 3 <> 0 "
                "AND outcome IN ('OK', 'NG')",
                (trial_id, seq_before, last_seq or size),
            )

    def _regression_pictures(self) -> Iterator[tuple[Any, ...]]:
        for number in range(1, 301):
            sha256 = _sha256(f"regression {number}")
            removed = ("anna", self._end_us, "twice") if number % 10 == 0 else (None, None, None)
            yield (
                *(number, DATASET if number % 2 else "frames", "NG" if number % 3 else "OK"),
                *(f"regression/{sha256}.png", sha256, "upload x.png", "anna", self._end_us),
                *removed,
            )


def _recipe(name: str, version: int) -> str:
    return Recipe(name=name, threshold=1 + version / 100).model_dump_json()


def newest_schema(data_dir: Path) -> None:
    """Migrates a filled store to the newest schema."""
    connect(data_dir).close()


def measure_pictures(data_dir: Path, unmeasured: int = 0) -> None:
    """Measurements of all pictures of a store with the newest schema, but of the newest few."""
    random = np.random.default_rng(4)
    axes = random.normal(0, 1, (6, EMBEDDED)).astype(np.float32)
    with closing(connect(data_dir)) as connection:
        hashes = [
            row["sha256"]
            for row in connection.execute("SELECT sha256 FROM dataset_pictures ORDER BY picture_id")
        ]
        measured = list(dict.fromkeys(hashes))[: len(hashes) - unmeasured]
        places = random.normal(0, 1, (len(measured), 6)).astype(np.float32) * (4, 3, 1, 1, 1, 1)
        places[::5, 0] += 9
        noise = random.normal(0, 0.1, (len(measured), EMBEDDED)).astype(np.float32)
        embeddings = ((places @ axes) / 10 + noise).astype("<f2")
        with transaction(connection):
            connection.executemany(
                "INSERT INTO picture_measurements (sha256, measured_at_us, bytes, brightness, "
                "contrast, focus_db, embedding) VALUES (?, 0, ?, ?, ?, ?, ?)",
                (
                    (
                        *(sha256, 900_000 + number * 7919 % 300_000),
                        *(0.4 + number * 31 % 200 / 1000, 0.1, -20 + number * 17 % 80 / 10),
                        embeddings[number].tobytes(),
                    )
                    for number, sha256 in enumerate(measured)
                ),
            )
