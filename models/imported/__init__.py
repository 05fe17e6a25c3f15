"""Imported models: other programs' models, converted to okng's graph contract."""
