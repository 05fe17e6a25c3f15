"""The stored connection: the station's certificate and key, readable by its own user alone."""

from __future__ import annotations

import shutil
import ssl
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from okng.cloud_sync.aws_connection.connection import AwsConnection
from okng.cloud_sync.aws_connection.device_certificate import (
    DeviceCertificate,
    fetch_device_certificate,
)
from okng.cloud_sync.aws_connection.errors import AwsConnectionError
from okng.cloud_sync.aws_connection.iot_credentials import (
    TemporaryCredentials,
    fetch_credentials,
)
from okng.models.atomic_files import PRIVATE_FOLDER, sync_folder, whole_folder, write_files

FOLDER = "aws"
_DESCRIPTION = "connection.json"
_CERTIFICATE = "device.pem"


class AwsConnectionStore:
    """The connection of one data directory."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / FOLDER

    def connect(self, device_cert_url: str) -> AwsConnection:
        """Fetches the station's certificate, tries it, and stores both on success only.

        Raises:
            AwsConnectionError: the address gives no certificate, or AWS no credentials for it; a
                connection that was there stays as it was.
        """
        document = fetch_device_certificate(device_cert_url)
        connection = AwsConnection(
            **document.model_dump(exclude={"format", "certificate", "private_key"}),
            connected_at=datetime.now(UTC),
        )
        pem = _pem(document)
        with tempfile.TemporaryDirectory() as folder:
            trial = Path(folder) / _CERTIFICATE
            write_files([(trial, pem)])
            fetch_credentials(connection, client_context(trial))
        self._store(connection, pem)
        return connection

    def load(self) -> AwsConnection | None:
        """The stored connection; None where the station was never connected.

        Raises:
            AwsConnectionError: its file can't be read.
        """
        path = self._folder / _DESCRIPTION
        try:
            return AwsConnection.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError) as error:
            raise AwsConnectionError(
                f"{path} can't be read ({type(error).__name__}); connect the station to AWS again"
            ) from error

    def credentials(self, connection: AwsConnection) -> TemporaryCredentials:
        """Temporary credentials for the station's bucket, for about an hour.

        Raises:
            AwsConnectionError: AWS can't be reached, or gives none.
        """
        return fetch_credentials(connection, client_context(self._folder / _CERTIFICATE))

    def disconnect(self) -> None:
        """Removes certificate and key from the station; the stack in AWS stays."""
        if self._folder.exists():
            shutil.rmtree(self._folder)
            sync_folder(self._folder.parent)

    def _store(self, connection: AwsConnection, pem: bytes) -> None:
        self._folder.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        with whole_folder(self._folder) as building:
            description = connection.model_dump_json(indent=2).encode()
            write_files([(building / _CERTIFICATE, pem), (building / _DESCRIPTION, description)])
        self._folder.chmod(PRIVATE_FOLDER)


def client_context(certificate: Path) -> ssl.SSLContext:
    """TLS by which the station shows its certificate, and trusts the system's authorities.

    Raises:
        AwsConnectionError: certificate and key are damaged or don't belong together.
    """
    context = ssl.create_default_context()
    try:
        context.load_cert_chain(certificate)
    except (ssl.SSLError, OSError) as error:
        raise AwsConnectionError(
            f"the station's certificate can't be used with its private key: {error}"
        ) from error
    return context


def _pem(document: DeviceCertificate) -> bytes:
    return f"{document.private_key.strip()}\n{document.certificate.strip()}\n".encode()
