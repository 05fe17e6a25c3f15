"""The `okng` command: finds its subcommands by entry point, imports only the one that is called.

What a command can't do ends in a sentence and exit status 1, never in a traceback: the errors of
`OkngError`, of files, of the database, and of values that nothing takes.
"""

from __future__ import annotations

import ast
import errno
import logging
import sqlite3
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

import click

from okng.device.host.private_files import create_private
from okng.models.errors import OkngError

log = logging.getLogger(__name__)


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

    def invoke(self, ctx: click.Context) -> object:
        """Runs the subcommand; its errors become a sentence."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            sentence = _sentence(error)
            if sentence is None:
                raise
            log.debug("%s", sentence, exc_info=True)
            raise click.ClickException(sentence) from error


def _sentence(error: Exception) -> str | None:
    """What to say to the person; None where only the traceback tells what happened."""
    match error:
        case OkngError():
            return str(error)
        case UnicodeEncodeError():
            return f"{error.object!r:.80} is not valid UTF-8, which names and paths have to be"
        case ValueError():
            return _refused_values(error)
        case OverflowError():
            return f"a number is too large: {error}"
        case sqlite3.Error():
            return f"the station's database can't do this: {error}"
        case OSError() if error.errno != errno.EPIPE:
            # Where whoever reads the output has ended, such as `head`, click ends quietly.
            return _of_file(error)
    return None


def _refused_values(error: ValueError) -> str | None:
    """What pydantic refused; None of another error."""
    # Help comes at once because nothing heavy is imported for it.
    from pydantic import ValidationError

    from okng.models.validation_words import explain

    if not isinstance(error, ValidationError):
        return None
    return "; ".join(explain(problem) for problem in error.errors(include_url=False))


def _of_file(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


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


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="okng")
def main() -> None:
    """Edge vision inspection: a camera, a model, a verdict on every part, on the device."""
    create_private()
