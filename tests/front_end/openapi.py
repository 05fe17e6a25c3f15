"""Prints the OpenAPI document of the HTTP API, from which the front end's types are generated."""

import json
import tempfile
from pathlib import Path

from okng.device.settings.settings import StationSettings
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode

with tempfile.TemporaryDirectory(prefix="okng-") as folder:
    settings = StationSettings(data_dir=Path(folder) / "data", run_dir=Path(folder))
    app = create_app(settings, ClaimCode("claim"))
    with app.app_context():
        print(json.dumps(app.spec, default=str))
