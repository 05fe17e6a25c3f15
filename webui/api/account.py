"""One's own password and tokens; only for a person who has logged in, not for a token."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort, g
from flask.typing import ResponseReturnValue
from pydantic import Field

from okng.device.types import Message
from okng.webui.access import ATTEMPTS, keep_logged_in, limiter, user_name
from okng.webui.services import services
from okng.webui.tokens import Token
from okng.webui.users import password_problem

account = APIBlueprint("account", __name__, tag="Account", url_prefix="/account")


class Account(Message):
    """Who one is."""

    name: str


class PasswordChange(Message):
    """The password in use and the one to come."""

    current: str
    new: str


class TokenTitle(Message):
    """What the token is for."""

    title: str = Field(min_length=1, max_length=64)


class NewToken(Message):
    """The only time that the secret is shown."""

    token: Token
    secret: str


class TokenList(Message):
    """One's tokens, without their secrets."""

    tokens: list[Token]


@account.before_request
def _persons_only() -> None:
    if g.by_token:
        abort(403, "a token can't do this; log in with name and password")


@account.get("")
@account.output(Account)
def get_account() -> Account:
    """Who one is."""
    return Account(name=user_name())


@account.post("/password")
@limiter.limit(ATTEMPTS)
@account.input(PasswordChange, arg_name="change")
@account.output(Account)
@account.doc(responses=[403])
def change_password(change: PasswordChange) -> Account:
    """Another password; all other sessions end, tokens stay."""
    if services().users.check(user_name(), change.current) is None:
        abort(403, "the current password is wrong")
    if problem := password_problem(change.new):
        abort(422, problem)
    keep_logged_in(services().users.set_password(user_name(), change.new))
    return Account(name=user_name())


@account.get("/tokens")
@account.output(TokenList)
def list_tokens() -> TokenList:
    """One's tokens."""
    return TokenList(tokens=services().tokens.list(user_name()))


@account.post("/tokens")
@account.input(TokenTitle, arg_name="wanted")
@account.output(NewToken, status_code=201)
def issue_token(wanted: TokenTitle) -> NewToken:
    """A new token for a program; its secret is shown this once."""
    token, secret = services().tokens.issue(user_name(), wanted.title)
    return NewToken(token=token, secret=secret)


@account.delete("/tokens/<int:token_id>")
@account.doc(responses={204: "Revoked", 404: "No such token"})
def revoke_token(token_id: int) -> ResponseReturnValue:
    """Makes a token worthless at once."""
    if not services().tokens.revoke(user_name(), token_id):
        abort(404, f"you have no token {token_id}")
    return "", 204
