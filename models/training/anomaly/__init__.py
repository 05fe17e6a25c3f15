"""Anomaly models: training, incremental training, and imports with okng's threshold."""
