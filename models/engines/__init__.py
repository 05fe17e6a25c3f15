"""Engines: what runs an ONNX model on this machine's hardware."""
