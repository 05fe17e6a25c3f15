-- What the pictures of a dataset have in common, counted by triggers as in `0009_ledger_counts.sql`,
-- so that no list of datasets reads their pictures. Of pictures that are not removed: label, batch,
-- defect_type, split, boxed (somebody has said what is in them) and box_class, where boxes are
-- counted and not pictures. Removed ones count as `removed` alone.
CREATE TABLE dataset_facets (
    dataset TEXT NOT NULL,
    facet TEXT NOT NULL,
    value TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (dataset, facet, value)
) WITHOUT ROWID;
-- Those that no picture has any more, to be deleted without a look at the others.
CREATE INDEX dataset_facets_gone ON dataset_facets (dataset) WHERE count = 0;
CREATE VIEW facets_of_pictures AS
    SELECT picture_id, dataset, 'removed' AS facet, '' AS value FROM dataset_pictures
    WHERE removed_at_us IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'label', label FROM dataset_pictures WHERE removed_at_us IS NULL
    UNION ALL
    SELECT picture_id, dataset, 'batch', batch FROM dataset_pictures
    WHERE removed_at_us IS NULL AND batch IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'defect_type', defect_type FROM dataset_pictures
    WHERE removed_at_us IS NULL AND defect_type IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'split', split FROM dataset_pictures
    WHERE removed_at_us IS NULL AND split IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'boxed', '' FROM dataset_pictures
    WHERE removed_at_us IS NULL AND boxes IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'box_class', json_extract(json_each.value, '$.name')
    FROM dataset_pictures JOIN json_each(boxes)
    WHERE removed_at_us IS NULL AND boxes IS NOT NULL;
CREATE VIEW recount_of_dataset_facets AS
    SELECT dataset, facet, value, count(*) AS count FROM facets_of_pictures GROUP BY 1, 2, 3;
INSERT INTO dataset_facets SELECT * FROM recount_of_dataset_facets;

-- Grows with every change of what a dataset shows: what was worked out from it holds as long as this
-- stays.
CREATE TABLE dataset_versions (
    dataset TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER picture_is_counted AFTER INSERT ON dataset_pictures BEGIN
    INSERT INTO dataset_facets
    SELECT dataset, facet, value, count(*) FROM facets_of_pictures
    WHERE picture_id = new.picture_id GROUP BY 1, 2, 3
    ON CONFLICT DO UPDATE SET count = count + excluded.count;
    INSERT INTO dataset_versions VALUES (new.dataset, 1)
    ON CONFLICT DO UPDATE SET version = version + 1;
END;
CREATE TRIGGER picture_changes BEFORE UPDATE ON dataset_pictures BEGIN
    UPDATE dataset_facets SET count = dataset_facets.count - counted.count
    FROM (
        SELECT dataset, facet, value, count(*) AS count FROM facets_of_pictures
        WHERE picture_id = old.picture_id GROUP BY 1, 2, 3
    ) AS counted
    WHERE (dataset_facets.dataset, dataset_facets.facet, dataset_facets.value)
        = (counted.dataset, counted.facet, counted.value);
    DELETE FROM dataset_facets WHERE count = 0;
    INSERT INTO dataset_versions VALUES (old.dataset, 1)
    ON CONFLICT DO UPDATE SET version = version + 1;
END;
CREATE TRIGGER picture_has_changed AFTER UPDATE ON dataset_pictures BEGIN
    INSERT INTO dataset_facets
    SELECT dataset, facet, value, count(*) FROM facets_of_pictures
    WHERE picture_id = new.picture_id GROUP BY 1, 2, 3
    ON CONFLICT DO UPDATE SET count = count + excluded.count;
    INSERT INTO dataset_versions VALUES (new.dataset, 1)
    ON CONFLICT DO UPDATE SET version = version + 1;
END;
CREATE TRIGGER picture_is_counted_no_more BEFORE DELETE ON dataset_pictures BEGIN
    UPDATE dataset_facets SET count = dataset_facets.count - counted.count
    FROM (
        SELECT dataset, facet, value, count(*) AS count FROM facets_of_pictures
        WHERE picture_id = old.picture_id GROUP BY 1, 2, 3
    ) AS counted
    WHERE (dataset_facets.dataset, dataset_facets.facet, dataset_facets.value)
        = (counted.dataset, counted.facet, counted.value);
    DELETE FROM dataset_facets WHERE count = 0;
    INSERT INTO dataset_versions VALUES (old.dataset, 1)
    ON CONFLICT DO UPDATE SET version = version + 1;
END;
CREATE TRIGGER review_of_dataset_is_there AFTER INSERT ON dataset_reviews BEGIN
    INSERT INTO dataset_versions VALUES (new.dataset, 1)
    ON CONFLICT DO UPDATE SET version = version + 1;
END;
CREATE TRIGGER finding_is_kept AFTER INSERT ON dataset_findings_kept BEGIN
    INSERT INTO dataset_versions VALUES (new.dataset, 1)
    ON CONFLICT DO UPDATE SET version = version + 1;
END;
CREATE TRIGGER finding_is_kept_no_more AFTER DELETE ON dataset_findings_kept BEGIN
    INSERT INTO dataset_versions VALUES (old.dataset, 1)
    ON CONFLICT DO UPDATE SET version = version + 1;
END;

-- For pages of pictures: each in the order of its pictures, and with what a page is filtered by.
DROP INDEX dataset_pictures_by_dataset;
CREATE INDEX dataset_pictures_present
    ON dataset_pictures (dataset, picture_id, label, batch, defect_type, split)
    WHERE removed_at_us IS NULL;
CREATE INDEX dataset_pictures_removed
    ON dataset_pictures (dataset, picture_id, label, batch, defect_type, split)
    WHERE removed_at_us IS NOT NULL;
CREATE INDEX dataset_pictures_boxed
    ON dataset_pictures (dataset, picture_id, label, batch, defect_type, split)
    WHERE removed_at_us IS NULL AND boxes IS NOT NULL;
CREATE INDEX dataset_pictures_unboxed
    ON dataset_pictures (dataset, picture_id, label, batch, defect_type, split)
    WHERE removed_at_us IS NULL AND boxes IS NULL;

-- The rest of what lists are read by.
CREATE INDEX regression_pictures_removed ON regression_pictures (model)
    WHERE removed_at_us IS NOT NULL;
CREATE INDEX regression_pictures_present ON regression_pictures (model)
    WHERE removed_at_us IS NULL;
CREATE INDEX jobs_queued ON jobs (job_id) WHERE state = 'queued';
