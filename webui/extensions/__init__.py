"""Parts of the HTTP server that other packages bring: API calls, and what authenticates itself."""
