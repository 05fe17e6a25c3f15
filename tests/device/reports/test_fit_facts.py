"""What a fit report says is what the pictures, the manifest and the ledger say."""

from __future__ import annotations

import hashlib
import math
import shutil
from pathlib import Path

import numpy as np
import pytest
from support.reported_station import ANOMALOUS, DATASET, GOOD, MASKED, record

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.masks import path_of_mask
from okng.device.datasets.new_pictures import NewPicture, PictureNotes
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.review_results import DatasetFindings
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.dataset_review import review_dataset
from okng.device.reports.errors import ReportError
from okng.device.reports.fit_facts import FitFacts, gather_fit_facts
from okng.device.reports.picture_groups import SHOWN
from okng.device.types import Label
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest


def facts_of(data_dir: Path) -> FitFacts:
    return gather_fit_facts(data_dir, "line-3", DATASET, "ann", "Is it any good?")


def kinds(facts: FitFacts) -> list[str]:
    return [gap.kind for gap in facts.gaps]


def test_pictures_are_counted_by_label_type_batch_day_and_person(station: Path) -> None:
    facts = facts_of(station)
    counts = facts.pictures
    assert (counts.normal, counts.anomaly, counts.masked) == (GOOD, ANOMALOUS, len(MASKED))
    batches = {
        value.value: (value.pictures, value.anomalous) for value in counts.facet("batch").values
    }
    assert batches == {"lot 0": (22, 12), "lot 1": (10, 0), "lot 2": (10, 0)}
    assert {value.value: value.pictures for value in counts.facet("type").values} == {
        "scratch": 6,
        None: 6,
    }
    assert [value.value for value in counts.facet("person").values] == ["ann"]
    stored = DatasetStore(station).pictures(DATASET)
    assert [each.sha256 for each in facts.listed] == [picture.sha256 for picture in stored]
    for picture in stored:
        assert hashlib.sha256((station / picture.path).read_bytes()).hexdigest() == picture.sha256


def test_the_models_figures_are_those_of_its_manifest(station: Path) -> None:
    manifest = read_manifest(station / "models" / DATASET / "1", AnomalyManifest)
    model = facts_of(station).model
    assert model
    assert model.good_rejected
    assert model.found
    good = [each for each in manifest.dataset if each.label == "normal"]
    bad = [each for each in manifest.dataset if each.label == "anomaly"]
    called = lambda each: each.score is not None and each.score > manifest.threshold  # noqa: E731
    assert model.good_rejected.count == sum(map(called, good))
    assert model.good_rejected.of == len(good)
    assert (model.found.count, model.found.of) == (sum(map(called, bad)), len(bad))
    assert manifest.false_rejects
    assert model.good_rejected.interval == manifest.false_rejects.interval
    assert model.missed == len(bad) - model.found.count


def test_every_figure_leads_to_a_group_of_the_appendix(station: Path) -> None:
    facts = facts_of(station)
    anchors = {group.anchor: group for group in facts.groups}
    assert len(anchors) == len(facts.groups)
    for value in facts.pictures.facet("batch").values:
        assert value.anchor
        group = anchors[value.anchor]
        assert group.total == value.pictures
        assert len(group.pictures) == min(SHOWN, value.pictures)
        assert all(picture.thumbnail for picture in group.pictures)
    assert facts.model
    assert facts.model.found
    assert facts.model.found.anchor
    assert anchors[facts.model.found.anchor].total == facts.model.found.count


def test_the_smallest_defect_is_measured_by_its_mask(station: Path) -> None:
    defects = facts_of(station).defects
    assert defects
    assert defects.smallest
    assert (defects.by, defects.measured, defects.unmeasured) == ("mask", 2, 10)
    # The larger of the two areas of the mask counts.
    assert defects.smallest.area_px == MASKED[0] ** 2
    assert defects.smallest.diameter_px == pytest.approx(2 * MASKED[0] / math.sqrt(math.pi))
    assert defects.smallest.picture_share == MASKED[0] ** 2 / (320 * 240)


def test_a_mask_that_is_gone_is_counted_and_not_measured(station: Path) -> None:
    masked = DatasetStore(station).page(DATASET, masked=True)
    path = path_of_mask(masked[0])
    assert path
    (station / path).unlink()
    defects = facts_of(station).defects
    assert defects
    assert (defects.measured, defects.unreadable) == (1, 1)


def test_the_cycle_time_is_that_of_the_ledger(station: Path) -> None:
    assert facts_of(station).cycle is None
    record(station, 1, 100)
    cycle = facts_of(station).cycle
    assert cycle
    p50, p99 = np.percentile(np.arange(1, 101), (50, 99))
    assert (cycle.verdict_p50_ms, cycle.verdict_p99_ms) == pytest.approx((p50, p99))
    assert cycle.period_p50_ms == pytest.approx(200)
    assert cycle.load == pytest.approx(p99 / 200)
    assert "no_cycle" not in kinds(facts_of(station))


def test_nineteen_parts_have_no_99th_percentile(station: Path) -> None:
    record(station, 1, 19)
    assert facts_of(station).cycle is None


def test_without_a_model_there_is_no_figure_of_one(station: Path) -> None:
    shutil.rmtree(station / "models")
    facts = facts_of(station)
    assert (facts.model, facts.scene, facts.cycle) == (None, None, None)
    assert "no_model" in kinds(facts)
    assert {each.kind for each in facts.unknowns} >= {"good_rejected", "found"}
    assert all(each.half_width is None for each in facts.unknowns)


def test_a_dataset_with_one_label_has_no_share_of_found_anomalies(
    tmp_path: Path, pictures: list[tuple[NewPicture, PictureNotes]]
) -> None:
    good = [each for each in pictures if each[1].label is Label.NORMAL]
    DatasetStore(tmp_path / "one").import_labelled(good, DATASET, "ann")
    facts = facts_of(tmp_path / "one")
    assert facts.pictures.anomaly == 0
    assert facts.defects is None
    assert kinds(facts)[0] == "no_anomaly"


def test_two_pictures_make_no_report(
    tmp_path: Path, pictures: list[tuple[NewPicture, PictureNotes]]
) -> None:
    DatasetStore(tmp_path / "two").import_labelled(pictures[:2], DATASET, "ann")
    with pytest.raises(ReportError, match=r"has 2 pictures; a fit report needs at least 20"):
        facts_of(tmp_path / "two")


def test_a_model_of_an_older_dataset_says_so(station: Path) -> None:
    store = DatasetStore(station)
    first, second = store.pictures(DATASET)[:2]
    changes = DatasetChanges(station)
    changes.change([first.picture_id], PictureChange(removed=True), "ann")
    changes.change([second.picture_id], PictureChange(label=Label.ANOMALY), "ann")
    facts = facts_of(station)
    assert facts.model
    assert (facts.model.changed.removed, facts.model.changed.relabelled) == (1, 1)
    assert "model_is_old" in kinds(facts)


def test_a_picture_whose_file_is_gone_is_named_without_a_thumbnail(station: Path) -> None:
    picture = DatasetStore(station).pictures(DATASET)[0]
    (station / picture.path).unlink()
    shown = [each for group in facts_of(station).groups for each in group.pictures]
    gone = [each for each in shown if each.sha256 == picture.sha256]
    assert gone
    assert all(each.thumbnail is None for each in gone)


def test_a_check_of_the_pictures_that_is_missing_or_old_is_a_gap(station: Path) -> None:
    facts = facts_of(station)
    assert facts.review is None
    assert "no_review" in kinds(facts)
    result = review_dataset(DATASET, station, 1, lambda share, words: None)
    DatasetFindings(station).record(DATASET, result, "ann")
    assert "no_review" not in kinds(facts_of(station))
    picture = DatasetStore(station).pictures(DATASET)[0]
    DatasetChanges(station).change([picture.picture_id], PictureChange(label=Label.ANOMALY), "ann")
    review = facts_of(station).review
    assert review
    assert review.unseen == 1
    assert "review_is_old" in kinds(facts_of(station))
