"""What sending files costs: `okng sync` on a link of 100 Mbit/s, with pictures of several sizes.

The store is SeaweedFS behind a proxy that lets no more through. `--quick` sends little. Takes about
2 minutes.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_sync.py [--quick]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
import uuid
from pathlib import Path

import tomli_w
from support.object_store_server import ObjectStoreServer
from support.processor_time import processor_s
from support.station import eventually
from support.synced_station import KEYS, SyncedStation
from support.tcp_proxy import TcpProxy

from okng.device.host.supervisor import okng_command
from okng.device.store.uploads import UploadState

LINK_MBIT_S = 100
SIDES_PX = (400, 1024, 2236)
"""Of square pictures of noise, which PNG can't make smaller: 0.16, 1 and 5 MB."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="send 8 MB a size instead of 250")
    total = (8 if parser.parse_args().quick else 250) * 1_000_000
    print(f"load average: {os.getloadavg()[0]:.2f}")
    print("| picture | pictures | Mbit/s on the link | of the link | CPU of one core | a picture |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="okng-sync-") as temporary:
        server = ObjectStoreServer(Path(temporary) / "store")
        server.start()
        try:
            for side_px in SIDES_PX:
                _measure(server, Path(temporary) / str(side_px), side_px, total)
        finally:
            server.kill()
    print(f"load average after: {os.getloadavg()[0]:.2f}")


def _measure(server: ObjectStoreServer, folder: Path, side_px: int, total: int) -> None:
    bucket = server.make_bucket(f"bench-{uuid.uuid4().hex[:8]}")
    count = max(3, total // side_px**2)
    with TcpProxy(server.port, kbit_s=LINK_MBIT_S * 1000) as proxy:
        station = SyncedStation(folder / "line", proxy.endpoint, bucket)
        for _ in range(count):
            station.record(1, size=side_px)
        config = folder / "okng.toml"
        config.write_text(
            tomli_w.dumps(
                {
                    "data_dir": str(station.data_dir),
                    "run_dir": str(station.settings.run_dir),
                    "sync": {"endpoint": proxy.endpoint, "bucket": bucket, "credentials": KEYS},
                }
            )
        )
        process = subprocess.Popen(okng_command("sync", "--config", str(config)))
        try:
            # Neither the start of the process nor the last files, which share no link any more.
            first, last = max(1, count // 20), count - max(1, count // 20)
            eventually(lambda: _uploaded(station) >= first, 120)
            begun, started_s = _uploaded(station), time.monotonic()
            cpu_s, sent = processor_s(process.pid), proxy.sent
            eventually(lambda: _uploaded(station) >= last, 600, 0.05)
            took_s, files = time.monotonic() - started_s, _uploaded(station) - begun
            mbit_s = (proxy.sent - sent) * 8 / 1e6 / took_s
            cpu_s = processor_s(process.pid) - cpu_s
        finally:
            process.terminate()
            process.wait()
    print(
        f"| {side_px**2 / 1e6:.2f} MB | {count} | {mbit_s:.1f} | {mbit_s / LINK_MBIT_S:.0%} "
        f"| {cpu_s / took_s:.1%} | {1e3 * cpu_s / max(files, 1):.2f} ms |"
    )


def _uploaded(station: SyncedStation) -> int:
    return station.uploads.totals()[UploadState.UPLOADED].files


if __name__ == "__main__":
    main()
