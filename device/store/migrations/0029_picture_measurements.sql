-- What was measured of a picture's file, by its SHA-256: equal files are measured once, in whatever
-- dataset they are. Whoever computed something from measurements sees by the highest
-- `measurement_id` whether there are newer ones. Where a file could not be read, `problem` says why,
-- and the measures are null.
CREATE TABLE picture_measurements (
    measurement_id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE,
    measured_at_us INTEGER NOT NULL,
    problem TEXT,
    bytes INTEGER,
    -- Mean and standard deviation of the grey values, as shares of the full range.
    brightness REAL,
    contrast REAL,
    -- Decibels; null for a picture that is too small to be measured.
    focus_db REAL,
    -- Mean of the review's features over all positions: little-endian float16.
    embedding BLOB,
    CHECK ((problem IS NULL) = (embedding IS NOT NULL))
);
