"""Errors of the edge agent: the refusal of a call by its gRPC status, and a start that fails."""

from __future__ import annotations

from enum import StrEnum

from okng.models.errors import OkngError


class GrpcStatus(StrEnum):
    """The gRPC status codes that Lookout for Vision's edge agent documents, by their names."""

    INVALID_ARGUMENT = "INVALID_ARGUMENT"
    NOT_FOUND = "NOT_FOUND"
    RESOURCE_EXHAUSTED = "RESOURCE_EXHAUSTED"
    FAILED_PRECONDITION = "FAILED_PRECONDITION"
    INTERNAL = "INTERNAL"


class CallError(OkngError):
    """A call that is refused."""

    def __init__(self, status: GrpcStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class EdgeAgentStartError(OkngError):
    """The edge agent can't start; the message says why and what to do."""
