"""Conditions become messages of Apprise to real servers: each at least once, and not too often."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError
from support.message_receivers import mail_server, webhook
from support.running_station import RunningStation
from support.station import eventually, free_port

from okng.device.health.condition import Condition, ConditionCode, Severity
from okng.device.notifications.apprise_service import NotificationError, open_service
from okng.device.notifications.notifier import Notifier
from okng.device.notifications.settings import NotificationSettings
from okng.device.recipes.alarm_settings import AlarmSettings
from okng.device.store.notifications import MAX_PENDING, Notification, NotificationQueue

# Apprise imports it, for PGP.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")


def condition(code: ConditionCode = "disk_low", severity: Severity = Severity.WARNING) -> Condition:
    return Condition(code=code, severity=severity, message=f"about {code}", since=datetime.now(UTC))


StartNotifier = Callable[..., Notifier]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[StartNotifier]:
    """Starts a notifier of a webhook, which looks often and retries soon."""
    with ExitStack() as stack:

        def start(port: int, **settings: Any) -> Notifier:
            url = SecretStr(f"json://127.0.0.1:{port}/hook")
            values = {"name": "hook", "apprise_url": url, "min_interval_s": 0, **settings}
            notifier = Notifier(
                NotificationSettings(**values),
                NotificationQueue(tmp_path, "hook"),
                open_service(url, "line-3"),
                over_after_s=0.2,
                retry_s=(0.05, 0.1),
            )
            notifier.start()
            stack.callback(notifier.stop)
            return notifier

        yield start


def test_a_receiver_hears_of_what_it_wants_when_it_is_there(start: StartNotifier) -> None:
    port = free_port()
    wanted = {"codes": ["disk_low", "camera_absent"], "severities": ["fault"]}
    first = start(port, **wanted)
    first.note([condition("camera_absent", Severity.FAULT), condition(), condition("sink_away")])
    eventually(lambda: first.problem)
    first.stop()
    with webhook(port) as (hook, _):
        # The next run knows of the message, and finds the condition over.
        second = start(port, **wanted)
        second.note([condition("disk_low")])
        eventually(lambda: len(hook.documents) == 2)
        second.note([condition("disk_low", Severity.FAULT)])
        eventually(lambda: len(hook.documents) == 3)
    assert [(document["title"], document["type"]) for document in hook.documents] == [
        ("line-3: camera_absent appeared", "failure"),
        ("line-3: camera_absent is over", "success"),
        ("line-3: disk_low appeared", "failure"),
    ]
    assert hook.documents[0]["message"].startswith("fault: about camera_absent")


def test_a_refused_message_is_sent_again_and_in_order(start: StartNotifier) -> None:
    with webhook() as (hook, port):
        hook.status = 503
        notifier = start(port)
        notifier.note([condition()])
        eventually(lambda: hook.refused > 1)
        notifier.note([])
        eventually(lambda: notifier._newest and not notifier._newest["disk_low"].appeared)
        assert not hook.documents
        hook.status = 200
        eventually(lambda: len(hook.documents) == 2)
        eventually(lambda: notifier.problem is None)
    titles = [document["title"] for document in hook.documents]
    assert titles == ["line-3: disk_low appeared", "line-3: disk_low is over"]


def test_a_condition_that_comes_and_goes_is_summed_up(start: StartNotifier) -> None:
    with webhook() as (hook, port):
        notifier = start(port, min_interval_s=3600)
        for _ in range(3):
            notifier.note([condition(), condition("sink_away")])
            eventually(lambda: len(hook.documents) == 2)
            notifier.note([])
            eventually(lambda: "disk_low" in notifier._away_since_s)
        notifier.note([condition("camera_absent")])
        eventually(lambda: len(hook.documents) == 3)
    assert "camera_absent" in hook.documents[-1]["title"]


def test_messages_that_wait_are_bounded(tmp_path: Path) -> None:
    queue = NotificationQueue(tmp_path, "hook")
    for first in range(0, MAX_PENDING + 20, 20):
        at = datetime.now(UTC)
        queue.add(
            [
                Notification("disk_low", number % 2 == 0, Severity.FAULT, str(number), at)
                for number in range(first, first + 20)
            ]
        )
    waiting = queue.pending(2 * MAX_PENDING)
    assert [int(message.notification.message) for message in waiting] == list(
        range(20, MAX_PENDING + 20)
    )
    assert queue.newest()["disk_low"].message == str(MAX_PENDING + 19)
    for message in waiting:
        queue.delivered(message.notification_id)
    assert not queue.pending()
    assert queue.newest()["disk_low"].message == str(MAX_PENDING + 19)


def test_a_station_mails_its_ng_alarm(make_station: Callable[..., RunningStation]) -> None:
    with mail_server() as (mails, port):
        url = (
            f"mailto://localhost:{port}?from=station@example.com&to=line@example.org&mode=insecure"
        )
        receiver = NotificationSettings(
            name="mail", apprise_url=SecretStr(url), codes=("ng_alarm",)
        )
        station = make_station(notifications=(receiver,))
        station.inspect(alarms=AlarmSettings(consecutive_ng=1))
        for _ in range(3):
            station.judge()

        def mail_after_a_tick() -> Any:
            station.daemon.tick()
            return mails

        (mail,) = eventually(mail_after_a_tick, period_s=0.5)
        station.stop()
    assert mail["Subject"] == "test: ng_alarm appeared"
    assert "line@example.org" in mail["To"]
    body = mail.get_body(("plain", "html"))
    assert body
    assert "A part is NG (recipe discs)" in body.get_content()


def test_receivers_that_can_not_be_used() -> None:
    with pytest.raises(ValidationError, match="begins with its service"):
        NotificationSettings(name="x", apprise_url=SecretStr("secret-token"))
    with pytest.raises(NotificationError, match="can't use this url") as error:
        open_service(SecretStr("nosuch://user:hunter2@host"), "line-3")
    assert "hunter2" not in str(error.value)
    assert "hunter2" not in repr(
        NotificationSettings(name="x", apprise_url=SecretStr("json://a:hunter2@b"))
    )
