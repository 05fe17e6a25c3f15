"""Trained models at work: loading a bundle, judging an image, measuring on labelled pictures."""
