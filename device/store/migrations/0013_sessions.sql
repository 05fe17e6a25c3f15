-- A login of one browser, by the hash of what its cookie carries; logging out deletes it.
-- `used_s` counts the seconds that the pages have run, not the clock's: a clock that is set ends no
-- session and lengthens none.
CREATE TABLE sessions (
    sha256 TEXT PRIMARY KEY,
    user_name TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE,
    used_s INTEGER NOT NULL,
    created_at_us INTEGER NOT NULL
);
CREATE INDEX sessions_of_user ON sessions (user_name);

-- Without the key that all sessions of a user shared. Dropping `users` first would take the tokens.
CREATE TABLE users_now (
    name TEXT PRIMARY KEY,
    -- argon2id, with its salt and cost.
    password_hash TEXT NOT NULL,
    created_at_us INTEGER NOT NULL
);
INSERT INTO users_now SELECT name, password_hash, created_at_us FROM users;
CREATE TABLE tokens_now (
    token_id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_name TEXT NOT NULL REFERENCES users_now (name) ON DELETE CASCADE,
    title TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    created_at_us INTEGER NOT NULL
);
INSERT INTO tokens_now SELECT token_id, user_name, title, sha256, created_at_us FROM tokens;
DROP TABLE tokens;
DROP TABLE users;
ALTER TABLE users_now RENAME TO users;
ALTER TABLE tokens_now RENAME TO tokens;
