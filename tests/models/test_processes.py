"""Child processes end with the parent, at their limit and with their group; they say why."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.child_work import (
    SLEEP,
    double,
    echo,
    kill_itself,
    refuse,
    sleep_beside_a_grandchild,
)
from support.station import eventually

from okng.models.processes import (
    ChildProcess,
    ProcessEndedError,
    ProcessError,
    ProcessTimeoutError,
    cause_of_death,
    exit_reason,
    kill_group,
    run_limited,
    start_command,
    wait_or_kill,
)

GENEROUS_S = 60.0


def runs(pid: int) -> bool:
    """Whether a process of this number is there, and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_the_result_and_every_line_arrive() -> None:
    lines: list[str] = []
    assert run_limited(double, (21,), GENEROUS_S, lines.append) == 42
    assert lines == ["doubling"]


def test_what_the_work_raises_is_said() -> None:
    with pytest.raises(ProcessError, match=r"^no such engine$"):
        run_limited(refuse, ("no such engine",), GENEROUS_S, print)


def test_a_killed_process_is_an_error_with_its_cause() -> None:
    with pytest.raises(ProcessEndedError, match=r"^was killed, most likely because memory ran out"):
        run_limited(kill_itself, (), GENEROUS_S, print)


def test_at_the_limit_everything_that_it_started_ends(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    with pytest.raises(ProcessTimeoutError, match="took longer than the limit of 10 s"):
        run_limited(sleep_beside_a_grandchild, (file,), 10, print)
    grandchild = int(file.read_text())
    eventually(lambda: not runs(grandchild))


def test_messages_go_both_ways_until_the_end_of_the_context() -> None:
    with ChildProcess(echo) as child:
        for message in (1, "two"):
            child.send(message)
            assert child.receive(time.monotonic() + GENEROUS_S) == message
        with pytest.raises(ProcessTimeoutError):
            child.receive(time.monotonic())
    assert not child.process.is_alive()


def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    """Also where the parent is killed and can do nothing about it."""
    script = tmp_path / "parent.py"
    script.write_text(
        "import sys, time\n"
        "from multiprocessing.connection import Connection\n"
        "from okng.models.processes import ChildProcess\n"
        "def work(connection: Connection) -> None:\n"
        "    connection.send('ready')\n"
        "    time.sleep(600)\n"
        "if __name__ == '__main__':\n"
        "    child = ChildProcess(work)\n"
        "    child.receive(time.monotonic() + 60)\n"
        "    print(child.process.pid, flush=True)\n"
        "    time.sleep(600)\n"
    )
    parent = start_command([sys.executable, script], stdout=subprocess.PIPE)
    assert parent.stdout
    with parent.stdout as output:
        child = int(output.readline())
        assert runs(child)
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
    eventually(lambda: not runs(child))


def test_a_command_leads_a_session_and_is_killed_with_its_group(tmp_path: Path) -> None:
    script = f"import subprocess; print(subprocess.Popen({SLEEP!r}).pid, flush=True); input()"
    process = start_command(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    with process.stdin, process.stdout as output:
        grandchild = int(output.readline())
        assert os.getsid(process.pid) == process.pid
        assert runs(grandchild)
        kill_group(process)
    assert process.returncode == -signal.SIGKILL
    eventually(lambda: not runs(grandchild))


def test_a_command_that_does_not_end_in_time_is_killed() -> None:
    assert wait_or_kill(start_command([sys.executable, "-c", ""]), GENEROUS_S)
    process = start_command(SLEEP)
    assert not wait_or_kill(process, 0.1)
    assert process.returncode == -signal.SIGKILL


def test_the_signal_at_the_parents_death_ends_a_command(tmp_path: Path) -> None:
    script = (
        "import signal, time\n"
        "from okng.models.processes import start_command\n"
        f"child = start_command({SLEEP!r}, parent_death_signal=signal.SIGTERM)\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    parent = start_command([sys.executable, "-c", script], stdout=subprocess.PIPE)
    assert parent.stdout
    with parent.stdout as output:
        child = int(output.readline())
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
    eventually(lambda: not runs(child))


@pytest.mark.parametrize(
    ("status", "reason"),
    [(0, "exit status 0"), (70, "exit status 70"), (-11, "killed by SIGSEGV")],
)
def test_the_reason_of_an_end_is_named(status: int, reason: str) -> None:
    assert exit_reason(status) == reason
    assert cause_of_death(status) == f"ended without a result ({reason})"
