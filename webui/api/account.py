"""The user's own account: password and tokens; for sessions only, not for tokens."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort, g
from flask.typing import ResponseReturnValue
from pydantic import Field

from okng.models.strict_model import StrictModel
from okng.webui.auth.authentication import authentication
from okng.webui.auth.current_user import user_name
from okng.webui.auth.login import change_session, count_attempt
from okng.webui.auth.tokens import Token
from okng.webui.auth.users import password_problem

account = APIBlueprint("account", __name__, tag="Account", url_prefix="/account")


class Account(StrictModel):
    """The account of the user who asks."""

    name: str


class PasswordChange(StrictModel):
    """A change of one's own password."""

    current: str
    new: str


class TokenTitle(StrictModel):
    """The purpose of a new token."""

    title: str = Field(min_length=1, max_length=64)


class NewToken(StrictModel):
    """A new token with its secret, which is not shown again."""

    token: Token
    secret: str


class TokenList(StrictModel):
    """The user's tokens without their secrets."""

    tokens: list[Token]


@account.before_request
def _persons_only() -> None:
    if g.by_token:
        abort(403, "a token can't do this; log in with user name and password")


@account.get("")
@account.output(Account)
def get_account() -> Account:
    """Returns the name of the user who asks."""
    return Account(name=user_name())


@account.post("/password")
@account.input(PasswordChange, arg_name="change")
@account.output(Account)
@account.doc(responses=[403])
def change_password(change: PasswordChange) -> Account:
    """Changes one's own password; ends all other sessions and keeps the tokens."""
    count_attempt(user_name())
    if authentication().users.check(user_name(), change.current) is None:
        abort(403, "the current password is wrong")
    if problem := password_problem(change.new):
        abort(422, problem)
    authentication().users.set_password(user_name(), change.new)
    change_session()
    return Account(name=user_name())


@account.get("/tokens")
@account.output(TokenList)
def list_tokens() -> TokenList:
    """Lists one's own tokens."""
    return TokenList(tokens=authentication().tokens.list(user_name()))


@account.post("/tokens")
@account.input(TokenTitle, arg_name="requested")
@account.output(NewToken, status_code=201)
def issue_token(requested: TokenTitle) -> NewToken:
    """Issues a token for a program; this answer alone has its secret."""
    token, secret = authentication().tokens.issue(user_name(), requested.title)
    return NewToken(token=token, secret=secret)


@account.delete("/tokens/<int:token_id>")
@account.doc(responses={204: "Revoked", 404: "No such token"})
def revoke_token(token_id: int) -> ResponseReturnValue:
    """Revokes one of one's own tokens; it is refused from now on."""
    if not authentication().tokens.revoke(user_name(), token_id):
        abort(404, f"you have no token {token_id}")
    return "", 204
