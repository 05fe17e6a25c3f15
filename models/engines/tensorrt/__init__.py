"""NVIDIA's TensorRT, versions 8.6 to 11 by the same code; docs/targets.md says what runs where."""
