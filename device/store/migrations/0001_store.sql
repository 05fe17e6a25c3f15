-- Times are microseconds since 1970-01-01 UTC (`_us`).

-- The ledger: one row a trigger edge. What pages filter and sort by is a column, the rest is in
-- `details` (JSON).
CREATE TABLE inspections (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    inspection_id TEXT NOT NULL UNIQUE,
    trigger_id INTEGER NOT NULL UNIQUE,
    triggered_at_us INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('OK', 'NG', 'ERROR', 'MISSED')),
    part_id TEXT,
    recipe TEXT,
    recipe_version INTEGER,
    model TEXT,
    model_version INTEGER,
    score REAL,
    threshold REAL,
    picture_path TEXT,
    picture_sha256 TEXT,
    picture_removed_at_us INTEGER,
    details TEXT NOT NULL
);
-- An index ends with the row's seq: each of these gives the newest rows of a filter unsorted.
CREATE INDEX inspections_by_outcome ON inspections (outcome);
CREATE INDEX inspections_by_recipe ON inspections (recipe);
CREATE INDEX inspections_by_recipe_and_outcome ON inspections (recipe, outcome);
CREATE INDEX inspections_by_time ON inspections (triggered_at_us, outcome);
CREATE INDEX inspections_with_picture ON inspections (outcome)
    WHERE picture_path IS NOT NULL AND picture_removed_at_us IS NULL;

-- float16, row by row, little-endian, zlib.
CREATE TABLE anomaly_maps (
    seq INTEGER PRIMARY KEY REFERENCES inspections (seq),
    height INTEGER NOT NULL,
    width INTEGER NOT NULL,
    scores BLOB NOT NULL
);

-- Rows still to be delivered; each sink deletes its own.
CREATE TABLE outbox (
    sink TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES inspections (seq),
    payload TEXT NOT NULL,
    PRIMARY KEY (sink, seq)
);

CREATE TABLE recipes (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at_us INTEGER NOT NULL,
    PRIMARY KEY (name, version),
    UNIQUE (name, content)
);

CREATE TABLE dataset_pictures (
    picture_id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL,
    label TEXT NOT NULL CHECK (label IN ('normal', 'anomaly')),
    path TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    perceptual_hash TEXT NOT NULL,
    near_copy_of INTEGER REFERENCES dataset_pictures (picture_id),
    author TEXT NOT NULL,
    created_at_us INTEGER NOT NULL,
    removed_at_us INTEGER
);
CREATE INDEX dataset_pictures_by_dataset ON dataset_pictures (dataset, label);

CREATE TABLE jobs (
    job_id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    parameters TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    progress REAL NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    message TEXT NOT NULL DEFAULT '',
    result TEXT,
    cancel_requested INTEGER NOT NULL DEFAULT 0,
    pid INTEGER,
    -- Start time of the process in clock ticks since boot: a pid alone is used again.
    pid_started INTEGER,
    created_by TEXT NOT NULL,
    created_at_us INTEGER NOT NULL,
    started_at_us INTEGER,
    finished_at_us INTEGER
);
CREATE UNIQUE INDEX one_job_runs_at_a_time ON jobs (state) WHERE state = 'running';

CREATE TABLE job_log (
    line_id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id INTEGER NOT NULL REFERENCES jobs (job_id) ON DELETE CASCADE,
    logged_at_us INTEGER NOT NULL,
    line TEXT NOT NULL
);
CREATE INDEX job_log_by_job ON job_log (job_id);

-- What the daemon comes back to after a restart.
CREATE TABLE station_state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
