-- Keys of programs that sign their requests (AWS Signature Version 4). A signature is computed from
-- the secret itself, so it is kept and not its hash; the database is for the station's user alone.
CREATE TABLE access_keys (
    key_id TEXT PRIMARY KEY,
    secret TEXT NOT NULL,
    title TEXT NOT NULL,
    -- JSON list of words.
    rights TEXT NOT NULL,
    -- Null: all projects.
    project TEXT,
    author TEXT NOT NULL,
    created_at_us INTEGER NOT NULL,
    last_used_at_us INTEGER
) WITHOUT ROWID;

-- Signatures of requests that changed something: each is accepted once.
CREATE TABLE used_signatures (
    signature TEXT PRIMARY KEY,
    expires_at_us INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX used_signatures_by_expiry ON used_signatures (expires_at_us);
