"""Commit hooks check what `make check` checks, and GitHub can show the issue forms."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).parents[2]
HOOKS = REPOSITORY / ".pre-commit-config.yaml"
FORMS = sorted((REPOSITORY / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


def hooks() -> dict[str, dict[str, Any]]:
    [local] = yaml.safe_load(HOOKS.read_text())["repos"]
    return {hook["id"]: hook for hook in local["hooks"]}


def make_check() -> list[str]:
    """The commands of `make check`, after `make` with each of its prerequisites `check-...`."""
    makefile = (REPOSITORY / "Makefile").read_text()
    rule = re.search(r"^check: (.*?)  ##.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert rule
    targets = [target for target in rule[1].split() if target.startswith("check-")]
    commands = [line.strip().replace("$(BIN)", ".venv/bin") for line in rule[2].splitlines()]
    return [*(f"make {target}" for target in targets), *commands]


def test_hooks_run_what_make_check_runs() -> None:
    entries = [hook["entry"] for name, hook in hooks().items() if name != "commit-message"]
    assert sorted(entries) == sorted(make_check())


def test_the_hooks_are_valid() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("pre-commit"), "validate-config", HOOKS],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("first_line", "passes"),
    [("x" * 72, True), ("ä" * 72, True), ("x" * 73, False)],
    ids=["72", "72 umlauts", "73"],
)
def test_a_long_first_line_of_a_commit_message_is_refused(
    first_line: str, passes: bool, tmp_path: Path
) -> None:
    message = tmp_path / "message"
    message.write_text(f"{first_line}\n\n{'y' * 100}\n")
    command = f"{hooks()['commit-message']['entry']} {message}"
    done = subprocess.run(["bash", "-c", command], check=False)
    assert (done.returncode == 0) is passes


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_can_be_shown(form: Path) -> None:
    """By https://docs.github.com/en/communities, "Syntax for issue forms"."""
    content = yaml.safe_load(form.read_text())
    if form.name == "config.yml":
        assert set(content) <= {"blank_issues_enabled", "contact_links"}
        return
    assert content["name"]
    assert content["description"]
    kinds = {"markdown", "textarea", "input", "dropdown", "checkboxes"}
    assert {item["type"] for item in content["body"]} <= kinds
    fields = [item for item in content["body"] if item["type"] != "markdown"]
    assert all(field["attributes"]["label"] for field in fields)
    assert len({field["id"] for field in fields}) == len(fields)
