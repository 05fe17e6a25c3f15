"""Darknet's own files, `.cfg` and `.weights`, as one ONNX graph."""

from okng.models.detection.darknet.network import DarknetNetwork, darknet_model, read_network
from okng.models.detection.darknet.sections import DarknetError

__all__ = ["DarknetError", "DarknetNetwork", "darknet_model", "read_network"]
