-- What a person says of a picture besides its label; the day is known from `created_at_us`.
ALTER TABLE dataset_pictures ADD COLUMN batch TEXT;
ALTER TABLE dataset_pictures ADD COLUMN defect_type TEXT;
-- 'test' is never learnt from, only measured on; null is undecided and learnt from.
ALTER TABLE dataset_pictures ADD COLUMN split TEXT CHECK (split IN ('train', 'test'));
-- Pages show the newest first of what is there, or of what was removed.
CREATE INDEX dataset_pictures_shown ON dataset_pictures (dataset, (removed_at_us IS NULL), picture_id);
CREATE INDEX dataset_pictures_by_sha256 ON dataset_pictures (sha256);

-- Every change of a picture, one row a field; what was done at once has one `block_id`, the
-- `change_id` of its first row.
CREATE TABLE dataset_changes (
    change_id INTEGER PRIMARY KEY AUTOINCREMENT,
    block_id INTEGER NOT NULL,
    dataset TEXT NOT NULL,
    picture_id INTEGER NOT NULL REFERENCES dataset_pictures (picture_id),
    field TEXT NOT NULL CHECK (field IN ('label', 'split', 'batch', 'defect_type', 'removed')),
    before TEXT,
    after TEXT,
    -- The change that this one took back.
    undoes INTEGER REFERENCES dataset_changes (change_id),
    author TEXT NOT NULL,
    changed_at_us INTEGER NOT NULL
);
CREATE INDEX dataset_changes_by_dataset ON dataset_changes (dataset, block_id);
CREATE INDEX dataset_changes_by_undone ON dataset_changes (undoes) WHERE undoes IS NOT NULL;

-- What the last check of a dataset found (JSON), and what a person has said is all right.
CREATE TABLE dataset_checks (
    dataset TEXT PRIMARY KEY,
    checked_at_us INTEGER NOT NULL,
    report TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE dataset_findings_kept (
    dataset TEXT NOT NULL,
    finding TEXT NOT NULL,
    author TEXT NOT NULL,
    kept_at_us INTEGER NOT NULL,
    PRIMARY KEY (dataset, finding)
) WITHOUT ROWID;
