"""Reviewing a dataset before a model is trained from it: pictures in, findings out."""
