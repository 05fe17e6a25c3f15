-- Who may use the pages and the HTTP API; written by the web process only.
CREATE TABLE users (
    name TEXT PRIMARY KEY,
    -- argon2id, with its salt and cost.
    password_hash TEXT NOT NULL,
    -- Every session carries it; a new password brings a new one, which ends all sessions.
    session_key TEXT NOT NULL UNIQUE,
    created_at_us INTEGER NOT NULL
);

-- Bearer tokens of programs. The secret itself is nowhere: it has 256 random bits, so a plain
-- hash is as good as a slow one.
CREATE TABLE tokens (
    token_id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_name TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE,
    title TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    created_at_us INTEGER NOT NULL
);
