"""What a sink over MQTT costs at 200 results a second: the processor time of its thread.

Results are recorded as the recorder does it, and go through the outbox to a mosquitto on this
machine; first at that rate, then all that waited during an outage as fast as it goes. `--quick` is
shorter.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from support.station import eventually, free_port

from okng.device.sinks.mqtt.broker_sink import BrokerSink
from okng.device.sinks.mqtt.settings import MqttSinkSettings
from okng.device.sinks.mqtt.sink import MqttSink
from okng.device.sinks.sparkplug.settings import SparkplugSinkSettings
from okng.device.sinks.sparkplug.sink import SparkplugSink
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.types import Inspection, Outcome, StageLatency, TriggerSource

RATE_HZ, GROUP = 200, 10
LIMIT = 0.3
"""Of one core."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    seconds = 3 if parser.parse_args().quick else 30
    print(f"load average: {os.getloadavg()[0]:.2f}")
    with tempfile.TemporaryDirectory(prefix="okng-mqtt-") as folder, _broker(Path(folder)) as port:
        mqtt = MqttSinkSettings(host="127.0.0.1", port=port)
        _measure(MqttSink(mqtt, "bench", Path(folder) / "mqtt"), seconds)
        sparkplug = SparkplugSinkSettings(host="127.0.0.1", port=port, group="bench")
        _measure(SparkplugSink(sparkplug, "bench", Path(folder) / "sparkplug"), seconds)


def _measure(sink: BrokerSink, seconds: int) -> None:
    kind = sink.settings.type
    ledger = Ledger(sink.data_dir)
    waiting = RATE_HZ * seconds
    for first in range(0, waiting, 500):
        _record(ledger, sink, min(500, waiting - first))
    begun_s = time.monotonic()
    sink.start()
    eventually(lambda: sink.status().pending == 0, timeout_s=300)
    took_s = time.monotonic() - begun_s
    print(f"{kind}: {waiting:,} that waited, {waiting / took_s:,.0f} a second")

    clock = time.pthread_getcpuclockid(sink._thread.ident or 0)
    cpu_s, begun_s = time.clock_gettime(clock), time.monotonic()
    for group in range(RATE_HZ // GROUP * seconds):
        due_s = begun_s + group * GROUP / RATE_HZ
        time.sleep(max(0.0, due_s - time.monotonic()))
        _record(ledger, sink, GROUP)
    eventually(lambda: sink.status().pending == 0)
    took_s = time.monotonic() - begun_s
    share = (time.clock_gettime(clock) - cpu_s) / took_s
    rate_hz = RATE_HZ * seconds / took_s
    verdict = "below" if share < LIMIT else "NOT below"
    print(
        f"{kind}: {rate_hz:.0f} results a second take {share:.1%} of a core, {verdict} {LIMIT:.0%}"
    )
    sink.stop()


def _record(ledger: Ledger, sink: BrokerSink, count: int) -> None:
    first = ledger.last_trigger_id() + 1
    entries = [
        LedgerEntry(
            Inspection(
                inspection_id=uuid.uuid4().hex,
                trigger_id=first + number,
                station="bench",
                source=TriggerSource.TIMER,
                triggered_at=datetime.now(UTC),
                outcome=Outcome.NG,
                score=0.75,
                threshold=0.5,
                recipe={"name": "cell", "version": 2},
                model={"name": "cell", "version": 1, "sha256": "0" * 64},
                latency=StageLatency(verdict_ms=12.5, output_ms=13.0),
            )
        )
        for number in range(count)
    ]
    ledger.record(entries, [sink.settings.name])
    sink.wake()


@contextmanager
def _broker(folder: Path) -> Iterator[int]:
    program = shutil.which("mosquitto") or shutil.which("mosquitto", path="/usr/sbin")
    assert program, "needs mosquitto: apt-get install --no-install-recommends mosquitto"
    port = free_port()
    file = folder / "mosquitto.conf"
    file.write_text(f"listener {port} 127.0.0.1\nallow_anonymous true\nuser root\n")
    with subprocess.Popen([program, "-c", file], stderr=subprocess.DEVNULL) as process:
        try:
            yield port
        finally:
            process.kill()


if __name__ == "__main__":
    main()
