"""Model bundles: versioned folders of a manifest and a model, verified at every load."""
