"""What `okng doctor` says of the recipe that runs, of file modes, and of sinks that are gone."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pydantic import BaseModel, SecretStr

from okng.device.host.private_files import is_open_to_others, open_to_others
from okng.device.integrity.failed_check import FailedCheck
from okng.device.recipes.recipe import Recipe
from okng.device.settings.settings import StationSettings, settings_path
from okng.device.store.database import StoreError, connect_unchanged, newest_schema, schema_of
from okng.device.types import ModelReference


def check_database(settings: StationSettings) -> Iterator[FailedCheck]:
    """What the database says of the running recipe and of sinks; nothing where it can't be read."""
    try:
        with closing(connect_unchanged(settings.data_dir)) as connection:
            if schema_of(connection) == newest_schema():
                yield from _running_recipe(connection, settings.data_dir)
                yield from _sinks(connection, settings)
    except (StoreError, sqlite3.DatabaseError):
        # The check of the data directory has reported it.
        return


def check_permissions(settings: StationSettings, config: Path | None) -> Iterator[FailedCheck]:
    """Files that other users of the machine may read, or that the station's user may not."""
    folders = [settings.data_dir]
    if settings.run_dir.is_dir():
        folders.append(settings.run_dir)
    for folder in folders:
        for path in open_to_others(folder):
            mode = stat.S_IMODE(path.lstat().st_mode)
            yield FailedCheck(
                subject=str(path),
                problem=f"other users may use it (mode {mode:04o})",
                advice=f"start the station, which closes it, or: chmod go= {path}",
            )
        yield from _owners(folder)
    config = settings_path(config)
    if config.is_file() and is_open_to_others(config) and _has_secret(settings):
        permissions = config.stat().st_mode & stat.S_IRWXO
        if permissions:
            yield FailedCheck(
                subject=str(config),
                problem="it holds a password, and every user of this machine may read it",
                advice=f"chmod o= {config}",
            )


def _owners(folder: Path) -> Iterator[FailedCheck]:
    """A command that was run as another user, such as root, leaves files that the station lacks."""
    owner = folder.stat().st_uid
    for path in sorted(folder.iterdir()):
        if path.lstat().st_uid != owner:
            yield FailedCheck(
                subject=str(path),
                problem=f"it belongs to user {path.lstat().st_uid}, its folder to {owner}: the "
                "station may not be able to read it",
                advice=f"sudo chown -R --reference={folder} {path}",
            )


def _has_secret(settings: BaseModel) -> bool:
    """Whether any setting is a secret that the file gives, not the environment."""
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        values = value if isinstance(value, tuple) else (value,)
        for item in values:
            if isinstance(item, SecretStr) or (isinstance(item, BaseModel) and _has_secret(item)):
                return True
    return False


def _running_recipe(connection: sqlite3.Connection, data_dir: Path) -> Iterator[FailedCheck]:
    state = dict(connection.execute("SELECT key, value FROM station_state").fetchall())
    name, version = state.get("recipe_name"), state.get("recipe_version")
    if name is None or version is None:
        return
    row = connection.execute(
        "SELECT content FROM recipes WHERE name = ? AND version = ?", (name, version)
    ).fetchone()
    subject = f"recipe {name} version {version}"
    if row is None:
        yield FailedCheck(
            subject=subject,
            problem="the station runs it, and it is not stored any more",
            advice="activate another recipe on the Configuration page, or restore a backup",
        )
        return
    try:
        recipe = Recipe.model_validate_json(row["content"])
    except ValueError:
        # It is among the rows that can't be read.
        return
    detector = recipe.detection.model if recipe.detection else None
    for model in filter(None, (recipe.model, detector)):
        yield from _model_folder(data_dir / "models", model, subject)


def _model_folder(models: Path, model: ModelReference, subject: str) -> Iterator[FailedCheck]:
    folder = models / model.name / str(model.version)
    if not folder.is_dir():
        yield FailedCheck(
            subject=str(folder),
            problem=f"{subject} runs with this model, and its folder is gone",
            advice="restore the folder, or choose another model version on the Inspection page",
        )


def _sinks(connection: sqlite3.Connection, settings: StationSettings) -> Iterator[FailedCheck]:
    configured = {sink.name for sink in settings.sinks}
    rows = connection.execute("SELECT sink, count(*) FROM outbox GROUP BY sink")
    for sink, count in rows.fetchall():
        if sink not in configured:
            yield FailedCheck(
                subject=f"sink {sink}",
                problem=f"{count} results wait for it, and the settings have no such sink",
                advice="configure it under that name again, so that they are delivered",
            )
