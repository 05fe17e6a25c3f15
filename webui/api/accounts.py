"""Accounts of all persons of the station; for sessions only, not for tokens."""

from __future__ import annotations

import logging

from apiflask import APIBlueprint
from flask import abort, g
from flask.typing import ResponseReturnValue

from okng.device.types import Name
from okng.models.names import normalized
from okng.models.strict_model import StrictModel
from okng.webui.auth.authentication import authentication
from okng.webui.auth.current_user import user_name
from okng.webui.auth.login import count_attempt
from okng.webui.auth.users import (
    AccountError,
    ListedAccount,
    new_password,
    password_problem,
)

log = logging.getLogger(__name__)

accounts = APIBlueprint("accounts", __name__, tag="Accounts", url_prefix="/accounts")


class AccountList(StrictModel):
    """All accounts, sorted by name; each may do the same."""

    accounts: list[ListedAccount]


class NewAccount(StrictModel):
    """A person to add."""

    name: Name
    password: str | None = None
    """10 to 256 characters; null lets the station generate one."""


class NewPassword(StrictModel):
    """A password that replaces another person's."""

    password: str | None = None
    """10 to 256 characters; null lets the station generate one."""


class IssuedPassword(StrictModel):
    """Whose password it is, and what it is if the station generated it."""

    name: str
    password: str | None
    """The generated password, which is not shown again; null where the request had one."""


@accounts.before_request
def _persons_only() -> None:
    if g.by_token:
        abort(403, "a token can't do this; log in with user name and password")


@accounts.get("")
@accounts.output(AccountList)
def list_accounts() -> AccountList:
    """Lists all accounts with the time at which each was added."""
    return AccountList(accounts=authentication().users.accounts())


@accounts.post("")
@accounts.input(NewAccount, arg_name="requested")
@accounts.output(IssuedPassword, status_code=201)
@accounts.doc(responses=[409])
def add_account(requested: NewAccount) -> IssuedPassword:
    """Adds an account; if the station generates the password, this answer alone has it."""
    password = _checked(requested.password)
    authentication().users.add(requested.name, password)
    log.info("%s added the account of %s", user_name(), requested.name)
    return _issued(requested.name, password, requested.password)


@accounts.delete("/<name>")
@accounts.doc(responses={204: "Removed", 404: "No such account", 409: "The last or one's own"})
def remove_account(name: str) -> ResponseReturnValue:
    """Removes an account, its sessions and its tokens at once; records keep the name."""
    name = normalized(name)
    authentication().users.remove(name, user_name())
    # Also those that a full disk kept out of the database.
    authentication().sessions.end_all(name)
    log.info("%s removed the account of %s", user_name(), name)
    return "", 204


@accounts.post("/<name>/password")
@accounts.input(NewPassword, arg_name="requested")
@accounts.output(IssuedPassword)
@accounts.doc(responses=[404, 409])
def replace_password(name: str, requested: NewPassword) -> IssuedPassword:
    """Gives another person a new password; ends all their sessions and keeps their tokens."""
    name = normalized(name)
    if name == user_name():
        raise AccountError(
            "change your own password with the current one: POST /api/v1/account/password"
        )
    password = _checked(requested.password)
    authentication().users.set_password(name, password)
    authentication().sessions.end_all(name)
    log.info("%s replaced the password of %s", user_name(), name)
    return _issued(name, password, requested.password)


def _checked(given: str | None) -> str:
    """The password to set, which is generated if none is given; counts as an attempt."""
    count_attempt(user_name())
    password = new_password() if given is None else given
    if problem := password_problem(password):
        abort(422, problem)
    return password


def _issued(name: str, password: str, given: str | None) -> IssuedPassword:
    return IssuedPassword(name=name, password=password if given is None else None)
