"""Streams: one subscription at the device process, broadcast to every viewer."""
