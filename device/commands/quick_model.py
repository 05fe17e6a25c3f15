"""`okng dataset quick-model`: what a model from the pictures of a dataset could do, in seconds."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from okng.device.commands.options import NAME, with_settings
from okng.device.datasets.quick_models import (
    QuickModelNews,
    QuickModels,
    check_enough,
    compute_quick_model,
)
from okng.device.settings.settings import StationSettings
from okng.models.evaluation.intervals import NEXT_PARTS, Interval
from okng.models.quick_model.improvement import Improvement, Outlook
from okng.models.quick_model.influence import InfluenceReason, InfluentialPicture
from okng.models.quick_model.quick_model import QuickFigures, QuickModel

NICENESS = 19
"""Lower priority than everything of the station."""


@click.command("quick-model")
@click.argument("dataset", type=NAME)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_settings
def quick_model_command(settings: StationSettings, dataset: str, as_json: bool) -> None:
    """Estimate what a model trained from a DATASET would find and reject, and how that grew.

    Every picture is scored by a small model that had not seen it. Nothing is trained. The result is
    kept, and shown on the dataset page.
    """
    store = QuickModels(settings.data_dir)
    check_enough(dataset, store.news(dataset))
    os.nice(NICENESS)
    result = compute_quick_model(dataset, settings.data_dir, settings.storage.min_free_mb)
    store.record(dataset, result)
    news = store.news(dataset)
    if as_json:
        click.echo(news.model_dump_json(indent=2))
        return
    for line in _words(dataset, news):
        click.echo(line)


def _words(dataset: str, news: QuickModelNews) -> Iterator[str]:
    yield f"{dataset}: {news.used} of {news.of_pictures} pictures in {news.seconds or 0:.1f} s"
    for unreadable in news.named_unreadable:
        yield f"picture {unreadable.picture_id} was left out: {unreadable.reason}"
    if news.unreadable > len(news.named_unreadable):
        yield f"{news.unreadable - len(news.named_unreadable)} more pictures can't be read"
    if news.model is None:
        yield "there are no figures: too few normal pictures can be read"
        return
    yield from _model_words(news.model, news.anomalous_missing)


def _model_words(model: QuickModel, anomalous_missing: int) -> Iterator[str]:
    yield f"scored by models that had not seen the same {model.unseen_by}"
    if model.warning:
        yield model.warning
    yield from map(_line, model.growth)
    if anomalous_missing:
        yield (
            "what is found is unknown: there are too few anomalous pictures; add "
            f"{anomalous_missing} more"
        )
    if model.improvement:
        yield _outlook(model.improvement)
    yield from map(_influence, model.influential)


def _line(figures: QuickFigures) -> str:
    """The figures after so many pictures, on one line."""
    rejects = figures.false_rejects
    words = [
        f"after {figures.pictures} pictures ({figures.normal} normal, {figures.anomalous} "
        "anomalous)",
        f"rejects of {NEXT_PARTS:,} good parts {rejects.expected_rate * NEXT_PARTS:.0f} "
        f"({_range(rejects.interval, NEXT_PARTS, 0)})",
    ]
    if figures.auroc and figures.found is not None:
        words += [
            f"AUROC {figures.auroc.value:.3f} ({_range(figures.auroc.interval, 1, 3)})",
            f"found {figures.found} of {figures.anomalous}",
        ]
    return ", ".join(words)


def _range(interval: Interval, factor: float, digits: int) -> str:
    return f"{interval.low * factor:.{digits}f} to {interval.high * factor:.{digits}f}"


def _outlook(improvement: Improvement) -> str:
    change = (
        f"the last {improvement.newest} normal pictures changed the AUROC by "
        f"{improvement.change:+.3f} ({improvement.interval.low:+.3f} to "
        f"{improvement.interval.high:+.3f})"
    )
    return {
        Outlook.HELPS: f"{change}: more of the same are likely to help",
        Outlook.SATURATED: f"{change}: more of the same will hardly help",
        Outlook.UNKNOWN: f"{change}: whether more help can't be told from so few pictures",
    }[improvement.outlook]


def _influence(influence: InfluentialPicture) -> str:
    words = f"picture {influence.picture}: "
    if influence.reason is InfluenceReason.RAISES_THRESHOLD:
        return words + (
            f"looks unusual for a normal one; without it the threshold would be "
            f"{influence.threshold_without:.2f} instead of {influence.threshold:.2f}"
        )
    if influence.reason is InfluenceReason.COVERS_OTHERS:
        return words + (
            f"is the nearest to {influence.nearest_share:.0%} of the patches of the other normal "
            f"ones; on average it would be {influence.nearest_fair_share:.0%}"
        )
    found = "is found" if influence.score > influence.threshold else "is missed"
    return words + (
        f"is hard to tell from normal ones and {found} (score {influence.score:.2f}, threshold "
        f"{influence.threshold:.2f})"
    )
