-- What a person does at once to pictures of a dataset is one change: done together, undone together.
CREATE TABLE dataset_changes (
    change_id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL,
    -- The change that this one took back.
    undoes INTEGER UNIQUE REFERENCES dataset_changes (change_id),
    author TEXT NOT NULL,
    changed_at_us INTEGER NOT NULL
);
CREATE INDEX dataset_changes_by_dataset ON dataset_changes (dataset, change_id);

-- `before` and `after` are JSON of what changed of the picture: label, batch, defect_type, split, removed.
CREATE TABLE dataset_changed_pictures (
    change_id INTEGER NOT NULL REFERENCES dataset_changes (change_id),
    picture_id INTEGER NOT NULL REFERENCES dataset_pictures (picture_id),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (change_id, picture_id)
) WITHOUT ROWID;
CREATE INDEX dataset_changed_pictures_by_picture ON dataset_changed_pictures (picture_id);

-- Findings of a review that a person has looked at and found to be all right.
CREATE TABLE dataset_findings_kept (
    dataset TEXT NOT NULL,
    finding TEXT NOT NULL,
    author TEXT NOT NULL,
    kept_at_us INTEGER NOT NULL,
    PRIMARY KEY (dataset, finding)
) WITHOUT ROWID;

-- The newest review of each dataset: its findings, and how the pictures were when it looked (JSON).
CREATE TABLE dataset_reviews (
    dataset TEXT PRIMARY KEY,
    author TEXT NOT NULL,
    reviewed_at_us INTEGER NOT NULL,
    result TEXT NOT NULL
) WITHOUT ROWID;
