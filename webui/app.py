"""The Flask application of one station."""

from __future__ import annotations

import importlib.metadata

from apiflask import APIBlueprint, APIFlask
from werkzeug.utils import find_modules, import_string

from okng.device.settings.settings import StationSettings
from okng.device.store.database import Database
from okng.webui.assets.routes import assets
from okng.webui.auth import session_cookie
from okng.webui.auth.access_control import control_access
from okng.webui.auth.authentication import Authentication
from okng.webui.auth.claim_code import ClaimCode
from okng.webui.auth.current_user import count_wrong_credentials
from okng.webui.auth.secret_key import secret_key
from okng.webui.body_limits import MAX_BODY_BYTES, limit_body
from okng.webui.compression import compress_answers
from okng.webui.errors import handle_errors
from okng.webui.extensions.api_blueprints import api_blueprints
from okng.webui.extensions.http_extension import add_extensions
from okng.webui.health import HealthCheck, health_blueprint
from okng.webui.languages import speak_languages
from okng.webui.metrics import metrics
from okng.webui.openapi import complete, docs
from okng.webui.pages import pages
from okng.webui.refused_requests import log_refused_requests
from okng.webui.request_parsing import (
    ApiRequest,
    StrictJson,
    read_address,
)
from okng.webui.security_headers import set_headers
from okng.webui.services import EXTENSION, Services
from okng.webui.trusted_proxies import TrustedProxies, networks

API_PACKAGE = "okng.webui.api"


def create_app(settings: StationSettings, claim_code: ClaimCode) -> APIFlask:
    """The pages and the HTTP API; opens no socket and starts no thread until a request needs it.

    Raises:
        OSError: the data directory can't be written.
        StoreError: the database can't be used.
    """
    app = APIFlask(
        __name__,
        title="okng",
        version=importlib.metadata.version("okng"),
        docs_path=None,
        static_folder=None,  # type: ignore[arg-type]  # `webui/assets` serves them
    )
    app.config.update(
        SECRET_KEY=secret_key(settings.data_dir),
        SESSION_COOKIE_NAME=session_cookie.NAME,
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
        OPENAPI_VERSION="3.1.0",
        SECURITY_SCHEMES={
            "session": {"type": "apiKey", "in": "cookie", "name": session_cookie.NAME},
            "token": {"type": "http", "scheme": "bearer"},
        },
    )
    app.spec_processor(complete)
    app.request_class = ApiRequest
    app.json = StrictJson(app)
    app.session_interface = session_cookie.SessionCookie()
    station = app.extensions[EXTENSION] = Services.of(settings)
    handle_errors(app)
    compress_answers(app)
    set_headers(app)
    speak_languages(app)
    log_refused_requests(app)
    app.before_request(limit_body)
    control_access(app, Authentication.of(Database(settings.data_dir), claim_code))
    app.before_request(read_address)
    health = health_blueprint(HealthCheck(station.quick_device, station.hosting))
    for blueprint in (pages, assets, docs, health, metrics):
        app.register_blueprint(blueprint)
    for topic in [*api_topics(), *api_blueprints(settings)]:
        app.register_blueprint(topic, url_prefix=f"/api/v1{topic.url_prefix or ''}")
    add_extensions(app, settings, count_wrong_credentials)
    proxies = TrustedProxies(app.wsgi_app, networks(settings.web.trusted_proxies))
    app.wsgi_app = proxies  # type: ignore[method-assign]
    return app


def api_topics() -> list[APIBlueprint]:
    """The blueprints of the HTTP API; each file of the package registers its own by defining it."""
    modules = [import_string(name) for name in sorted(find_modules(API_PACKAGE))]
    return [
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, APIBlueprint) and value.import_name == module.__name__
    ]
