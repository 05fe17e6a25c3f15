"""Quick models: expected figures of a model from a dataset whose pictures are collected."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort

from okng.device.datasets.quick_models import QuickModelNews, check_enough
from okng.models.strict_model import StrictModel
from okng.webui.services import services

quick_model = APIBlueprint("quick_model", __name__, tag="Quick models")


class QuickModelState(StrictModel):
    """The newest quick model of a dataset, and whether another is being computed."""

    news: QuickModelNews
    running: bool
    failure: str | None
    """Why the last computation failed; null if it did not, or pictures changed since."""


@quick_model.get("/datasets/<name>/quick-model")
@quick_model.output(QuickModelState)
def get_quick_model(name: str) -> QuickModelState:
    """Returns the newest figures of a dataset, how they grew, and the pictures that matter most."""
    return _state(name)


@quick_model.post("/datasets/<name>/quick-model")
@quick_model.output(QuickModelState, status_code=202)
@quick_model.doc(responses=[409])
def start_quick_model(name: str) -> QuickModelState:
    """Computes the figures anew in a process of the lowest priority; it takes seconds.

    Only one is computed at a time: nothing is started while another one is running, and within a
    second after its end. Refused while the dataset has too few normal pictures.
    """
    station = services()
    version = station.datasets.version(name)
    news = station.quick_models.news(name)
    if not news.pictures:
        abort(404, f"there is no dataset {name!r} with pictures")
    check_enough(name, news)
    station.quick_model_launcher.start(name, version)
    return _state(name)


def _state(dataset: str) -> QuickModelState:
    station = services()
    # Asked first: whoever reads that nothing runs any more has to read the result as well.
    running = station.quick_model_launcher.is_running(dataset)
    version = station.datasets.version(dataset)
    return QuickModelState(
        news=station.quick_models.news(dataset),
        running=running,
        failure=station.quick_model_launcher.failure(dataset, version),
    )
