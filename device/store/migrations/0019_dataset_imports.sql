-- What an import left out, and why: all of it, for whoever looks at the job.
CREATE TABLE job_refusals (
    job_id INTEGER NOT NULL REFERENCES jobs (job_id),
    number INTEGER NOT NULL,
    place TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (job_id, number)
) WITHOUT ROWID;

-- Pages of the pictures with masks.
CREATE INDEX dataset_pictures_masked
    ON dataset_pictures (dataset, picture_id, label, batch, defect_type, split)
    WHERE removed_at_us IS NULL AND mask IS NOT NULL;
