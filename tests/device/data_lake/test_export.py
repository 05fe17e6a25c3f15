"""Every row of the store is in the file of its day, once; files are whole, or not there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pyarrow import dataset, parquet
from support.inspections import EVERY_FIELD, NOON
from support.station import write_pictures

from okng.device.data_lake import export as export_module
from okng.device.data_lake.export import TABLES, LakeExportError
from okng.device.data_lake.inspections import INSPECTIONS
from okng.device.data_lake.parquet_files import ROWS_IN_A_GROUP
from okng.device.data_lake.schema import ALL_DAYS, SCHEMA_VERSION, Days, Source
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.host.single_instance import single_instance
from okng.device.labelling.answers import (
    AnswerRequest,
    Attributes,
    Brightness,
    Certainty,
    Sharpness,
)
from okng.device.labelling.jobs import JobKind
from okng.device.labelling.labelling import Labelling
from okng.device.labelling.sampling import SamplingRule
from okng.device.labelling.steps import Step
from okng.device.store.ballast import FILE_NAME as BALLAST
from okng.device.store.reviews import ReviewStore
from okng.device.store.timestamps import to_us
from okng.device.types import Label, Outcome, Split, Verdict

from .conftest import Lake
from .first_version import write_first_version

DAY, NEXT_DAY = "2026-03-01", "2026-03-02"
FULL = EVERY_FIELD | {
    "picture_path": "images/x.png",
    "scene": {"changed": True},
    "clock_synchronized": True,
}


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def test_duckdb_reads_every_row_as_the_ledger_has_it(lake: Lake) -> None:
    lake.record(3)
    lake.record(2, at(2), **FULL)
    lake.record(1, NOON + timedelta(microseconds=123457), outcome=Outcome.MISSED, reason="late")
    summary = lake.export()
    assert (summary.written, summary.rows, summary.unreadable) == (2, 6, 0)
    rows = lake.query(
        "SELECT seq, inspection_id, epoch_us(triggered_at), outcome, part_id, score, threshold, "
        "recipe, recipe_version, model_sha256, verdict_ms, late, scene_changed, "
        "clock_synchronized, picture_sha256, result, CAST(day AS VARCHAR), station_id "
        "FROM inspections ORDER BY seq"
    )
    assert rows == [
        (
            part.seq,
            part.inspection_id,
            to_us(part.triggered_at),
            part.outcome,
            part.part_id,
            part.score,
            part.threshold,
            part.recipe and part.recipe.name,
            part.recipe and part.recipe.version,
            part.model and part.model.sha256,
            part.latency.verdict_ms,
            part.late,
            part.scene and part.scene.changed,
            part.clock_synchronized,
            part.picture_sha256,
            part.model_dump_json(exclude={"picture_path"}),
            f"{part.triggered_at:%Y-%m-%d}",
            lake.station_id,
        )
        for part in lake.ledger.iterate()
    ]
    assert json.loads(rows[3][15])["scene"] == {
        "focus": None,
        "exposure": None,
        "light": None,
        "position": None,
        "changed": True,
    }


def test_a_query_of_one_day_reads_the_files_of_that_day_alone(lake: Lake) -> None:
    lake.record(3)
    lake.record(2, at(2))
    lake.export()
    assert lake.days_of("inspections") == [f"day={DAY}", f"day={NEXT_DAY}"]
    ((plan,),) = [
        (text,)
        for _, text in lake.query(
            f"EXPLAIN ANALYZE SELECT count(seq) FROM inspections WHERE day = '{NEXT_DAY}'"
        )
    ]
    assert "1/2" in plan
    # What pandas asks pyarrow for.
    filters = [("day", ">=", NEXT_DAY)]
    assert parquet.read_table(lake.folder / "inspections", filters=filters).num_rows == 2
    whole = dataset.dataset(lake.folder / "inspections", partitioning="hive")
    fragments = list(whole.get_fragments(filter=dataset.field("day") == NEXT_DAY))
    assert [fragment.path for fragment in fragments] == [str(lake.file("inspections", NEXT_DAY))]
    assert fragments[0].to_table().num_rows == 2


def test_the_files_have_the_types_that_all_readers_know(lake: Lake) -> None:
    lake.record(1)
    lake.export()
    for table in TABLES:
        for path in (lake.folder / table.name).rglob("*.parquet"):
            file = parquet.ParquetFile(path)
            assert file.schema_arrow.names == ["station_id", *(c.name for c in table.columns)]
            assert {str(field.type) for field in file.schema_arrow} <= {
                "string",
                "int64",
                "double",
                "bool",
                "timestamp[us, tz=UTC]",
            }
            assert file.metadata.row_group(0).column(0).compression == "ZSTD"
            assert file.metadata.metadata[b"okng.schema_version"] == b"%d" % SCHEMA_VERSION
            assert file.metadata.metadata[b"okng.table"] == table.name.encode()


def test_a_second_export_leaves_every_file_as_it_is(lake: Lake) -> None:
    lake.record(3)
    lake.record(3, at(2))
    lake.export()
    before = lake.files()
    assert lake.export().unchanged == 2
    assert lake.files() == before


def test_only_the_day_with_new_rows_is_written_again(lake: Lake) -> None:
    lake.record(3)
    lake.record(3, at(2))
    lake.export()
    finished = lake.files()
    lake.record(1, at(2, 18))
    assert lake.export().written == 1
    now = lake.files()
    first, second = sorted(finished)
    assert now.keys() == finished.keys()
    assert now[first] == finished[first]
    assert now[second] != finished[second]
    assert lake.query("SELECT count(*) FROM inspections") == [(7,)]


def test_an_export_into_another_folder_has_the_same_bytes(lake: Lake, tmp_path: Path) -> None:
    lake.record(4, **FULL)
    lake.export()
    first = lake.files()
    lake.folder = tmp_path / "other"
    lake.export()
    assert {name: data for name, (data, _) in lake.files().items()} == {
        name: data for name, (data, _) in first.items()
    }


def test_only_the_days_that_are_asked_for_are_written(lake: Lake) -> None:
    for day in (1, 2, 3, 4):
        lake.record(1, at(day))
    lake.export(Days(date(2026, 3, 2), date(2026, 3, 3)))
    assert lake.days_of("inspections") == ["day=2026-03-02", "day=2026-03-03"]


def test_a_part_belongs_to_its_day_up_to_the_last_microsecond(lake: Lake) -> None:
    midnight = at(2, 0)
    lake.record(1, midnight - timedelta(microseconds=1))
    lake.record(1, midnight)
    lake.export()
    assert lake.query("SELECT seq, CAST(day AS VARCHAR) FROM inspections ORDER BY seq") == [
        (1, DAY),
        (2, NEXT_DAY),
    ]


def test_a_clock_set_back_over_midnight_changes_the_finished_day(lake: Lake) -> None:
    """The order of the ledger is kept, whatever its times are."""
    lake.record(2, at(1, 22))
    lake.record(2, at(2, 1))
    lake.export()
    lake.record(2, at(1, 21))
    lake.record(1, at(2, 2))
    assert lake.export().written == 2
    assert lake.query(f"SELECT list(seq) FROM inspections WHERE day = '{DAY}'") == [([1, 2, 5, 6],)]
    assert lake.query("SELECT count(DISTINCT inspection_id), count(*) FROM inspections") == [(7, 7)]


def test_a_late_review_changes_the_reviews_of_its_part_s_day_alone(lake: Lake) -> None:
    lake.record(2, outcome=Outcome.NG)
    lake.record(2, at(2))
    reviews = ReviewStore(lake.data_dir)
    reviews.settle(3, Verdict.OK, "bert", None)
    lake.export()
    before = lake.files()
    review = reviews.settle(1, Verdict.OK, "anna", None)
    lake.export()
    now = lake.files()
    # The day on which persons worked is today.
    today = f"{review.reviewed_at:%Y-%m-%d}"
    ours = f"part-{lake.station_id}.parquet"
    changed = {name for name in now if now[name] != before.get(name)}
    assert changed == {f"reviews/day={DAY}/{ours}", f"workers/day={today}/{ours}"}
    assert lake.query(
        "SELECT seq, outcome, verdict, author, epoch_us(reviewed_at) FROM reviews WHERE seq = 1"
    ) == [(1, "NG", "OK", "anna", to_us(review.reviewed_at))]


def test_another_verdict_and_one_taken_back_change_the_file(lake: Lake) -> None:
    lake.record(2)
    reviews = ReviewStore(lake.data_dir)
    for seq in (1, 2):
        reviews.settle(seq, Verdict.OK, "anna", None)
    lake.export()
    reviews.settle(1, Verdict.NG, "bert", None)
    lake.export()
    assert lake.query("SELECT verdict, author FROM reviews ORDER BY seq") == [
        ("NG", "bert"),
        ("OK", "anna"),
    ]
    for seq in (1, 2):
        reviews.take_back(seq)
    assert lake.export().written == 2  # the reviews of the parts' day, and today's work
    assert lake.query("SELECT count(*) FROM reviews") == [(0,)]
    before = lake.files()
    lake.export()
    assert lake.files() == before


def test_a_database_that_lost_its_rows_takes_nothing_out_of_the_lake(lake: Lake) -> None:
    lake.record(2)
    lake.record(1, at(2))
    lake.export()
    before = lake.files()
    lake.database.connection.execute("DELETE FROM inspections WHERE seq < 3")
    lake.export()
    assert lake.files() == before


def test_labels_say_who_and_when_and_changes_what(lake: Lake, tmp_path: Path) -> None:
    store, changes = DatasetStore(lake.data_dir), DatasetChanges(lake.data_dir)
    pictures = [
        store.import_file(path, "discs", Label.NORMAL, "anna")
        for path in sorted(write_pictures(tmp_path / "pictures", 3).iterdir())
    ]
    first, second, third = (picture.picture_id for picture in pictures)
    marked = changes.change(
        [first],
        PictureChange(label=Label.ANOMALY, defect_type="scratch", batch="lot 7", split=Split.TEST),
        "bert",
    )
    boxed = changes.change([second], PictureChange(boxes=()), "anna")
    changes.change([third], PictureChange(removed=True), "anna")
    assert marked
    assert boxed
    lake.export()
    assert lake.query(
        "SELECT picture_id, dataset, label, batch, defect_type, split, boxes, added_by, "
        "changed_by, epoch_us(changed_at), removed_at IS NOT NULL FROM labels ORDER BY 1"
    ) == [
        (
            first,
            "discs",
            "anomaly",
            "lot 7",
            "scratch",
            "test",
            None,
            "anna",
            "bert",
            to_us(marked.changed_at),
            False,
        ),
        (
            second,
            "discs",
            "normal",
            None,
            None,
            None,
            0,
            "anna",
            "anna",
            to_us(boxed.changed_at),
            False,
        ),
        (
            third,
            *lake.query(
                f"SELECT dataset, label, batch, defect_type, split, boxes, added_by, "
                f"changed_by, epoch_us(changed_at), true FROM labels WHERE picture_id = {third}"
            )[0],
        ),
    ]
    assert lake.query(
        "SELECT field, before, after, author FROM label_changes "
        f"WHERE picture_id = {first} ORDER BY field"
    ) == [
        ("batch", None, "lot 7", "bert"),
        ("defect_type", None, "scratch", "bert"),
        ("label", "normal", "anomaly", "bert"),
        ("split", None, "test", "bert"),
    ]
    undone = changes.undo(marked.change_id, "cleo")
    assert lake.export().written == 3  # labels, their changes, and who worked
    assert lake.query("SELECT label, changed_by FROM labels ORDER BY picture_id LIMIT 1") == [
        ("normal", "cleo")
    ]
    assert lake.query(
        f"SELECT undoes, after FROM label_changes WHERE change_id = {undone.change_id} "
        "AND field = 'label'"
    ) == [(marked.change_id, "normal")]


def test_workers_are_counted_also_when_their_account_is_gone(lake: Lake, tmp_path: Path) -> None:
    connection = lake.database.connection
    for name in ("anna", "bert"):
        connection.execute("INSERT INTO users VALUES (?, 'x', 0)", (name,))
    lake.record(3)
    reviews = ReviewStore(lake.data_dir)
    reviews.settle(1, Verdict.OK, "anna", None)
    reviews.settle(2, Verdict.NG, "anna", None)
    newest = reviews.settle(3, Verdict.NG, "bert", None)
    (path,) = write_pictures(tmp_path / "pictures", 1).iterdir()
    picture = DatasetStore(lake.data_dir).import_file(path, "discs", Label.NORMAL, "bert")
    DatasetChanges(lake.data_dir).change([picture.picture_id], PictureChange(batch="7"), "bert")
    lake.export()
    before = lake.files()
    connection.execute("DELETE FROM users WHERE name = 'anna'")
    lake.export()
    assert lake.files() == before
    assert lake.query(
        "SELECT author, pictures_added, pictures_changed, reviews, reviews_ok, reviews_ng "
        "FROM workers ORDER BY author"
    ) == [("anna", 0, 0, 2, 1, 1), ("bert", 1, 1, 1, 0, 1)]
    ((first_us,),) = lake.query("SELECT epoch_us(first_at) FROM workers WHERE author = 'bert'")
    assert first_us == to_us(newest.reviewed_at)


def test_rows_that_cannot_be_read_are_named_and_left_out(lake: Lake, tmp_path: Path) -> None:
    lake.record(3)
    for seq in (1, 2):
        ReviewStore(lake.data_dir).settle(seq, Verdict.OK, "anna", None)
    (path,) = write_pictures(tmp_path / "pictures", 1).iterdir()
    DatasetStore(lake.data_dir).import_file(path, "discs", Label.NORMAL, "bert")
    connection = lake.database.connection
    connection.execute("UPDATE inspections SET details = '{}' WHERE seq = 2")
    connection.execute("UPDATE reviews SET author = x'ff' WHERE seq = 1")
    connection.execute("UPDATE dataset_pictures SET sha256 = 'x'")
    summary = lake.export()
    assert summary.unreadable == len(lake.told) == 4
    assert "row 2 of table inspections" in lake.told[0]
    assert "row 1 of table reviews" in lake.told[1]
    assert "row 1 of table dataset_pictures" in lake.told[2]
    assert "no name" in lake.told[3]
    assert lake.query("SELECT list(seq) FROM inspections") == [([1, 3],)]
    assert lake.query("SELECT list(seq) FROM reviews") == [([2],)]
    assert lake.query("SELECT count(*) FROM labels") == [(0,)]
    assert lake.query("SELECT list(author ORDER BY author) FROM workers") == [(["anna", "bert"],)]


def test_a_time_that_is_no_time_is_named(lake: Lake) -> None:
    lake.record(2)
    with closing(sqlite3.connect(lake.data_dir / "okng.db", isolation_level=None)) as other:
        other.execute("UPDATE inspections SET triggered_at_us = 'noon' WHERE seq = 1")
    assert lake.export().unreadable == 1
    assert "row 1 of table inspections" in lake.told[0]
    assert lake.query("SELECT list(seq) FROM inspections") == [([2],)]


def test_many_rows_are_written_in_groups(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many rows a day has, no more than a group of them is held."""
    lake.record(100_000, **FULL)
    held, most = 0, 0
    original = export_module.write_file

    def counting(path: Path, table: Any, version: str, rows: Iterator[Any], check: Any) -> int:
        def counted() -> Iterator[Any]:
            nonlocal held, most
            for row in rows:
                held += 1
                most = max(most, held)
                yield row

        def checked() -> None:
            nonlocal held
            held = 0
            check()

        return original(path, table, version, counted(), checked)

    monkeypatch.setattr(export_module, "write_file", counting)
    assert lake.export().rows == 100_000
    groups = [
        parquet.read_metadata(path).row_group(index).num_rows
        for path in (lake.folder / "inspections").rglob("*.parquet")
        for index in range(parquet.read_metadata(path).num_row_groups)
    ]
    assert sum(groups) == 100_000
    assert max(groups) == most == ROWS_IN_A_GROUP


def test_no_query_sorts_the_ledger(lake: Lake) -> None:
    """What SQLite sorts it holds in memory: no query of the ledger may."""
    lake.record(3)
    asked: list[str] = []
    source = Source(lake.data_dir)
    for database in (source, source.ledger._database):
        database.connection.set_trace_callback(asked.append)
    INSPECTIONS.versions(source, ALL_DAYS)
    assert len(list(INSPECTIONS.rows(source, NOON.date(), pytest.fail))) == 3
    queries = {sql for sql in asked if "FROM" in sql}
    assert len(queries) >= 4
    for sql in queries:
        plan = source.connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        assert not [step["detail"] for step in plan if "TEMP B-TREE" in step["detail"]], sql
    source.close()


def test_a_disk_that_runs_short_ends_the_export_and_leaves_whole_files(lake: Lake) -> None:
    lake.record(2)
    with pytest.raises(LakeExportError, match="min_free_mb"):
        lake.export(min_free_mb=1 << 40)
    assert lake.files() == {}
    (lake.data_dir / BALLAST).touch()
    with pytest.raises(LakeExportError, match="disk is full"):
        lake.export()
    assert lake.files() == {}


def test_a_failure_in_the_middle_leaves_the_file_as_it_was(
    lake: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake.record(2)
    lake.export()
    before = lake.files()
    lake.record(ROWS_IN_A_GROUP + 1)
    checks = iter([None, None, OSError("No space left on device")])

    def check(_self: object) -> None:
        if problem := next(checks):
            raise problem

    monkeypatch.setattr(export_module.LakeExport, "_check", check)
    with pytest.raises(LakeExportError, match="No space left"):
        lake.export()
    assert lake.files() == before


def test_one_export_at_a_time_writes_to_a_folder(lake: Lake) -> None:
    lake.record(1)
    lake.folder.mkdir()
    with (
        single_instance(lake.folder / f".okng-{lake.station_id}.lock"),
        pytest.raises(LakeExportError, match="another export"),
    ):
        lake.export()


def test_a_folder_that_is_a_file_is_told(lake: Lake) -> None:
    lake.folder.write_text("")
    with pytest.raises(LakeExportError, match="lake"):
        lake.export()


def test_whoever_may_read_the_lake_may_read_its_files(lake: Lake) -> None:
    lake.record(1)
    lake.folder.mkdir()
    # Whatever the umask is.
    lake.folder.chmod(0o755)
    lake.export()
    path = lake.file("inspections", DAY)
    assert path.stat().st_mode & 0o777 == 0o644
    assert path.parent.stat().st_mode & 0o777 == 0o755


def test_duckdb_reads_every_audit_and_the_times_of_every_person(lake: Lake) -> None:
    data_dir = lake.data_dir
    datasets = DatasetStore(data_dir)
    for number, label in enumerate((Label.NORMAL, Label.ANOMALY, Label.ANOMALY)):
        datasets.add(np.full((8, 8), number, np.uint8), "cells", label, "ann")
    labelling = Labelling.of(data_dir)
    audit = labelling.jobs.create(
        name="second look",
        dataset="cells",
        kind=JobKind.AUDIT,
        steps=[Step.LABEL],
        blind=True,
        rule=SamplingRule(),
        picture_ids=[1, 2, 3],
        author="ann",
    )
    job_id = audit.labelling_job_id
    answers = []
    for said, attributes in (
        ("normal", Attributes()),
        ("normal", Attributes(certainty=Certainty.FAIRLY, sharpness=Sharpness.BLURRED)),
        (None, Attributes(brightness=Brightness.DARK)),
    ):
        task = labelling.queue.next(job_id, Step.LABEL, "bert").task
        assert task
        request = AnswerRequest(
            step=Step.LABEL,
            picture_id=task.picture_id,
            answer=said,
            active_ms=0,
            attributes=attributes,
        )
        answers.append(labelling.answers.record(job_id, request, "bert"))
    lake.export()
    columns = (
        "answer_id, labelling_job_id, job_name, dataset, blind, picture_id, step, first_answer, "
        "first_author, answer, verdict, author, own, active_ms, certainty, visibility, sharpness, "
        "brightness, epoch_us(answered_at)"
    )
    assert lake.query(f"SELECT {columns} FROM label_audits ORDER BY answer_id") == [
        (
            *(one.answer_id, job_id, "second look", "cells", True, one.picture_id, "label"),
            *(one.first_answer, "ann", one.answer, one.verdict, "bert", False, 0),
            *(one.certainty, one.visibility, one.sharpness, one.brightness),
            to_us(one.answered_at),
        )
        for one in answers
    ]
    workers = "SELECT author, labelling_answers, audit_answers, timed_answers, labelling_ms"
    assert lake.query(f"{workers} FROM workers ORDER BY author") == [
        ("ann", 0, 0, 0, None),
        ("bert", 0, 3, 3, 0),
    ]
    labelling.answers.take_back(job_id, answers[0].answer_id, "bert")
    lake.export()
    assert lake.query("SELECT count(*), min(answer_id) FROM label_audits") == [
        (2, answers[1].answer_id)
    ]


def test_a_file_of_workers_of_the_first_version_is_read_beside_the_newest(lake: Lake) -> None:
    DatasetStore(lake.data_dir).add(np.zeros((8, 8), np.uint8), "cells", Label.NORMAL, "ann")
    lake.export()
    write_first_version(lake.file("workers", "2025-12-31"), "workers")
    assert lake.query("SELECT author, pictures_added, audit_answers FROM workers ORDER BY day") == [
        ("x", 7, None),
        ("ann", 1, 0),
    ]
