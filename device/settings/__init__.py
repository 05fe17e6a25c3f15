"""The station's settings: one typed tree from a TOML file and the environment."""
