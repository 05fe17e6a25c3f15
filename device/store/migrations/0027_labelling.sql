-- Labelling jobs: which pictures of a dataset are to be labelled, audited or adjusted, in which
-- steps. Persons are named as they were: who is removed keeps what they did.
CREATE TABLE labelling_jobs (
    labelling_job_id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    dataset TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('label', 'audit', 'adjustment')),
    -- JSON: 'label', 'defect_type', 'region', in this order.
    steps TEXT NOT NULL,
    blind INTEGER NOT NULL CHECK (blind IN (0, 1)),
    -- JSON: how the pictures were chosen when the job was made.
    rule TEXT NOT NULL,
    -- The audit whose wrong and unsure answers an adjustment job settles.
    audit_id INTEGER REFERENCES labelling_jobs (labelling_job_id),
    author TEXT NOT NULL,
    created_at_us INTEGER NOT NULL,
    closed_by TEXT,
    closed_at_us INTEGER
);
CREATE INDEX labelling_jobs_by_dataset ON labelling_jobs (dataset, labelling_job_id);

-- The queue of each step. A picture comes into a later step when the step before is answered.
-- A lease is held by one person, in time since the machine started, which no set clock changes.
CREATE TABLE labelling_tasks (
    labelling_job_id INTEGER NOT NULL REFERENCES labelling_jobs (labelling_job_id),
    step TEXT NOT NULL CHECK (step IN ('label', 'defect_type', 'region')),
    picture_id INTEGER NOT NULL REFERENCES dataset_pictures (picture_id),
    position INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'answered', 'unsure', 'removed')),
    -- Of audits: who gave the label that is checked.
    labelled_by TEXT,
    lease_holder TEXT,
    lease_boot TEXT,
    handed_out_boot_us INTEGER,
    renewed_boot_us INTEGER,
    PRIMARY KEY (labelling_job_id, step, picture_id)
) WITHOUT ROWID;
CREATE INDEX labelling_tasks_waiting ON labelling_tasks (
    labelling_job_id, step, position, labelled_by, lease_holder, lease_boot, renewed_boot_us
) WHERE state = 'waiting';
CREATE INDEX labelling_tasks_leased ON labelling_tasks (labelling_job_id, step, lease_holder)
    WHERE state = 'waiting' AND lease_holder IS NOT NULL;
CREATE INDEX labelling_tasks_by_picture ON labelling_tasks (picture_id, state);

-- Answers as they were given; one that was taken back stays, and counts nowhere.
CREATE TABLE labelling_answers (
    answer_id INTEGER PRIMARY KEY AUTOINCREMENT,
    labelling_job_id INTEGER NOT NULL REFERENCES labelling_jobs (labelling_job_id),
    step TEXT NOT NULL CHECK (step IN ('label', 'defect_type', 'region')),
    picture_id INTEGER NOT NULL REFERENCES dataset_pictures (picture_id),
    author TEXT NOT NULL,
    -- A label, a type of defect or 'drawn'; NULL is unsure, and in an audit of regions always.
    answer TEXT,
    -- Of audits alone.
    verdict TEXT CHECK (verdict IN ('correct', 'wrong', 'unsure')),
    -- What the picture was labelled as before, and by whom.
    first_answer TEXT,
    first_author TEXT,
    -- Whether a person audited a label of their own.
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    -- Without idle time; NULL is unknown.
    active_ms INTEGER,
    certainty TEXT CHECK (certainty IN ('sure', 'fairly', 'unsure')),
    visibility TEXT CHECK (visibility IN ('clearly', 'barely')),
    sharpness TEXT CHECK (sharpness IN ('sharp', 'blurred')),
    brightness TEXT CHECK (brightness IN ('dark', 'bright')),
    -- The change of the dataset that the answer made.
    change_id INTEGER REFERENCES dataset_changes (change_id),
    -- The newest change of any picture at that time: later ones are newer than the answer.
    newest_change_id INTEGER NOT NULL,
    answered_at_us INTEGER NOT NULL,
    taken_back_at_us INTEGER
);
CREATE UNIQUE INDEX one_labelling_answer_at_a_time
    ON labelling_answers (labelling_job_id, step, picture_id) WHERE taken_back_at_us IS NULL;
CREATE INDEX labelling_answers_by_picture ON labelling_answers (picture_id, answer_id);
CREATE INDEX labelling_answers_by_author ON labelling_answers (labelling_job_id, author, answer_id)
    WHERE taken_back_at_us IS NULL;
CREATE INDEX labelling_answers_by_worker
    ON labelling_answers (labelling_job_id, step, author, active_ms)
    WHERE taken_back_at_us IS NULL;
CREATE INDEX labelling_answers_by_pair ON labelling_answers (
    labelling_job_id, step, first_author, first_answer, answer, verdict, own
) WHERE taken_back_at_us IS NULL AND verdict IS NOT NULL;
CREATE INDEX labelling_answers_that_differ ON labelling_answers (labelling_job_id, answer_id)
    WHERE taken_back_at_us IS NULL AND verdict IN ('wrong', 'unsure');
CREATE INDEX labelling_answers_by_certainty ON labelling_answers (picture_id, answer_id, certainty)
    WHERE taken_back_at_us IS NULL AND certainty IS NOT NULL;
CREATE INDEX labelling_answers_by_time ON labelling_answers (answered_at_us, answer_id)
    WHERE taken_back_at_us IS NULL;

-- A picture that is removed from its dataset leaves the queues, and comes back when it is restored.
CREATE TRIGGER picture_leaves_labelling AFTER UPDATE OF removed_at_us ON dataset_pictures
WHEN (old.removed_at_us IS NULL) <> (new.removed_at_us IS NULL) BEGIN
    UPDATE labelling_tasks SET state = iif(new.removed_at_us IS NULL, 'waiting', 'removed')
    WHERE picture_id = new.picture_id
    AND state = iif(new.removed_at_us IS NULL, 'removed', 'waiting');
END;

-- How far each step of a job is, counted by triggers as in `0009_ledger_counts.sql`.
CREATE TABLE labelling_progress (
    labelling_job_id INTEGER NOT NULL,
    step TEXT NOT NULL,
    state TEXT NOT NULL,
    pictures INTEGER NOT NULL,
    PRIMARY KEY (labelling_job_id, step, state)
) WITHOUT ROWID;
CREATE VIEW recount_of_labelling_progress AS
    SELECT labelling_job_id, step, state, count(*) AS pictures FROM labelling_tasks GROUP BY 1, 2, 3;
CREATE TRIGGER labelling_task_is_counted AFTER INSERT ON labelling_tasks BEGIN
    INSERT INTO labelling_progress VALUES (new.labelling_job_id, new.step, new.state, 1)
    ON CONFLICT DO UPDATE SET pictures = pictures + 1;
END;
CREATE TRIGGER labelling_task_is_counted_otherwise AFTER UPDATE OF state ON labelling_tasks BEGIN
    UPDATE labelling_progress SET pictures = pictures - 1
    WHERE labelling_job_id = old.labelling_job_id AND step = old.step AND state = old.state;
    DELETE FROM labelling_progress
    WHERE labelling_job_id = old.labelling_job_id AND step = old.step AND state = old.state
    AND pictures = 0;
    INSERT INTO labelling_progress VALUES (new.labelling_job_id, new.step, new.state, 1)
    ON CONFLICT DO UPDATE SET pictures = pictures + 1;
END;
CREATE TRIGGER labelling_task_is_counted_no_more AFTER DELETE ON labelling_tasks BEGIN
    UPDATE labelling_progress SET pictures = pictures - 1
    WHERE labelling_job_id = old.labelling_job_id AND step = old.step AND state = old.state;
    DELETE FROM labelling_progress
    WHERE labelling_job_id = old.labelling_job_id AND step = old.step AND state = old.state
    AND pictures = 0;
END;
