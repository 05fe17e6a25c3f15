-- Reviewed parts by the person's verdict: what passed and was really NG, and what was rejected and
-- was really OK, is found and counted without reading the ledger. Challenge parts are no production
-- and have none of these marks. The table is made anew for its larger CHECK; triggers that fill it
-- refer to it by name.
CREATE TABLE marks_before AS SELECT * FROM marked_inspections;
DROP VIEW recount_of_marked_inspections;
DROP TABLE marked_inspections;
CREATE TABLE marked_inspections (
    mark TEXT NOT NULL CHECK (mark IN (
        'scene_changed',
        'to_review', 'reviewed', 'human_ok', 'human_ng',
        'to_review, scene_changed', 'reviewed, scene_changed',
        'human_ok, scene_changed', 'human_ng, scene_changed'
    )),
    seq INTEGER NOT NULL REFERENCES inspections (seq),
    outcome TEXT NOT NULL,
    recipe TEXT,
    triggered_at_us INTEGER NOT NULL,
    PRIMARY KEY (mark, seq)
) WITHOUT ROWID;
INSERT INTO marked_inspections SELECT * FROM marks_before;
DROP TABLE marks_before;
CREATE INDEX marked_inspections_by_outcome ON marked_inspections (mark, outcome, seq);
CREATE INDEX marked_inspections_by_recipe ON marked_inspections (mark, recipe, seq);
CREATE INDEX marked_inspections_by_recipe_and_outcome
    ON marked_inspections (mark, recipe, outcome, seq);
CREATE INDEX marked_inspections_by_time
    ON marked_inspections (mark, triggered_at_us, outcome, recipe);

CREATE VIEW review_marks AS
    SELECT 'to_review' AS mark, seq FROM inspections
    WHERE review = 1 AND NOT EXISTS (SELECT 1 FROM reviews WHERE reviews.seq = inspections.seq)
    UNION ALL
    SELECT 'reviewed', seq FROM reviews JOIN inspections USING (seq) WHERE challenge_id IS NULL
    UNION ALL
    SELECT iif(verdict = 'OK', 'human_ok', 'human_ng'), seq
    FROM reviews JOIN inspections USING (seq) WHERE challenge_id IS NULL;
CREATE VIEW recount_of_marked_inspections AS
    SELECT mark, seq, outcome, recipe, triggered_at_us
    FROM review_marks JOIN inspections USING (seq)
    UNION ALL
    SELECT 'scene_changed', seq, outcome, recipe, triggered_at_us FROM inspections
    WHERE json_extract(details, '$.scene.changed')
    UNION ALL
    SELECT mark || ', scene_changed', seq, outcome, recipe, triggered_at_us
    FROM review_marks JOIN inspections USING (seq) WHERE json_extract(details, '$.scene.changed');

CREATE TRIGGER mark_is_counted AFTER INSERT ON marked_inspections BEGIN
    INSERT INTO ledger_totals VALUES (new.mark, 1)
    ON CONFLICT DO UPDATE SET parts = parts + 1;
    INSERT INTO ledger_hours VALUES (new.triggered_at_us / 3600000000, new.mark, 1)
    ON CONFLICT DO UPDATE SET parts = parts + 1;
END;
CREATE TRIGGER mark_is_counted_no_more AFTER DELETE ON marked_inspections BEGIN
    UPDATE ledger_totals SET parts = parts - 1 WHERE kind = old.mark;
    DELETE FROM ledger_totals WHERE kind = old.mark AND parts = 0;
    UPDATE ledger_hours SET parts = parts - 1
    WHERE hour = old.triggered_at_us / 3600000000 AND kind = old.mark;
    DELETE FROM ledger_hours
    WHERE hour = old.triggered_at_us / 3600000000 AND kind = old.mark AND parts = 0;
END;
INSERT INTO marked_inspections
SELECT mark, seq, outcome, recipe, triggered_at_us FROM recount_of_marked_inspections
WHERE seq IN (SELECT seq FROM reviews) AND mark <> 'scene_changed';

DROP TRIGGER review_is_there;
CREATE TRIGGER review_is_there AFTER INSERT ON reviews BEGIN
    DELETE FROM marked_inspections
    WHERE seq = new.seq AND mark IN ('to_review', 'to_review, scene_changed');
    INSERT INTO marked_inspections
    SELECT * FROM recount_of_marked_inspections WHERE seq = new.seq AND mark <> 'scene_changed';
END;
CREATE TRIGGER review_is_changed AFTER UPDATE OF seq, verdict ON reviews BEGIN
    DELETE FROM marked_inspections
    WHERE seq IN (old.seq, new.seq) AND mark IN (
        'to_review', 'reviewed', 'human_ok', 'human_ng',
        'to_review, scene_changed', 'reviewed, scene_changed',
        'human_ok, scene_changed', 'human_ng, scene_changed'
    );
    INSERT INTO marked_inspections
    SELECT * FROM recount_of_marked_inspections
    WHERE seq IN (old.seq, new.seq) AND mark <> 'scene_changed';
END;
DROP TRIGGER review_is_gone;
CREATE TRIGGER review_is_gone AFTER DELETE ON reviews BEGIN
    DELETE FROM marked_inspections
    WHERE seq = old.seq AND mark IN (
        'reviewed', 'human_ok', 'human_ng',
        'reviewed, scene_changed', 'human_ok, scene_changed', 'human_ng, scene_changed'
    );
    INSERT INTO marked_inspections
    SELECT * FROM recount_of_marked_inspections WHERE seq = old.seq AND mark <> 'scene_changed';
END;

-- A part that somebody has in the hand is found by its ID.
CREATE INDEX inspections_by_part_id ON inspections (part_id) WHERE part_id IS NOT NULL;

-- Parts of each hour since 1970 UTC by recipe and outcome, as `ledger_hours` has them of all recipes;
-- without challenge parts, and those that no recipe is known of.
CREATE TABLE recipe_hours (
    recipe TEXT NOT NULL,
    hour INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    parts INTEGER NOT NULL,
    PRIMARY KEY (recipe, hour, outcome)
) WITHOUT ROWID;
CREATE VIEW recount_of_recipe_hours AS
    SELECT recipe, triggered_at_us / 3600000000 AS hour, outcome, count(*) AS parts
    FROM inspections INDEXED BY inspections_by_recipe_outcome_and_time
    WHERE recipe IS NOT NULL AND challenge_id IS NULL GROUP BY 1, 2, 3;
INSERT INTO recipe_hours SELECT * FROM recount_of_recipe_hours;
CREATE TRIGGER inspection_of_recipe_is_counted AFTER INSERT ON inspections
WHEN new.recipe IS NOT NULL AND new.challenge_id IS NULL BEGIN
    INSERT INTO recipe_hours
    VALUES (new.recipe, new.triggered_at_us / 3600000000, new.outcome, 1)
    ON CONFLICT DO UPDATE SET parts = parts + 1;
END;
CREATE TRIGGER inspection_of_recipe_is_counted_otherwise
AFTER UPDATE OF outcome, recipe, triggered_at_us, challenge_id ON inspections BEGIN
    UPDATE recipe_hours SET parts = parts - 1
    WHERE recipe = old.recipe AND hour = old.triggered_at_us / 3600000000
    AND outcome = old.outcome AND old.challenge_id IS NULL;
    DELETE FROM recipe_hours
    WHERE recipe = old.recipe AND hour = old.triggered_at_us / 3600000000
    AND outcome = old.outcome AND parts = 0;
    INSERT INTO recipe_hours
    SELECT new.recipe, new.triggered_at_us / 3600000000, new.outcome, 1
    WHERE new.recipe IS NOT NULL AND new.challenge_id IS NULL
    ON CONFLICT DO UPDATE SET parts = parts + 1;
END;
CREATE TRIGGER inspection_of_recipe_is_counted_no_more AFTER DELETE ON inspections
WHEN old.recipe IS NOT NULL AND old.challenge_id IS NULL BEGIN
    UPDATE recipe_hours SET parts = parts - 1
    WHERE recipe = old.recipe AND hour = old.triggered_at_us / 3600000000
    AND outcome = old.outcome;
    DELETE FROM recipe_hours
    WHERE recipe = old.recipe AND hour = old.triggered_at_us / 3600000000
    AND outcome = old.outcome AND parts = 0;
END;
