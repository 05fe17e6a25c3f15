"""The settings of notifications: who hears of which conditions, and how often."""

from __future__ import annotations

from pydantic import Field, SecretStr, field_validator

from okng.device.health.condition import Condition, ConditionCode, Severity
from okng.device.types import Name
from okng.models.strict_model import StrictModel

OWN_CODE: ConditionCode = "notification_trouble"
"""Nobody is notified of it: the message would wait for the receiver that it is about."""


class NotificationSettings(StrictModel):
    """A receiver of messages about conditions that appear or are over, by Apprise.

    It needs the extra `alarms`: `pip install 'okng[alarms]'`.
    """

    name: Name
    """Key of the receiver's messages. If it is changed, undelivered messages are left behind."""
    apprise_url: SecretStr
    """URL of the receiver as Apprise writes it: `mailto://...`, `json://...` (a webhook). It counts
    as a secret, since most have a password or a token in them."""
    codes: tuple[ConditionCode, ...] = ()
    """Conditions that the receiver hears of; empty: all."""
    severities: tuple[Severity, ...] = (Severity.WARNING, Severity.FAULT)
    """Severities that the receiver hears of."""
    min_interval_s: float = Field(default=60.0, ge=0, le=86_400)
    """Shortest time between two messages about the same condition, in seconds. What changes
    meanwhile is summed up: the next message says how it is then."""

    @field_validator("apprise_url")
    @classmethod
    def _has_a_scheme(cls, url: SecretStr) -> SecretStr:
        if "://" not in url.get_secret_value():
            raise ValueError("an Apprise URL begins with its service, such as json://host/path")
        return url

    def wants(self, condition: Condition) -> bool:
        """Whether the receiver hears of a condition."""
        return (
            condition.code != OWN_CODE
            and condition.severity in self.severities
            and (not self.codes or condition.code in self.codes)
        )
