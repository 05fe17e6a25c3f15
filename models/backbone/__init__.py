"""The pretrained feature extractor of the anomaly methods: ONNX, shipped as package data."""
