"""`okng dataset import`: labelled pictures of other programs into a dataset."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from okng.device.commands.job_option import job_option, run_as_job
from okng.device.commands.options import NAME, log_to_stderr, user, with_settings
from okng.device.commands.refused_lines import listed, report_option, write_report
from okng.device.datasets.dataset_import import ImportedPictures, import_source
from okng.device.datasets.sources.open_source import open_source
from okng.device.datasets.sources.remote import StationAccess
from okng.device.jobs.dataset_import import KIND, ImportParameters, run_import_job
from okng.device.jobs.runner import ProgressLog
from okng.device.settings.settings import StationSettings
from okng.device.types import Label, Split
from okng.models.names import possible_name
from okng.models.progress import Progress

pictures_option = click.option(
    "--pictures",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with a copy of the pictures and masks that a manifest refers to.",
)


@click.command("import")
@click.argument("source", required=False)
@click.argument("name", type=NAME, required=False)
@pictures_option
@click.option(
    "--label",
    type=click.Choice([choice.value for choice in Label]),
    help="Label of pictures that have none in the source. Without it they are left out.",
)
@click.option(
    "--split",
    type=click.Choice([choice.value for choice in Split]),
    help="Split of pictures that have none in the source.",
)
@report_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@job_option
@with_settings
def import_command(
    settings: StationSettings,
    source: str | None,
    name: str | None,
    pictures: Path | None,
    label: str | None,
    split: str | None,
    report: Path | None,
    as_json: bool,
    job: int | None,
) -> None:
    """Import the labelled pictures of a SOURCE into the dataset NAME.

    SOURCE is a folder, a zip, a manifest of Lookout for Vision, or an address such as
    s3://bucket/prefix. Labels come from the names of the folders: normal/ and anomaly/, good/ and a
    folder for each type of defect, or MVTec AD's tree. Whatever can't be used is listed with its
    reason, and the rest is imported. Pictures that the dataset has already are not imported again.
    """
    if job is not None:
        run_as_job(
            settings,
            KIND,
            job,
            _no_parameters,
            lambda number: run_import_job(number, _access(settings)),
        )
        return
    if source is None or name is None:
        raise click.UsageError("name the source and the dataset")
    imported = import_into(
        settings,
        source,
        name,
        pictures,
        label=Label(label) if label else None,
        split=Split(split) if split else None,
    )
    if as_json:
        write_report(report, [str(refusal) for refusal in imported.refusals])
        click.echo(imported.model_dump_json(indent=2))
    else:
        show(imported, report)


def show(imported: ImportedPictures, report: Path | None = None) -> None:
    """Prints what came in, and what was left out to standard error."""
    refusals = [str(refusal) for refusal in imported.refusals]
    write_report(report, refusals)
    if refusals:
        click.echo(f"left out: {len(refusals)}\n{listed(refusals, report)}", err=True)
    click.echo(_summary(imported))


def dataset_name(source: str) -> str:
    """The name of a dataset after that of its folder, zip or manifest."""
    path = Path(source)
    stem = path.absolute().name if path.is_dir() else Path(source.rstrip("/")).stem
    return possible_name(stem)


def import_into(
    settings: StationSettings,
    source: str,
    name: str,
    pictures: Path | None = None,
    *,
    label: Label | None = None,
    split: Split | None = None,
) -> ImportedPictures:
    """Imports a source in this process, with a progress bar or, without a terminal, with lines."""
    log_to_stderr(settings.log_level)
    with open_source(source, _access(settings), pictures) as opened, _progress() as report:
        return import_source(
            settings.data_dir, name, opened, user(), label=label, split=split, report=report
        )


def _access(settings: StationSettings) -> StationAccess:
    return StationAccess(settings.data_dir, settings.sync)


def _summary(imported: ImportedPictures) -> str:
    """What came in, in words."""
    lines = [
        f"{imported.dataset}: {imported.added} pictures added from {imported.layout}, "
        f"{imported.masks} of them with a mask; {imported.already_there} were there already"
    ]
    if imported.completed:
        lines.append(
            f"{imported.completed} of these were completed from the source; "
            f"`okng dataset undo {imported.change_id}` takes that back"
        )
    return "\n".join(lines)


@contextmanager
def _progress() -> Iterator[Progress]:
    if not sys.stderr.isatty():
        yield ProgressLog().report
        return
    with click.progressbar(length=1000, file=sys.stderr, show_pos=False) as bar:

        def report(share: float, message: str) -> None:
            bar.label = message
            bar.update(round(share * 1000) - bar.pos)

        yield report


def _no_parameters() -> ImportParameters:
    raise click.UsageError("a job of the store has its own parameters")
