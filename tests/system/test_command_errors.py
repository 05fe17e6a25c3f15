"""No command of `okng` ends in a traceback, whatever wrong value any of its parameters has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from support.station import write_pictures

from okng.device.cli import main
from okng.device.datasets.store import DatasetStore
from okng.device.ipc import client
from okng.device.ipc.client import DeviceClient
from okng.device.types import Label

STAY = {("run",), ("device",), ("edge-agent",), ("host",), ("web",)}
"""Commands that run until they are stopped; other tests cover their errors."""
WORDS = (
    "",
    " ",
    "my parts",
    "parts.v2",
    "partz",
    "parts:99999999999999999999999",
    "\u00e4" * 300,
    "a\nb",
    "\udcff",
    "-1",
    "99999999999999999999999",
    "nan",
    "1e400",
)


def commands() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """All commands but groups and `STAY`, with the words that call them."""
    context = click.Context(main)
    waiting: list[tuple[tuple[str, ...], click.Command]] = [
        ((name,), subcommand)
        for name in main.list_commands(context)
        if (subcommand := main.get_command(context, name))
    ]
    while waiting:
        words, command = waiting.pop()
        if isinstance(command, click.Group):
            inner = click.Context(command)
            waiting += [
                ((*words, name), subcommand)
                for name in command.list_commands(inner)
                if (subcommand := command.get_command(inner, name))
            ]
        elif words not in STAY:
            yield words, command


COMMANDS = dict(commands())


@pytest.fixture(scope="module")
def bad_files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Paths of all kinds that are wrong where a file or folder is expected."""
    root = tmp_path_factory.mktemp("bad")
    contents = {
        "empty": b"",
        "noise": bytes(range(256)) * 8,
        "text.cfg": b"not a network\n",
        "text.onnx": b"not a network\n",
        "text.png": b"\x89PNG\r\n\x1a\nnothing",
        "text.toml": b"= 1\n",
        "text.json": b'{"a": ',
        "text.zip": b"PK\x03\x04nothing",
        "text.ckpt": b"\x80\x04.",
        "text.xml": b"<net",
    }
    for name, content in contents.items():
        (root / name).write_bytes(content)
    (root / "folder").mkdir()
    (root / "gone").symlink_to(root / "nowhere")
    paths = [root / name for name in (*contents, "folder", "gone", "missing", "empty/below")]
    return [*map(str, paths), "", "/dev/null", f"/{'x' * 300}"]


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station with three pictures in one dataset, and no model."""
    root = tmp_path_factory.mktemp("station")
    store = DatasetStore(root / "data")
    for path in sorted(write_pictures(root / "parts", 3).iterdir()):
        store.import_file(path, "parts", Label.NORMAL, "ann")
    return root / "data"


@pytest.fixture(autouse=True)
def _not_nice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jobs must not lower the priority of the tests' process, and no station has to be awaited."""
    monkeypatch.setattr(os, "nice", lambda increment: increment)
    monkeypatch.setattr(DeviceClient.__init__, "__defaults__", (0.01, None))
    monkeypatch.setattr(client, "CHANGE_TIMEOUT_S", 0.01)


@pytest.mark.parametrize("words", sorted(COMMANDS), ids=" ".join)
def test_every_parameter_may_be_wrong(
    words: tuple[str, ...], data_dir: Path, bad_files: list[str], tmp_path: Path
) -> None:
    command = COMMANDS[words]
    assert_no_traceback(words, [], data_dir)
    for wrong in command.params:
        for value in values(wrong, bad_files):
            arguments = []
            for parameter in command.params:
                if parameter is wrong:
                    arguments += as_typed(parameter, value)
                elif parameter.required or isinstance(parameter, click.Argument):
                    arguments += as_typed(parameter, right(parameter, data_dir, tmp_path))
            assert_no_traceback(words, arguments, data_dir)


def values(parameter: click.Parameter, bad_files: list[str]) -> list[str]:
    if getattr(parameter, "is_flag", False) or getattr(parameter, "is_eager", False):
        return [""]
    if isinstance(parameter.type, click.Path):
        return bad_files
    if isinstance(parameter.type, click.Choice):
        return ["", "nonsense", *map(str, parameter.type.choices)]
    return list(WORDS)


def right(parameter: click.Parameter, data_dir: Path, tmp_path: Path) -> str:
    """A value of the right type, though this station may not have it."""
    if isinstance(parameter.type, click.Path):
        return str(next(data_dir.rglob("*.png")))
    return "1" if isinstance(parameter.type, click.types.IntParamType) else "parts"


def as_typed(parameter: click.Parameter, value: str) -> list[str]:
    if getattr(parameter, "is_flag", False):
        return [parameter.opts[0]]
    count = max(parameter.nargs, 1)
    if isinstance(parameter, click.Argument):
        return [value] * count
    return [parameter.opts[0], *[value] * count]


def assert_no_traceback(words: tuple[str, ...], arguments: list[str], data_dir: Path) -> None:
    environment: dict[str, Any] = {"OKNG_DATA_DIR": str(data_dir), "OKNG_RUN_DIR": str(data_dir)}
    answer = CliRunner().invoke(main, [*words, *arguments], env=environment)
    context = f"okng {' '.join([*words, *arguments])!r:.300}: {answer.output[-2000:]}"
    if answer.exception and not isinstance(answer.exception, SystemExit):
        raise AssertionError(context) from answer.exception
    assert "Traceback" not in answer.output, context
    assert answer.exit_code in (0, 1, 2), context
    if answer.exit_code:
        assert answer.output.strip(), context
