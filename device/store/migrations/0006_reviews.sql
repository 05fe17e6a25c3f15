-- Marked: so near to the threshold that a person should look.
ALTER TABLE inspections ADD COLUMN review INTEGER NOT NULL DEFAULT 0;
-- The marked parts in the ledger's order: few of all.
CREATE INDEX inspections_marked ON inspections (seq) WHERE review = 1;

-- What a person found of a part; the last word counts, the ledger's verdict stays.
CREATE TABLE reviews (
    seq INTEGER PRIMARY KEY REFERENCES inspections (seq),
    verdict TEXT NOT NULL CHECK (verdict IN ('OK', 'NG')),
    author TEXT NOT NULL,
    reviewed_at_us INTEGER NOT NULL,
    -- Of a dataset, where the part's picture was put into one.
    picture_id INTEGER REFERENCES dataset_pictures (picture_id)
);
