"""The gRPC server of the edge agent: a Unix socket, and TLS over TCP where that is set."""

from __future__ import annotations

import logging
import socket
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import grpc

from okng.cloud_sync.edge_agent.errors import CallError, EdgeAgentStartError, GrpcStatus
from okng.cloud_sync.edge_agent.messages import CALLS, SERVICE
from okng.cloud_sync.edge_agent.service import CHANNELS, LARGEST_PX, EdgeAgent
from okng.device.host.lowest_priority import give_way
from okng.device.host.stop_signals import stop_event
from okng.device.host.systemd_notify import notify
from okng.device.hosting.client import HostingClient
from okng.device.hosting.errors import (
    HostingMemoryError,
    HostingStateError,
    HugePictureError,
    NotHostedError,
    NotOnStationError,
    QueueFullError,
    UnusablePictureError,
)
from okng.device.settings.edge_agent import EdgeAgentSettings
from okng.device.settings.settings import StationSettings
from okng.models.errors import OkngError

log = logging.getLogger(__name__)

THREADS = 8
MAX_CALLS = 32
"""Calls at a time; gRPC answers one more with RESOURCE_EXHAUSTED."""
MAX_MESSAGE_BYTES = LARGEST_PX * LARGEST_PX * CHANNELS + 64 * 1024
STOP_S = 5.0

_STATUS: dict[type[OkngError], GrpcStatus] = {
    NotOnStationError: GrpcStatus.NOT_FOUND,
    NotHostedError: GrpcStatus.FAILED_PRECONDITION,
    HostingStateError: GrpcStatus.FAILED_PRECONDITION,
    HostingMemoryError: GrpcStatus.RESOURCE_EXHAUSTED,
    QueueFullError: GrpcStatus.RESOURCE_EXHAUSTED,
    UnusablePictureError: GrpcStatus.INVALID_ARGUMENT,
    HugePictureError: GrpcStatus.INVALID_ARGUMENT,
}


def run_edge_agent(settings: StationSettings) -> None:
    """Serves until SIGTERM or SIGINT.

    Raises:
        EdgeAgentStartError: a socket can't be listened on, or a certificate can't be used.
    """
    give_way()
    stopping = stop_event()
    agent = EdgeAgent(settings.data_dir / "models", HostingClient(settings.run_dir))
    server = _server(agent)
    path = settings.edge_agent.socket
    _listen_on_socket(server, path, settings.edge_agent.socket_mode)
    if settings.edge_agent.port is not None:
        _listen_on_tcp(server, settings.edge_agent, settings.edge_agent.port)
    server.start()
    path.chmod(int(settings.edge_agent.socket_mode, 8))
    notify("READY=1")
    log.info("the edge agent is at unix://%s", path)
    stopping.wait()
    notify("STOPPING=1")
    server.stop(STOP_S).wait()


def _server(agent: EdgeAgent) -> grpc.Server:
    server = grpc.server(
        ThreadPoolExecutor(THREADS, "call"),
        options=[
            ("grpc.max_receive_message_length", MAX_MESSAGE_BYTES),
            ("grpc.max_send_message_length", MAX_MESSAGE_BYTES),
            ("grpc.so_reuseport", 0),
        ],
        maximum_concurrent_rpcs=MAX_CALLS,
    )
    handlers = {}
    for name, call in agent.calls.items():
        request, response = CALLS[name]
        handlers[name] = grpc.unary_unary_rpc_method_handler(
            _answering(call),
            request_deserializer=request.FromString,
            response_serializer=response.SerializeToString,
        )
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, handlers),))
    return server


def _answering(call: Callable[[Any], Any]) -> Callable[[Any, grpc.ServicerContext], Any]:
    """The call as gRPC makes it: its errors become status codes."""

    def answer(request: Any, context: grpc.ServicerContext) -> Any:
        try:
            return call(request)
        except CallError as error:
            status, message = error.status, str(error)
        except OkngError as error:
            # Of the hosting process: it refuses, or isn't there.
            status, message = _STATUS.get(type(error), GrpcStatus.INTERNAL), str(error)
        except Exception as error:
            log.exception("a call failed")
            status, message = GrpcStatus.INTERNAL, f"{type(error).__name__}: {error}"
        return context.abort(getattr(grpc.StatusCode, status), message)

    return answer


def _listen_on_socket(server: grpc.Server, path: Path, mode: str) -> None:
    _remove_stale(path)
    try:
        server.add_insecure_port(f"unix://{path}")
    except RuntimeError as error:
        raise EdgeAgentStartError(
            f"{path} can't be listened on (edge_agent.socket): {error}"
        ) from error


def _remove_stale(path: Path) -> None:
    """Removes the socket of an agent that was killed.

    Raises:
        EdgeAgentStartError: another agent listens there, or it is something else.
    """
    try:
        if not stat.S_ISSOCK(path.lstat().st_mode):
            raise EdgeAgentStartError(f"{path} exists and is not a socket (edge_agent.socket)")
        with socket.socket(socket.AF_UNIX) as probe:
            if probe.connect_ex(str(path)) == 0:
                raise EdgeAgentStartError(
                    f"another edge agent listens on {path}; stop it, or set another "
                    "edge_agent.socket"
                )
        path.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        raise EdgeAgentStartError(f"{path} can't be used (edge_agent.socket): {error}") from error


def _listen_on_tcp(server: grpc.Server, settings: EdgeAgentSettings, port: int) -> None:
    """Listens with TLS; clients show a certificate of `tls_client_ca`, for gRPC has no login."""
    assert settings.tls_key
    assert settings.tls_certificate
    assert settings.tls_client_ca
    address = f"{settings.host}:{port}"
    try:
        pair = (settings.tls_key.read_bytes(), settings.tls_certificate.read_bytes())
        credentials = grpc.ssl_server_credentials(
            [pair],
            root_certificates=settings.tls_client_ca.read_bytes(),
            require_client_auth=True,
        )
        server.add_secure_port(address, credentials)
    except (OSError, RuntimeError) as error:
        raise EdgeAgentStartError(
            f"{address} can't be listened on with TLS (edge_agent): {error}"
        ) from error
    log.info("the edge agent is at %s with TLS", address)
