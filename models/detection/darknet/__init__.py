"""Darknet networks: from the files `.cfg` and `.weights` to one ONNX graph."""

from okng.models.detection.darknet.cfg_file import DarknetError
from okng.models.detection.darknet.network import DarknetNetwork, darknet_model, read_network

__all__ = ["DarknetError", "DarknetNetwork", "darknet_model", "read_network"]
