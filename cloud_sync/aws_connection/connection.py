"""What a station is in AWS."""

from __future__ import annotations

from datetime import datetime

from okng.models.strict_model import StrictModel


class AwsConnection(StrictModel):
    """What the stack made for the station; certificate and key lie beside it."""

    thing: str
    """Name of the station's thing in AWS IoT."""
    role_alias: str
    credentials_endpoint: str
    """Host of the account's IoT credentials provider."""
    region: str
    bucket: str
    connected_at: datetime
