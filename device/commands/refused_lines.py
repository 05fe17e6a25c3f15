"""Lines of a file that an import left out, as a command shows and reports them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

SHOWN = 20
"""Lines of what was left out; all of them are in the report."""

report_option = click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write the complete list of skipped entries to, one per line.",
)


def listed(lines: Sequence[str], report: Path | None) -> str:
    """The first lines, and where the others are."""
    shown = [f"  {line}" for line in lines[:SHOWN]]
    if len(lines) > SHOWN:
        place = f"all are in {report}" if report else "--report FILE writes all of them to a file"
        shown.append(f"  ... and {len(lines) - SHOWN} more; {place}")
    return "\n".join(shown)


def write_report(report: Path | None, lines: Sequence[str]) -> None:
    """Writes all lines to the file that was asked for."""
    if report:
        report.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
