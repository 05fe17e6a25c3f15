"""Authentication and access control: users, sessions, tokens, and claiming a new station."""
