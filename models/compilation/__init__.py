"""Compiling a model for this machine's engines: builds, and the proof that they answer alike."""
