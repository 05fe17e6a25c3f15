"""The client of boto3 for a store of the settings."""

from __future__ import annotations

import importlib.metadata
from typing import Any

from okng.cloud_sync.object_store.link import Body
from okng.device.store.sync_settings import SyncSettings

CONNECT_TIMEOUT_S = 10
READ_TIMEOUT_S = 60
SMALL_BODY_BYTES = 256 * 1024
"""Stores read so much of a body that they refuse, and their refusal arrives."""


def s3_client(settings: SyncSettings, session: Any, attempts: int = 1) -> Any:
    """A client, with the credentials of a `boto3.Session`.

    Args:
        settings: where the store is.
        session: with the credentials.
        attempts: how often a request is sent at most; by default whoever calls tries again.
    """
    from botocore.config import Config

    client = session.client(
        "s3",
        region_name=settings.region,
        endpoint_url=settings.endpoint,
        verify=None if settings.ca_certificate is None else str(settings.ca_certificate),
        config=Config(
            signature_version="s3v4",
            s3={"addressing_style": settings.addressing},
            connect_timeout=CONNECT_TIMEOUT_S,
            read_timeout=READ_TIMEOUT_S,
            retries={"total_max_attempts": attempts, "mode": "standard"},
            max_pool_connections=settings.connections + 2,
            # Without a name of our own botocore puts one together twice for each request.
            user_agent=f"okng/{importlib.metadata.version('okng')}",
            # Each request has its own checksum; stores that are not AWS refuse others.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        ),
    )
    _resolve_addresses_once(client)
    client.meta.events.register_last("before-call.s3", _send_small_bodies_at_once)
    return client


def _send_small_bodies_at_once(params: Any, **_: Any) -> None:
    """Before a request: a small body doesn't wait for the store's word that it may come."""
    body = params["body"]
    if isinstance(body, Body) and body.size_bytes <= SMALL_BODY_BYTES:
        params["headers"].pop("Expect", None)


def _resolve_addresses_once(client: Any) -> None:
    """Has botocore look for the store's address once instead of once for each object.

    Its rules for addresses take the object's key and make no use of it; what they have found is
    kept by all that they take. Should botocore change inside, nothing but this saving is lost.
    """
    resolver = getattr(client, "_ruleset_resolver", None)
    for of_object in ("Key", "Prefix"):
        getattr(resolver, "_param_definitions", {}).pop(of_object, None)
