-- What a model version makes of stored parts of a recipe: one row for each model, engine build,
-- version of okng and recipe, with the period that was asked for last. An empty `build_sha256`: the
-- model runs as it came. `scope` (JSON) counts the parts of the period when it was started.
CREATE TABLE archive_inspections (
    archive_inspection_id INTEGER PRIMARY KEY AUTOINCREMENT,
    model TEXT NOT NULL,
    model_version INTEGER NOT NULL,
    model_sha256 TEXT NOT NULL,
    build_sha256 TEXT NOT NULL,
    okng_version TEXT NOT NULL,
    recipe TEXT NOT NULL,
    threshold REAL NOT NULL,
    since_us INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    scope TEXT NOT NULL,
    -- Parts of the period that are still to be judged.
    remaining INTEGER NOT NULL,
    -- Of all its jobs together.
    judged INTEGER NOT NULL DEFAULT 0,
    judging_s REAL NOT NULL DEFAULT 0,
    started_by TEXT NOT NULL,
    started_at_us INTEGER NOT NULL,
    judged_at_us INTEGER NOT NULL
);
CREATE UNIQUE INDEX archive_inspection_once
    ON archive_inspections (model_sha256, build_sha256, okng_version, recipe);
CREATE INDEX archive_inspections_by_model ON archive_inspections (model, model_version, started_at_us);

-- The score holds for every threshold. `hour` counts UTC hours since 1970, `was` is the line's
-- verdict; a part with `rules_failed` is NG by its detection whatever its score. `problem` says why
-- there is no score.
CREATE TABLE archive_results (
    archive_inspection_id INTEGER NOT NULL
        REFERENCES archive_inspections (archive_inspection_id) ON DELETE CASCADE,
    seq INTEGER NOT NULL REFERENCES inspections (seq),
    hour INTEGER NOT NULL,
    was TEXT NOT NULL CHECK (was IN ('OK', 'NG')),
    score REAL,
    rules_failed INTEGER NOT NULL CHECK (rules_failed IN (0, 1)),
    problem TEXT CHECK (
        problem IN ('picture_missing', 'picture_changed', 'recipe_unusable', 'not_judged')
    ),
    reason TEXT,
    PRIMARY KEY (archive_inspection_id, seq),
    CHECK ((score IS NULL) = (problem IS NOT NULL))
) WITHOUT ROWID;

-- Parts that can be judged again, counted by recipe version and hour of their trigger.
CREATE TABLE archive_hours (
    recipe TEXT NOT NULL,
    hour INTEGER NOT NULL,
    recipe_version INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    PRIMARY KEY (recipe, hour, recipe_version)
) WITHOUT ROWID;
CREATE VIEW recount_of_archive_hours AS
    SELECT recipe, triggered_at_us / 3600000000 AS hour, recipe_version, count(*) AS parts
    FROM inspections
    WHERE picture_path IS NOT NULL AND picture_removed_at_us IS NULL
    AND outcome IN ('OK', 'NG') AND challenge_id IS NULL
    AND recipe IS NOT NULL AND recipe_version IS NOT NULL
    GROUP BY 1, 2, 3;
INSERT INTO archive_hours SELECT recipe, hour, recipe_version, parts FROM recount_of_archive_hours;

CREATE TRIGGER archived_part_is_counted AFTER INSERT ON inspections
WHEN new.picture_path IS NOT NULL AND new.picture_removed_at_us IS NULL
    AND new.outcome IN ('OK', 'NG') AND new.challenge_id IS NULL
    AND new.recipe IS NOT NULL AND new.recipe_version IS NOT NULL
BEGIN
    INSERT INTO archive_hours
    VALUES (new.recipe, new.triggered_at_us / 3600000000, new.recipe_version, 1)
    ON CONFLICT DO UPDATE SET parts = parts + 1;
END;
CREATE TRIGGER archived_part_is_counted_otherwise
AFTER UPDATE OF recipe, recipe_version, triggered_at_us, outcome, picture_path,
    picture_removed_at_us, challenge_id ON inspections
BEGIN
    UPDATE archive_hours SET parts = parts - 1 WHERE recipe = old.recipe AND recipe_version = old.recipe_version
    AND hour = old.triggered_at_us / 3600000000
    AND old.picture_path IS NOT NULL AND old.picture_removed_at_us IS NULL
    AND old.outcome IN ('OK', 'NG') AND old.challenge_id IS NULL
    AND old.recipe IS NOT NULL AND old.recipe_version IS NOT NULL;
    DELETE FROM archive_hours WHERE recipe = old.recipe AND recipe_version = old.recipe_version
    AND hour = old.triggered_at_us / 3600000000 AND parts = 0;
    INSERT INTO archive_hours
    SELECT new.recipe, new.triggered_at_us / 3600000000, new.recipe_version, 1
    WHERE new.picture_path IS NOT NULL AND new.picture_removed_at_us IS NULL
    AND new.outcome IN ('OK', 'NG') AND new.challenge_id IS NULL
    AND new.recipe IS NOT NULL AND new.recipe_version IS NOT NULL
    ON CONFLICT DO UPDATE SET parts = parts + 1;
END;
CREATE TRIGGER archived_part_is_counted_no_more BEFORE DELETE ON inspections
WHEN old.picture_path IS NOT NULL AND old.picture_removed_at_us IS NULL
    AND old.outcome IN ('OK', 'NG') AND old.challenge_id IS NULL
    AND old.recipe IS NOT NULL AND old.recipe_version IS NOT NULL
BEGIN
    UPDATE archive_hours SET parts = parts - 1 WHERE recipe = old.recipe AND recipe_version = old.recipe_version
    AND hour = old.triggered_at_us / 3600000000;
    DELETE FROM archive_hours WHERE recipe = old.recipe AND recipe_version = old.recipe_version
    AND hour = old.triggered_at_us / 3600000000 AND parts = 0;
END;

-- Re-inspections run beside the one job of another kind.
DROP INDEX one_job_runs_at_a_time;
CREATE UNIQUE INDEX one_job_runs_at_a_time
    ON jobs (state, (kind = 'archive_inspection')) WHERE state = 'running';
CREATE INDEX archive_inspection_jobs ON jobs (job_id) WHERE kind = 'archive_inspection';
