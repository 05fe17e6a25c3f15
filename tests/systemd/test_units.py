import shutil
import subprocess
import sys
from pathlib import Path

import pytest

UNITS = Path(__file__).parents[2] / "systemd"
SERVICES = (
    "okng-device.service",
    "okng-edge-agent.service",
    "okng-export.service",
    "okng-host.service",
    "okng-sync.service",
    "okng-web.service",
)
INSTALLED = "/opt/okng/bin/okng"

pytestmark = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed"
)


def verify(folder: Path) -> str:
    """The output of `systemd-analyze verify`, which only warns of an unknown key."""
    units = sorted(str(path) for path in folder.glob("okng*.[st]*") if path.suffix != ".conf")
    assert len(units) == len(SERVICES) + 1
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True
    )
    return done.stdout + done.stderr


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units with the program's path on this machine."""
    for unit in (*SERVICES, "okng.target"):
        text = (UNITS / unit).read_text()
        (tmp_path / unit).write_text(text.replace(INSTALLED, f"{sys.prefix}/bin/okng"))
    return tmp_path


def test_systemd_understands_every_line(units: Path) -> None:
    assert verify(units) == ""


def test_a_misspelt_key_would_be_told(units: Path) -> None:
    unit = units / "okng-device.service"
    unit.write_text(unit.read_text().replace("WatchdogSec", "WatchdogSecs"))
    assert "WatchdogSecs" in verify(units)


@pytest.mark.parametrize("service", SERVICES)
def test_the_service_may_do_little_else_than_its_work(service: str) -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=30", UNITS / service],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def lines_of(unit: str) -> list[str]:
    return (UNITS / unit).read_text().splitlines()


def test_the_device_reaches_cameras_on_usb_and_network() -> None:
    device = lines_of("okng-device.service")
    assert "DeviceAllow=char-usb_device rw" in device
    assert "PrivateDevices=yes" not in device
    assert "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK" in device


def test_one_service_stops_without_the_other() -> None:
    for service in SERVICES:
        assert not [
            line
            for line in lines_of(service)
            if line.startswith(("Requires=", "BindsTo=", "Upholds="))
        ]
        assert "RuntimeDirectoryPreserve=yes" in lines_of(service)


def test_the_install_script_installs_every_file() -> None:
    script = (UNITS / "install.sh").read_text()
    assert subprocess.run(["bash", "-n", UNITS / "install.sh"]).returncode == 0
    for path in UNITS.iterdir():
        named = "okng-*.service" if path.name in SERVICES else path.name
        assert path.name == "install.sh" or path.name == "README.md" or named in script
