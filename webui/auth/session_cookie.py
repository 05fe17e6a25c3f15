"""The session cookie: signed, and independent of the station's clock."""

from __future__ import annotations

import hashlib

from flask import Flask, Request, Response, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.http import dump_cookie

from okng.webui.auth.sessions import IDLE_S

NAME = "okng_session"


class SessionCookie(SecureCookieSessionInterface):
    """Flask's session cookie without its dependence on the clock.

    Flask signs the time and sends `Expires`: a browser would at once drop the cookie of a station
    whose clock is a week behind, and a station whose clock is set back would refuse its own
    cookies. Here the browser counts `Max-Age`, and `Sessions` decides how long a session lasts.
    """

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        """Reads the cookie; an empty session if there is none or its signature is wrong."""
        text = request.cookies.get(self.get_cookie_name(app))
        if not text:
            return SecureCookieSession()
        try:
            contents = _serializer(app).loads(text)
        except BadSignature:
            return SecureCookieSession()
        return SecureCookieSession(contents if isinstance(contents, dict) else None)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Sets the cookie if it has changed, or again to extend its `Max-Age`."""
        if session.accessed:
            response.vary.add("Cookie")
        name, path = self.get_cookie_name(app), self.get_cookie_path(app)
        secure = self.get_cookie_secure(app)
        if not session:
            if session.modified:
                response.delete_cookie(name, path=path, secure=secure, httponly=True)
            return
        if not self.should_set_cookie(app, session):
            return
        cookie = dump_cookie(
            name,
            str(_serializer(app).dumps(dict(session))),
            max_age=IDLE_S if session.permanent else None,
            path=path,
            secure=secure,
            httponly=True,
            samesite="Lax",
            sync_expires=False,
        )
        response.headers.add("Set-Cookie", cookie)

    def get_cookie_secure(self, app: Flask) -> bool:
        """Whether the browser uses TLS, to the station or to its proxy."""
        return request.is_secure


def _serializer(app: Flask) -> URLSafeSerializer:
    assert app.secret_key
    return URLSafeSerializer(
        app.secret_key,
        salt="okng-session",
        signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
    )
