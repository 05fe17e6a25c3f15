"""`/metrics` for Prometheus: read at each scrape, nothing kept."""

from __future__ import annotations

from collections.abc import Iterator

from apiflask import APIBlueprint
from flask import Response
from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from okng.device.client import DeviceUnavailable
from okng.device.protocol import StationStatus
from okng.device.types import CameraState, SceneReading
from okng.webui.api.documents import gives
from okng.webui.services import Services, services

metrics = APIBlueprint("metrics", __name__, tag="Metrics")


@metrics.get("/metrics")
@metrics.doc(responses=gives("text/plain", "Prometheus' text format"))
def scrape() -> Response:
    """Figures for Prometheus."""
    registry = CollectorRegistry()
    registry.register(StationCollector(services()))
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


class StationCollector(Collector):
    """Reads one station's figures."""

    def __init__(self, station: Services) -> None:
        self._station = station

    def describe(self) -> list[Metric]:
        """Nothing: registering it must not ask the device process."""
        return []

    def collect(self) -> Iterator[Metric]:
        """All figures now."""
        yield self._inspections()
        yield GaugeMetricFamily(
            "okng_inspections_to_review",
            "Parts near the threshold that nobody has looked at yet.",
            self._station.reviews.waiting(),
        )
        yield self._viewers()
        try:
            status = self._station.quick_device.status()
        except DeviceUnavailable:
            yield GaugeMetricFamily("okng_device_up", "The device process answers.", 0)
            return
        yield GaugeMetricFamily("okng_device_up", "The device process answers.", 1)
        yield from _of_status(status)

    def _inspections(self) -> Metric:
        family = CounterMetricFamily(
            "okng_inspections", "Triggers by how they ended.", labels=["outcome"]
        )
        for outcome, count in self._station.ledger.totals():
            family.add_metric([outcome], count)
        return family

    def _viewers(self) -> Metric:
        family = GaugeMetricFamily("okng_viewers", "Who watches.", labels=["stream"])
        for stream in (self._station.preview, self._station.events):
            family.add_metric([stream.name], stream.viewers)
        return family


def _of_status(status: StationStatus) -> Iterator[Metric]:
    states = GaugeMetricFamily("okng_camera_state", "1 for the present state.", labels=["state"])
    for state in CameraState:
        states.add_metric([state], state is status.camera_state)
    yield states

    for name, count in status.counters:
        yield CounterMetricFamily(f"okng_camera_{name}", f"Frames or events {name}.", count)

    depths = GaugeMetricFamily("okng_queue_depth", "Parts that wait.", labels=["queue"])
    for queue, depth in status.queues:
        depths.add_metric([queue], depth)
    yield depths

    connected = GaugeMetricFamily("okng_sink_connected", "The receiver is there.", labels=["sink"])
    pending = GaugeMetricFamily("okng_sink_pending", "Results not delivered.", labels=["sink"])
    for sink in status.sinks:
        connected.add_metric([sink.name], sink.connected)
        pending.add_metric([sink.name], sink.pending)
    yield connected
    yield pending

    scene = GaugeMetricFamily(
        "okng_scene_limits",
        "Median difference of the newest parts' scene from training, in limits: above 1 is out.",
        labels=["aspect"],
    )
    for aspect, reading in status.scene.medians if status.scene else ():
        if isinstance(reading, SceneReading):
            scene.add_metric([aspect], reading.limits)
    yield scene

    conditions = GaugeMetricFamily(
        "okng_condition", "Needs attention.", labels=["code", "severity"]
    )
    for condition in status.conditions:
        conditions.add_metric([condition.code, condition.severity], 1)
    yield conditions

    yield GaugeMetricFamily("okng_disk_free_bytes", "Of the data directory.", status.free_bytes)
