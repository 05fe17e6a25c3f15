"""The check of a model version on its regression set as a job, with progress."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pydantic import JsonValue

from okng.device.inspection.loaded_recipe import check_threshold, identity_of, load_model
from okng.device.jobs.runner import JobEnd, Report, RunningJob, run_job
from okng.device.jobs.store import Job
from okng.device.store.regression import RegressionPicture, RegressionStore
from okng.device.types import ModelReference
from okng.models.errors import JudgementError
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import ImageError
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.strict_model import StrictModel

KIND = "regression"


class CheckParameters(StrictModel):
    """Parameters of a regression check."""

    model: ModelReference
    threshold: float | None = None
    """Null is the model's own."""


def run_check_job(job_id: int, data_dir: Path, threads: int) -> Job:
    """Does the job in this process, from taking it to its end in the store.

    It succeeds when every picture was looked at, also if the model gets some of them wrong. What a
    cancelled one has found so far stays.

    Raises:
        okng.device.jobs.store.JobError: it can't start: it isn't queued, or another one runs.
    """

    def work(running: RunningJob) -> JobEnd:
        parameters = CheckParameters.model_validate(running.job.parameters)
        result = check(parameters, data_dir, threads, running.report)
        return result, f"{result['state']}: {result['wrong']} of {result['pictures']} wrong"

    return run_job(job_id, data_dir, work)


def check(
    parameters: CheckParameters,
    data_dir: Path,
    threads: int,
    report: Report,
) -> dict[str, JsonValue]:
    """Scores the pictures that the model hasn't judged yet; how it stands then.

    Raises:
        ModelMissingError: the model isn't there or is broken, or no score can
            be over the threshold.
    """
    store = RegressionStore(data_dir)
    model = load_model(parameters.model, data_dir / "models", threads)
    threshold = model.threshold if parameters.threshold is None else parameters.threshold
    check_threshold(model, threshold)
    identity = identity_of(model)
    pictures = store.unchecked(identity)
    for number, picture in enumerate(pictures):
        report(number / len(pictures), f"picture {number + 1} of {len(pictures)}")
        score, problem = _score(model, picture, data_dir)
        store.record_score(identity, picture, score, problem)
    standing = store.standing(identity, threshold)
    return {
        "name": identity.name,
        "version": identity.version,
        "state": standing.state.value,
        "set_sha256": standing.set_sha256,
        "pictures": standing.pictures,
        "wrong": len(standing.failures),
    }


def _score(
    model: AnomalyModel, picture: RegressionPicture, data_dir: Path
) -> tuple[float | None, str]:
    """The picture's score, or why it has none."""
    path = data_dir / picture.path
    try:
        image = read_image(path)
        if hashlib.sha256(path.read_bytes()).hexdigest() != picture.sha256:
            return None, f"{picture.path} was changed; restore it from a backup"
        return model.judge(image).score, ""
    except (ImageError, JudgementError) as error:
        return None, str(error)
