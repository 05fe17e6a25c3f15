"""What several calls take."""

from __future__ import annotations

from pydantic import Field

from okng.device.types import Message, Name

MAX_PAGE = 500


class FromDataset(Message):
    """The dataset to learn from."""

    dataset: Name


class Page(Message):
    """A page of a list, the newest first."""

    before: int | None = Field(default=None, ge=1)
    """Only what is older than this one."""
    limit: int = Field(default=50, ge=1, le=MAX_PAGE)
