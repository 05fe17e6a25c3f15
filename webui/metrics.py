"""`/metrics` for Prometheus, collected at each scrape."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from apiflask import APIBlueprint
from flask import Response
from prometheus_client import CollectorRegistry
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    Metric,
    SummaryMetricFamily,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from okng.device.hosting.client import HostingUnavailableError
from okng.device.hosting.commands import HostingState, HostingStatus
from okng.device.ipc.client import DeviceUnavailableError
from okng.device.ipc.commands import GetStatus
from okng.device.ipc.status import StationStatus
from okng.device.store.sync_reports import SyncStatus
from okng.device.store.verdict_latency import by_recipe
from okng.device.types import CameraState, SceneReading
from okng.webui.openapi import media_type_response
from okng.webui.services import Services, services

VERDICTS = 1000
"""So many of the newest inspections are counted for their latency."""

metrics = APIBlueprint("metrics", __name__, tag="Metrics")


@metrics.get("/metrics")
@metrics.doc(responses=media_type_response("text/plain", "Prometheus' text format"))
def scrape() -> Response:
    """Returns the metrics of the station for Prometheus."""
    registry = CollectorRegistry()
    registry.register(StationCollector(services()))
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


class StationCollector(Collector):
    """Collects the metrics of one station."""

    def __init__(self, station: Services) -> None:
        self._station = station

    def describe(self) -> list[Metric]:
        """Describes nothing: registering the collector must not ask the device process."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Yields the current metrics; without those of a process that doesn't answer."""
        yield self._inspections()
        yield self._challenges()
        yield GaugeMetricFamily(
            "okng_inspections_to_review",
            "Parts near the threshold that nobody has looked at yet.",
            self._station.reviews.waiting(),
        )
        yield from self._verdicts()
        yield self._viewers()
        yield from self._hosting()
        if self._station.settings.sync:
            yield from _of_sync(self._station.sync_reports.status())
        try:
            status = self._station.quick_device.ask(GetStatus())
        except DeviceUnavailableError:
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

    def _challenges(self) -> Metric:
        family = CounterMetricFamily(
            "okng_challenges", "Challenges by how they ended.", labels=["result"]
        )
        for result, count in self._station.challenges.counts().items():
            family.add_metric([result], count)
        return family

    def _verdicts(self) -> Iterator[Metric]:
        seconds = GaugeMetricFamily(
            "okng_verdict_seconds",
            "Trigger edge to verdict, of the newest 1000 inspections of the last day.",
            labels=["recipe", "quantile"],
        )
        start = datetime.now(UTC) - timedelta(days=1)
        for own in by_recipe(self._station.ledger.newest_verdict_times(start, VERDICTS)):
            for quantile in ("50", "95", "99"):
                value_ms = getattr(own, f"p{quantile}_ms")
                seconds.add_metric([own.recipe, f"0.{quantile}"], value_ms / 1000)
        yield seconds

    def _hosting(self) -> Iterator[Metric]:
        try:
            status = self._station.hosting.status()
        except HostingUnavailableError:
            yield GaugeMetricFamily("okng_hosting_up", "The hosting process answers.", 0)
            return
        yield GaugeMetricFamily("okng_hosting_up", "The hosting process answers.", 1)
        yield from _of_hosting(status)

    def _viewers(self) -> Metric:
        family = GaugeMetricFamily("okng_viewers", "Who watches.", labels=["stream"])
        for stream in (self._station.preview, self._station.events):
            family.add_metric([stream.name], stream.viewers)
        return family


def _of_sync(status: SyncStatus | None) -> Iterator[Metric]:
    yield GaugeMetricFamily(
        "okng_sync_up", "The sync process runs.", int(status is not None and status.is_alive)
    )
    if status is None:
        return
    yield GaugeMetricFamily(
        "okng_sync_waiting_files", "Files that wait for the bucket.", status.waiting_files
    )
    yield GaugeMetricFamily("okng_sync_waiting_bytes", "Their size.", status.waiting_bytes)
    oldest = status.oldest_waiting_at
    yield GaugeMetricFamily(
        "okng_sync_oldest_waiting_seconds",
        "Age of the oldest of them; 0 when none waits.",
        (datetime.now(UTC) - oldest).total_seconds() if oldest else 0,
    )
    yield GaugeMetricFamily(
        "okng_sync_rate_bytes_per_second", "Over the last minute.", status.rate_bytes_s
    )
    yield CounterMetricFamily(
        "okng_sync_uploaded_files", "Files that the store has confirmed.", status.uploaded_files
    )
    yield CounterMetricFamily("okng_sync_uploaded_bytes", "Their size.", status.uploaded_bytes)
    yield GaugeMetricFamily(
        "okng_sync_failed_files", "Files that can't be sent any more.", status.failed_files
    )
    problem = GaugeMetricFamily(
        "okng_sync_problem", "1 while files don't arrive, by reason.", labels=["code"]
    )
    if status.problem:
        problem.add_metric([status.problem.code], 1)
    yield problem


def _of_hosting(status: HostingStatus) -> Iterator[Metric]:
    models = GaugeMetricFamily("okng_hosted_models", "Models by their state.", labels=["state"])
    for state in HostingState:
        if state is not HostingState.STOPPED:
            count = sum(model.status is state for model in status.models)
            models.add_metric([state], count)
    yield models
    yield GaugeMetricFamily(
        "okng_hosting_memory_bytes", "Taken by all hosted models.", status.memory_bytes
    )
    yield GaugeMetricFamily(
        "okng_hosting_memory_limit_bytes",
        "That hosted models may take.",
        status.memory_limit_bytes,
    )
    yield GaugeMetricFamily(
        "okng_hosting_queue_depth", "Pictures that wait or are being judged.", status.waiting
    )
    yield CounterMetricFamily(
        "okng_hosting_refused", "Pictures that found the queue full.", status.refused
    )
    yield SummaryMetricFamily(
        "okng_hosting_judge_seconds",
        "From a picture's arrival to its answer.",
        count_value=status.judged,
        sum_value=status.judging_s,
    )


def _of_status(status: StationStatus) -> Iterator[Metric]:
    yield from _of_camera(status)
    yield from _of_results(status)
    yield from _of_sinks(status)
    yield from _of_scene(status)
    yield from _of_conditions(status)
    if status.free_bytes is not None:
        yield GaugeMetricFamily("okng_disk_free_bytes", "Of the data directory.", status.free_bytes)


def _of_camera(status: StationStatus) -> Iterator[Metric]:
    states = GaugeMetricFamily("okng_camera_state", "1 for the present state.", labels=["state"])
    for state in CameraState:
        states.add_metric([state], state is status.camera_state)
    yield states
    for name, count in status.counters:
        yield CounterMetricFamily(f"okng_camera_{name}", f"Frames or events {name}.", count)


def _of_results(status: StationStatus) -> Iterator[Metric]:
    depths = GaugeMetricFamily("okng_queue_depth", "Parts that wait.", labels=["queue"])
    for queue, depth in status.queues:
        depths.add_metric([queue], depth)
    yield depths
    yield GaugeMetricFamily(
        "okng_results_waiting",
        "Results that wait because the database can't be written.",
        status.results_waiting,
    )
    outputs = status.outputs
    yield CounterMetricFamily(
        "okng_verdicts_late", "Verdicts after the recipe's time limit.", outputs.late
    )
    yield CounterMetricFamily(
        "okng_verdicts_late_for_gate",
        "Verdicts whose part was at the gate already.",
        outputs.late_for_gate,
    )
    yield CounterMetricFamily(
        "okng_output_faults", "Signals that an output could not give.", outputs.faults
    )
    yield CounterMetricFamily(
        "okng_results_lost", "Results that found no room to wait in.", status.results_lost
    )


def _of_sinks(status: StationStatus) -> Iterator[Metric]:
    connected = GaugeMetricFamily("okng_sink_connected", "The receiver is there.", labels=["sink"])
    pending = GaugeMetricFamily("okng_sink_pending", "Results not delivered.", labels=["sink"])
    oldest = GaugeMetricFamily(
        "okng_sink_oldest_pending_seconds",
        "Age of the oldest of them; 0 when none waits.",
        labels=["sink"],
    )
    set_aside = GaugeMetricFamily(
        "okng_sink_set_aside", "Results that the receiver doesn't take.", labels=["sink"]
    )
    for sink in status.sinks:
        connected.add_metric([sink.name], sink.connected)
        pending.add_metric([sink.name], sink.pending)
        age = status.now - sink.oldest_at if sink.oldest_at else timedelta()
        oldest.add_metric([sink.name], age.total_seconds())
        set_aside.add_metric([sink.name], sink.set_aside)
    yield connected
    yield pending
    yield oldest
    yield set_aside


def _of_scene(status: StationStatus) -> Iterator[Metric]:
    scene = GaugeMetricFamily(
        "okng_scene_limits",
        "Median difference of the newest parts' scene from training, in limits: above 1 is out.",
        labels=["aspect"],
    )
    for aspect, reading in status.scene.medians if status.scene else ():
        if isinstance(reading, SceneReading):
            scene.add_metric([aspect], reading.limits)
    yield scene


def _of_conditions(status: StationStatus) -> Iterator[Metric]:
    conditions = GaugeMetricFamily(
        "okng_condition", "Needs attention.", labels=["code", "severity"]
    )
    for condition in status.conditions:
        conditions.add_metric([condition.code, condition.severity], 1)
    yield conditions
