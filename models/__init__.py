"""How a picture is judged: preprocessing, anomaly models, engines, training and model bundles."""
