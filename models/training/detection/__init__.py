"""Fine-tuning of a detector on a station's own boxes, in a process and environment of its own."""
