"""The quick model: what a model from the pictures of a growing dataset could do, in seconds."""
