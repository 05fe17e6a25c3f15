-- Where an NG part has its defect: a cell of a grid of three by three, 1 (top left) to 9, row by row.
-- NULL where nothing tells it, and for parts that were recorded before by their anomaly score alone.
ALTER TABLE inspections ADD COLUMN region INTEGER;
UPDATE inspections SET region = 1
    + max(0, min(2, CAST(3 * ((details ->> '$.detections[0].box.left')
        + (details ->> '$.detections[0].box.right')) / 2.0
        / (details ->> '$.picture_size.width') AS INTEGER)))
    + 3 * max(0, min(2, CAST(3 * ((details ->> '$.detections[0].box.top')
        + (details ->> '$.detections[0].box.bottom')) / 2.0
        / (details ->> '$.picture_size.height') AS INTEGER)))
WHERE outcome = 'NG' AND details ->> '$.detections[0].counted_as' = 'NG'
AND details ->> '$.picture_size.width' > 0 AND details ->> '$.picture_size.height' > 0;

-- What was wrong with parts of production, few of all, with what they are filtered by. Of the kind
-- 'station': NG parts by the class whose rule failed, '' where the anomaly score alone was over the
-- threshold; a part that fails several rules has a row for each, and is_first on one of them. Of the
-- kind 'person': parts that are NG by a review, by the type that a person gave their picture.
CREATE TABLE defects (
    kind TEXT NOT NULL CHECK (kind IN ('station', 'person')),
    type TEXT NOT NULL,
    seq INTEGER NOT NULL,
    is_first INTEGER NOT NULL,
    region INTEGER,
    outcome TEXT NOT NULL,
    recipe TEXT,
    triggered_at_us INTEGER NOT NULL,
    PRIMARY KEY (kind, type, seq)
) WITHOUT ROWID;
CREATE VIEW recount_of_defects AS
    SELECT 'station' AS kind, coalesce(rule.value, '') AS type, seq,
        rule.key IS NULL OR rule.key = 0 AS is_first, region, outcome, recipe, triggered_at_us
    FROM inspections LEFT JOIN json_each(details, '$.failed_rules') AS rule
    WHERE outcome = 'NG' AND challenge_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM json_each(details, '$.failed_rules') AS earlier
        WHERE earlier.value = rule.value AND earlier.key < rule.key
    )
    UNION ALL
    SELECT 'person', defect_type, seq, 1, region, outcome, recipe, triggered_at_us
    FROM reviews JOIN inspections USING (seq) JOIN dataset_pictures USING (picture_id)
    WHERE verdict = 'NG' AND defect_type IS NOT NULL AND removed_at_us IS NULL
    AND challenge_id IS NULL;
INSERT INTO defects SELECT * FROM recount_of_defects;
CREATE INDEX defects_by_seq ON defects (seq);
CREATE INDEX defects_by_region ON defects (region, seq) WHERE kind = 'station' AND is_first = 1;
CREATE INDEX defects_by_time ON defects (kind, triggered_at_us, recipe, type, region, is_first);
CREATE INDEX reviews_by_picture ON reviews (picture_id) WHERE picture_id IS NOT NULL;
CREATE INDEX challenges_by_time ON challenges (due_at_us);

-- Rows of `defects` of each hour since 1970 UTC; region 0 where it is not known.
CREATE TABLE defect_hours (
    kind TEXT NOT NULL,
    hour INTEGER NOT NULL,
    recipe TEXT NOT NULL,
    type TEXT NOT NULL,
    region INTEGER NOT NULL,
    is_first INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    PRIMARY KEY (kind, hour, recipe, type, region, is_first)
) WITHOUT ROWID;
CREATE VIEW recount_of_defect_hours AS
    SELECT kind, triggered_at_us / 3600000000 AS hour, coalesce(recipe, '') AS recipe, type,
        coalesce(region, 0) AS region, is_first, count(*) AS parts
    FROM defects GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO defect_hours SELECT * FROM recount_of_defect_hours;
CREATE TRIGGER defect_is_counted AFTER INSERT ON defects BEGIN
    INSERT INTO defect_hours VALUES (
        new.kind, new.triggered_at_us / 3600000000, coalesce(new.recipe, ''), new.type,
        coalesce(new.region, 0), new.is_first, 1
    ) ON CONFLICT DO UPDATE SET parts = parts + 1;
END;
CREATE TRIGGER defect_is_counted_no_more AFTER DELETE ON defects BEGIN
    UPDATE defect_hours SET parts = parts - 1
    WHERE kind = old.kind AND hour = old.triggered_at_us / 3600000000
    AND recipe = coalesce(old.recipe, '') AND type = old.type
    AND region = coalesce(old.region, 0) AND is_first = old.is_first;
    DELETE FROM defect_hours
    WHERE kind = old.kind AND hour = old.triggered_at_us / 3600000000
    AND recipe = coalesce(old.recipe, '') AND type = old.type
    AND region = coalesce(old.region, 0) AND is_first = old.is_first AND parts = 0;
END;

CREATE TRIGGER defect_is_there AFTER INSERT ON inspections
WHEN new.outcome = 'NG' AND new.challenge_id IS NULL BEGIN
    INSERT INTO defects SELECT * FROM recount_of_defects WHERE seq = new.seq;
END;
CREATE TRIGGER defect_is_another
AFTER UPDATE OF seq, outcome, recipe, triggered_at_us, details, challenge_id, region
ON inspections BEGIN
    DELETE FROM defects WHERE seq IN (old.seq, new.seq);
    INSERT INTO defects SELECT * FROM recount_of_defects WHERE seq = new.seq;
END;
CREATE TRIGGER defect_is_gone BEFORE DELETE ON inspections BEGIN
    DELETE FROM defects WHERE seq = old.seq;
END;
-- A review and its picture say the type together, and either may change.
CREATE TRIGGER defect_is_named AFTER INSERT ON reviews WHEN new.picture_id IS NOT NULL BEGIN
    INSERT INTO defects SELECT * FROM recount_of_defects WHERE seq = new.seq AND kind = 'person';
END;
CREATE TRIGGER defect_is_named_otherwise AFTER UPDATE OF seq, verdict, picture_id ON reviews BEGIN
    DELETE FROM defects WHERE seq IN (old.seq, new.seq) AND kind = 'person';
    INSERT INTO defects SELECT * FROM recount_of_defects WHERE seq = new.seq AND kind = 'person';
END;
CREATE TRIGGER defect_is_named_no_more AFTER DELETE ON reviews BEGIN
    DELETE FROM defects WHERE seq = old.seq AND kind = 'person';
END;
CREATE TRIGGER defect_type_is_another
AFTER UPDATE OF defect_type, removed_at_us ON dataset_pictures
WHEN old.defect_type IS NOT new.defect_type OR old.removed_at_us IS NOT new.removed_at_us BEGIN
    DELETE FROM defects WHERE kind = 'person'
    AND seq IN (SELECT seq FROM reviews WHERE picture_id = new.picture_id);
    INSERT INTO defects SELECT * FROM recount_of_defects WHERE kind = 'person'
    AND seq IN (SELECT seq FROM reviews WHERE picture_id = new.picture_id);
END;
