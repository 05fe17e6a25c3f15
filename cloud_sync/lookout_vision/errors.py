"""The service's errors: type, status and fields as clients of Lookout for Vision know them."""

from __future__ import annotations

from enum import StrEnum
from http import HTTPStatus

from okng.models.errors import OkngError


class ResourceType(StrEnum):
    """What an error is about."""

    PROJECT = "PROJECT"
    DATASET = "DATASET"
    MODEL = "MODEL"
    MODEL_PACKAGE_JOB = "MODEL_PACKAGE_JOB"


class LookoutVisionError(OkngError):
    """An answer with an error of the service; its type is the class's name without `Error`."""

    http_status = HTTPStatus.BAD_REQUEST
    error_type: str

    def fields(self) -> dict[str, str]:
        """The members of the answer's body."""
        return {"Message": str(self)}


class AboutResourceError(LookoutVisionError):
    """An error that names the resource."""

    def __init__(self, message: str, resource: ResourceType, resource_id: str) -> None:
        super().__init__(message)
        self._about = {"ResourceId": resource_id, "ResourceType": resource.value}

    def fields(self) -> dict[str, str]:
        """Message, id and type of the resource."""
        return super().fields() | self._about


class ServiceValidationError(LookoutVisionError):
    """The request has a value that is not allowed."""

    error_type = "ValidationException"


class ServiceConflictError(AboutResourceError):
    """The resource's present state doesn't allow this."""

    http_status = HTTPStatus.CONFLICT
    error_type = "ConflictException"


class ResourceNotFoundError(AboutResourceError):
    """There is no such resource."""

    http_status = HTTPStatus.NOT_FOUND
    error_type = "ResourceNotFoundException"


class ServiceQuotaExceededError(AboutResourceError):
    """The station does as much of this as it can."""

    http_status = HTTPStatus.PAYMENT_REQUIRED
    error_type = "ServiceQuotaExceededException"

    def __init__(
        self, message: str, resource: ResourceType, resource_id: str, quota_code: str
    ) -> None:
        super().__init__(message, resource, resource_id)
        self._quota = {"QuotaCode": quota_code, "ServiceCode": "lookoutvision"}

    def fields(self) -> dict[str, str]:
        """Message, resource, and which quota it is."""
        return super().fields() | self._quota


class ThrottlingError(LookoutVisionError):
    """Too many requests at a time."""

    http_status = HTTPStatus.TOO_MANY_REQUESTS
    error_type = "ThrottlingException"

    def __init__(self, message: str, retry_after_s: int) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class InternalServerError(LookoutVisionError):
    """The station can't do it now, or failed; the client may try again."""

    http_status = HTTPStatus.INTERNAL_SERVER_ERROR
    error_type = "InternalServerException"

    def __init__(self, message: str, retry_after_s: int = 5) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class ServiceAccessDeniedError(LookoutVisionError):
    """The key has no right to this."""

    http_status = HTTPStatus.FORBIDDEN
    error_type = "AccessDeniedException"


class UnknownOperationError(LookoutVisionError):
    """The address is none of the API's."""

    http_status = HTTPStatus.NOT_FOUND
    error_type = "UnknownOperationException"


class WrongCredentialsError(LookoutVisionError):
    """Who sends the request is not proved; counts as an attempt with a wrong password."""

    http_status = HTTPStatus.FORBIDDEN


class MissingAuthenticationTokenError(WrongCredentialsError):
    """The request is not signed."""

    error_type = "MissingAuthenticationTokenException"


class IncompleteSignatureError(WrongCredentialsError):
    """The signature's header is not whole, or does not cover what it has to."""

    error_type = "IncompleteSignatureException"


class UnrecognizedClientError(WrongCredentialsError):
    """There is no such access key."""

    error_type = "UnrecognizedClientException"


class InvalidSignatureError(WrongCredentialsError):
    """The signature is wrong, too old, or was used before."""

    error_type = "InvalidSignatureException"
