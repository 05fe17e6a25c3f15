"""From pictures to a model bundle."""
