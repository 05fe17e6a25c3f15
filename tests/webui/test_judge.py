"""Our own judge call, by the real hosting process and the real web server."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import pytest
import requests
from support.command import okng
from support.station import StationProcesses, eventually, over_all_parts, write_pictures

from okng.device.hosting.client import HostingClient
from okng.device.hosting.commands import HostingState
from okng.device.recipes.recipe import Recipe
from okng.device.store.recipes import RecipeStore
from okng.device.types import ModelReference

DISCS = ModelReference(name="discs", version=1)


@pytest.fixture(scope="module")
def station(
    tmp_path_factory: pytest.TempPathFactory, trained_models: Path
) -> Iterator[StationProcesses]:
    """A station that hosts models and serves its API; its line doesn't run."""
    folder = tmp_path_factory.mktemp("station")
    station = StationProcesses(
        folder, {"type": "folder", "path": str(folder)}, hosting={"queue_length": 2}
    )
    station.data_dir.mkdir()
    (station.data_dir / "models").symlink_to(trained_models)
    threshold = over_all_parts(trained_models)
    RecipeStore(station.data_dir).save(
        Recipe(name="lenient", model=DISCS, threshold=threshold), "tests"
    )
    station.start_host()
    station.start_web()
    yield station
    station.stop()


@pytest.fixture(scope="module")
def session(station: StationProcesses) -> requests.Session:
    return station.claim()


Ask = Callable[..., requests.Response]


@pytest.fixture
def ask(station: StationProcesses, session: requests.Session) -> Ask:
    """Asks with `ask(data, parameters)`."""

    def send(data: bytes, media_type: str = "image/png", **parameters: object) -> requests.Response:
        headers = {"Content-Type": media_type}
        accept = parameters.pop("accept", None)
        if accept:
            headers["Accept"] = str(accept)
        return session.post(
            f"{station.url}/api/v1/judge", data=data, params=parameters, headers=headers
        )

    return send


@pytest.fixture(scope="module")
def scratched(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("pictures")
    return sorted(write_pictures(folder, 2, defect_every=2).iterdir())[1].read_bytes()


def test_a_picture_is_judged_by_a_model_that_is_started_on_demand(
    station: StationProcesses, session: requests.Session, ask: Ask, scratched: bytes
) -> None:
    answer = ask(scratched, model="discs")
    assert answer.status_code == 200, answer.text
    judged = answer.json()
    assert judged["verdict"] == "NG"
    assert judged["score"] > judged["threshold"]
    assert (judged["model"]["name"], judged["model"]["version"]) == ("discs", 1)
    assert judged["picture_size"] == {"width": 320, "height": 240}
    assert (judged["objects"], judged["heatmap"]) == ([], None)
    assert judged["latency"]["total_ms"] >= judged["latency"]["inference_ms"] > 0
    assert HostingClient(station.run_dir).status().of(DISCS).status is HostingState.HOSTED

    form = session.post(
        f"{station.url}/api/v1/judge",
        files={"file": ("part.png", scratched)},
        params={"model": "discs", "version": 1},
    )
    assert form.json()["score"] == judged["score"]
    lenient = ask(scratched, recipe="lenient").json()
    assert (lenient["verdict"], lenient["recipe"]["name"]) == ("OK", "lenient")
    assert lenient["score"] == judged["score"]


def test_the_heat_map_comes_in_the_answer_or_alone(ask: Ask, scratched: bytes) -> None:
    with_map = ask(scratched, model="discs", heatmap="true").json()
    png = base64.b64decode(with_map["heatmap"])
    image = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED)
    assert image is not None
    assert image.shape == (240, 320, 4)
    assert image[..., 3].max() > 0
    alone = ask(scratched, model="discs", accept="image/png")
    assert (alone.headers["Content-Type"], alone.content) == ("image/png", png)
    assert alone.headers["X-Okng-Verdict"] == "NG"
    assert float(alone.headers["X-Okng-Score"]) == with_map["score"]


def test_bad_requests_are_answered_by_what_is_wrong(
    station: StationProcesses, session: requests.Session, ask: Ask, scratched: bytes
) -> None:
    assert ask(scratched, "text/plain", model="discs").status_code == 415
    assert "image/tiff" in ask(scratched, "text/plain", model="discs").json()["message"]
    for data, words in ((b"", "empty"), (b"GIF89a", "GIF"), (scratched[:-9], "truncated")):
        answer = ask(data, model="discs")
        assert (answer.status_code, words in answer.json()["message"]) == (422, True)
    large = cv2.imencode(".png", np.zeros((12_000, 10_000), np.uint8))[1].tobytes()
    assert ask(large, model="discs").status_code == 413
    for parameters in (
        {},
        {"model": "discs", "recipe": "lenient"},
        {"recipe": "lenient", "threshold": 3},
        {"model": "../discs"},
        {"model": "discs", "version": 0},
        {"model": "discs", "threshold": "nan"},
    ):
        assert ask(scratched, **parameters).status_code == 422
    for parameters in ({"model": "screws"}, {"recipe": "screws"}, {"model": "discs", "version": 9}):
        answer = ask(scratched, **parameters)
        assert answer.status_code == 404, answer.text
    nobody = requests.post(f"{station.url}/api/v1/judge", params={"model": "discs"}, data=scratched)
    assert nobody.status_code == 401
    form = session.post(f"{station.url}/api/v1/judge?model=discs", files={"picture": scratched})
    assert (form.status_code, "called `file`" in form.text) == (422, True)


def test_a_full_queue_is_told_at_once_by_503(ask: Ask) -> None:
    picture = cv2.imencode(".png", np.zeros((4000, 4000), np.uint8))[1].tobytes()
    assert ask(picture, model="discs").ok
    with ThreadPoolExecutor(8) as callers:
        answers = list(callers.map(lambda _: ask(picture, model="discs"), range(8)))
    statuses = [answer.status_code for answer in answers]
    assert set(statuses) == {200, 503}
    refused = next(answer for answer in answers if answer.status_code == 503)
    assert "2 pictures wait already" in refused.json()["message"]
    assert refused.headers["Retry-After"] == "1"


def test_health_metrics_and_doctor_know_the_hosting_process(
    station: StationProcesses, session: requests.Session, ask: Ask, scratched: bytes
) -> None:
    ask(scratched, model="discs")
    assert session.get(f"{station.url}/healthz").json()["hosting"] is True
    metrics = session.get(f"{station.url}/metrics").text
    assert "okng_hosting_up 1.0" in metrics
    assert 'okng_hosted_models{state="HOSTED"} 1.0' in metrics
    assert "okng_hosting_queue_depth 0.0" in metrics
    assert "okng_hosting_refused_total " in metrics
    assert "okng_hosting_judge_seconds_count " in metrics
    doctor = okng("doctor", "--config", station.config).stdout
    assert "hosting: 1 of 1 models hosted" in doctor

    station.kill("host")
    eventually(lambda: session.get(f"{station.url}/healthz").json()["hosting"] is False)
    assert "okng_hosting_up 0.0" in session.get(f"{station.url}/metrics").text
    answer = ask(scratched, model="discs")
    assert (answer.status_code, "okng host" in answer.text) == (503, True)
    assert "hosting: the process (okng host) isn't there" in (
        okng("doctor", "--config", station.config).stdout
    )
    hosting = station.start_host()
    hosting.start(DISCS)
    eventually(lambda: hosting.status().of(DISCS).status is HostingState.HOSTED, timeout_s=60)
    (station.data_dir / "models").unlink()
    told = okng("doctor", "--config", station.config).stdout
    assert "model discs version 1 is to be hosted, and is gone" in told
