"""What the installer asks of pip."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "systemd/install.sh"


def traced(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a copy that has no checkout around it, so that it ends before it installs anything."""
    (tmp_path / "systemd").mkdir()
    copy = shutil.copy(SCRIPT, tmp_path / "systemd")
    return subprocess.run(
        ["bash", "-x", copy, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PIP_NO_INDEX": "1"},
    )


@pytest.mark.parametrize(
    ("arguments", "requirement"),
    [
        (["okng==0.0.0"], "okng[s3,exchange]==0.0.0"),
        (
            ["--with", "edge-agent,parquet", "okng==0.0.0"],
            "okng[s3,exchange,edge-agent,parquet]==0.0.0",
        ),
        (["okng[tvm]==0.0.0"], "okng[tvm]==0.0.0"),
    ],
)
def test_extras_stand_between_the_name_and_the_version(
    tmp_path: Path, arguments: list[str], requirement: str
) -> None:
    done = traced(tmp_path, *arguments)
    (asked,) = re.findall(r"^\+ requirement='?([^'\n]+)", done.stderr, re.MULTILINE)
    assert asked == requirement


def test_a_checkout_gets_the_extras_of_units_and_pages(tmp_path: Path) -> None:
    done = traced(tmp_path)
    assert f"{tmp_path}[s3,exchange]" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["--with"], ["--with", "a b"], ["--without", "s3"], ["one", "two"]]
)
def test_what_it_does_not_know_is_answered_with_its_usage(
    tmp_path: Path, arguments: list[str]
) -> None:
    done = traced(tmp_path, *arguments)
    assert done.returncode == 2
    assert "Usage: systemd/install.sh [--with EXTRA[,EXTRA]] [PACKAGE]" in done.stderr
    assert "requirement=" not in done.stderr
