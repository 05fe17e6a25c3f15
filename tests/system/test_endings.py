"""A station that can't go on stops at once and says why; any other one goes on."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command import children, okng
from support.station import StationProcesses, eventually, free_port

from okng.device.host import supervisor as supervisor_module
from okng.device.host.process_end import EXIT_FAILED
from okng.device.host.supervisor import Supervisor, okng_command
from okng.device.host.tcp_port import PortError, check_port
from okng.device.ipc.commands import GetStatus
from okng.device.store.ledger import Ledger
from okng.device.types import Mode

DAEMON_WITH_A_FAULT = """\
import sys, time
from pathlib import Path
from okng.device.station import daemon, daemon_process
from okng.device.commands.options import log_to_stderr
from okng.device.settings.settings import load_settings

def fail(*_):
    raise RecursionError("maximum recursion depth exceeded")

def hang(*_):
    time.sleep(600)

{fault}
daemon_process.STOP_TIMEOUT_S = 1.0
log_to_stderr("info")
daemon_process.run_daemon(load_settings(Path(sys.argv[1])))
"""


def start_with_fault(station: StationProcesses, fault: str) -> subprocess.Popen[bytes]:
    program = DAEMON_WITH_A_FAULT.format(fault=fault)
    with station.log.open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-c", program, str(station.config)],
            stdout=log,
            stderr=subprocess.STDOUT,
        )


@pytest.mark.parametrize(
    "fault",
    ["daemon.Daemon.tick = fail", "daemon.CommandServer.start = fail"],
    ids=["in its loop", "half started"],
)
def test_a_failure_of_the_main_thread_ends_the_process(
    fault: str, make_processes: Callable[..., StationProcesses]
) -> None:
    station = make_processes()
    process = start_with_fault(station, fault)
    assert process.wait(timeout=20) == EXIT_FAILED
    lines = [line for line in station.log.read_text().splitlines() if "CRITICAL" in line]
    assert len(lines) == 1
    assert lines[0].endswith(
        "the device process ends: RecursionError: maximum recursion depth exceeded"
    )


def test_an_end_that_hangs_is_cut_short(make_processes: Callable[..., StationProcesses]) -> None:
    station = make_processes()
    process = start_with_fault(station, "daemon.Daemon.stop = hang")
    eventually(lambda: "is ready" in station.log.read_text())
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == EXIT_FAILED
    assert "took more than 1 s" in station.log.read_text()


def test_a_data_directory_that_is_gone_is_said_and_the_process_can_be_ended(
    inspecting: StationProcesses,
) -> None:
    shutil.rmtree(inspecting.data_dir)
    status = inspecting.wait(
        lambda status: "data_dir_fault" in {condition.code for condition in status.conditions}
    )
    assert status.mode is Mode.INSPECT
    # An empty folder in its place, as an unmounted disk leaves, is not mistaken for it.
    inspecting.data_dir.mkdir()
    inspecting.wait(
        lambda status: any(
            "in the place of" in condition.message for condition in status.conditions
        )
    )
    process = inspecting.processes.pop("device")
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0, inspecting.log.read_text()


def test_a_manifest_that_breaks_parsers_is_a_condition(inspecting: StationProcesses) -> None:
    inspecting.kill("device")
    (inspecting.data_dir / "models/discs/1/manifest.json").write_bytes(b"[" * 200_000)
    inspecting.start_device()
    (condition,) = inspecting.client.ask(GetStatus()).conditions
    assert condition.code == "model_missing"
    assert "manifest.json: is not JSON: arrays or tables are nested more than" in condition.message


@pytest.mark.parametrize("where", ["data_dir", "run_dir"])
def test_a_folder_that_can_not_be_is_said_at_once(
    where: str, tmp_path: Path, make_processes: Callable[..., StationProcesses]
) -> None:
    station = make_processes()
    (tmp_path / "file").write_text("")
    ended = okng(
        "device",
        "--config",
        station.config,
        **{f"OKNG_{where.upper()}": str(tmp_path / "file/folder")},
    )
    assert ended.returncode == 1
    assert "file/folder" in ended.stderr
    assert "Traceback" not in ended.stderr


# --- okng run ------------------------------------------------------------------------------


def python(program: str) -> list[str]:
    return [sys.executable, "-c", program]


def checked(supervisor: Supervisor, until: Callable[[], bool], timeout_s: float = 20) -> bool:
    """Lets the supervisor check until `until` is true; False if the supervisor gives up."""
    deadline = time.monotonic() + timeout_s
    while not until():
        assert time.monotonic() < deadline
        if not supervisor.check():
            return False
        time.sleep(0.01)
    return True


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor_module, "FIRST_PAUSE_S", 0.05)
    monkeypatch.setattr(supervisor_module, "LONGEST_PAUSE_S", 0.1)


def never() -> bool:
    return False


def test_a_process_that_never_comes_up_is_given_up(
    quick: None, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    starts = tmp_path / "starts"
    supervisor = Supervisor()
    program = f"open({str(starts)!r}, 'a').write('x'); raise SystemExit(70)"
    supervisor.start("device", python(program))
    assert not checked(supervisor, never)
    assert starts.read_text() == "x" * supervisor_module.MAX_STARTS
    assert (
        caplog.messages[-1]
        == "okng device did not come up 5 times in a row (exit status 70); giving up"
    )
    assert caplog.messages[0].startswith("okng device ended (exit status 70); it is started again")


def test_a_process_that_refuses_its_settings_is_not_tried_twice(
    quick: None, caplog: pytest.LogCaptureFixture
) -> None:
    supervisor = Supervisor()
    supervisor.start("web", python("raise SystemExit(1)"))
    assert not checked(supervisor, never)
    assert caplog.messages == ["okng web did not come up (exit status 1); giving up"]


def test_a_process_that_ran_is_started_again_for_as_long_as_it_takes(
    quick: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(supervisor_module, "HEALTHY_AFTER_S", 0.5)
    starts, device_starts = tmp_path / "starts", tmp_path / "other"
    # Runs, is killed, then fails nine times at its start, then runs again.
    program = (
        "import os, time\n"
        f"open({str(starts)!r}, 'a').write('x')\n"
        f"n = len(open({str(starts)!r}).read())\n"
        "if n == 1: time.sleep(1); os.kill(os.getpid(), 9)\n"
        "if n <= 10: raise SystemExit(1)\n"
        "time.sleep(60)\n"
    )
    supervisor = Supervisor()
    supervisor.start("web", python(program))
    supervisor.start(
        "device",
        python(f"open({str(device_starts)!r}, 'a').write('x'); import time; time.sleep(60)"),
    )
    try:
        assert checked(supervisor, lambda: starts.exists() and len(starts.read_text()) == 11)
        assert "okng web ended (killed by SIGKILL); it is started again" in caplog.messages[0]
        assert device_starts.read_text() == "x", "the others go on"
    finally:
        supervisor.stop()


def test_stop_kills_what_does_not_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(supervisor_module, "STOP_TIMEOUT_S", 0.5)
    ready = tmp_path / "ready"
    supervisor = Supervisor()
    ignore = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN)"
    supervisor.start("device", python(f"{ignore}; open({str(ready)!r}, 'w'); time.sleep(60)"))
    eventually(ready.exists)
    supervisor.stop()
    assert supervisor._processes[0].process.returncode == -signal.SIGKILL


@pytest.mark.slow
def test_run_restarts_a_device_that_failed_and_ends_in_order(
    make_processes: Callable[..., StationProcesses],
) -> None:
    station = make_processes()
    command = okng_command("run", "--config", str(station.config))
    with station.log.open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as run:
        eventually(lambda: station.log.read_text().count("is ready") == 1, timeout_s=30)
        (device,) = children(run.pid, "device")
        os.kill(device, signal.SIGSEGV)
        eventually(lambda: station.log.read_text().count("is ready") == 2, timeout_s=30)
        assert "okng device ended (killed by SIGSEGV); it is started again in 1 s" in (
            station.log.read_text()
        )
        (host,) = children(run.pid, "host")
        autogroup = Path(f"/proc/{host}/autogroup")
        if autogroup.exists():
            # Each process of `okng run` has a session, by which the kernel may group.
            eventually(lambda: autogroup.read_text().endswith("nice 19\n"))
        started = [*children(run.pid, "device"), host]
        started += children(run.pid, "web")
        # Interrupted twice, as impatient people do.
        run.send_signal(signal.SIGTERM)
        time.sleep(0.1)
        run.send_signal(signal.SIGTERM)
        assert run.wait(timeout=40) == 0, station.log.read_text()
    assert len(started) == 3
    assert not any(Path(f"/proc/{pid}").exists() for pid in started)
    assert "it is killed" not in station.log.read_text()


def test_run_says_at_once_who_has_its_port(
    make_processes: Callable[..., StationProcesses],
) -> None:
    station = make_processes()
    with socket.socket() as occupant:
        occupant.bind(("127.0.0.1", station.port))
        occupant.listen()
        ended = okng("run", "--config", station.config)
        assert ended.returncode == 1
        (line,) = ended.stderr.splitlines()
        assert line.startswith(
            f"Error: 127.0.0.1:{station.port} is in use by process {os.getpid()} ("
        )
        assert line.endswith("end that process, or set another `port` in [web]")
        web = okng("web", "--config", station.config)
        assert web.returncode == 1
        assert web.stderr.count("in use") == 1
    assert not station.data_dir.exists() or not Ledger(station.data_dir).last_trigger_id()


@pytest.mark.parametrize(
    ("host", "message"),
    [
        ("192.0.2.1", "192.0.2.1:8080 is not an address of this machine; set another `host`"),
        ("no such host", "'no such host' is not an address of this machine"),
    ],
)
def test_a_host_that_is_not_here_is_said(host: str, message: str) -> None:
    with pytest.raises(PortError, match=message):
        check_port(host, 8080)


def test_a_free_port_is_free() -> None:
    port = free_port()
    check_port("127.0.0.1", port)
    check_port("::1", port)
    check_port("localhost", port)
