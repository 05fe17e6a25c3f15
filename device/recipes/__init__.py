"""Recipes: all that decides how a part is judged, as one versioned document."""
