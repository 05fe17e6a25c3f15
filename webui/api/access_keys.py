"""Access keys of programs that sign their requests; for sessions only, not for tokens."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort, g
from flask.typing import ResponseReturnValue

from okng.device.store.access_keys import AccessKey, AccessKeyRequest
from okng.models.strict_model import StrictModel
from okng.webui.auth.current_user import user_name
from okng.webui.services import services

access_keys = APIBlueprint("access_keys", __name__, tag="Access keys", url_prefix="/access-keys")


class NewAccessKey(StrictModel):
    """A new access key with its secret, which is not shown again."""

    key: AccessKey
    secret: str


class AccessKeyList(StrictModel):
    """All access keys without their secrets, the oldest first."""

    keys: list[AccessKey]


@access_keys.before_request
def _persons_only() -> None:
    if g.by_token:
        abort(403, "a token can't do this; log in with user name and password")


@access_keys.get("")
@access_keys.output(AccessKeyList)
def list_access_keys() -> AccessKeyList:
    """Lists the access keys with their rights and when each was last used."""
    return AccessKeyList(keys=services().access_keys.list())


@access_keys.post("")
@access_keys.input(AccessKeyRequest, arg_name="requested")
@access_keys.output(NewAccessKey, status_code=201)
def issue_access_key(requested: AccessKeyRequest) -> NewAccessKey:
    """Issues an access key for a program; this answer alone has its secret."""
    key, secret = services().access_keys.issue(requested, user_name())
    return NewAccessKey(key=key, secret=secret)


@access_keys.delete("/<key_id>")
@access_keys.doc(responses={204: "Revoked", 404: "No such access key"})
def revoke_access_key(key_id: str) -> ResponseReturnValue:
    """Revokes an access key; its requests are refused from now on."""
    services().access_keys.revoke(key_id)
    return "", 204
