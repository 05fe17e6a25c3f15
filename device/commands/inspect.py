"""`okng inspect FILE...`: judges picture files with a model of the station."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from okng.device.commands.model_choice import load_model
from okng.device.commands.options import with_settings
from okng.device.settings import StationSettings
from okng.device.types import Outcome
from okng.models.anomaly_model import AnomalyModel, is_anomalous
from okng.models.judgement_error import JudgementError
from okng.models.preprocessing import ImageError, read_image

EXIT_NG, EXIT_ERROR = 1, 2


@click.command
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--model", help="NAME or NAME:VERSION; by default the station's only model.")
@click.option("--threshold", type=float, help="By default the model's own.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@with_settings
def inspect(
    settings: StationSettings,
    files: tuple[Path, ...],
    model: str | None,
    threshold: float | None,
    as_json: bool,
) -> None:
    """Judge picture FILES: exit status 0 when all are OK, 1 with an NG, 2 with an ERROR."""
    judge = load_model(settings, model)
    limit = judge.threshold if threshold is None else threshold
    outcomes = set()
    for file in files:
        outcome, score, reason = _judge(judge, file, limit)
        outcomes.add(outcome)
        if as_json:
            row = {"file": str(file), "outcome": outcome, "score": score, "threshold": limit}
            click.echo(json.dumps(row | ({"reason": reason} if reason else {})))
        else:
            said = reason if score is None else f"score {score:.4f}, threshold {limit:.4f}"
            click.echo(f"{outcome:5} {file}  {said}")
    if Outcome.ERROR in outcomes:
        sys.exit(EXIT_ERROR)
    sys.exit(EXIT_NG if Outcome.NG in outcomes else 0)


def _judge(
    model: AnomalyModel, file: Path, threshold: float
) -> tuple[Outcome, float | None, str | None]:
    try:
        score = model.judge(read_image(file)).score
    except (ImageError, JudgementError) as error:
        return Outcome.ERROR, None, str(error)
    return (Outcome.NG if is_anomalous(score, threshold) else Outcome.OK), score, None
