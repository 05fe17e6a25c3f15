"""Hosting of models in a process of its own, for programs that send pictures."""
