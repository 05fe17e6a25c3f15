"""NVIDIA's TensorRT, from 8.6 to 11 by one path; docs/targets.md has what runs where."""
