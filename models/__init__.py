"""Models that judge pictures: preprocessing, anomaly models, engines, training and bundles."""

from okng.models.telemetry import switch_off

switch_off()
