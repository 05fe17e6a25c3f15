"""The `okng` command: finds its subcommands by entry point, imports only the one that is called."""

from __future__ import annotations

import ast
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

import click


class Commands(click.Group):
    """Subcommands are the entry points of the group `okng.commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, sorted."""
        return sorted(_commands())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the command."""
        found = _commands().get(cmd_name)
        command: click.Command | None = found.load() if found else None
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of commands without importing any, so that help comes at once."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, _summary(point)) for name, point in sorted(_commands().items())]
            )


def _commands() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group="okng.commands")}


def _summary(point: EntryPoint) -> str:
    """First line of a command's docstring, from its source."""
    spec = find_spec(point.module)
    if spec is None or spec.origin is None:
        return ""
    for statement in ast.parse(Path(spec.origin).read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.FunctionDef) and statement.name == point.attr:
            return (ast.get_docstring(statement) or "").partition("\n")[0]
    return ""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="okng")
def main() -> None:
    """Edge vision inspection: a camera, a model, a verdict on every part, on the device."""
