"""An evaluation as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from okng.models.bundles.manifest import AnomalyManifest
from okng.models.evaluation import Metrics
from okng.models.evaluation.intervals import Interval
from okng.models.evaluation.pixel_metrics import PixelMetrics
from okng.models.evaluation.worst_pictures import ScoredPicture
from okng.models.inference.anomaly_model import is_anomalous
from okng.models.inference.evaluate_model import Evaluation

_METRICS = (
    ("image AUROC", "image_auroc"),
    ("average precision", "average_precision"),
    ("precision", "precision"),
    ("recall", "recall"),
    ("F1", "f1"),
)


def table(manifest: AnomalyManifest, evaluation: Evaluation) -> str:
    """Figures with their intervals, what was called what, defect types, the worst pictures."""
    parts = [
        _head(manifest, evaluation),
        _figures(evaluation),
        _calls(evaluation),
        _defect_types(evaluation),
        _worst(evaluation),
        (f"warning: {text}" for text in evaluation.warnings),
    ]
    blocks = ["\n".join(part) for part in parts]
    return "\n\n".join(block for block in blocks if block)


def _head(manifest: AnomalyManifest, evaluation: Evaluation) -> Iterator[str]:
    yield (
        f"{manifest.name} version {manifest.version} ({manifest.method.type}), "
        f"threshold {evaluation.threshold:.4f}"
    )
    yield f"{evaluation.normal} normal pictures, {evaluation.anomaly} anomalous ones"


def metric_lines(metrics: Metrics) -> Iterator[str]:
    """Each metric of whole pictures with its interval, under a heading."""
    yield f"{'':32}   95 % interval"
    for title, name in _METRICS:
        yield _figure(title, getattr(metrics, name), getattr(metrics.intervals, name, None))


def _figures(evaluation: Evaluation) -> Iterator[str]:
    yield from metric_lines(evaluation.metrics)
    yield _figure(
        "good parts rejected", evaluation.false_reject_rate, evaluation.false_reject_interval
    )
    if evaluation.pixels:
        yield from pixel_lines(evaluation.pixels)


def pixel_lines(pixels: PixelMetrics) -> Iterator[str]:
    """The metrics of pixels, which have no interval: those of one defect hang together."""
    yield _figure("pixel AUROC", pixels.pixel_auroc, None)
    yield (
        f"{_figure('AUPRO', pixels.aupro, None)}"
        f"   {pixels.regions} defective regions in {pixels.pictures} pictures"
    )


def _figure(name: str, value: float | None, interval: Interval | None) -> str:
    shown = "unknown" if value is None else f"{value:.4f}"
    between = f"   {interval.low:.4f} to {interval.high:.4f}" if interval else ""
    return f"{name:24}{shown:>8}{between}"


def _calls(evaluation: Evaluation) -> Iterator[str]:
    metrics = evaluation.metrics
    yield f"{'':24}{'called OK':>10}{'called NG':>12}"
    yield f"{'normal pictures':24}{metrics.true_negatives:10}{metrics.false_positives:12}"
    yield f"{'anomalous pictures':24}{metrics.false_negatives:10}{metrics.true_positives:12}"
    if evaluation.review:
        yield (
            f"for review (within {evaluation.review.distance:.4f} of the threshold): "
            f"{evaluation.review.normal} normal, {evaluation.review.anomaly} anomalous"
        )


def _defect_types(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.defect_types:
        yield f"{'defect type':24}{'caught':>10}{'of':>6}   95 % interval"
    for row in evaluation.defect_types:
        between = f"{row.interval.low:.3f} to {row.interval.high:.3f}"
        yield f"{row.name:24}{row.caught:10}{row.pictures:6}   {between}"


def _worst(evaluation: Evaluation) -> Iterator[str]:
    yield "the worst pictures"
    for picture in evaluation.worst_pictures:
        called = _called(picture, evaluation.threshold)
        yield f"  {called:9} {picture.score:12.4f}  {picture.label:8} {picture.name}"


def _called(picture: ScoredPicture, threshold: float) -> str:
    anomalous = is_anomalous(picture.score, threshold)
    if anomalous == (picture.label == "anomaly"):
        return "right"
    return "false NG" if anomalous else "false OK"
