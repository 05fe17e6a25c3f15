-- What Lookout for Vision's API knows beyond datasets and models. A project's pictures are those of
-- the dataset of its name, its models the versions of the model of its name.
CREATE TABLE lookout_projects (
    name TEXT PRIMARY KEY,
    created_at_us INTEGER NOT NULL,
    -- The newest version that was begun: no number is used twice.
    last_version INTEGER NOT NULL DEFAULT 0,
    -- The version of the station's dataset that the entries were compared with last.
    entries_version INTEGER NOT NULL DEFAULT -1
) WITHOUT ROWID;

CREATE TABLE lookout_datasets (
    project TEXT NOT NULL REFERENCES lookout_projects (name),
    type TEXT NOT NULL CHECK (type IN ('train', 'test')),
    status TEXT NOT NULL,
    message TEXT NOT NULL,
    -- JSON of what is being brought in, with whose name; null while nothing is.
    work TEXT,
    created_at_us INTEGER NOT NULL,
    updated_at_us INTEGER NOT NULL,
    PRIMARY KEY (project, type)
) WITHOUT ROWID;

CREATE TABLE lookout_entries (
    entry_id INTEGER PRIMARY KEY AUTOINCREMENT,
    project TEXT NOT NULL,
    type TEXT NOT NULL,
    source_ref TEXT NOT NULL,
    -- Null for entries without a label: a picture comes in with its label.
    picture_id INTEGER UNIQUE,
    -- The line of the manifest; null for pictures that the station took itself.
    line TEXT,
    created_at_us INTEGER NOT NULL,
    UNIQUE (project, type, source_ref),
    FOREIGN KEY (project, type) REFERENCES lookout_datasets (project, type) ON DELETE CASCADE
);

CREATE TABLE lookout_models (
    project TEXT NOT NULL REFERENCES lookout_projects (name),
    version INTEGER NOT NULL,
    description TEXT,
    kms_key_id TEXT,
    -- JSON of the OutputConfig; null for models that the station made by itself.
    output_config TEXT,
    -- Null for models that the station made by itself.
    job_id INTEGER,
    created_at_us INTEGER NOT NULL,
    -- JSON of the written objects; null until then.
    evaluation TEXT,
    message TEXT,
    min_inference_units INTEGER,
    max_inference_units INTEGER,
    is_deleting INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (project, version)
) WITHOUT ROWID;

CREATE TABLE lookout_packaging_jobs (
    project TEXT NOT NULL REFERENCES lookout_projects (name),
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    description TEXT,
    configuration TEXT NOT NULL,
    status TEXT NOT NULL,
    message TEXT NOT NULL,
    created_at_us INTEGER NOT NULL,
    updated_at_us INTEGER NOT NULL,
    PRIMARY KEY (project, name)
) WITHOUT ROWID;

CREATE TABLE lookout_tags (
    -- `project/NAME` or `model/PROJECT/VERSION`.
    resource TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (resource, key)
) WITHOUT ROWID;

-- Answers to requests with a client token: the same request is carried out once.
CREATE TABLE lookout_answers (
    key_id TEXT NOT NULL,
    operation TEXT NOT NULL,
    client_token TEXT NOT NULL,
    request_sha256 TEXT NOT NULL,
    answer TEXT NOT NULL,
    expires_at_us INTEGER NOT NULL,
    PRIMARY KEY (key_id, operation, client_token)
) WITHOUT ROWID;
CREATE INDEX lookout_answers_by_expiry ON lookout_answers (expires_at_us);
