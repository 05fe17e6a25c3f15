"""Training: from pictures to a model bundle."""
