-- The newest quick model of each dataset: its figures, and how the pictures were at that time (JSON).
CREATE TABLE quick_models (
    dataset TEXT PRIMARY KEY,
    computed_at_us INTEGER NOT NULL,
    result TEXT NOT NULL
) WITHOUT ROWID;
