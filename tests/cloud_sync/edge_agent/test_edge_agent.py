"""Lookout for Vision's edge agent by real processes, and a client as AWS's samples are."""

from __future__ import annotations

import json
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from multiprocessing import shared_memory
from pathlib import Path
from typing import Any

import cv2
import grpc
import numpy as np
import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorSet
from grpc_tools import protoc
from support.certificates import Authority
from support.command import okng
from support.station import StationProcesses, eventually, free_port, write_pictures

from okng.cloud_sync.edge_agent.messages import CALLS, MODEL_STATUS, SERVICE, message
from okng.device.hosting.client import HostingClient

CODE = Path(__file__).parents[3] / "cloud_sync/edge_agent"
PROTO = CODE / "edge-agent.proto"
RUNNING = MODEL_STATUS["RUNNING"]

StartAgent = Callable[..., StationProcesses]


@pytest.fixture
def start_agent(tmp_path: Path, install_model: Callable[[Path], None]) -> Iterator[StartAgent]:
    """Starts hosting process and edge agent with `start_agent(**settings)`."""
    started: list[StationProcesses] = []

    def start(**settings: Any) -> StationProcesses:
        station = StationProcesses(tmp_path, {"type": "folder", "path": str(tmp_path)})
        started.append(station)
        document = {"socket": str(station.run_dir / "agent.sock"), **settings}
        lines = "\n".join(f"{key} = {json.dumps(value)}" for key, value in document.items())
        station.config.write_text(f"{station.config.read_text()}\n[edge_agent]\n{lines}\n")
        install_model(station.data_dir)
        station.start_host()
        station.start("edge-agent")
        eventually(lambda: "the edge agent is at" in station.log.read_text(), timeout_s=60)
        return station

    yield start
    for station in started:
        station.stop()


class Calls:
    """The service's calls over a channel, by our own messages."""

    def __init__(self, channel: Any) -> None:
        self._channel = channel

    def __call__(self, name: str, **fields: Any) -> Any:
        request, response = CALLS[name]
        call = self._channel.unary_unary(
            f"/{SERVICE}/{name}",
            request_serializer=request.SerializeToString,
            response_deserializer=response.FromString,
        )
        return call(request(**fields), timeout=60)


@pytest.fixture
def agent(start_agent: StartAgent) -> Iterator[tuple[StationProcesses, Calls]]:
    station = start_agent()
    with grpc.insecure_channel(f"unix://{station.run_dir}/agent.sock") as channel:
        yield station, Calls(channel)


@pytest.fixture
def scratched(tmp_path: Path) -> Path:
    """A part with a scratch."""
    return sorted(write_pictures(tmp_path / "pictures", 2, defect_every=2).iterdir())[1]


def run_discs(calls: Calls) -> None:
    calls("StartModel", model_component="discs")

    def runs() -> bool:
        described = calls("DescribeModel", model_component="discs").model_description
        return bool(described.status == RUNNING)

    eventually(runs, timeout_s=60)


def bitmap(path: Path) -> Any:
    image = cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB)  # type: ignore[arg-type]
    return message("Bitmap", width=image.shape[1], height=image.shape[0], byte_data=image.tobytes())


def refused(call: Callable[[], Any]) -> tuple[str, str]:
    with pytest.raises(grpc.RpcError) as failure:
        call()
    error: Any = failure.value
    return error.code().name, error.details()


def test_the_compiled_service_is_that_of_the_proto(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.binpb"
    arguments = ["", f"-I{CODE}", f"--descriptor_set_out={fresh}", str(PROTO)]
    assert protoc.main(arguments) == 0
    expected = FileDescriptorSet.FromString(fresh.read_bytes())
    assert FileDescriptorSet.FromString((CODE / "edge-agent.binpb").read_bytes()) == expected


@pytest.mark.parametrize("number", [2, 3])
def test_a_client_as_aws_samples_are_runs_unmodified(
    number: int, start_agent: StartAgent, scratched: Path, tmp_path: Path
) -> None:
    station = start_agent()
    stubs = tmp_path / "stubs"
    stubs.mkdir()
    # AWS's files have one field: number 2 in the documentation, 3 in the samples.
    theirs = re.sub(r"\n *SharedMemoryHandle \w+_of_samples = 3;", "", PROTO.read_text())
    theirs = re.sub(
        r"(message AnomalyMaskParams \{\s+\w+ shared_memory_handle) = 2", rf"\1 = {number}", theirs
    )
    assert f"shared_memory_handle = {number};" in theirs
    (stubs / "edge-agent.proto").write_text(theirs)
    generate = ["-I.", "--python_out=.", "--grpc_python_out=.", "edge-agent.proto"]
    subprocess.run([sys.executable, "-m", "grpc_tools.protoc", *generate], cwd=stubs, check=True)
    done = subprocess.run(
        [
            sys.executable,
            Path(__file__).with_name("sample_client.py"),
            stubs,
            f"unix://{station.run_dir}/agent.sock",
            "discs",
            scratched,
        ],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr + station.log.read_text()
    answers = json.loads(done.stdout)
    arn = "arn:aws:lookoutvision:us-east-1:000000000000:model/discs/1"
    assert answers["listed"] == [["discs", "STOPPED", arn]]
    assert (answers["started"], answers["then"]) == ("STARTING", "RUNNING")
    found = answers["by_bytes"]
    assert found["is_anomalous"]
    assert 0.5 < found["confidence"] <= 1
    assert found["score"] > found["threshold"] == 0.5
    (background, white_share, white), (anomaly, share, green) = found["anomalies"]
    assert (background, white, anomaly, green) == ("background", "#FFFFFF", "anomaly", "#23A436")
    assert 0 < share < 0.5
    assert white_share + share == pytest.approx(1)
    assert answers["mask_colours"] == ["23a436", "ffffff"]
    assert found["mask_in"] == "byte_data"
    assert answers["by_memory"] == {**found, "mask_in": "shared_memory_handle"}
    assert answers["same_mask"]
    assert (answers["stopped"], answers["at_last"]) == ("STOPPED", "STOPPED")


def test_models_start_and_stop_only_from_the_states_that_aws_allows(
    agent: tuple[StationProcesses, Calls], scratched: Path
) -> None:
    station, calls = agent
    detect = {"model_component": "discs", "bitmap": bitmap(scratched)}
    assert refused(lambda: calls("DetectAnomalies", **detect))[0] == "FAILED_PRECONDITION"
    assert refused(lambda: calls("StopModel", model_component="discs")) == (
        "FAILED_PRECONDITION",
        "model discs is STOPPED; this needs RUNNING",
    )
    run_discs(calls)
    assert refused(lambda: calls("StartModel", model_component="discs:1")) == (
        "FAILED_PRECONDITION",
        "model discs is RUNNING; this needs STOPPED or FAILED",
    )
    assert calls("DetectAnomalies", **detect).detect_anomaly_result.is_anomalous
    for component in ("screws", "discs:7", "", "../discs", "discs:x"):
        status, words = refused(lambda name=component: calls("StartModel", model_component=name))
        assert (status, "no model component" in words) == ("NOT_FOUND", True)
    unknown = {**detect, "model_component": "screws"}
    assert refused(lambda: calls("DetectAnomalies", **unknown))[0] == "NOT_FOUND"

    calls("StopModel", model_component="discs")
    graph = station.data_dir / "models/discs/1/model.onnx"
    graph.write_bytes(graph.read_bytes()[:-1] + b"x")
    calls("StartModel", model_component="discs")

    def failed() -> str:
        described = calls("DescribeModel", model_component="discs").model_description
        return described.status_message if described.status == MODEL_STATUS["FAILED"] else ""

    assert "SHA-256" in eventually(failed, timeout_s=60)
    station.kill("host")
    status, words = refused(lambda: calls("ListModels"))
    assert (status, "okng host" in words) == ("INTERNAL", True)


def test_bad_bitmaps_and_shared_memory_are_refused(
    agent: tuple[StationProcesses, Calls], scratched: Path
) -> None:
    _, calls = agent
    run_discs(calls)
    good = bitmap(scratched)
    size = len(good.byte_data)

    def detect(sent: Any, **more: Any) -> tuple[str, str]:
        return refused(
            lambda: calls("DetectAnomalies", model_component="discs", bitmap=sent, **more)
        )

    segment = shared_memory.SharedMemory(create=True, size=size)
    try:
        for fields, words in (
            ({"width": 63, "height": 64, "byte_data": b""}, "63 x 64 pixels; allowed are 64 to"),
            ({"width": 64, "height": 4097, "byte_data": b""}, "64 x 4097 pixels"),
            ({"width": -5, "height": 64, "byte_data": b""}, "-5 x 64"),
            ({"width": 320, "height": 240}, "no data"),
            ({"width": 320, "height": 240, "byte_data": b"x"}, "has 1 bytes; .* have 230400"),
            (handle(segment.name, size - 1), "230399 bytes are named; width and height need"),
            (handle(segment.name, size, 4096), "offset 4096 and 230400 bytes reach beyond"),
            (handle("okng-no-such", size), "No such file"),
            (handle("../etc/passwd", size), "not the name of a shared memory segment"),
            (handle("", size), "is not the name"),
            (handle(segment.name, size, 2**64 - 1), "reach beyond"),
        ):
            status, told = detect(message("Bitmap", **fields))
            assert status == "INVALID_ARGUMENT"
            assert re.search(words, told)
        params = message("AnomalyMaskParams")
        params.shared_memory_handle.CopyFrom(
            message("SharedMemoryHandle", name="okng-no-such", size=size)
        )
        status, told = detect(good, anomaly_mask_params=params)
        assert (status, "No such file" in told) == ("INVALID_ARGUMENT", True)
    finally:
        segment.close()
        segment.unlink()
    answer = calls("DetectAnomalies", model_component="discs", bitmap=good)
    assert answer.detect_anomaly_result.is_anomalous


def handle(name: str, size: int, offset: int = 0) -> dict[str, Any]:
    place = message("SharedMemoryHandle", name=name, size=size, offset=offset)
    return {"width": 320, "height": 240, "shared_memory_handle": place}


def test_the_socket_is_for_whom_the_settings_name_and_a_stale_one_is_replaced(
    start_agent: StartAgent,
) -> None:
    station = start_agent(socket_mode="0600")
    path = station.run_dir / "agent.sock"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    second = okng("edge-agent", "--config", station.config)
    assert second.returncode == 1
    assert "another edge agent listens on" in second.stderr
    station.kill("edge-agent")
    assert path.exists()
    station.start("edge-agent")
    with grpc.insecure_channel(f"unix://{path}") as channel:
        grpc.channel_ready_future(channel).result(timeout=60)
        assert len(Calls(channel)("ListModels").models) == 1


def test_over_tcp_only_clients_with_a_certificate_get_in(
    start_agent: StartAgent, tmp_path: Path, scratched: Path
) -> None:
    authority = Authority()
    server, client = authority.issue("station"), authority.issue("client")
    files = {
        "tls_certificate": server.certificate,
        "tls_key": server.private_key,
        "tls_client_ca": authority.certificate,
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    port = free_port()
    station = start_agent(port=port, **{name: str(tmp_path / name) for name in files})
    root = authority.certificate.encode()
    known = grpc.ssl_channel_credentials(
        root, client.private_key.encode(), client.certificate.encode()
    )
    with grpc.secure_channel(f"127.0.0.1:{port}", known) as channel:
        calls = Calls(channel)
        run_discs(calls)
        answer = calls("DetectAnomalies", model_component="discs", bitmap=bitmap(scratched))
        assert answer.detect_anomaly_result.is_anomalous
    other = Authority("other").issue("stranger")
    strangers = (
        grpc.ssl_channel_credentials(root),
        grpc.ssl_channel_credentials(root, other.private_key.encode(), other.certificate.encode()),
    )
    for credentials in strangers:
        with grpc.secure_channel(f"127.0.0.1:{port}", credentials) as channel:
            assert refused(lambda at=channel: Calls(at)("ListModels"))[0] == "UNAVAILABLE"
    assert HostingClient(station.run_dir).models()


def test_okng_run_starts_it_where_it_is_enabled(tmp_path: Path) -> None:
    station = StationProcesses(tmp_path, {"type": "folder", "path": str(tmp_path)})
    path = station.run_dir / "agent.sock"
    lines = f'\n[edge_agent]\nenabled = true\nsocket = "{path}"\n'
    station.config.write_text(station.config.read_text() + lines)
    station.start("run")
    with grpc.insecure_channel(f"unix://{path}") as channel:
        grpc.channel_ready_future(channel).result(timeout=60)

        def answered() -> bool:
            try:
                return len(Calls(channel)("ListModels").models) == 0
            except grpc.RpcError:
                # The hosting process may take longer.
                return False

        eventually(answered, timeout_s=60)
    station.stop()


def test_a_port_without_tls_is_refused(tmp_path: Path) -> None:
    station = StationProcesses(
        tmp_path, {"type": "folder", "path": str(tmp_path)}, edge_agent={"port": 4711}
    )
    done = okng("edge-agent", "--config", station.config)
    assert done.returncode == 1
    assert "a port needs tls_certificate, tls_key and tls_client_ca" in done.stderr
    station.stop()


def test_the_mask_is_where_the_picture_is_anomalous(
    agent: tuple[StationProcesses, Calls], scratched: Path
) -> None:
    _, calls = agent
    run_discs(calls)
    answer = calls("DetectAnomalies", model_component="discs", bitmap=bitmap(scratched))
    mask = answer.detect_anomaly_result.anomaly_mask
    pixels = np.frombuffer(mask.byte_data, np.uint8).reshape(mask.height, mask.width, 3)
    rows, columns = np.nonzero((pixels == (0x23, 0xA4, 0x36)).all(axis=2))
    # `write_pictures` draws the scratch from (0.42 w, 0.4 h) to (0.6 w, 0.62 h).
    assert 0.3 * 320 < columns.mean() < 0.7 * 320
    assert 0.3 * 240 < rows.mean() < 0.75 * 240
