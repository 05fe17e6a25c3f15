-- Challenges of recipes: known parts that have to be judged right before production goes on. What
-- was judged stands in the ledger, in the inspections with this challenge_id.
CREATE TABLE challenges (
    challenge_id INTEGER PRIMARY KEY AUTOINCREMENT,
    recipe TEXT NOT NULL,
    recipe_version INTEGER NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('recipe_start', 'shift_start')),
    parts TEXT NOT NULL,
    due_at_us INTEGER NOT NULL,
    result TEXT CHECK (result IN ('passed', 'overridden', 'superseded')),
    author TEXT,
    why TEXT,
    ended_at_us INTEGER
);
CREATE UNIQUE INDEX one_challenge_at_a_time ON challenges ((1)) WHERE ended_at_us IS NULL;
CREATE INDEX challenges_by_recipe ON challenges (recipe, ended_at_us);

-- NULL for parts of production. No foreign key: a lost challenge must not take the ledger with it.
ALTER TABLE inspections ADD COLUMN challenge_id INTEGER;
CREATE INDEX inspections_by_challenge ON inspections (challenge_id)
    WHERE challenge_id IS NOT NULL;
-- Counts of production leave challenge parts out, still without reading rows.
DROP INDEX inspections_by_time;
CREATE INDEX inspections_by_time ON inspections (triggered_at_us, outcome, challenge_id);
DROP INDEX inspections_by_recipe_outcome_and_time;
CREATE INDEX inspections_by_recipe_outcome_and_time
    ON inspections (recipe, outcome, triggered_at_us, challenge_id);

-- As in 0009, with challenge parts counted as the kind 'challenge', whatever their verdict.
DROP VIEW recount_of_ledger_hours;
CREATE VIEW recount_of_ledger_hours AS
    SELECT triggered_at_us / 3600000000 AS hour,
        iif(challenge_id IS NULL, outcome, 'challenge') AS kind, count(*) AS parts
    FROM inspections INDEXED BY inspections_by_time GROUP BY 1, 2
    UNION ALL
    SELECT triggered_at_us / 3600000000, mark, count(*) FROM marked_inspections GROUP BY 1, 2;
DROP VIEW recount_of_ledger_blocks;
CREATE VIEW recount_of_ledger_blocks AS
    SELECT seq / 4096 AS block, min(triggered_at_us) AS first_us, max(triggered_at_us) AS last_us,
        sum(outcome IN ('OK', 'NG') AND challenge_id IS NULL) AS judged
    FROM inspections INDEXED BY inspections_by_time GROUP BY 1;

DROP TRIGGER inspection_is_counted;
CREATE TRIGGER inspection_is_counted AFTER INSERT ON inspections BEGIN
    INSERT INTO ledger_totals VALUES (iif(new.challenge_id IS NULL, new.outcome, 'challenge'), 1)
    ON CONFLICT DO UPDATE SET parts = parts + 1;
    INSERT INTO ledger_hours VALUES (
        new.triggered_at_us / 3600000000, iif(new.challenge_id IS NULL, new.outcome, 'challenge'), 1
    ) ON CONFLICT DO UPDATE SET parts = parts + 1;
    INSERT INTO ledger_blocks VALUES (
        new.seq / 4096, new.triggered_at_us, new.triggered_at_us,
        new.outcome IN ('OK', 'NG') AND new.challenge_id IS NULL
    ) ON CONFLICT DO UPDATE SET first_us = min(first_us, excluded.first_us),
        last_us = max(last_us, excluded.last_us), judged = judged + excluded.judged;
END;
DROP TRIGGER inspection_is_counted_otherwise;
CREATE TRIGGER inspection_is_counted_otherwise
AFTER UPDATE OF seq, outcome, recipe, triggered_at_us, review, details, challenge_id
ON inspections BEGIN
    UPDATE ledger_totals SET parts = parts - 1
    WHERE kind = iif(old.challenge_id IS NULL, old.outcome, 'challenge');
    DELETE FROM ledger_totals
    WHERE kind = iif(old.challenge_id IS NULL, old.outcome, 'challenge') AND parts = 0;
    UPDATE ledger_hours SET parts = parts - 1
    WHERE hour = old.triggered_at_us / 3600000000
    AND kind = iif(old.challenge_id IS NULL, old.outcome, 'challenge');
    DELETE FROM ledger_hours
    WHERE hour = old.triggered_at_us / 3600000000
    AND kind = iif(old.challenge_id IS NULL, old.outcome, 'challenge') AND parts = 0;
    INSERT INTO ledger_totals VALUES (iif(new.challenge_id IS NULL, new.outcome, 'challenge'), 1)
    ON CONFLICT DO UPDATE SET parts = parts + 1;
    INSERT INTO ledger_hours VALUES (
        new.triggered_at_us / 3600000000, iif(new.challenge_id IS NULL, new.outcome, 'challenge'), 1
    ) ON CONFLICT DO UPDATE SET parts = parts + 1;
    DELETE FROM ledger_blocks WHERE block IN (old.seq / 4096, new.seq / 4096);
    INSERT INTO ledger_blocks
    SELECT seq / 4096, min(triggered_at_us), max(triggered_at_us),
        sum(outcome IN ('OK', 'NG') AND challenge_id IS NULL)
    FROM inspections NOT INDEXED
    WHERE seq BETWEEN old.seq / 4096 * 4096 AND old.seq / 4096 * 4096 + 4095
    OR seq BETWEEN new.seq / 4096 * 4096 AND new.seq / 4096 * 4096 + 4095 GROUP BY 1;
    DELETE FROM marked_inspections WHERE seq IN (old.seq, new.seq);
    INSERT INTO marked_inspections
    SELECT * FROM recount_of_marked_inspections WHERE seq = new.seq;
END;
DROP TRIGGER inspection_is_counted_no_more;
CREATE TRIGGER inspection_is_counted_no_more BEFORE DELETE ON inspections BEGIN
    UPDATE ledger_totals SET parts = parts - 1
    WHERE kind = iif(old.challenge_id IS NULL, old.outcome, 'challenge');
    DELETE FROM ledger_totals
    WHERE kind = iif(old.challenge_id IS NULL, old.outcome, 'challenge') AND parts = 0;
    UPDATE ledger_hours SET parts = parts - 1
    WHERE hour = old.triggered_at_us / 3600000000
    AND kind = iif(old.challenge_id IS NULL, old.outcome, 'challenge');
    DELETE FROM ledger_hours
    WHERE hour = old.triggered_at_us / 3600000000
    AND kind = iif(old.challenge_id IS NULL, old.outcome, 'challenge') AND parts = 0;
    DELETE FROM ledger_blocks WHERE block = old.seq / 4096;
    INSERT INTO ledger_blocks
    SELECT seq / 4096, min(triggered_at_us), max(triggered_at_us),
        sum(outcome IN ('OK', 'NG') AND challenge_id IS NULL)
    FROM inspections NOT INDEXED
    WHERE seq BETWEEN old.seq / 4096 * 4096 AND old.seq / 4096 * 4096 + 4095 AND seq <> old.seq
    GROUP BY 1;
    DELETE FROM marked_inspections WHERE seq = old.seq;
END;
