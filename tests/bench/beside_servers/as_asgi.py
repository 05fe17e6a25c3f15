"""The same application for ASGI servers; a2wsgi is no part of okng's environments."""

from __future__ import annotations

import importlib

application = importlib.import_module("application").application
asgi = importlib.import_module("a2wsgi").WSGIMiddleware(application, workers=40)
