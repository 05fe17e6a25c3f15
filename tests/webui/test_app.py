"""The application is put together from its parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.page_client import CLAIM_CODE

from okng.device.settings.settings import StationSettings
from okng.webui import api
from okng.webui.app import api_topics, create_app
from okng.webui.auth.claim_code import ClaimCode

TOPIC = '''
"""A topic that nothing else knows of."""

from apiflask import APIBlueprint

from okng.webui.api.jobs import jobs

weather = APIBlueprint("weather", __name__, tag="Weather", url_prefix="/weather")


@weather.get("")
def get_weather() -> dict[str, str]:
    """The weather."""
    return {"weather": "fine"}
'''


def test_every_topic_of_the_api_is_registered_once() -> None:
    files = {
        path
        for path in Path(api.__file__).parent.glob("*.py")
        if "APIBlueprint(" in path.read_text()
    }
    topics = api_topics()
    assert len({topic.name for topic in topics}) == len(topics) == len(files)


def test_a_new_topic_is_one_file_and_nothing_else(
    settings: StationSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "api"
    package.mkdir()
    (package / "weather.py").write_text(TOPIC)
    monkeypatch.setattr(api, "__path__", [*api.__path__, str(package)])
    app = create_app(settings, ClaimCode(CLAIM_CODE))
    with app.app_context():
        assert app.spec["paths"]["/api/v1/weather"]["get"]["tags"] == ["Weather"]
    assert app.test_client().get("/api/v1/weather").status_code == 401, "closed like any other"
