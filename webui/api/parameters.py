"""Query parameters and request bodies shared by several calls."""

from __future__ import annotations

from pydantic import Field

from okng.device.types import Name
from okng.models.strict_model import StrictModel

MAX_PAGE = 500


class FromDataset(StrictModel):
    """The dataset to train on."""

    dataset: Name


class Page(StrictModel):
    """A page of a list, the newest first."""

    before: int | None = Field(default=None, ge=1)
    """Only what is older than the item with this number."""
    limit: int = Field(default=50, ge=1, le=MAX_PAGE)
