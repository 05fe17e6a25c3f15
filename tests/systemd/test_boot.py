"""The services on a booted Debian: installed by the script, sandboxed, watched."""

import os
import re
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.station import eventually

REPOSITORY = Path(__file__).parents[2]
SOURCES = ("device", "webui", "models", "cloud_sync", "systemd")
FILES = ("setup.py", "pyproject.toml", "README.md")
PACKAGES = "systemd,systemd-sysv,dbus,udev,python3,python3-venv,ca-certificates"
CONFIGURATION = 'station = "boot"\n[camera]\ntype = "pylon"\nemulate = true\n'
SHORT_WATCHDOG = "[Service]\nWatchdogSec=5s\n"

MISSING = [name for name in ("debootstrap", "systemd-nspawn") if shutil.which(name) is None]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(os.geteuid() != 0, reason="a container needs root"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


class BootedSystem:
    """A booted Debian in a container; `run` runs a command in it."""

    def __init__(self, root: Path) -> None:
        name = f"okng-{uuid.uuid4().hex[:8]}"
        # No network at all, as on many a line; loopback is there.
        command = [*nspawn(root), "--boot", "-M", name, "--private-network", "--volatile=overlay"]
        self._log = (root.parent / f"{name}.log").open("wb")
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=self._log, stderr=subprocess.STDOUT
        )

    def wait_until_up(self) -> None:
        self._init = eventually(self._find_init, timeout_s=60)
        eventually(lambda: self.run("systemctl is-active multi-user.target") == "active", 120, 1)

    def run(self, command: str) -> str:
        """Runs a shell command in the container; returns its output."""
        done = subprocess.run(
            ["nsenter", "-t", self._init, "-a", "bash", "-c", command],
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def is_active(self, service: str) -> bool:
        return self.run(f"systemctl is-active {service}") == "active"

    def main_pid(self, service: str) -> str:
        return self.run(f"systemctl show {service} -p MainPID --value")

    def power_off(self) -> None:
        # nspawn shuts the container down in order at SIGTERM.
        self._process.terminate()
        try:
            self._process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    def _find_init(self) -> str:
        """Id of the container's process 1 on the host; empty while there is none."""
        assert self._process.poll() is None, Path(self._log.name).read_text(errors="replace")
        for child in children(str(self._process.pid)):
            for process in (child, *children(child)):
                status = Path(f"/proc/{process}/status").read_text()
                if re.search(r"^NSpid:\t\d+\t1$", status, re.MULTILINE):
                    return process
        return ""


def children(process: str) -> list[str]:
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def nspawn(root: Path) -> list[str]:
    return ["systemd-nspawn", "-q", "-D", str(root), "--register=no", "--keep-unit"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A minimal Debian with okng installed as on an appliance."""
    root = tmp_path_factory.mktemp("debian") / "root"
    subprocess.run(
        ["debootstrap", "--variant=minbase", f"--include={PACKAGES}", "bookworm", root], check=True
    )
    checkout = root / "src"
    ignore = shutil.ignore_patterns("__pycache__")
    for folder in SOURCES:
        shutil.copytree(REPOSITORY / folder, checkout / folder, ignore=ignore)
    (checkout / "tests").mkdir()
    for file in (*FILES, *(f"tests/{path.name}" for path in (REPOSITORY / "tests").glob("*.sh"))):
        shutil.copy(REPOSITORY / file, checkout / file)
    # pip reaches its registry in the same way as on this machine.
    for file in ("etc/resolv.conf", "etc/ssl/certs/ca-certificates.crt"):
        shutil.copy(f"/{file}", root / file)
    # The second is an upgrade, which brings a further part.
    for command in ("systemd/install.sh", "systemd/install.sh --with edge-agent"):
        subprocess.run([*nspawn(root), "--chdir=/src", "bash", "-c", command], check=True)
    (root / "etc/okng/okng.toml").write_text(CONFIGURATION)
    drop_in = root / "etc/systemd/system/okng-device.service.d"
    drop_in.mkdir()
    (drop_in / "watchdog.conf").write_text(SHORT_WATCHDOG)
    return root


@pytest.fixture(scope="module")
def system(root: Path) -> Iterator[BootedSystem]:
    system = BootedSystem(root)
    try:
        system.wait_until_up()
        yield system
    finally:
        system.power_off()


def test_the_services_come_up_at_boot(system: BootedSystem) -> None:
    eventually(lambda: system.is_active("okng-device") and system.is_active("okng-web"), 60, 1)
    journal = "journalctl --no-pager -u okng-device -u okng-web"
    eventually(lambda: "streams" in system.run(journal), 30, 1)
    eventually(lambda: "Claim code: " in system.run(journal), 30, 1)
    eventually(lambda: system.is_active("okng-host"), 60, 1)
    for service in ("okng-device", "okng-host"):
        assert system.run(f"stat -c %U /proc/{system.main_pid(service)}") == "okng"
    assert system.run("stat -c '%U:%G %a' /etc/okng /etc/okng/okng.toml").splitlines() == [
        "root:okng 770",
        "root:okng 640",
    ]


def test_buckets_signed_models_and_the_edge_agent_need_no_further_install(
    system: BootedSystem,
) -> None:
    program = "/opt/okng/bin/python -c 'import boto3, cryptography; print(1)'"
    assert system.run(program) == "1"
    system.run("systemctl enable --now okng-edge-agent")
    eventually(lambda: system.is_active("okng-edge-agent"), 60, 1)


def test_the_device_runs_on_while_the_web_restarts(system: BootedSystem) -> None:
    before = system.main_pid("okng-device")
    system.run("systemctl stop okng-web")
    assert not system.is_active("okng-web")
    assert system.main_pid("okng-device") == before
    assert system.run("ls /run/okng").split() == [
        "commands.sock",
        "events.sock",
        "hosting.sock",
        "preview.sock",
    ]
    system.run("systemctl start okng-web")
    assert system.is_active("okng-web")


def test_the_web_runs_on_while_the_device_restarts(system: BootedSystem) -> None:
    before = system.main_pid("okng-web")
    device = system.main_pid("okng-device")
    system.run("systemctl restart okng-device")
    assert system.is_active("okng-device")
    assert system.main_pid("okng-device") != device
    assert system.main_pid("okng-web") == before


def test_a_device_that_hangs_is_started_again(system: BootedSystem) -> None:
    hanging = system.main_pid("okng-device")
    system.run(f"kill -STOP {hanging}")
    eventually(lambda: system.main_pid("okng-device") not in (hanging, "0"), 60, 1)
    eventually(lambda: system.is_active("okng-device"), 60, 1)
    assert "Watchdog timeout" in system.run("journalctl --no-pager -u okng-device")


def test_the_target_stops_everything(system: BootedSystem) -> None:
    system.run("systemctl stop okng.target")
    eventually(lambda: not system.is_active("okng-device"), 60, 1)
    eventually(lambda: not system.is_active("okng-web"), 60, 1)
