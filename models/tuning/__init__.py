"""Tuning: how a model is best run on this machine (engine, precision, threads, processes)."""
