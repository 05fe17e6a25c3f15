"""A client in the way of AWS's public samples: stubs by grpc_tools, the service's own calls.

    python sample_client.py STUBS ADDRESS COMPONENT PICTURE [MASK_FIELD]

prints what each call answered, as JSON. It knows nothing of okng.
"""

import json
import sys
import time
from multiprocessing import shared_memory

import cv2
import grpc

stubs, address, component, picture = sys.argv[1:5]
sys.path.insert(0, stubs)
import edge_agent_pb2 as pb2  # noqa: E402
from edge_agent_pb2_grpc import EdgeAgentStub  # noqa: E402


def status(stub):
    described = stub.DescribeModel(pb2.DescribeModelRequest(model_component=component))
    return pb2.ModelStatus.Name(described.model_description.status)


def summary(result):
    return {
        "is_anomalous": result.is_anomalous,
        "confidence": result.confidence,
        "anomalies": [
            [found.name, found.pixel_anomaly.total_percentage_area, found.pixel_anomaly.hex_color]
            for found in result.anomalies
        ],
        "score": result.anomaly_score,
        "threshold": result.anomaly_threshold,
        "mask_in": result.anomaly_mask.WhichOneof("data"),
    }


answers = {}
image = cv2.cvtColor(cv2.imread(picture), cv2.COLOR_BGR2RGB)
height, width, _ = image.shape
pixels = image.tobytes()
with grpc.insecure_channel(address) as channel:
    stub = EdgeAgentStub(channel)
    answers["listed"] = [
        [model.model_component, pb2.ModelStatus.Name(model.status), model.lookout_vision_model_arn]
        for model in stub.ListModels(pb2.ListModelsRequest()).models
    ]
    started = stub.StartModel(pb2.StartModelRequest(model_component=component))
    answers["started"] = pb2.ModelStatus.Name(started.status)
    deadline = time.monotonic() + 60
    while (now := status(stub)) != "RUNNING" and time.monotonic() < deadline:
        time.sleep(0.1)
    answers["then"] = now

    bitmap = pb2.Bitmap(width=width, height=height, byte_data=pixels)
    answer = stub.DetectAnomalies(
        pb2.DetectAnomaliesRequest(model_component=component, bitmap=bitmap)
    )
    answers["by_bytes"] = summary(answer.detect_anomaly_result)
    mask = answer.detect_anomaly_result.anomaly_mask.byte_data
    answers["mask_colours"] = sorted({mask[at : at + 3].hex() for at in range(0, len(mask), 3)})

    offset = 64
    segment = shared_memory.SharedMemory(create=True, size=2 * (offset + len(pixels)))
    try:
        segment.buf[offset : offset + len(pixels)] = pixels
        place = pb2.SharedMemoryHandle(name=segment.name, size=len(pixels), offset=offset)
        mask_at = 2 * offset + len(pixels)
        mask_place = pb2.SharedMemoryHandle(name=segment.name, size=len(pixels), offset=mask_at)
        answer = stub.DetectAnomalies(
            pb2.DetectAnomaliesRequest(
                model_component=component,
                bitmap=pb2.Bitmap(width=width, height=height, shared_memory_handle=place),
                anomaly_mask_params=pb2.AnomalyMaskParams(shared_memory_handle=mask_place),
            )
        )
        answers["by_memory"] = summary(answer.detect_anomaly_result)
        answers["same_mask"] = bytes(segment.buf[mask_at : mask_at + len(pixels)]) == mask
    finally:
        segment.close()
        segment.unlink()
    stopped = stub.StopModel(pb2.StopModelRequest(model_component=component))
    answers["stopped"] = pb2.ModelStatus.Name(stopped.status)
    answers["at_last"] = status(stub)
print(json.dumps(answers))
