"""The refusal of a command by the process that serves it."""

from __future__ import annotations

from http import HTTPStatus

from okng.models.errors import OkngError


class RefusedError(OkngError):
    """The process doesn't do what was asked; the message says why, for the person who asked."""

    http_status = HTTPStatus.CONFLICT


class ObjectedError(RefusedError):
    """A person has to say first that they want it in spite of the objections."""

    def __init__(self, subject: str, objections: tuple[str, ...]) -> None:
        super().__init__(f"{subject} needs your explicit consent. {' '.join(objections)}")
        self.objections = objections


class TooManyCommandsError(RefusedError):
    """As many commands wait already as may; nothing was done."""

    http_status = HTTPStatus.SERVICE_UNAVAILABLE
    retry_after_s = 1
