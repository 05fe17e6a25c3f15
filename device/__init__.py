"""The daemon: camera, triggers, inspection pipeline, outputs, result store and sinks."""
