"""The quick model of a dataset: its news as pictures come and go, bad pictures, and its cache."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from support.command import okng
from support.station import write_pictures

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.errors import DatasetError
from okng.device.datasets.patch_feature_cache import FOLDER
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.preparations import PreparationStore
from okng.device.datasets.quick_models import (
    MOST_PICTURES,
    QuickModelNews,
    QuickModels,
    choose_pictures,
    compute_quick_model,
)
from okng.device.datasets.store import DatasetStore
from okng.device.types import Label
from okng.models.images.image_files import read_image
from okng.models.preparation.preparation import Preparation
from okng.models.preparation.steps.crop import Crop
from okng.models.quick_model.quick_model import QuickModel

DISCS = "discs"


class Discs:
    """A dataset of textured discs, of which every fourth has a scratch."""

    def __init__(self, folder: Path) -> None:
        self.data_dir = folder / "data"
        self.store = DatasetStore(self.data_dir)
        self.models = QuickModels(self.data_dir)
        paths = sorted(write_pictures(folder / "pictures", 24, defect_every=4).iterdir())
        self._scratched = paths[3::4]
        self._good = [path for path in paths if path not in self._scratched]

    def add(self, good: int, scratched: int = 0) -> None:
        for count, label, paths in (
            (good, Label.NORMAL, self._good),
            (scratched, Label.ANOMALY, self._scratched),
        ):
            for _ in range(count):
                self.store.import_file(paths.pop(0), DISCS, label, "ann")

    def news(self) -> QuickModelNews:
        return self.models.news(DISCS)

    def compute(self, min_free_mb: int = 0) -> QuickModelNews:
        self.models.record(DISCS, compute_quick_model(DISCS, self.data_dir, min_free_mb))
        return self.news()

    def kept(self) -> set[str]:
        return {path.stem for path in (self.data_dir / FOLDER).rglob("*.npz")}


@pytest.fixture
def discs(tmp_path: Path) -> Discs:
    return Discs(tmp_path)


def test_news_of_a_dataset_that_grows_and_shrinks(discs: Discs) -> None:
    assert (discs.news().pictures, discs.news().normal_missing, discs.news().due) == (0, 5, False)
    discs.add(good=3, scratched=2)
    news = discs.news()
    assert (news.pictures, news.normal_missing, news.anomalous_missing) == (5, 2, 1)
    assert not news.due
    discs.add(good=6)
    assert discs.news().due
    news = discs.compute()
    assert news.model
    assert (news.changed, news.due, news.used) == (0, False, 11)
    assert news.model.figures.auroc is None
    assert news.model.improvement is None
    discs.add(good=2, scratched=2)
    assert (discs.news().changed, discs.news().due) == (4, False)
    first = discs.store.pictures(DISCS)[0]
    DatasetChanges(discs.data_dir).change([first.picture_id], PictureChange(batch="lot 1"), "ann")
    assert (discs.news().changed, discs.news().due) == (5, True)
    news = discs.compute()
    assert news.model
    assert news.model.figures.auroc
    assert [figures.pictures for figures in news.model.growth] == [10, 15]

    # What was removed counts as a change, is shown no more, and is not kept.
    (influence, *_) = news.model.influential
    DatasetChanges(discs.data_dir).change([influence.picture], PictureChange(removed=True), "ann")
    removed = discs.store.get(influence.picture)
    news = discs.news()
    assert news.model
    assert (news.changed, news.pictures) == (1, 14)
    assert influence.picture not in {other.picture for other in news.model.influential}
    assert removed.sha256 in discs.kept()
    discs.compute()
    assert discs.kept() == {picture.sha256 for picture in discs.store.pictures(DISCS)}


def test_pictures_that_can_not_be_read_are_named_and_the_others_count(
    discs: Discs, tmp_path: Path
) -> None:
    discs.add(good=7, scratched=3)
    large = tmp_path / "large.png"
    cv2.imwrite(str(large), np.full((480, 700, 3), 90, np.uint8))
    discs.store.import_file(large, DISCS, Label.NORMAL, "ann")
    gone, damaged, *_ = discs.store.pictures(DISCS)
    (discs.data_dir / gone.path).unlink()
    (discs.data_dir / damaged.path).write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    news = discs.compute()
    assert news.model
    assert (news.used, news.unreadable, news.model.figures.normal) == (9, 2, 6)
    reasons = {picture.picture_id: picture.reason for picture in news.named_unreadable}
    assert "cannot be read" in reasons[gone.picture_id]
    assert reasons[damaged.picture_id]
    for picture in discs.store.pictures(DISCS)[2:7]:
        (discs.data_dir / picture.path).unlink()
    # Their features were kept, but not those of the two.
    assert discs.compute().unreadable == 2


def test_too_few_readable_pictures_give_no_figures(discs: Discs) -> None:
    with pytest.raises(DatasetError, match="'discs' has no pictures"):
        compute_quick_model(DISCS, discs.data_dir, 0)
    discs.add(good=5, scratched=1)
    (discs.data_dir / discs.store.pictures(DISCS)[0].path).unlink()
    news = discs.compute()
    assert (news.model, news.unreadable, news.used, news.due) == (None, 1, 5, False)


def test_a_full_disk_or_a_damaged_cache_costs_time_only(discs: Discs) -> None:
    discs.add(good=6, scratched=3)
    full = discs.compute(min_free_mb=10**9)
    assert discs.kept() == set()
    kept = discs.compute()
    assert len(discs.kept()) == 9
    for path in (discs.data_dir / FOLDER).rglob("*.npz"):
        path.write_bytes(path.read_bytes()[:1000])
    other = discs.data_dir / FOLDER / "of-an-older-version"
    other.mkdir()
    again = discs.compute()
    assert full.model == kept.model == again.model
    assert not other.exists()


def test_twelve_bit_pictures_are_read_alike_even_if_a_brighter_one_comes_later(
    discs: Discs, tmp_path: Path
) -> None:
    """As a training does: the same pictures give the same figures, in whatever order they came."""
    generator = np.random.default_rng(1)
    paths = []
    for i in range(6):
        path = tmp_path / f"{i}.png"
        high = 900 if i < 5 else 4000
        cv2.imwrite(str(path), generator.integers(0, high, (240, 320)).astype(np.uint16))
        paths.append(path)
    for path in paths[:5]:
        discs.store.import_file(path, DISCS, Label.NORMAL, "ann")
    discs.compute()
    discs.store.import_file(paths[5], DISCS, Label.NORMAL, "ann")
    later = discs.compute()
    for path in (discs.data_dir / FOLDER).rglob("*.npz"):
        path.unlink()
    assert discs.compute().model == later.model


def scores(model: QuickModel) -> list[float]:
    """What shows any other feature at once."""
    return [influence.score for influence in model.influential]


def test_pictures_are_prepared_as_a_training_does(discs: Discs, tmp_path: Path) -> None:
    discs.add(good=8, scratched=3)
    before = discs.compute()
    crop = Crop(left=60, top=40, width=200, height=160)
    preparation = Preparation(width=320, height=240, steps=(crop,))
    PreparationStore(discs.data_dir).save(DISCS, preparation, "ann")
    assert discs.news().due
    after = discs.compute()
    assert not after.due

    for number, picture in enumerate(discs.store.pictures(DISCS)):
        image = read_image(discs.data_dir / picture.path)
        cropped = tmp_path / f"{number}.png"
        cv2.imwrite(str(cropped), preparation.apply(image))
        discs.store.import_file(cropped, "cropped", picture.label, "ann")
    by_hand = compute_quick_model("cropped", discs.data_dir, 0)
    assert before.model
    assert after.model
    assert by_hand.model
    assert scores(after.model) == scores(by_hand.model) != scores(before.model)
    # Those of both preparations are kept until their pictures go.
    assert len(discs.kept()) == 3 * 11


def test_a_large_dataset_is_sampled_and_the_sample_stays(discs: Discs) -> None:
    discs.add(good=1)
    (outline,) = discs.store.outlines(DISCS)

    def outlines(good: int, scratched: int) -> list[int]:
        labels = [Label.NORMAL] * good + [Label.ANOMALY] * scratched
        return choose_pictures(
            [
                outline._replace(picture_id=i, sha256=f"{hash(i * 7919) % 997:064x}", label=label)
                for i, label in enumerate(labels)
            ]
        )

    assert outlines(30, 10) == list(range(40))
    chosen = outlines(400, 200)
    assert len(chosen) == MOST_PICTURES
    assert sum(i >= 400 for i in chosen) == 40
    assert chosen == sorted(chosen) == outlines(400, 200)
    assert len(outlines(400, 10)) == len(outlines(50, 300)) == MOST_PICTURES
    assert len(set(outlines(400, 10)) & set(outlines(400, 12))) >= MOST_PICTURES - 4


@pytest.mark.slow
def test_the_command_prints_the_figures_and_keeps_them(discs: Discs, tmp_path: Path) -> None:
    discs.add(good=12, scratched=4)
    environment = {"OKNG_DATA_DIR": str(discs.data_dir)}
    done = okng("dataset", "quick-model", DISCS, **environment)
    assert done.returncode == 0, done.stderr
    assert "after 16 pictures (12 normal, 4 anomalous)" in done.stdout
    assert "AUROC" in done.stdout
    assert "hardly help" not in done.stdout
    news = discs.news()
    assert news.model
    assert news.changed == 0
    wrong = okng("dataset", "quick-model", "lids", **environment)
    assert wrong.returncode != 0
    assert "'lids' has no pictures" in wrong.stderr
    as_json = okng("dataset", "quick-model", DISCS, "--json", **environment)
    assert json.loads(as_json.stdout)["model"] == news.model.model_dump(mode="json")
