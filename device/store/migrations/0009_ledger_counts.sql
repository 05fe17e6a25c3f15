-- Counts of the ledger, kept by triggers in the transaction of the rows that they count, so that no
-- reader counts rows. Beside each table `recount_of_<table>` is what it has to be: a migration fills
-- the table with it, `okng doctor` holds the two against each other.

-- Marked parts that nobody has looked at yet, those judged while the scene counted as changed, and
-- those that are both: few of all, with what they are filtered by, in the ledger's order.
CREATE TABLE marked_inspections (
    mark TEXT NOT NULL CHECK (mark IN ('to_review', 'scene_changed', 'to_review, scene_changed')),
    seq INTEGER NOT NULL REFERENCES inspections (seq),
    outcome TEXT NOT NULL,
    recipe TEXT,
    triggered_at_us INTEGER NOT NULL,
    PRIMARY KEY (mark, seq)
) WITHOUT ROWID;
CREATE INDEX marked_inspections_by_outcome ON marked_inspections (mark, outcome, seq);
CREATE INDEX marked_inspections_by_recipe ON marked_inspections (mark, recipe, seq);
CREATE INDEX marked_inspections_by_recipe_and_outcome
    ON marked_inspections (mark, recipe, outcome, seq);
CREATE INDEX marked_inspections_by_time ON marked_inspections (mark, triggered_at_us);
CREATE VIEW recount_of_marked_inspections AS
    SELECT 'to_review' AS mark, seq, outcome, recipe, triggered_at_us FROM inspections
    WHERE review = 1 AND NOT EXISTS (SELECT 1 FROM reviews WHERE reviews.seq = inspections.seq)
    UNION ALL
    SELECT 'scene_changed', seq, outcome, recipe, triggered_at_us FROM inspections
    WHERE json_extract(details, '$.scene.changed')
    UNION ALL
    SELECT 'to_review, scene_changed', seq, outcome, recipe, triggered_at_us FROM inspections
    WHERE json_extract(details, '$.scene.changed') AND review = 1
    AND NOT EXISTS (SELECT 1 FROM reviews WHERE reviews.seq = inspections.seq);

-- Parts of each hour since 1970 UTC by `kind`: an outcome, or a mark.
CREATE TABLE ledger_hours (
    hour INTEGER NOT NULL,
    kind TEXT NOT NULL,
    parts INTEGER NOT NULL,
    PRIMARY KEY (hour, kind)
) WITHOUT ROWID;
CREATE VIEW recount_of_ledger_hours AS
    SELECT triggered_at_us / 3600000000 AS hour, outcome AS kind, count(*) AS parts
    FROM inspections INDEXED BY inspections_by_time GROUP BY 1, 2
    UNION ALL
    SELECT triggered_at_us / 3600000000, mark, count(*) FROM marked_inspections GROUP BY 1, 2;

-- The same of all hours together.
CREATE TABLE ledger_totals (
    kind TEXT PRIMARY KEY,
    parts INTEGER NOT NULL
) WITHOUT ROWID;
CREATE VIEW recount_of_ledger_totals AS
    SELECT kind, sum(parts) AS parts FROM recount_of_ledger_hours GROUP BY kind;

-- Where in the ledger a time lies: of 4,096 rows each the first and the last time (a clock may be
-- set back), and how many of them have a verdict.
CREATE TABLE ledger_blocks (
    block INTEGER PRIMARY KEY,
    first_us INTEGER NOT NULL,
    last_us INTEGER NOT NULL,
    judged INTEGER NOT NULL
);
CREATE VIEW recount_of_ledger_blocks AS
    SELECT seq / 4096 AS block, min(triggered_at_us) AS first_us, max(triggered_at_us) AS last_us,
        sum(outcome IN ('OK', 'NG')) AS judged
    FROM inspections INDEXED BY inspections_by_time GROUP BY 1;

INSERT INTO marked_inspections SELECT * FROM recount_of_marked_inspections;
INSERT INTO ledger_hours SELECT * FROM recount_of_ledger_hours;
-- Not by its view, which would count all hours once more.
INSERT INTO ledger_totals SELECT kind, sum(parts) FROM ledger_hours GROUP BY kind;
INSERT INTO ledger_blocks SELECT * FROM recount_of_ledger_blocks;

CREATE TRIGGER inspection_is_counted AFTER INSERT ON inspections BEGIN
    INSERT INTO ledger_totals VALUES (new.outcome, 1)
    ON CONFLICT DO UPDATE SET parts = parts + 1;
    INSERT INTO ledger_hours VALUES (new.triggered_at_us / 3600000000, new.outcome, 1)
    ON CONFLICT DO UPDATE SET parts = parts + 1;
    INSERT INTO ledger_blocks VALUES (
        new.seq / 4096, new.triggered_at_us, new.triggered_at_us, new.outcome IN ('OK', 'NG')
    ) ON CONFLICT DO UPDATE SET first_us = min(first_us, excluded.first_us),
        last_us = max(last_us, excluded.last_us), judged = judged + excluded.judged;
END;
CREATE TRIGGER inspection_is_marked AFTER INSERT ON inspections
WHEN new.review = 1 OR json_extract(new.details, '$.scene.changed') BEGIN
    INSERT INTO marked_inspections
    SELECT * FROM recount_of_marked_inspections WHERE seq = new.seq;
END;
-- The columns that are counted by; a picture that goes for want of space changes none of them.
CREATE TRIGGER inspection_is_counted_otherwise
AFTER UPDATE OF seq, outcome, recipe, triggered_at_us, review, details ON inspections BEGIN
    UPDATE ledger_totals SET parts = parts - 1 WHERE kind = old.outcome;
    DELETE FROM ledger_totals WHERE kind = old.outcome AND parts = 0;
    UPDATE ledger_hours SET parts = parts - 1
    WHERE hour = old.triggered_at_us / 3600000000 AND kind = old.outcome;
    DELETE FROM ledger_hours
    WHERE hour = old.triggered_at_us / 3600000000 AND kind = old.outcome AND parts = 0;
    INSERT INTO ledger_totals VALUES (new.outcome, 1)
    ON CONFLICT DO UPDATE SET parts = parts + 1;
    INSERT INTO ledger_hours VALUES (new.triggered_at_us / 3600000000, new.outcome, 1)
    ON CONFLICT DO UPDATE SET parts = parts + 1;
    DELETE FROM ledger_blocks WHERE block IN (old.seq / 4096, new.seq / 4096);
    INSERT INTO ledger_blocks
    SELECT seq / 4096, min(triggered_at_us), max(triggered_at_us), sum(outcome IN ('OK', 'NG'))
    FROM inspections NOT INDEXED
    WHERE seq BETWEEN old.seq / 4096 * 4096 AND old.seq / 4096 * 4096 + 4095
    OR seq BETWEEN new.seq / 4096 * 4096 AND new.seq / 4096 * 4096 + 4095 GROUP BY 1;
    DELETE FROM marked_inspections WHERE seq IN (old.seq, new.seq);
    INSERT INTO marked_inspections
    SELECT * FROM recount_of_marked_inspections WHERE seq = new.seq;
END;
-- Before: a part that is marked refers to its row.
CREATE TRIGGER inspection_is_counted_no_more BEFORE DELETE ON inspections BEGIN
    UPDATE ledger_totals SET parts = parts - 1 WHERE kind = old.outcome;
    DELETE FROM ledger_totals WHERE kind = old.outcome AND parts = 0;
    UPDATE ledger_hours SET parts = parts - 1
    WHERE hour = old.triggered_at_us / 3600000000 AND kind = old.outcome;
    DELETE FROM ledger_hours
    WHERE hour = old.triggered_at_us / 3600000000 AND kind = old.outcome AND parts = 0;
    DELETE FROM ledger_blocks WHERE block = old.seq / 4096;
    INSERT INTO ledger_blocks
    SELECT seq / 4096, min(triggered_at_us), max(triggered_at_us), sum(outcome IN ('OK', 'NG'))
    FROM inspections NOT INDEXED
    WHERE seq BETWEEN old.seq / 4096 * 4096 AND old.seq / 4096 * 4096 + 4095 AND seq <> old.seq
    GROUP BY 1;
    DELETE FROM marked_inspections WHERE seq = old.seq;
END;

CREATE TRIGGER review_is_there AFTER INSERT ON reviews BEGIN
    DELETE FROM marked_inspections
    WHERE seq = new.seq AND mark IN ('to_review', 'to_review, scene_changed');
END;
CREATE TRIGGER review_is_gone AFTER DELETE ON reviews BEGIN
    INSERT OR IGNORE INTO marked_inspections
    SELECT * FROM recount_of_marked_inspections WHERE seq = old.seq;
END;

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

-- Rows of the outbox by sink.
CREATE TABLE outbox_totals (
    sink TEXT PRIMARY KEY,
    parts INTEGER NOT NULL
) WITHOUT ROWID;
CREATE VIEW recount_of_outbox_totals AS SELECT sink, count(*) AS parts FROM outbox GROUP BY sink;
INSERT INTO outbox_totals SELECT * FROM recount_of_outbox_totals;
CREATE TRIGGER outbox_row_is_counted AFTER INSERT ON outbox BEGIN
    INSERT INTO outbox_totals VALUES (new.sink, 1) ON CONFLICT DO UPDATE SET parts = parts + 1;
END;
CREATE TRIGGER outbox_row_is_counted_no_more AFTER DELETE ON outbox BEGIN
    UPDATE outbox_totals SET parts = parts - 1 WHERE sink = old.sink;
    DELETE FROM outbox_totals WHERE sink = old.sink AND parts = 0;
END;
CREATE TRIGGER outbox_row_has_another_sink AFTER UPDATE OF sink ON outbox BEGIN
    UPDATE outbox_totals SET parts = parts - 1 WHERE sink = old.sink;
    DELETE FROM outbox_totals WHERE sink = old.sink AND parts = 0;
    INSERT INTO outbox_totals VALUES (new.sink, 1) ON CONFLICT DO UPDATE SET parts = parts + 1;
END;

-- How often the two of a trial agreed, and whom persons found to be right.
CREATE TABLE trial_totals (
    trial_id INTEGER NOT NULL,
    active_verdict TEXT NOT NULL,
    verdict TEXT NOT NULL,
    settled_as TEXT NOT NULL,
    parts INTEGER NOT NULL,
    PRIMARY KEY (trial_id, active_verdict, verdict, settled_as)
) WITHOUT ROWID;
CREATE VIEW recount_of_trial_totals AS
    SELECT trial_id, active_verdict, verdict, coalesce(settled_as, '') AS settled_as,
        count(*) AS parts
    FROM trial_results GROUP BY 1, 2, 3, 4;
INSERT INTO trial_totals SELECT * FROM recount_of_trial_totals;
CREATE TRIGGER trial_result_is_counted AFTER INSERT ON trial_results BEGIN
    INSERT INTO trial_totals VALUES (
        new.trial_id, new.active_verdict, new.verdict, coalesce(new.settled_as, ''), 1
    ) ON CONFLICT DO UPDATE SET parts = parts + 1;
END;
CREATE TRIGGER trial_result_is_counted_otherwise
AFTER UPDATE OF trial_id, active_verdict, verdict, settled_as ON trial_results BEGIN
    UPDATE trial_totals SET parts = parts - 1
    WHERE trial_id = old.trial_id AND active_verdict = old.active_verdict
    AND verdict = old.verdict AND settled_as = coalesce(old.settled_as, '');
    DELETE FROM trial_totals WHERE trial_id = old.trial_id AND parts = 0;
    INSERT INTO trial_totals VALUES (
        new.trial_id, new.active_verdict, new.verdict, coalesce(new.settled_as, ''), 1
    ) ON CONFLICT DO UPDATE SET parts = parts + 1;
END;
CREATE TRIGGER trial_result_is_counted_no_more AFTER DELETE ON trial_results BEGIN
    UPDATE trial_totals SET parts = parts - 1
    WHERE trial_id = old.trial_id AND active_verdict = old.active_verdict
    AND verdict = old.verdict AND settled_as = coalesce(old.settled_as, '');
    DELETE FROM trial_totals WHERE trial_id = old.trial_id AND parts = 0;
END;
-- Parts on which the two disagree, in the ledger's order: few of all.
CREATE INDEX trial_results_that_disagree ON trial_results (trial_id, seq)
    WHERE active_verdict <> verdict;
DROP INDEX trial_results_by_verdicts;
