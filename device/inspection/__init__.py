"""One picture by one recipe: no thread, no store."""
