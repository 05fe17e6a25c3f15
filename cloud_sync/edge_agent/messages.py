"""The messages of the edge agent, from the compiled `edge-agent.proto`.

The descriptors go with every version of protobuf, which generated code doesn't. They have a pool of
their own, so that a client's stubs of the same names may be imported beside them.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

from google.protobuf.descriptor_pb2 import FileDescriptorSet  # type: ignore[import-untyped]
from google.protobuf.descriptor_pool import DescriptorPool  # type: ignore[import-untyped]
from google.protobuf.message_factory import GetMessageClass  # type: ignore[import-untyped]

PACKAGE = "AWS.LookoutVision"
SERVICE = f"{PACKAGE}.EdgeAgent"
DESCRIPTORS = "edge-agent.binpb"


def _service() -> Any:
    compiled = resources.files("okng.cloud_sync.edge_agent") / DESCRIPTORS
    pool = DescriptorPool()
    for file in FileDescriptorSet.FromString(compiled.read_bytes()).file:
        pool.Add(file)
    return pool.FindServiceByName(SERVICE)


_SERVICE = _service()

CALLS: dict[str, tuple[Any, Any]] = {
    method.name: (GetMessageClass(method.input_type), GetMessageClass(method.output_type))
    for method in _SERVICE.methods
}
"""The classes of request and response of each call."""


def message(kind: str, /, **fields: Any) -> Any:
    """A message of this kind."""
    return GetMessageClass(_SERVICE.file.message_types_by_name[kind])(**fields)


MODEL_STATUS: dict[str, int] = {
    value.name: value.number for value in _SERVICE.file.enum_types_by_name["ModelStatus"].values
}
