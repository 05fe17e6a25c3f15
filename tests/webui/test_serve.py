"""`okng web` is one process that stops at once and cleanly, however often."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest
import tomli_w
from support.station import eventually, free_port

from okng.device.host.supervisor import okng_command


def start(folder: Path, port: int) -> subprocess.Popen[bytes]:
    config = folder / "okng.toml"
    run_dir = folder / "r"
    document = {"data_dir": str(folder), "run_dir": str(run_dir), "web": {"port": port}}
    config.write_text(tomli_w.dumps(document))
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            okng_command("web", "--config", str(config)), stdout=log, stderr=subprocess.STDOUT
        )


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize("times", [2, pytest.param(20, marks=pytest.mark.slow)])
def test_every_stop_is_quick_and_clean(tmp_path: Path, times: int) -> None:
    for number in range(times):
        port = free_port()
        process = start(tmp_path, port)
        eventually(lambda port=port: is_open(port), timeout_s=60)  # type: ignore[misc]
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
        assert children == "", "nothing is forked"
        # One client that has sent half a request, and one that is idle.
        with socket.create_connection(("127.0.0.1", port)) as half:
            half.sendall(b"GET / HT")
            started = time.monotonic()
            process.send_signal(signal.SIGTERM if number % 2 else signal.SIGINT)
            assert process.wait(timeout=20) == 0, (tmp_path / "log").read_text()
            assert time.monotonic() - started < 10
    log = (tmp_path / "log").read_text()
    assert "Traceback" not in log
    assert log.count("Claim code") == times


def test_a_port_in_use_is_said_once_and_ends_it(tmp_path: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        process = start(tmp_path, port)
        assert process.wait(timeout=60) == 1
    logged = (tmp_path / "log").read_text()
    assert logged.startswith(f"Error: 127.0.0.1:{port} is in use by process")
    assert logged.count("\n") == 1
