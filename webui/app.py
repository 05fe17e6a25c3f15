"""The Flask application of one station."""

from __future__ import annotations

import importlib.metadata
from datetime import timedelta

from apiflask import APIFlask

from okng.device.settings import StationSettings
from okng.webui.access import protect
from okng.webui.api.account import account
from okng.webui.api.boxes import boxes
from okng.webui.api.dataset_changes import dataset_changes
from okng.webui.api.dataset_review import dataset_review
from okng.webui.api.dataset_snapshots import dataset_snapshots
from okng.webui.api.datasets import datasets
from okng.webui.api.engine_builds import engine_builds
from okng.webui.api.fine_tuning import fine_tuning
from okng.webui.api.growing import growing
from okng.webui.api.inspections import inspections
from okng.webui.api.jobs import jobs
from okng.webui.api.live import live
from okng.webui.api.models import models
from okng.webui.api.promotions import promotions
from okng.webui.api.recipes import recipes
from okng.webui.api.regression import regression
from okng.webui.api.results import results
from okng.webui.api.reviews import reviews
from okng.webui.api.station import station
from okng.webui.api.thresholds import thresholds
from okng.webui.claim_code import ClaimCode
from okng.webui.errors import answer_errors
from okng.webui.headers import set_headers
from okng.webui.health import health
from okng.webui.metrics import metrics
from okng.webui.openapi import complete
from okng.webui.pages import pages
from okng.webui.reference import reference
from okng.webui.request import MAX_BODY_BYTES, ApiRequest, allow_large_uploads
from okng.webui.secret_key import secret_key
from okng.webui.services import EXTENSION, Services

API_TOPICS = (
    station,
    recipes,
    datasets,
    boxes,
    dataset_changes,
    dataset_review,
    dataset_snapshots,
    models,
    growing,
    fine_tuning,
    engine_builds,
    thresholds,
    promotions,
    regression,
    jobs,
    inspections,
    results,
    reviews,
    live,
    account,
)


def create_app(settings: StationSettings, claim_code: ClaimCode) -> APIFlask:
    """The pages and the HTTP API; opens no socket and starts no thread until a request needs it.

    Raises:
        OSError: the data directory can't be written.
        StoreError: nor its database be used.
    """
    app = APIFlask(
        __name__,
        title="okng",
        version=importlib.metadata.version("okng"),
        docs_path=None,
    )
    app.config.update(
        SECRET_KEY=secret_key(settings.data_dir),
        SESSION_COOKIE_NAME="okng_session",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.web.tls_certificate is not None,
        PERMANENT_SESSION_LIFETIME=timedelta(days=7),
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
        OPENAPI_VERSION="3.1.0",
        SECURITY_SCHEMES={
            "session": {"type": "apiKey", "in": "cookie", "name": "okng_session"},
            "token": {"type": "http", "scheme": "bearer"},
        },
    )
    app.spec_processor(complete)
    app.request_class = ApiRequest
    app.extensions[EXTENSION] = Services.of(settings, claim_code)
    answer_errors(app)
    set_headers(app)
    app.before_request(allow_large_uploads)
    protect(app)
    for blueprint in (pages, reference, health, metrics):
        app.register_blueprint(blueprint)
    for topic in API_TOPICS:
        app.register_blueprint(topic, url_prefix=f"/api/v1{topic.url_prefix or ''}")
    return app
