-- What `okng sync` brings to the bucket, a row for each file. `key` is the object's key without the
-- prefix of the settings, `path` the file's relative to the data directory. An obsolete row is of a
-- picture that has left its dataset or changed its folder: its object is to be deleted.
CREATE TABLE uploads (
    upload_id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('picture', 'results', 'dataset', 'model')),
    key TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'uploaded', 'failed', 'obsolete')),
    -- Why the store refused it last, or why it failed.
    reason TEXT,
    refusals INTEGER NOT NULL DEFAULT 0,
    -- Of a multipart upload that was begun.
    multipart_id TEXT,
    -- When the part was triggered, the picture added, the file made.
    created_at_us INTEGER NOT NULL,
    ended_at_us INTEGER
);
-- What the store refused goes behind the rest.
CREATE INDEX uploads_waiting ON uploads (refusals, upload_id) WHERE state = 'waiting';
CREATE INDEX uploads_by_state ON uploads (state);
CREATE INDEX uploads_by_path ON uploads (path);
CREATE INDEX uploads_of_datasets ON uploads (sha256) WHERE kind = 'dataset';

-- Parts of multipart uploads that the store has confirmed.
CREATE TABLE upload_parts (
    upload_id INTEGER NOT NULL REFERENCES uploads (upload_id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    etag TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (upload_id, number)
) WITHOUT ROWID;

-- How far each source has been read: the ledger for pictures and for results, reviews, datasets.
CREATE TABLE upload_places (
    source TEXT PRIMARY KEY,
    place INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX reviews_by_time ON reviews (reviewed_at_us);

CREATE TABLE upload_totals (
    state TEXT PRIMARY KEY,
    files INTEGER NOT NULL,
    bytes INTEGER NOT NULL
) WITHOUT ROWID;
CREATE VIEW recount_of_upload_totals AS
    SELECT state, count(*) AS files, sum(bytes) AS bytes FROM uploads GROUP BY state;
CREATE TRIGGER upload_is_counted AFTER INSERT ON uploads BEGIN
    INSERT INTO upload_totals VALUES (new.state, 1, new.bytes)
    ON CONFLICT DO UPDATE SET files = files + 1, bytes = bytes + excluded.bytes;
END;
CREATE TRIGGER upload_is_counted_otherwise AFTER UPDATE OF state, bytes ON uploads BEGIN
    UPDATE upload_totals SET files = files - 1, bytes = bytes - old.bytes WHERE state = old.state;
    DELETE FROM upload_totals WHERE state = old.state AND files = 0;
    INSERT INTO upload_totals VALUES (new.state, 1, new.bytes)
    ON CONFLICT DO UPDATE SET files = files + 1, bytes = bytes + excluded.bytes;
END;
CREATE TRIGGER upload_is_counted_no_more AFTER DELETE ON uploads BEGIN
    UPDATE upload_totals SET files = files - 1, bytes = bytes - old.bytes WHERE state = old.state;
    DELETE FROM upload_totals WHERE state = old.state AND files = 0;
END;

-- What `okng sync` says of itself, and the stations that it found in the bucket (JSON).
CREATE TABLE sync_reports (
    name TEXT PRIMARY KEY CHECK (name IN ('status', 'fleet')),
    document TEXT NOT NULL,
    written_at_us INTEGER NOT NULL
) WITHOUT ROWID;
