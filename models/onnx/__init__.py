"""Building and changing ONNX graphs."""
