-- Preparations of datasets: the steps that every picture goes through before a model sees it (JSON).
-- Every change is a version of its own; one that brings an earlier version back names it.
CREATE TABLE preparations (
    preparation_id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    restores INTEGER,
    author TEXT NOT NULL,
    saved_at_us INTEGER NOT NULL,
    UNIQUE (dataset, version)
);
