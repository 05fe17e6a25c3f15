"""Tags of projects and models."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from okng.cloud_sync.lookout_vision.answers import Answer, ListTagsForResourceAnswer
from okng.cloud_sync.lookout_vision.arns import TaggedResource
from okng.cloud_sync.lookout_vision.errors import (
    ResourceNotFoundError,
    ResourceType,
    ServiceQuotaExceededError,
    ServiceValidationError,
)
from okng.cloud_sync.lookout_vision.requests import OfResource, TagResource, UntagResource
from okng.cloud_sync.lookout_vision.shapes import Tag
from okng.cloud_sync.lookout_vision.training_method import training_method
from okng.device.store.database import Database

MAX_TAGS = 200
"""Of one resource."""
RESERVED = "aws:"


class TagStore:
    """Keeps tags; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def list(self, request: OfResource) -> ListTagsForResourceAnswer:
        """ListTagsForResource, by key."""
        return ListTagsForResourceAnswer(tags=self.tags_of(self._existing(request.resource_arn)))

    def tags_of(self, resource: TaggedResource) -> Sequence[Tag]:
        """The tags of a resource, by key."""
        rows = self._database.connection.execute(
            "SELECT key, value FROM lookout_tags WHERE resource = ? ORDER BY key", (resource.key,)
        )
        return [Tag(key=key, value=value) for key, value in rows]

    def add(self, request: TagResource) -> Answer:
        """TagResource; a tag whose key is there gets the new value."""
        with self._database.transaction() as connection:
            write_tags(connection, self._existing(request.resource_arn), request.tags)
        return Answer()

    def remove(self, request: UntagResource) -> Answer:
        """UntagResource; a key that isn't there is no error."""
        with self._database.transaction() as connection:
            resource = self._existing(request.resource_arn)
            connection.executemany(
                "DELETE FROM lookout_tags WHERE resource = ? AND key = ?",
                [(resource.key, key) for key in request.tag_keys],
            )
        return Answer()

    def _existing(self, arn: str) -> TaggedResource:
        resource = TaggedResource(arn)
        of_model = resource.version is not None
        query = (
            "SELECT EXISTS (SELECT 1 FROM lookout_models WHERE project = ? AND version = ?)"
            if of_model
            else "SELECT EXISTS (SELECT 1 FROM lookout_projects WHERE name = ?)"
        )
        values = (resource.project, resource.version) if of_model else (resource.project,)
        if not self._database.connection.execute(query, values).fetchone()[0]:
            kind = ResourceType.MODEL if of_model else ResourceType.PROJECT
            raise ResourceNotFoundError(f"{resource.key} does not exist", kind, arn)
        return resource


def write_tags(
    connection: sqlite3.Connection, resource: TaggedResource, tags: Sequence[Tag]
) -> None:
    """Adds the tags in the caller's transaction.

    Raises:
        ServiceValidationError: a key is reserved or given twice, or names an unknown method.
        ServiceQuotaExceededError: the resource would have too many.
    """
    pairs = [(tag.key, tag.value) for tag in tags]
    if len({key for key, _ in pairs}) < len(pairs):
        raise ServiceValidationError("A tag's key is given twice")
    if any(key.lower().startswith(RESERVED) for key, _ in pairs):
        raise ServiceValidationError(f"Keys of tags may not begin with {RESERVED!r}")
    training_method(tags)
    connection.executemany(
        "INSERT INTO lookout_tags VALUES (?, ?, ?) "
        "ON CONFLICT (resource, key) DO UPDATE SET value = excluded.value",
        [(resource.key, key, value) for key, value in pairs],
    )
    count = connection.execute(
        "SELECT count(*) FROM lookout_tags WHERE resource = ?", (resource.key,)
    ).fetchone()[0]
    if count > MAX_TAGS:
        kind = ResourceType.PROJECT if resource.version is None else ResourceType.MODEL
        raise ServiceQuotaExceededError(
            f"{resource.key} would have {count} tags; at most {MAX_TAGS} are allowed",
            kind,
            resource.key,
            "TagsPerResource",
        )


def delete_tags(connection: sqlite3.Connection, resource: str) -> None:
    """Deletes all tags of a resource that is deleted, in the caller's transaction."""
    connection.execute("DELETE FROM lookout_tags WHERE resource = ?", (resource,))
