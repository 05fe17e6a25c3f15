"""The PLC's figures over Modbus TCP: parts in a second, and what the wire adds to a verdict.

The virtual PLC runs in a process of its own on the same machine. What the wire adds is the time
from writing the trigger to having read the result, less the station's own time to the verdict: it
holds the request that triggers, the pause between two looks, and the request that reads.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench_station import inspect, make_station, train
from support.station import free_port

from okng.device.host.supervisor import okng_command
from okng.device.triggers.software import SoftwareTriggerSettings

TARGET_PARTS_PER_S = 50


@dataclass(frozen=True)
class Extent:
    """How much is measured."""

    parts: int = 2_000
    paced_parts: int = 300
    rounds: int = 3


QUICK = Extent(parts=50, paced_parts=20, rounds=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few parts")
    extent = QUICK if parser.parse_args().quick else Extent()
    print(f"load average before: {os.getloadavg()[0]:.2f}")
    port = free_port()
    wires = [{"type": "modbus", "port": port}]
    with tempfile.TemporaryDirectory() as folder:
        station = make_station(Path(folder) / "station", (300, 300), wires=wires)
        train(station)
        station.start_device()
        inspect(station, SoftwareTriggerSettings())
        for _ in range(extent.rounds):
            fast = handshakes(port, "--parts", str(extent.parts))
            print(
                f"as fast as possible: {fast['parts_per_s']:.1f} parts/s "
                f"(target {TARGET_PARTS_PER_S}), handshake {fast['handshake_ms']} ms, "
                f"wire {fast['verdict_to_wire_ms']} ms"
            )
            paced = handshakes(port, "--parts", str(extent.paced_parts), "--rate", "10")
            print(
                f"at 10 parts/s: handshake {paced['handshake_ms']} ms, "
                f"wire {paced['verdict_to_wire_ms']} ms"
            )
        station.stop()


def handshakes(port: int, *options: str) -> dict[str, Any]:
    """The report of a virtual PLC, all of whose triggers were accepted and went to their part."""
    command = okng_command("plc-sim", "--port", str(port), "--json", *options)
    printed = subprocess.run(command, check=True, capture_output=True).stdout
    report: dict[str, Any] = json.loads(printed)
    assert report["passed"], report
    assert report["accepted"] == report["triggers"], report
    return report


if __name__ == "__main__":
    main()
