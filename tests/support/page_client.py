"""A test client of the application that behaves as the pages do."""

from __future__ import annotations

import re
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

CLAIM_CODE = "ABCD-EFGH-JKMN"
USER = "admin"
PASSWORD = "correct horse battery"


class Browser:
    """A client that sends its CSRF token with every write, as the pages do."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.csrf_token = ""

    def read_csrf_token(self, page: str) -> None:
        html = self.client.get(page).text
        match = re.search(r'csrf[-_]token"[^>]*(?:content|value)="([^"]+)"', html)
        assert match, html
        self.csrf_token = match[1]

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, buffered=True, **options)

    def write(self, method: str, path: str, **options: Any) -> TestResponse:
        headers = {"X-CSRF-Token": self.csrf_token}
        return self.client.open(path, method=method, headers=headers, **options)

    def post(self, path: str, **options: Any) -> TestResponse:
        return self.write("POST", path, **options)

    def submit(self, page: str, **form: str) -> TestResponse:
        """Fills in and sends a form of a page."""
        self.read_csrf_token(page)
        return self.client.post(page, data={**form, "csrf_token": self.csrf_token})

    def log_in(self, password: str = PASSWORD, name: str = USER) -> None:
        answer = self.submit("/login", name=name, password=password)
        assert answer.status_code == 302, answer.text
        self.read_csrf_token("/configuration")
