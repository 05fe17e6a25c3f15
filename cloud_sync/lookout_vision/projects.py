"""Projects: each stands for the dataset and the model of its name on the station."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from okng.cloud_sync.lookout_vision.answers import (
    CreateProjectAnswer,
    DatasetMetadata,
    DeleteProjectAnswer,
    DescribeProjectAnswer,
    ListProjectsAnswer,
    ProjectDescription,
    ProjectMetadata,
)
from okng.cloud_sync.lookout_vision.arns import Arns
from okng.cloud_sync.lookout_vision.errors import (
    ResourceNotFoundError,
    ResourceType,
    ServiceConflictError,
)
from okng.cloud_sync.lookout_vision.paging import first_page, position_of, token_after
from okng.cloud_sync.lookout_vision.requests import (
    CreateProject,
    DeleteProject,
    OfProject,
    Page,
)
from okng.cloud_sync.lookout_vision.tags import delete_tags
from okng.device.store.database import Database
from okng.device.store.timestamps import from_us, now_us


class Projects:
    """Creates, describes, lists and deletes projects; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def create(self, request: CreateProject, arns: Arns) -> CreateProjectAnswer:
        """Carries out the operation CreateProject.

        Raises:
            ServiceConflictError: there is one of that name.
        """
        name = request.project_name
        with self._database.transaction() as connection:
            row = connection.execute(
                "INSERT INTO lookout_projects (name, created_at_us) VALUES (?, ?) "
                "ON CONFLICT DO NOTHING RETURNING *",
                (name, now_us()),
            ).fetchone()
        if row is None:
            raise ServiceConflictError(f"Project {name} already exists", ResourceType.PROJECT, name)
        return CreateProjectAnswer(project_metadata=_metadata(row, arns))

    def describe(self, request: OfProject, arns: Arns) -> DescribeProjectAnswer:
        """Carries out the operation DescribeProject."""
        row = self._row(request.project_name)
        datasets = self._database.connection.execute(
            "SELECT * FROM lookout_datasets WHERE project = ? ORDER BY type DESC", (row["name"],)
        )
        description = ProjectDescription(
            **_metadata(row, arns).model_dump(),
            datasets=[dataset_metadata(dataset) for dataset in datasets],
        )
        return DescribeProjectAnswer(project_description=description)

    def list(self, request: Page, arns: Arns, only: str | None) -> ListProjectsAnswer:
        """ListProjects, by name; a key that is for one project sees `only` that."""
        after = position_of("projects", request.next_token, str)
        rows = self._database.connection.execute(
            "SELECT * FROM lookout_projects WHERE name > ? AND (? IS NULL OR name = ?) "
            "ORDER BY name LIMIT ?",
            (after or "", only, only, request.max_results + 1),
        ).fetchall()
        page, goes_on = first_page(rows, request.max_results)
        return ListProjectsAnswer(
            projects=[_metadata(row, arns) for row in page],
            next_token=token_after("projects", page[-1]["name"]) if goes_on else None,
        )

    def delete(self, request: DeleteProject, arns: Arns) -> DeleteProjectAnswer:
        """Carries out the operation DeleteProject.

        Raises:
            ServiceConflictError: it has a dataset or a model; they have to be deleted before.
        """
        name = request.project_name
        with self._database.transaction() as connection:
            self._row(name)
            for table, what in (("lookout_datasets", "dataset"), ("lookout_models", "model")):
                query = f"SELECT EXISTS (SELECT 1 FROM {table} WHERE project = ?)"
                if connection.execute(query, (name,)).fetchone()[0]:
                    raise ServiceConflictError(
                        f"Project {name} has a {what}: delete its datasets and models first",
                        ResourceType.PROJECT,
                        name,
                    )
            connection.execute("DELETE FROM lookout_packaging_jobs WHERE project = ?", (name,))
            delete_tags(connection, f"project/{name}")
            connection.execute("DELETE FROM lookout_projects WHERE name = ?", (name,))
        return DeleteProjectAnswer(project_arn=arns.project(name))

    def check(self, name: str) -> None:
        """Raises `ResourceNotFoundError` if there is no such project."""
        self._row(name)

    def _row(self, name: str) -> sqlite3.Row:
        row: sqlite3.Row | None = self._database.connection.execute(
            "SELECT * FROM lookout_projects WHERE name = ?", (name,)
        ).fetchone()
        if row is None:
            raise ResourceNotFoundError(
                f"Project {name} does not exist", ResourceType.PROJECT, name
            )
        return row


def dataset_metadata(row: sqlite3.Row) -> DatasetMetadata:
    """A dataset in short, from its row."""
    return DatasetMetadata(
        dataset_type=row["type"],
        creation_timestamp=from_us(row["created_at_us"]),
        status=row["status"],
        status_message=row["message"],
    )


def _metadata(row: sqlite3.Row, arns: Arns) -> ProjectMetadata:
    return ProjectMetadata(
        project_arn=arns.project(row["name"]),
        project_name=row["name"],
        creation_timestamp=from_us(row["created_at_us"]),
    )
