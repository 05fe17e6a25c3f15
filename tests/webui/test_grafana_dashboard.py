"""Every query of the dashboard asks for metrics and labels that `/metrics` of a station has."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from support.station import StationProcesses, write_pictures

from okng.device.store.sync_reports import SyncReports, SyncStatus

DASHBOARD = Path(__file__).parents[2] / "docs/grafana-dashboard.json"
SYNC = {
    "bucket": "plant",
    "endpoint": "http://127.0.0.1:1",
    "credentials": {"type": "keys", "access_key_id": "k", "secret_access_key": "s"},
}
MQTT = {"type": "mqtt", "name": "broker", "host": "127.0.0.1", "port": 1}


def panels() -> list[dict[str, object]]:
    document = json.loads(DASHBOARD.read_text())
    return [panel for panel in document["panels"] if panel["type"] != "row"]


def targets() -> list[tuple[str, str]]:
    """The queries, each with the text of its legend."""
    return [
        (target["expr"], target["legendFormat"])
        for panel in panels()
        for target in panel["targets"]  # type: ignore[attr-defined]
    ]


@pytest.fixture(scope="module")
def metrics(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The labels of each metric of a station with everything that has metrics."""
    folder = tmp_path_factory.mktemp("station")
    write_pictures(folder / "pictures", 1)
    camera = {"type": "folder", "path": str(folder / "pictures")}
    station = StationProcesses(folder, camera, sync=SYNC, sinks=[MQTT])
    station.start_device()
    station.start_host()
    station.start_web()
    try:
        SyncReports(station.data_dir).write(idle())
        text = station.claim().get(f"{station.url}/metrics").text
    finally:
        station.stop()
    labels = {name: set() for name in re.findall(r"^# TYPE (\S+)", text, re.MULTILINE)}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            labels.setdefault(sample.name, set()).update(sample.labels)
    return labels


def idle() -> SyncStatus:
    return SyncStatus(
        state="idle",
        problem=None,
        next_try_at=None,
        waiting_files=0,
        waiting_bytes=0,
        oldest_waiting_at=None,
        rate_bytes_s=0,
        uploaded_files=0,
        uploaded_bytes=0,
        failed_files=0,
        last_confirmed_at=None,
        written_at=datetime.now(UTC),
    )


def test_every_query_names_metrics_that_a_station_has(metrics: dict[str, set[str]]) -> None:
    named = {name for query, _ in targets() for name in re.findall(r"\bokng_\w+", query)}
    assert len(named) > 20
    assert sorted(named - metrics.keys()) == []


def test_every_legend_names_labels_that_its_metric_has(metrics: dict[str, set[str]]) -> None:
    """`instance` is Prometheus's own; a metric without a sample shows no labels here."""
    wrong = []
    for query, legend in targets():
        names = re.findall(r"\bokng_\w+", query)
        known = {label for name in names for label in metrics[name]} | {"instance"}
        labels = set(re.findall(r"{{(\w+)}}", legend)) | set(re.findall(r"by \((\w+)\)", query))
        if known > {"instance"} and not labels <= known:
            wrong.append((query, labels - known))
    assert wrong == []


def test_the_dashboard_can_be_imported() -> None:
    """What Grafana asks for: each panel with a number and a place of its own, and a data source."""
    document = json.loads(DASHBOARD.read_text())
    assert document["uid"]
    assert document["schemaVersion"] >= 36
    names = [variable["name"] for variable in document["templating"]["list"]]
    assert names == ["datasource", "station"]
    ids = [panel["id"] for panel in document["panels"]]
    assert len(ids) == len(set(ids))
    taken = set()
    for panel in document["panels"]:
        place = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(place["x"], place["x"] + place["w"])
            for y in range(place["y"], place["y"] + place["h"])
        }
        assert place["x"] + place["w"] <= 24
        assert not cells & taken, panel["title"]
        taken |= cells
    assert {panel["datasource"]["uid"] for panel in panels()} == {"${datasource}"}  # type: ignore[index]
